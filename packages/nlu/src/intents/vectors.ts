import { type Features, featuresOf } from "./features.ts";
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

/** The one row of a text; features that no example has are left out. */
export function vectorOf(text: string, vocabulary: Vocabulary): Rows {
  return rowsOf([featuresOf(text)], vocabulary);
}

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
