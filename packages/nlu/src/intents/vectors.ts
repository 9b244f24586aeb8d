import { addPairs, type Features, featuresOfWord, mostFeatures, wordsOf } from "./features.ts";
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

/** The vectors of single texts: the row that `rowsOf` gives for the text alone, valid until the next call. */
export function createVectorOf({ numbers, idf, unknownIdf }: Vocabulary): (text: string) => Rows {
  const seen = createHashNumbers(2_048);
  // By the order in which a text shows its features; -1 for one that no example has.
  const known = new Int32Array(mostFeatures);
  const counts = new Uint16Array(mostFeatures);
  const features = new Int32Array(mostFeatures);
  const weights = new Float32Array(mostFeatures);
  const starts = new Int32Array(2);
  const count = (hash: number, number: number | undefined) => {
    const size = seen.size();
    const place = seen.add(hash);
    if (place < size) counts[place] = (counts[place] ?? 0) + 1;
    else {
      counts[place] = 1;
      known[place] = number ?? numbers.get(hash);
    }
  };
  const remembered = new Map<string, Int32Array>();
  const numbersOf = (word: string, own: Int32Array) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    if (remembered.size >= mostRemembered) remembered.clear();
    const found = own.map((hash) => numbers.get(hash));
    remembered.set(word, found);
    return found;
  };
  const countAll = (text: string) => {
    seen.clear();
    const words = wordsOf(text);
    const shown = words.map(featuresOfWord);
    for (let index = 0; index < shown.length; index++) {
      const own = shown[index]?.own ?? none;
      const theirs = numbersOf(words[index] ?? "", own);
      for (let at = 0; at < own.length; at++) count(own[at] ?? 0, theirs[at]);
    }
    addPairs(shown, (hash) => count(hash, undefined));
  };
  return (text) => {
    countAll(text);
    let end = 0;
    let squares = 0;
    for (let place = 0; place < seen.size(); place++) {
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
    starts[1] = end;
    return { starts, features: features.subarray(0, end), weights: weights.subarray(0, end) };
  };
}

/** Chats say the same words again and again. */
const mostRemembered = 4_000;
const none = new Int32Array(0);

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
