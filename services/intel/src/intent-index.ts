import { type Business, type Language, languages, type Translated } from "./business.ts";
import { stem, stopWords, wordsOf } from "./words.ts";

/** A wish of the business file with everything an answer needs. */
export type Intent = { name: string; lane: string; reply: Translated; source: "keyword" | "faq" };

type Variant = { intent: Intent; weightSquared: number };
type Posting = { variant: number; weight: number };

/** The business file prepared for fast look-ups; built once per version of the file. */
export type IntentIndex = {
  greetings: readonly (readonly string[])[];
  /** By the first word of the phrase. */
  phrases: ReadonlyMap<string, readonly { words: readonly string[]; intent: Intent }[]>;
  variants: readonly Variant[];
  postings: ReadonlyMap<string, readonly Posting[]>;
  weights: ReadonlyMap<string, number>;
  /** Weight of a word that no variant holds: it speaks against all of them, though half as loud as a known one. */
  unknownWeight: number;
};

export function buildIntentIndex(business: Business): IntentIndex {
  const faqs = business.faqs.map((faq) => ({
    intent: { name: faq.intent, lane: faq.lane, reply: faq.answer, source: "faq" as const },
    variants: Object.values(faq.questions).flat(),
  }));
  const documents = faqs.flatMap(({ intent, variants }) =>
    variants.map((text) => ({ intent, terms: new Set(termsOf(wordsOf(text))) })),
  );
  const weights = weightsOf(documents.map(({ terms }) => terms));
  const unknownWeight = Math.log(1 + documents.length) / 2;
  const postings = new Map<string, Posting[]>();
  const variants = documents.map(({ intent, terms }, variant) => {
    let weightSquared = 0;
    for (const term of terms) {
      const weight = weights.get(term) ?? unknownWeight;
      weightSquared += weight * weight;
      append(postings, term, { variant, weight });
    }
    return { intent, weightSquared };
  });
  const greetings = languages.flatMap((language: Language) => business.greetings[language] ?? []).map(wordsOf);
  return { greetings, phrases: phrasesOf(business), variants, postings, weights, unknownWeight };
}

/** The words that carry a wish, folded. A question of grammar words only ("¿dónde están?") keeps them. */
export function termsOf(words: readonly string[]): string[] {
  const telling = words.filter(
    (word) => questionWords.has(word) || !(stopWords.es.has(word) || stopWords.en.has(word)),
  );
  return (telling.length > 0 ? telling : words).map(stem);
}

// Grammar words that are half of a short question's meaning.
const questionWords = new Set(["donde", "cuando", "cuanto", "where", "when", "hay"]);

/** Rare words weigh more (smoothed idf). */
function weightsOf(documents: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of documents) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + documents.length / count)]));
}

function phrasesOf(business: Business) {
  const phrases = new Map<string, { words: string[]; intent: Intent }[]>();
  for (const { intent: name, lane, words, reply } of business.keywords) {
    const intent: Intent = { name, lane, reply, source: "keyword" };
    for (const phrase of Object.values(words).flat()) {
      const parts = wordsOf(phrase).map(stem);
      const [first] = parts;
      if (first !== undefined) append(phrases, first, { words: parts, intent });
    }
  }
  return phrases;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
