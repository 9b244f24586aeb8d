import { type Intent, type IntentIndex, termsOf } from "./intent-index.ts";
import { stem } from "./words.ts";

export type Scored = { intent: Intent; confidence: number };
export type Classification =
  | { kind: "intent"; best: Scored; alternatives: Scored[]; greeted: boolean }
  | { kind: "greeting"; alternatives: Scored[] }
  | { kind: "none"; alternatives: Scored[] };

/** Cosine from which a question counts as understood; below it the alternatives are only shown. */
const faqThreshold = 0.5;
const shownThreshold = 0.2;
const mostAlternatives = 3;

/** What a text wants: a keyword anywhere, else the nearest FAQ question, else perhaps only a greeting. */
export function classifyIntent(words: readonly string[], index: IntentIndex): Classification {
  const greetingLength = greetingAt(words, index.greetings);
  const rest = greetingLength > 0 ? words.slice(greetingLength) : words;
  const scored = [...keywordMatches(rest, index), ...nearestFaqs(rest, index)].sort(
    (a, b) => b.confidence - a.confidence,
  );
  const [best, ...others] = scored;
  if (best !== undefined && best.confidence >= faqThreshold) {
    return { kind: "intent", best, alternatives: others.slice(0, mostAlternatives), greeted: greetingLength > 0 };
  }
  const alternatives = scored.slice(0, mostAlternatives);
  return greetingLength > 0 && rest.length <= 3 ? { kind: "greeting", alternatives } : { kind: "none", alternatives };
}

/** How many words at the beginning are a greeting; the longest counts. */
function greetingAt(words: readonly string[], greetings: IntentIndex["greetings"]): number {
  let longest = 0;
  for (const greeting of greetings) {
    if (greeting.length > longest && greeting.every((word, at) => words[at] === word)) longest = greeting.length;
  }
  if (longest === 0) return 0;
  return longest + greetingAt(words.slice(longest), greetings); // "hola, buenos días"
}

/** The longer the phrase and the larger its part of the text, the surer. */
function keywordMatches(words: readonly string[], index: IntentIndex): Scored[] {
  const stems = words.map(stem);
  const best = new Map<Intent, number>();
  for (const [at, first] of stems.entries()) {
    for (const { words: phrase, intent } of index.phrases.get(first) ?? []) {
      if (!phrase.every((word, offset) => stems[at + offset] === word)) continue;
      const confidence = Math.min(0.95, 0.65 + 0.05 * phrase.length + (0.2 * phrase.length) / stems.length);
      best.set(intent, Math.max(best.get(intent) ?? 0, confidence));
    }
  }
  return [...best].map(([intent, confidence]) => ({ intent, confidence: round(confidence) }));
}

function nearestFaqs(words: readonly string[], index: IntentIndex): Scored[] {
  const dots = new Map<number, number>();
  let textSquared = 0;
  for (const term of new Set(termsOf(words))) {
    const weight = index.weights.get(term) ?? index.unknownWeight;
    textSquared += weight * weight;
    for (const posting of index.postings.get(term) ?? []) {
      dots.set(posting.variant, (dots.get(posting.variant) ?? 0) + weight * posting.weight);
    }
  }
  const best = new Map<Intent, number>();
  for (const [at, dot] of dots) {
    const variant = index.variants[at];
    if (variant === undefined) continue;
    const cosine = dot / Math.sqrt(textSquared * variant.weightSquared);
    if (cosine >= shownThreshold) best.set(variant.intent, Math.max(best.get(variant.intent) ?? 0, cosine));
  }
  return [...best].map(([intent, confidence]) => ({ intent, confidence: round(confidence) }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
