import type { Text } from "@parley/nlu/text";
import type { Business } from "./business.ts";
import { askingStems, stemsOf } from "./retrieval/stems.ts";
import { createTermIndex, type IndexedDocument, type TermIndex } from "./retrieval/term-index.ts";
import type { Language, Translated, Variants } from "./translated.ts";

/** An answer that fits; `score` from 0 to 1, comparable between all of them. */
export type Found =
  /** Of a FAQ, or of an intent of the business's own with a reply; `answer` is a template for `renderAnswer`. */
  | { kind: "faq" | "intent"; id: string; score: number; lane: string; answer: Translated }
  /** A passage of a page, as it is to be said. */
  | { kind: "page"; id: string; score: number; title: string; text: string };

export type Retrieval = {
  /** What answers `text`, the best first; nothing when nothing fits. `least`: a lower score is enough, for who judges for himself. */
  find: (text: string | Text, language: Language, limit?: number, least?: number) => Found[];
  /** The least score of what is found, by language. */
  thresholds: Readonly<Record<Language, number>>;
};

type Entry = { found: Found; document: IndexedDocument };
type Shelf = { entries: readonly Entry[]; index: TermIndex; threshold: number };

const usualThreshold = 0.45;
const lowestThreshold = 0.4;
const highestThreshold = 0.6;
/** So many questions are tried to set the threshold. */
const mostTried = 200;
const longestPassage = 700;

/** Finds answers among the questions and pages of a business. Made once for each version of its file. */
export function createRetrieval(business: Business): Retrieval {
  const es = createShelf(business, "es");
  const en = createShelf(business, "en");
  const shelfOf = (language: Language) => (language === "es" ? es : en);
  return {
    thresholds: { es: es.threshold, en: en.threshold },
    find: (text, language, limit = 3, least) => {
      const { entries, index, threshold } = shelfOf(language);
      const enough = least ?? threshold;
      const terms = stemsOf(text, language);
      if (terms.length === 0) return [];
      const all: Found[] = [];
      for (const { document, score } of index.search(terms, limit * 4)) {
        if (score < enough || all.length === limit) break; // the best come first
        const found = entries[document]?.found;
        if (found === undefined || all.some(({ kind, id }) => kind === found.kind && id === found.id)) continue;
        all.push({ ...found, score });
      }
      return all;
    },
  };
}

function createShelf({ intents, faqs, pages }: Business, language: Language): Shelf {
  const entries: Entry[] = faqs.map(({ id, lane, questions, answer }) =>
    answered({ kind: "faq", id, score: 0, lane, answer }, questions, language),
  );
  for (const { name, lane, examples, reply } of intents) {
    // Few examples are easily outvoted in the classifier by an intent with many; by their words they are found all the same.
    if (reply === undefined || lane === undefined || examples[language] === undefined) continue;
    entries.push(answered({ kind: "intent", id: name, score: 0, lane, answer: reply }, examples, language));
  }
  for (const { id, title, text } of pages) {
    const heading = title[language] ?? "";
    for (const passage of passagesOf(text[language] ?? "")) {
      const terms = stemsOf(heading, language);
      entries.push({
        found: { kind: "page", id, score: 0, title: heading, text: passage },
        document: {
          questions: [],
          fields: [
            { terms, weight: 1 },
            { terms: stemsOf(passage, language), weight: 0.9 },
          ],
        },
      });
    }
  }
  const index = createTermIndex(
    entries.map(({ document }) => document),
    askingStems(language),
  );
  return { entries, index, threshold: calibrate(entries, index) };
}

function answered(found: Extract<Found, { answer: Translated }>, asked: Variants, language: Language): Entry {
  const questions = (asked[language] ?? []).map((question) => stemsOf(question, language));
  const answer = stemsOf(found.answer[language] ?? "", language);
  const fields = [...questions.map((terms) => ({ terms, weight: 1 })), { terms: answer, weight: 0.4 }];
  return { found, document: { questions, fields } };
}

/** A page's paragraphs; a long one is parted between sentences. */
function passagesOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const passages: string[] = [];
    let passage = "";
    for (const sentence of paragraph.trim().split(/(?<=[.!?])\s+/)) {
      if (passage !== "" && passage.length + sentence.length > longestPassage) {
        passages.push(passage);
        passage = "";
      }
      passage = passage === "" ? sentence : `${passage} ${sentence}`;
    }
    return passage === "" ? passages : [...passages, passage];
  });
}

/**
 * The score that best parts questions the file answers from those it does not: each question is asked without itself (should be found)
 * and without its whole answer (should not be).
 */
function calibrate(entries: readonly Entry[], index: TermIndex): number {
  const questions = entries.flatMap(({ found, document }, at) =>
    found.kind !== "page" && document.questions.length > 1
      ? document.questions.flatMap((terms, question) => (terms.length === 0 ? [] : [{ at, question, terms }]))
      : [],
  );
  if (questions.length < 20) return usualThreshold;
  const step = Math.max(1, Math.floor(questions.length / mostTried));
  const tried = questions.filter((_, at) => at % step === 0);
  const right: number[] = [];
  const wrong: number[] = [];
  for (const { at, question, terms } of tried) {
    const [own] = index.search(terms, 1, { document: at, question });
    if (own?.document === at) right.push(own.score);
    wrong.push(index.search(terms, 1, { document: at })[0]?.score ?? 0);
  }
  let threshold = usualThreshold;
  let most = -1;
  for (let candidate = lowestThreshold; candidate <= highestThreshold; candidate += 0.01) {
    const passed = right.filter((score) => score >= candidate).length / Math.max(1, right.length);
    const refused = wrong.filter((score) => score < candidate).length / Math.max(1, wrong.length);
    if (passed + refused <= most) continue;
    most = passed + refused;
    threshold = candidate;
  }
  return threshold;
}
