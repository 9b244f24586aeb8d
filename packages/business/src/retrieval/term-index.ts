import { remembered } from "../remembered.ts";

/** What one text of a document counts: a question or title more than the answer or the body. */
export type Field = { terms: readonly string[]; weight: number };
/** Something that can be found; `questions` are compared one by one and come first among the fields. A passage has none. */
export type IndexedDocument = { fields: readonly Field[]; questions: readonly (readonly string[])[] };

export type Hit = { document: number; score: number };
export type TermIndex = {
  /** The best first, scores from 0 to 1; `without` leaves out one question (or, without `question`, a whole document), for calibration. */
  search: (terms: readonly string[], limit: number, without?: { document: number; question?: number }) => Hit[];
};

/** BM25's saturation and length constants. */
const k1 = 1.2;
const b = 0.5;
/** Words below this part of the rarest one's weight do not bring in candidates once there are enough. */
const commonShare = 0.25;
/** Only the best by BM25 are compared question by question. */
const compared = 24;
/** The most a passage scores: it says it all, but nobody said that it is the answer. */
const passageShare = 0.8;
/** What a word counts that asks but does not say about what. */
const weakShare = 0.4;
/** What a word counts that is one edit away from a known one. */
const misspelt = 0.8;

type Posting = { document: number; impact: number };

/** Documents found by BM25, then ranked by how much of the query they cover and how near their nearest question is. */
export function createTermIndex(documents: readonly IndexedDocument[], weakTerms: ReadonlySet<string>): TermIndex {
  const idf = inverseFrequencies(documents);
  for (const term of weakTerms) idf.set(term, (idf.get(term) ?? 1) * weakShare);
  // A word nobody wrote before may be anything: it tells less against an answer than a known one that is missing.
  const unknownIdf = 0.7 * Math.log(1 + documents.length + 0.5);
  // Terms are looked for by number: with their texts a search took twice as long.
  const numbers: Numbers = new Map([...idf.keys()].map((term, number) => [term, number]));
  const postings = postingsOf(documents, { idf, numbers });
  const weights = documents.map(({ fields }) => coverageWeights(fields, numbers));
  const questions = documents.map((document) => document.questions.map((terms) => questionOf(terms, { idf, numbers })));
  const spellings = spellingsOf(idf.keys());
  const readTerm = remembered(mostKept, (said: string): Asked => {
    const { term, share } = known(said, idf, spellings);
    return { term: numbers.get(term) ?? unknown, share, idf: idf.get(term) ?? unknownIdf };
  });
  const scores = new Float64Array(documents.length);
  const gains = new Float64Array(numbers.size);

  const candidatesOf = (query: readonly Asked[]): number[] => {
    const touched: number[] = [];
    const rarestFirst = query.toSorted((one, other) => other.idf - one.idf);
    for (const { term, share, idf } of rarestFirst) {
      if (touched.length >= compared && idf < commonShare * (rarestFirst[0]?.idf ?? 0)) break;
      for (const { document, impact } of postings[term] ?? []) {
        if (scores[document] === 0) touched.push(document);
        scores[document] = (scores[document] ?? 0) + impact * share;
      }
    }
    const candidates = best(touched, scores, compared);
    for (const document of touched) scores[document] = 0;
    return candidates;
  };
  return {
    search: (terms, limit, without) => {
      const query = terms.map(readTerm);
      const norm = weigh(query, gains);
      const hits: Hit[] = [];
      for (const document of candidatesOf(query)) {
        const left = without?.document === document;
        if (left && without.question === undefined) continue;
        const skipped = left ? without.question : undefined;
        const weight =
          skipped === undefined ? weights[document] : weightsWithout(documents[document], { skipped, numbers });
        const { share: covered, matched } = coverage(query, weight ?? new Map());
        const asked = questions[document] ?? [];
        const score =
          asked.length === 0
            ? covered * (matched > 1 ? passageShare : 0.5)
            : 0.5 * covered + 0.5 * nearest(asked, { gains, norm, skipped });
        hits.push({ document, score });
      }
      for (const { term } of query) gains[term] = 0;
      return hits.sort((one, other) => other.score - one.score).slice(0, limit);
    },
  };
}

type Numbers = ReadonlyMap<string, number>;
const unknown = -1;
/** Words of customers whose spelling is kept. */
const mostKept = 10_000;

/** A word of the query as the index knows it; `share` is 0 for one it does not, less than 1 for one with a typing error. */
type Asked = { term: number; share: number; idf: number };

/** How much of the query's weight is in the document. */
function coverage(query: readonly Asked[], weights: ReadonlyMap<number, number>): { share: number; matched: number } {
  let covered = 0;
  let total = 0;
  let matched = 0;
  for (const { term, share, idf } of query) {
    const weight = (weights.get(term) ?? 0) * share;
    covered += weight * idf;
    total += idf;
    if (weight > 0) matched += 1;
  }
  return { share: total === 0 ? 0 : covered / total, matched };
}

/** What each term of the query adds to the likeness of a question that has it, into `gains`; gives the query's own length. */
function weigh(query: readonly Asked[], gains: Float64Array): number {
  let squares = 0;
  for (const { term, share, idf } of query) {
    // Two spellings of one word are one.
    if (term === unknown || gains[term] === 0) squares += idf ** 2;
    if (term !== unknown) gains[term] = share * idf ** 2;
  }
  return Math.sqrt(squares);
}

type Question = { terms: readonly number[]; norm: number };

function questionOf(terms: readonly string[], { idf, numbers }: Terms): Question {
  return { terms: terms.flatMap((term) => numbers.get(term) ?? []), norm: normOf(terms, idf) };
}

/** The cosine between the query and the question that is nearest to it. */
function nearest(
  questions: readonly Question[],
  { gains, norm, skipped }: { gains: Float64Array; norm: number; skipped: number | undefined },
): number {
  let most = 0;
  for (let at = 0; at < questions.length; at++) {
    const question = questions[at];
    if (question === undefined || at === skipped || question.norm === 0) continue;
    let dot = 0;
    for (const term of question.terms) dot += gains[term] ?? 0;
    if (dot > 0) most = Math.max(most, dot / (question.norm * norm));
  }
  return most;
}

function inverseFrequencies(documents: readonly IndexedDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fields } of documents) {
    for (const term of new Set(fields.flatMap(({ terms }) => terms))) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Map([...counts].map(([term, n]) => [term, Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))]));
}

type Terms = { idf: ReadonlyMap<string, number>; numbers: Numbers };

/** By term. */
function postingsOf(documents: readonly IndexedDocument[], { idf, numbers }: Terms): Posting[][] {
  const postings: Posting[][] = Array.from(numbers, () => []);
  const lengths = documents.map(({ fields }) => fields.reduce((sum, { terms }) => sum + terms.length, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  for (const [document, { fields }] of documents.entries()) {
    const frequencies = new Map<string, number>();
    for (const { terms, weight } of fields) {
      for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
    }
    const length = k1 * (1 - b + (b * (lengths[document] ?? 0)) / Math.max(1, mean));
    for (const [term, frequency] of frequencies) {
      const impact = ((idf.get(term) ?? 0) * frequency * (k1 + 1)) / (frequency + length);
      postings[numbers.get(term) ?? unknown]?.push({ document, impact });
    }
  }
  return postings;
}

/** How much of a term a document covers: the most of its fields, at most 1. */
function coverageWeights(fields: readonly Field[], numbers: Numbers): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { terms, weight } of fields) {
    for (const term of terms) {
      const number = numbers.get(term) ?? unknown;
      weights.set(number, Math.max(weights.get(number) ?? 0, Math.min(1, weight)));
    }
  }
  return weights;
}

/** Only for calibration, so it need not be fast. The questions come first among the fields. */
function weightsWithout(
  document: IndexedDocument | undefined,
  { skipped, numbers }: { skipped: number; numbers: Numbers },
): Map<number, number> {
  const fields = (document?.fields ?? []).filter((_, at) => at !== skipped);
  return coverageWeights(fields, numbers);
}

function normOf(terms: readonly string[], idf: ReadonlyMap<string, number>): number {
  return Math.sqrt(terms.reduce((sum, term) => sum + (idf.get(term) ?? 0) ** 2, 0));
}

type Spellings = ReadonlyMap<string, string>;

/** Terms by themselves with one letter left out: two words one edit apart share such a form. */
function spellingsOf(terms: Iterable<string>): Spellings {
  const spellings = new Map<string, string>();
  for (const term of terms) for (const form of formsOf(term)) if (!spellings.has(form)) spellings.set(form, term);
  return spellings;
}

function formsOf(term: string): string[] {
  if (term.length < 4 || term.length > 30) return [];
  return [term, ...Array.from(term, (_, at) => term.slice(0, at) + term.slice(at + 1))];
}

function known(term: string, idf: ReadonlyMap<string, number>, spellings: Spellings): { term: string; share: number } {
  if (idf.has(term)) return { term, share: 1 };
  for (const form of formsOf(term)) {
    const near = spellings.get(form);
    if (near !== undefined && near[0] === term[0]) return { term: near, share: misspelt };
  }
  return { term, share: 0 };
}

function best(touched: number[], scores: Float64Array, count: number): number[] {
  if (touched.length <= count) return touched.slice();
  return touched.toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0)).slice(0, count);
}
