import type { Token } from "../text.ts";
import { numberWords } from "./number-lexicon.ts";

/** A cardinal in words or mixed with digits; `last` is the value of its last word, which a fraction may need back, `scale` its smallest million or more. */
export type Cardinal = { value: number; to: number; last: number; before: number; scale: number };

const great = new Map<string, number>([
  ...["bln", "bn"].map((word): [string, number] => [word, 1e9]),
  ...["tln", "trn"].map((word): [string, number] => [word, 1e12]),
]);
const mostWords = 40;

/**
 * Any size, long and short scales: "three lakh crore", "tres billones doscientos mil millones quinientos", "4 thousand 3 hundred and 21".
 * Wider than `numberAt`, which keeps to what a customer writes.
 */
export function cardinalAt(tokens: readonly Token[], at: number): Cardinal | undefined {
  let [total, part, group, smallest, last, before] = [0, 0, 0, Number.POSITIVE_INFINITY, 0, 0];
  let to = at;
  for (let index = at; index < Math.min(tokens.length, at + mostWords); ) {
    const from = linkEnd(tokens, index, index > at);
    const step = stepAt(tokens, from, { group, first: from === at });
    if (step === undefined || (from > index && step.kind === "scale")) break;
    if (step.kind === "add") {
      if (!fitsBehind(group, step.value) || (group >= 100 && isHundred(tokens[from + 1]))) break;
      if (tokens[from]?.kind === "digits" && index > at && group === 0 && tokens[index - 1]?.kind === "digits") break;
      before = total + part + group;
      group += step.value;
    } else if (step.kind === "hundred") {
      if (group === 0 || group % 100 === 0) break;
      group *= 100;
    } else if (step.value === 1000) {
      if (part > 0) break;
      part = Math.max(group, 1) * 1000;
      group = 0;
    } else if (step.value >= smallest && group + part > 0) break;
    else {
      const counted = group + part;
      // "three lakh crore": a scale of a scale.
      total = counted === 0 && total > 0 ? total * step.value : total + (counted === 0 ? 1 : counted) * step.value;
      smallest = step.value;
      [part, group] = [0, 0];
    }
    last = step.value;
    to = from + 1;
    index = to;
  }
  return to === at
    ? undefined
    : { value: total + part + group, to, last, before, scale: Number.isFinite(smallest) ? smallest : 1 };
}

function isHundred(token: Token | undefined): boolean {
  return numberWords.get(token?.text ?? "")?.kind === "times-hundred";
}

function linkEnd(tokens: readonly Token[], at: number, isInner: boolean): number {
  return isInner && /^(?:and|y|-)$/.test(tokens[at]?.text ?? "") ? at + 1 : at;
}

type Step = { kind: "add" | "hundred" | "scale"; value: number };

function stepAt(tokens: readonly Token[], at: number, place: { group: number; first: boolean }): Step | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "digits") return digitsStep(tokens, at, place);
  if (token.kind !== "word") return undefined;
  const scale = great.get(token.text);
  if (scale !== undefined) return place.first ? undefined : { kind: "scale", value: scale };
  if (token.text === "nought" || token.text === "naught") return { kind: "add", value: 0 };
  const word = numberWords.get(token.text);
  if (word === undefined) return undefined;
  if (word.kind === "times-hundred") return { kind: "hundred", value: 100 };
  if (word.kind === "scale") return { kind: "scale", value: word.value };
  // "a" only before hundred or a scale.
  if (word.kind === "article" && !/^(?:one|un|uno|una)$/.test(token.text) && !isScaleNext(tokens, at)) return undefined;
  return { kind: "add", value: word.value };
}

function digitsStep(
  tokens: readonly Token[],
  at: number,
  { group, first }: { group: number; first: boolean },
): Step | undefined {
  const token = tokens[at];
  if (token === undefined || token.text.length > 9) return undefined;
  const value = Number(token.text);
  if (!first && (value >= 1000 || group % 100 !== 0 || tokens[at - 1]?.kind === "digits")) return undefined;
  const next = tokens[at + 1];
  const tied =
    next !== undefined && next.start === token.end && /^[.,:/'-]$/.test(next.text) && tokens[at + 2]?.kind === "digits";
  return tied ? undefined : { kind: "add", value };
}

function isScaleNext(tokens: readonly Token[], at: number): boolean {
  const kind = numberWords.get(tokens[at + 1]?.text ?? "")?.kind;
  return kind === "times-hundred" || kind === "scale";
}

/** Hundreds, then tens, then units: what may follow in a group. */
function fitsBehind(group: number, value: number): boolean {
  if (group === 0) return true;
  if (value >= 100 || value === 0) return false;
  if (value >= 10) return group % 100 === 0;
  return group % 10 === 0 && group % 100 !== 10;
}
