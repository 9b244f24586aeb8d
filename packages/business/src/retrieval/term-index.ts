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
  const postings = postingsOf(documents, idf);
  const spellings = spellingsOf(idf.keys());
  const weights = documents.map(({ fields }) => coverageWeights(fields));
  const norms = documents.map(({ questions }) => questions.map((terms) => normOf(terms, idf)));
  const scores = new Float64Array(documents.length);

  const candidatesOf = (query: readonly Asked[]): number[] => {
    const touched: number[] = [];
    const rarestFirst = query.toSorted((one, other) => other.idf - one.idf);
    for (const { term, share, idf } of rarestFirst) {
      if (touched.length >= compared && idf < commonShare * (rarestFirst[0]?.idf ?? 0)) break;
      for (const { document, impact } of postings.get(term) ?? []) {
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
      const query = terms.map((term): Asked => {
        const near = known(term, idf, spellings);
        return { ...near, idf: idf.get(near.term) ?? unknownIdf };
      });
      const asked = new Map(query.map((term) => [term.term, term]));
      return candidatesOf(query)
        .filter((document) => without?.document !== document || without.question !== undefined)
        .map((document): Hit => {
          const skipped = without?.document === document ? without.question : undefined;
          const weight = skipped === undefined ? weights[document] : weightsWithout(documents[document], skipped);
          const { share: covered, matched } = coverage(query, weight ?? new Map());
          const questions = documents[document]?.questions ?? [];
          if (questions.length === 0) return { document, score: covered * (matched > 1 ? passageShare : 0.5) };
          return {
            document,
            score: 0.5 * covered + 0.5 * nearest(asked, questions, { norms: norms[document], skipped }),
          };
        })
        .sort((one, other) => other.score - one.score)
        .slice(0, limit);
    },
  };
}

/** A word of the query as the index knows it; `share` is 0 for one it does not, less than 1 for one with a typing error. */
type Asked = { term: string; share: number; idf: number };

/** How much of the query's weight is in the document. */
function coverage(query: readonly Asked[], weights: ReadonlyMap<string, number>): { share: number; matched: number } {
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

/** The cosine between the query and the question that is nearest to it. */
function nearest(
  asked: ReadonlyMap<string, Asked>,
  questions: IndexedDocument["questions"],
  { norms, skipped }: { norms: readonly number[] | undefined; skipped: number | undefined },
): number {
  let squares = 0;
  for (const { idf } of asked.values()) squares += idf ** 2;
  let most = 0;
  for (const [at, question] of questions.entries()) {
    const norm = norms?.[at] ?? 0;
    if (at === skipped || norm === 0) continue;
    let dot = 0;
    for (const term of question) {
      const { share = 0, idf = 0 } = asked.get(term) ?? {};
      dot += share * idf ** 2;
    }
    most = Math.max(most, dot / (norm * Math.sqrt(squares)));
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

function postingsOf(documents: readonly IndexedDocument[], idf: ReadonlyMap<string, number>): Map<string, Posting[]> {
  const postings = new Map<string, Posting[]>();
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
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [{ document, impact }]);
      else list.push({ document, impact });
    }
  }
  return postings;
}

/** How much of a term a document covers: the most of its fields, at most 1. */
function coverageWeights(fields: readonly Field[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { terms, weight } of fields) {
    for (const term of terms) weights.set(term, Math.max(weights.get(term) ?? 0, Math.min(1, weight)));
  }
  return weights;
}

/** Only for calibration, so it need not be fast. The questions come first among the fields. */
function weightsWithout(document: IndexedDocument | undefined, question: number): Map<string, number> {
  return coverageWeights((document?.fields ?? []).filter((_, at) => at !== question));
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
