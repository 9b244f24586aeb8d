import type { Text } from "../text.ts";
import { feelingsOfSigns } from "./emoji.ts";
import { grammarOf } from "./grammar.ts";
import { type Emotion, emotions, type Feeling } from "./lexicon.ts";
import { readFeelings } from "./read-feelings.ts";

/** `score` is -1..1. `emotion` only where words, emoji, capitals or punctuation show one. */
export type Sentiment = { label: "neg" | "neu" | "pos"; score: number; emotion?: Emotion };

/** How good a sum of weights is by half; VADER's constant. */
const normal = 15;
const positiveFrom = 0.28;
const negativeFrom = -0.07;
const emotionFrom = 1.8;
/** How much of plain praise, which alone shows no emotion, adds to joy. */
const goodShare = 0.35;

/** The feeling of a text towards the shop or the situation. Words are read in es and en; in other languages signs alone. */
export function analyzeSentiment(text: Text, language: string): Sentiment {
  const words = readFeelings(text, grammarOf(language));
  const signs = feelingsOfSigns(text.original.slice(0, mostLooked));
  const loud = loudness(text);
  const total = sum(words) + 0.8 * sum(signs);
  const weight = total === 0 ? 0 : total + Math.sign(total) * 0.3 * loud.exclamations;
  const score = Math.round((1000 * weight) / Math.sqrt(weight * weight + normal)) / 1000;
  const label = score >= positiveFrom ? "pos" : score <= negativeFrom ? "neg" : "neu";
  const emotion = emotionOf([...words, ...signs], label, loud);
  return { label, score, ...(emotion === undefined ? {} : { emotion }) };
}

const mostLooked = 4096;

type Loudness = { exclamations: number; shouting: boolean };

function loudness(text: Text): Loudness {
  let exclamations = 0;
  for (const token of text.tokens) if (token.text === "!" && exclamations < 4) exclamations++;
  return { exclamations, shouting: shouts(text) };
}

/** Two words in capitals side by side, the first of four letters or more. */
function shouts({ original, originalIndex, tokens }: Text): boolean {
  let before = false;
  for (const { kind, start, end } of tokens) {
    const long = kind === "word" && end - start > 1;
    const first = original.charCodeAt(originalIndex(start));
    // Most words begin with a small letter, and need no second look.
    const written =
      long && !(first >= 97 && first <= 122) ? original.slice(originalIndex(start), originalIndex(end)) : "";
    const capitals = written !== "" && written === written.toUpperCase() && written !== written.toLowerCase();
    if (before && capitals) return true;
    before = capitals && end - start > 3;
  }
  return false;
}

function sum(feelings: readonly Feeling[]): number {
  return feelings.reduce((all, { weight }) => all + weight, 0);
}

function emotionOf(feelings: readonly Feeling[], label: Sentiment["label"], loud: Loudness): Emotion | undefined {
  const shown = new Map<Emotion, number>();
  for (const { weight, emotion } of feelings)
    if (emotion !== undefined)
      shown.set(emotion, (shown.get(emotion) ?? 0) + (emotion === "surprise" ? 2 : Math.abs(weight)));
  if (label === "neg") shown.delete("joy");
  if (label === "pos") shown.set("joy", (shown.get("joy") ?? 0) + goodShare * plainlyGood(feelings));
  if (label === "neg" && (loud.exclamations > 1 || loud.shouting)) shown.set("anger", (shown.get("anger") ?? 0) + 2);
  let best: Emotion | undefined;
  for (const emotion of emotions) {
    const strength = shown.get(emotion) ?? 0;
    if (strength >= emotionFrom && strength > (best === undefined ? 0 : (shown.get(best) ?? 0))) best = emotion;
  }
  return best;
}

function plainlyGood(feelings: readonly Feeling[]): number {
  return sum(feelings.filter(({ weight, emotion }) => weight > 0 && emotion === undefined));
}
