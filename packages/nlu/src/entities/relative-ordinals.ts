import type { Candidate } from "../recognizer.ts";
import type { Text } from "../text.ts";

const wordings = new Map<string, string>(
  (
    [
      ["end+0", "last|the last|ultimo|ultima|ultimos|ultimas"],
      [
        "end-1",
        "penultimate|second to last|the second to last|next to last|the next to last|last but one|the last but one|one before the last one|the one before the last one|one before the last|the one before the last|penultimo|penultima|penultimos|antes del ultimo|antes de la ultima",
      ],
      ["end-2", "antepenultimate|third to last|the third to last|last but two|antepenultimo|antepenultima"],
      ["current+1", "next|the next|next one|the next one|siguiente|siguientes|proximo|proxima|proximos|proximas"],
      ["current-1", "previous|the previous|previous one|the previous one|anterior|anteriores|previo|previa"],
      ["current+0", "current|the current|actual"],
    ] as const
  ).flatMap(([value, names]) => names.split("|").map((name): [string, string] => [name, value])),
);
const starts = new Set([...wordings.keys()].map((wording) => wording.split(" ")[0] ?? ""));
const mostWords = 6;

/** "the last one", "next", "penúltimo": a place told from the end or from where one is; nearer times and units are none. */
export function scanRelativeOrdinals({ tokens }: Text, found: (candidate: Candidate) => void) {
  for (let at = 0; at < tokens.length; at++) {
    if (!starts.has(tokens[at]?.text ?? "")) continue;
    const read = longest(tokens.slice(at, at + mostWords).map(({ text }) => text));
    const token = tokens[at];
    const last = tokens[at + (read?.words ?? 0) - 1];
    if (read === undefined || token === undefined || last === undefined) continue;
    const value = { type: "ordinal", value: read.value, confidence: 0.7, source: "grammar" } as const;
    found({ ...value, start: token.start, end: last.end });
    at += read.words - 1;
  }
}

function longest(words: readonly string[]): { value: string; words: number } | undefined {
  for (let count = words.length; count > 0; count--) {
    const value = wordings.get(words.slice(0, count).join(" "));
    if (value !== undefined) return { value, words: count };
  }
  return undefined;
}
