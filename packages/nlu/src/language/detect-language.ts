// The smallest database: with the word lists beside it, larger ones add 1 point on single words and cost 110 MB (medium) or 310 MB (large) more.
import { eld } from "eld/extrasmall";
import type { Text } from "../text.ts";
import { createWordEvidence, type Evidence } from "./language-evidence.ts";
import type { LanguagePrior } from "./language-prior.ts";

/** `code` is one of the detector's languages; `confidence` 0..1; `prior` is the same object when the text said nothing new. */
export type DetectedLanguage = { code: string; confidence: number; prior: LanguagePrior };

export type LanguageDetector = (text: Text, prior: LanguagePrior) => DetectedLanguage;

/** How much of what earlier messages said counts for the next one: a person may switch. */
const fade = 0.6;
/** The most one message can say for a language over the others. */
const mostEvidence = 8;
/** The most a chat's past can say: less than one clear message, after it has faded. */
const mostPrior = 13;
/** Turns the score per n-gram into the units of the word evidence; higher values let the n-grams outvote chat words. */
const ngramWeight = 0.035;
const mostNgrams = 14;
const clearLead = 5;

/** Throws a RangeError without languages. Languages are ISO 639-1 codes; without any evidence the first one is assumed. */
export function createLanguageDetector(codes: readonly string[]): LanguageDetector {
  const languages = [...new Set(codes)];
  const [first] = languages;
  if (first === undefined) throw new RangeError("no languages to choose from");
  const wordEvidence = createWordEvidence(languages);
  return (text, prior) => {
    const evidence = wordEvidence(text);
    if (!isClear(evidence)) addNgrams(evidence, languages, text);
    const fresh = relative(evidence, mostEvidence);
    const total = fresh.map((amount, at) => amount + (prior[languages[at] ?? ""] ?? 0) * fade);
    let best = 0;
    for (let at = 1; at < total.length; at++) if ((total[at] ?? 0) > (total[best] ?? 0)) best = at;
    const told = fresh.some((amount) => amount >= 0.5);
    return {
      code: languages[best] ?? first,
      confidence: confidenceOf(total, best),
      prior: told ? priorOf(relative(total, mostPrior), languages) : prior,
    };
  };
}

/** The n-grams cost most of the time and rarely change what the words say clearly. */
function isClear(evidence: Evidence): boolean {
  let most = 0;
  let second = 0;
  for (const amount of evidence) {
    if (amount > most) {
      second = most;
      most = amount;
    } else if (amount > second) second = amount;
  }
  return evidence.length === 1 || most - second >= clearLead;
}

/** Each language's lead over the weakest, at most `mostLead`. */
function relative(evidence: Evidence, mostLead: number): Evidence {
  let most = -Infinity;
  let least = Infinity;
  for (const amount of evidence) {
    if (amount > most) most = amount;
    if (amount < least) least = amount;
  }
  const floor = Math.max(least, most - mostLead);
  return evidence.map((amount) => Math.max(0, amount - floor));
}

function addNgrams(evidence: Evidence, languages: readonly string[], text: Text): void {
  const words = wordsOf(text);
  if (words === "") return;
  const scores = eld.detect(words).getScores();
  const ngrams = Math.min(mostNgrams, words.length / 3.5);
  for (let at = 0; at < evidence.length; at++) {
    const score = Math.min(scores[languages[at] ?? ""] ?? 0, 0.99);
    // Back from the library's 0..1 scale to its score per n-gram.
    const perNgram = (25 * score) / (1 - score);
    evidence[at] = (evidence[at] ?? 0) + ngramWeight * perNgram * ngrams;
  }
}

/** What people typed, without digits, signs, links and mentions; the library looks at 350 bytes at most. */
function wordsOf(text: Text): string {
  const words: string[] = [];
  let length = 0;
  let linkEnd = -1;
  for (const { kind, start, end } of text.tokens) {
    if (kind !== "word") continue;
    if (start < linkEnd) continue;
    const before = text.folded[start - 1];
    if (before === "@" || text.folded.startsWith("://", end) || text.folded.startsWith("www.", start)) {
      linkEnd = endOfRun(text.folded, end);
      continue;
    }
    words.push(text.original.slice(text.originalIndex(start), text.originalIndex(end)));
    length += end - start + 1;
    if (length > 350) break;
  }
  return words.join(" ");
}

function endOfRun(folded: string, from: number): number {
  let end = from;
  while (end < folded.length && folded[end] !== " " && folded[end] !== "\n") end++;
  return end;
}

function confidenceOf(total: Evidence, best: number): number {
  const top = total[best] ?? 0;
  let sum = 0;
  for (const amount of total) sum += Math.exp(amount - top);
  return round(1 / sum);
}

function priorOf(evidence: Evidence, languages: readonly string[]): LanguagePrior {
  const prior: Record<string, number> = {};
  for (let at = 0; at < evidence.length; at++) {
    const amount = evidence[at] ?? 0;
    if (amount > 0) prior[languages[at] ?? ""] = round(amount);
  }
  return prior;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
