import type { Text, Token } from "../text.ts";
import type { Grammar } from "./grammar.ts";
import { type Feeling, phraseAt } from "./lexicon.ts";
import { saysSomething, senseOf, sensesOf, silent } from "./word-sense.ts";

/** A negation reaches this many words far. */
const negationReach = 3;
const failedWeight = -1.9;

/** A part of a text up to a sign; `asks` when a question mark ends it. */
type Part = { words: string[]; tokens: Token[]; asks: boolean };

const smallLetter = /\p{Ll}/u;

/** The feelings the words of a text show, after negation, degree, contrast, capitals and politeness. */
export function readFeelings(text: Text, grammar: Grammar): Feeling[] {
  const feelings: Feeling[] = [];
  const parts = partsOf(text);
  const remembered = sensesOf(grammar);
  const shouted = smallLetter.test(text.original);
  const last = parts.at(-1);
  for (const part of parts) {
    const { words } = part;
    const polite = part === last && (parts.length > 1 || words.length > 4);
    let negated = 0;
    let before = 1;
    for (let at = 0; at < words.length; ) {
      const word = words[at] ?? "";
      const sense = saysSomething(part.tokens[at]) ? senseOf(grammar, remembered, word) : silent;
      const phrase = sense.phrases && phraseAt(grammar.lexicon, sense.phrases, { words, at });
      const length = phrase?.length ?? 1;
      let feeling = phrase?.feeling ?? sense.feeling;
      if (phrase === undefined && sense.contrasts) weaken(feelings);
      if (negated > 0 && phrase === undefined && sense.expected && !part.asks)
        feelings.push({ weight: failedWeight, emotion: undefined });
      else if (feeling !== undefined && feeling.weight !== 0) {
        if (polite && isThanks(grammar, words, at, length)) feeling = none;
        if (part.asks) feeling = scaled(feeling, feeling.weight > 0 ? 0.3 : 0.8);
        if (negated > 0 && !hasOwnNegation(grammar, words, at, length))
          feeling = { weight: feeling.weight * (feeling.weight > 0 ? -0.7 : -0.3), emotion: undefined };
        const loud = shouted && isAnyShouted(text, part, { from: at, to: at + length }) ? 1.25 : 1;
        if (feeling.weight !== 0) feelings.push(scaled(feeling, before * loud));
      }
      negated = phrase === undefined && sense.negates ? negationReach + 1 : Math.max(0, negated - length);
      if (negated > 0 && negated <= negationReach && length > 1) negated = 0;
      at += length;
      before = length === 1 ? sense.degree : senseOf(grammar, remembered, words[at - 1] ?? "").degree;
    }
  }
  return feelings;
}

const none: Feeling = { weight: 0, emotion: undefined };

function partsOf({ tokens }: Text): Part[] {
  const parts: Part[] = [];
  let part: Part = { words: [], tokens: [], asks: false };
  for (const token of tokens) {
    if (token.kind !== "sign") {
      part.words.push(token.text);
      part.tokens.push(token);
    } else if (breaks.has(token.text) && part.words.length > 0) {
      part.asks = token.text === "?";
      parts.push(part);
      part = { words: [], tokens: [], asks: false };
    }
  }
  if (part.words.length > 0) parts.push(part);
  return parts;
}

const breaks = new Set([".", ",", ";", "!", "?", "(", ")", ":", "…", "¿", "¡"]);

function weaken(feelings: Feeling[]): void {
  feelings.splice(0, feelings.length, ...feelings.map((feeling) => scaled(feeling, 0.5)));
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

function isAnyShouted(text: Text, { tokens }: Part, { from, to }: { from: number; to: number }): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token !== undefined && isShouted(text, token)) return true;
  }
  return false;
}

function isShouted({ original, originalIndex }: Text, { text: word, start, end }: Token): boolean {
  if (word.length < 3) return false;
  const written = original.slice(originalIndex(start), originalIndex(end));
  return written === written.toUpperCase() && written !== written.toLowerCase();
}
