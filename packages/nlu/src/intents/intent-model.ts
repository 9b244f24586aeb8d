import { z } from "zod";

/** Part of the cache key: raise it with any change to features, training or the model's fields. */
export const algorithmVersion = 1;

const Bytes = z.instanceof(Int8Array);
const Floats = z.instanceof(Float32Array);
const Integers = z.instanceof(Int32Array);

/** A matrix in one byte a cell with one scale a row. */
const Quantized = z.strictObject({ cells: Bytes, scales: Floats });
export type Quantized = z.infer<typeof Quantized>;

/** A trained classifier as plain typed arrays: travels between threads and to disk. */
export const IntentModel = z.strictObject({
  version: z.literal(algorithmVersion),
  names: z.array(z.string()),
  /** By feature number: its hash and its inverse document frequency. */
  hashes: Integers,
  idf: Floats,
  unknownIdf: z.number(),
  linear: z.strictObject({ weights: Quantized, bias: Floats }),
  hidden: z.strictObject({ inner: Quantized, innerBias: Floats, outer: Floats, bias: Floats }),
  /** The examples themselves, in sparse rows; empty where there are too many to compare with. */
  examples: z.strictObject({ starts: Integers, features: Integers, weights: Floats, classes: Integers }),
  /** Of the logistic curve from a share's log-odds to a confidence. */
  slope: z.number().positive(),
  offset: z.number(),
  /** The confidence from which an intent counts as meant. */
  threshold: z.number().min(0).max(1),
});
export type IntentModel = z.infer<typeof IntentModel>;

export function quantize(matrix: Float32Array, width: number): Quantized {
  const scales = new Float32Array(width === 0 ? 0 : matrix.length / width);
  const cells = new Int8Array(matrix.length);
  for (let row = 0; row < scales.length; row++) {
    let most = 0;
    for (let at = row * width; at < (row + 1) * width; at++) most = Math.max(most, Math.abs(matrix[at] ?? 0));
    const scale = most / 127;
    scales[row] = scale;
    if (scale === 0) continue;
    for (let at = row * width; at < (row + 1) * width; at++) cells[at] = Math.round((matrix[at] ?? 0) / scale);
  }
  return { cells, scales };
}
