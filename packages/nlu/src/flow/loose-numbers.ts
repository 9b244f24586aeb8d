import { numberAt } from "../entities/number-words.ts";
import type { Entity } from "../entity.ts";
import type { Text } from "../text.ts";
import { countedIn } from "./count-nouns.ts";

/** Tokens of a text that may be an answer: numbers further on are no bare ones. */
const mostTokens = 24;

/** "con una basta", "just one"; not "una pregunta", "de una". */
function countsAlone({ tokens }: Text, at: number): boolean {
  if (tokens.length > 5 || tokens[at - 1]?.text === "de") return false;
  const next = tokens[at + 1];
  return (
    next === undefined ||
    next.kind === "sign" ||
    /^(?:sol[oa]|nomas|nada|basta|por|porfa\w*|please|only|is|esta|gracias|thanks|alcanza)$/.test(next.text)
  );
}

/** "millón y medio" without its "un". */
const bareMillion =
  /^\W*(?:(?:como|unos|tipo|mas o menos|about|around) )?(millon|million|palo)( y medio| and a half)?\W*$/;

/** The entities with the cardinals beside them that no recognizer took, since a question may make a value of any. */
export function withNumbers(entities: readonly Entity[], text: Text, region: string): readonly Entity[] {
  const added: Entity[] = [];
  const million = bareMillion.exec(text.folded.slice(0, 60));
  if (million !== null && entities.length === 0 && text.folded.length < 60) {
    const [whole, , half] = million;
    const value = half === undefined ? 1_000_000 : 1_500_000;
    return [
      {
        type: "number",
        start: 0,
        end: text.originalIndex(whole.length),
        text: text.original,
        value,
        confidence: 0.6,
        source: "flow",
      },
    ];
  }
  if (entities.length >= mostTokens) return entities;
  for (let at = 0; at < Math.min(text.tokens.length, mostTokens); at++) {
    const found = numberAt(text, at, region);
    const first = text.tokens[at];
    const last = found === undefined ? undefined : text.tokens[found.to - 1];
    if (found === undefined || first === undefined || last === undefined) continue;
    const start = text.originalIndex(first.start);
    const end = text.originalIndex(last.end);
    // "una" is a count only where it is all that is said; "de una" is a yes.
    const counted = entities.length > 0 && countedIn(text.tokens[found.to]?.text ?? "") !== undefined;
    const article = found.article === true && !counted && !countsAlone(text, at);
    const glued =
      /[\p{L}\p{Nd}@#/]/u.test(text.folded[first.start - 1] ?? " ") || /[\p{L}@/]/u.test(text.folded[last.end] ?? " ");
    if (!article && !glued && !entities.some((one) => one.start < end && start < one.end))
      added.push({
        type: "number",
        start,
        end,
        text: text.original.slice(start, end),
        value: found.value,
        confidence: 0.6,
        source: "flow",
      });
    at = Math.max(at, found.to - 1);
  }
  return added.length === 0 ? entities : [...entities, ...added].sort((a, b) => a.start - b.start);
}
