import { fold } from "./page-lines.ts";

/** Finds labels in folded text. */
export type LabelSet = {
  /** All places, left to right, none within another. */
  find: (folded: string) => { start: number; end: number }[];
  has: (folded: string) => boolean;
};

type Word = { text: string; start: number; end: number };
type Phrase = { words: readonly string[]; open: boolean; goesOn: boolean };

/**
 * Phrases as people print them (a list, or one text with commas), in any case and with or without accents. Dots, dashes and slashes between words do not
 * matter ("ust id nr" finds "USt.-Id.-Nr."); a leading or trailing `*` lets the first or last word go on ("*rechnung").
 */
export function labelSet(phrases: string | readonly string[]): LabelSet {
  const list = typeof phrases === "string" ? phrases.split(",").map((phrase) => phrase.trim()) : phrases;
  const all = list
    .filter((phrase) => phrase !== "")
    .map(phraseOf)
    .sort((a, b) => b.words.length - a.words.length);
  const loose = all.filter(({ open, goesOn, words }) => open || (goesOn && words.length === 1));
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all) {
    const first = phrase.words[0] ?? "";
    if (!loose.includes(phrase)) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const longestAt = (words: readonly Word[], at: number) =>
    [...(byFirst.get(words[at]?.text ?? "") ?? []), ...loose]
      .filter((phrase) => matches(phrase, words, at))
      .sort((a, b) => b.words.length - a.words.length)[0];
  const find = (folded: string) => {
    const words = wordsOf(folded);
    const found: { start: number; end: number }[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const length = longestAt(words, at)?.words.length ?? 0;
      const [first, last] = [words[at], words[at + length - 1]];
      if (length === 0 || first === undefined || last === undefined) continue;
      found.push({ start: first.start, end: last.end });
      at += length - 1;
    }
    return found;
  };
  return { find, has: (folded) => wordsOf(folded).some((_, at, words) => longestAt(words, at) !== undefined) };
}

function phraseOf(phrase: string): Phrase {
  const open = phrase.startsWith("*");
  const goesOn = phrase.endsWith("*");
  const words = split(fold(phrase.slice(open ? 1 : 0, goesOn ? -1 : undefined))).map(({ text }) => text);
  return { words, open, goesOn };
}

function matches({ words, open, goesOn }: Phrase, line: readonly Word[], at: number): boolean {
  return words.every((wanted, offset) => {
    const word = line[at + offset];
    const before = line[at + offset - 1];
    if (word === undefined || (offset > 0 && before !== undefined && word.start - before.end > 3)) return false;
    const [first, last] = [offset === 0 && open, offset === words.length - 1 && goesOn];
    if (first && last) return word.text.includes(wanted);
    if (first) return word.text.endsWith(wanted);
    return last ? word.text.startsWith(wanted) : word.text === wanted;
  });
}

// Every set looks at every line: the words of a line are split once. Emptied before it grows beyond some pages.
const seen = new Map<string, Word[]>();
const maxSeen = 2_000;

function wordsOf(folded: string): Word[] {
  const known = seen.get(folded);
  if (known !== undefined) return known;
  if (seen.size >= maxSeen) seen.clear();
  const words = split(folded);
  seen.set(folded, words);
  return words;
}

function split(folded: string): Word[] {
  return [...folded.matchAll(/[\p{L}\d]+|[^\s\p{L}\d.,:;/()'"|_*-]/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}
