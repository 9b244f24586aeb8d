import { addPairs, type Features, featuresOfWord, mostFeatures, type WordFeatures, wordsOf } from "./features.ts";
import { createHashNumbers, type HashNumbers } from "./hash-numbers.ts";

/** The features of a training set with their dense numbers and inverse document frequencies. */
export type Vocabulary = {
  readonly numbers: HashNumbers;
  readonly idf: Float32Array<ArrayBuffer>;
  /** That of a feature the examples do not have. */
  readonly unknownIdf: number;
};

/** Sparse rows of unit length: row `r` holds `features[starts[r] … starts[r+1])` with their `weights`. */
export type Rows = {
  readonly starts: Int32Array<ArrayBuffer>;
  readonly features: Int32Array<ArrayBuffer>;
  readonly weights: Float32Array<ArrayBuffer>;
};

/** Numbers the features that at least `least` texts have. */
export function createVocabulary(texts: readonly Features[], least: number): Vocabulary {
  const seen = createHashNumbers(65_536);
  const frequency: number[] = [];
  for (const { hashes } of texts) {
    for (const hash of hashes) {
      const number = seen.add(hash);
      frequency[number] = (frequency[number] ?? 0) + 1;
    }
  }
  const numbers = createHashNumbers(frequency.length);
  const idf = new Float32Array(frequency.length);
  const idfOf = (count: number) => Math.log((1 + texts.length) / (1 + count)) + 1;
  for (const [number, hash] of seen.hashes().entries()) {
    const count = frequency[number] ?? 0;
    if (count >= least) idf[numbers.add(hash)] = idfOf(count);
  }
  return { numbers, idf: idf.slice(0, numbers.size()), unknownIdf: idfOf(0) };
}

/** One row: the first `length` of `features` with their `weights`. */
export type Vector = { readonly features: Int32Array; readonly weights: Float32Array; length: number };

/** The vectors of single texts: the row that `rowsOf` gives for the text alone. The same object at every call. */
export function createVectorOf({ numbers, idf, unknownIdf }: Vocabulary): (text: string) => Vector {
  const seen = createHashNumbers(2_048);
  // By the order in which a text shows its features; -1 for one that no example has.
  const known = new Int32Array(mostFeatures);
  const counts = new Uint16Array(mostFeatures);
  const vector = { features: new Int32Array(mostFeatures), weights: new Float32Array(mostFeatures), length: 0 };
  const remembered = new Map<string, KnownWord>();

  function know(said: string): KnownWord {
    const before = remembered.get(said);
    if (before !== undefined) return before;
    if (remembered.size >= mostRemembered) remembered.clear();
    const { own, word: itself, stem } = featuresOfWord(said);
    const word = { own, word: itself, stem, numbers: own.map((hash) => numbers.get(hash)) };
    if (said.length <= longestRemembered) remembered.set(said, word);
    return word;
  }

  function countAll(text: string): void {
    seen.clear();
    const words = wordsOf(text).map(know);
    for (const { own, numbers: theirs } of words) {
      for (let at = 0; at < own.length; at++) {
        const size = seen.size();
        const place = seen.add(own[at] ?? 0);
        counts[place] = place < size ? (counts[place] ?? 0) + 1 : 1;
        if (place === size) known[place] = theirs[at] ?? -1;
      }
    }
    addPairs(words, countPair);
  }

  function countPair(hash: number): void {
    const size = seen.size();
    const place = seen.add(hash);
    counts[place] = place < size ? (counts[place] ?? 0) + 1 : 1;
    if (place === size) known[place] = numbers.get(hash);
  }

  return (text) => {
    countAll(text);
    const { features, weights } = vector;
    const shown = seen.size();
    let end = 0;
    let squares = 0;
    for (let place = 0; place < shown; place++) {
      const number = known[place] ?? -1;
      const often = counts[place] ?? 1;
      if (number < 0) {
        squares += unknownIdf * unknownIdf;
        continue;
      }
      const weight = (often === 1 ? 1 : 1 + Math.log(often)) * (idf[number] ?? 0);
      features[end] = number;
      weights[end++] = weight;
      squares += weight * weight;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = 0; at < end; at++) weights[at] = (weights[at] ?? 0) * scale;
    vector.length = end;
    return vector;
  };
}

/** A word with the numbers of its features in the vocabulary. */
type KnownWord = WordFeatures & { readonly numbers: Int32Array };

/** Chats say the same words again and again. */
const mostRemembered = 4_000;
const longestRemembered = 40;

export function rowsOf(texts: readonly Features[], { numbers, idf, unknownIdf }: Vocabulary): Rows {
  const starts = new Int32Array(texts.length + 1);
  const most = texts.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const features = new Int32Array(most);
  const weights = new Float32Array(most);
  let end = 0;
  for (const [row, { hashes, counts }] of texts.entries()) {
    const start = end;
    let squares = 0;
    for (let index = 0; index < hashes.length; index++) {
      const number = numbers.get(hashes[index] ?? 0);
      const count = counts[index] ?? 1;
      if (number < 0) {
        // It still takes its part of the length: strange words make a text less like any intent.
        squares += unknownIdf * unknownIdf;
        continue;
      }
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[number] ?? 0);
      features[end] = number;
      weights[end++] = weight;
      squares += weight * weight;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = start; at < end; at++) weights[at] = (weights[at] ?? 0) * scale;
    starts[row + 1] = end;
  }
  return { starts, features: features.subarray(0, end), weights: weights.subarray(0, end) };
}
