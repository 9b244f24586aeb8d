import type { Text } from "../text.ts";
import type { Grammar } from "./grammar.ts";
import { type Feeling, feelingOf, phraseAt } from "./lexicon.ts";

/** A negation reaches this many words far. */
const negationReach = 3;
const failedWeight = -1.9;

type Unit = { word: string; start: number; end: number };
/** A part of a text up to a sign; `asks` when a question mark ends it. */
type Part = { units: Unit[]; asks: boolean };

/** The feelings the words of a text show, after negation, degree, contrast, capitals and politeness. */
export function readFeelings(text: Text, grammar: Grammar): Feeling[] {
  const feelings: Feeling[] = [];
  const parts = partsOf(text);
  const shouted = /\p{Ll}/u.test(text.original);
  for (const [index, part] of parts.entries()) {
    const words = part.units.map(({ word }) => word);
    const polite = index === parts.length - 1 && (parts.length > 1 || words.length > 4);
    let negated = 0;
    for (let at = 0; at < words.length; ) {
      const word = words[at] ?? "";
      const phrase = phraseAt(grammar.lexicon, words, at);
      const length = phrase?.length ?? 1;
      let feeling = phrase?.feeling ?? feelingOf(grammar.lexicon, word);
      if (phrase === undefined && grammar.contrasts.has(word)) weaken(feelings);
      if (negated > 0 && phrase === undefined && grammar.expected.has(word) && !part.asks)
        feelings.push({ weight: failedWeight, emotion: undefined });
      else if (feeling !== undefined && feeling.weight !== 0) {
        if (polite && isThanks(grammar, words, at, length)) feeling = none;
        if (part.asks) feeling = scaled(feeling, feeling.weight > 0 ? 0.3 : 0.8);
        if (negated > 0 && !hasOwnNegation(grammar, words, at, length))
          feeling = { weight: feeling.weight * (feeling.weight > 0 ? -0.7 : -0.3), emotion: undefined };
        const before = grammar.degrees.get(words[at - 1] ?? "") ?? 1;
        const loud = shouted && part.units.slice(at, at + length).some((unit) => isShouted(text, unit)) ? 1.25 : 1;
        if (feeling.weight !== 0) feelings.push(scaled(feeling, before * loud));
      }
      negated = phrase === undefined && grammar.negators.has(word) ? negationReach + 1 : Math.max(0, negated - length);
      if (negated > 0 && negated <= negationReach && length > 1) negated = 0;
      at += length;
    }
  }
  return feelings;
}

const none: Feeling = { weight: 0, emotion: undefined };

function partsOf({ tokens }: Text): Part[] {
  const parts: Part[] = [];
  let units: Unit[] = [];
  const close = (asks: boolean) => {
    if (units.length > 0) parts.push({ units, asks });
    units = [];
  };
  for (const { kind, text, start, end } of tokens) {
    if (kind !== "sign") units.push({ word: text, start, end });
    else if (breaks.has(text)) close(text === "?");
  }
  close(false);
  return parts;
}

const breaks = new Set([".", ",", ";", "!", "?", "(", ")", ":", "…", "¿", "¡"]);

function weaken(feelings: Feeling[]): void {
  for (const [index, feeling] of feelings.entries()) feelings[index] = scaled(feeling, 0.5);
}

function scaled({ weight, emotion }: Feeling, factor: number): Feeling {
  return { weight: weight * factor, emotion };
}

/** "Thanks" that only closes a request; "thanks for …" says more. */
function isThanks(grammar: Grammar, words: readonly string[], at: number, length: number): boolean {
  const thanks = words.slice(at, at + length).some((word) => grammar.thanks.has(word));
  return thanks && at + length >= words.length - 1 && !(words.length <= 4 && length > 1);
}

/** "Nada mal" after "no" is still no complaint. */
function hasOwnNegation(grammar: Grammar, words: readonly string[], at: number, length: number): boolean {
  return length > 1 && words.slice(at, at + length).some((word) => grammar.negators.has(word));
}

function isShouted({ original, originalIndex }: Text, { word, start, end }: Unit): boolean {
  if (word.length < 3) return false;
  const written = original.slice(originalIndex(start), originalIndex(end));
  return written === written.toUpperCase() && written !== written.toLowerCase();
}
