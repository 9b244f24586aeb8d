import { mostFeatures } from "./features.ts";
import type { IntentModel, Quantized } from "./intent-model.ts";
import { outputs, toProbabilities } from "./train-layers.ts";
import { createVectorOf, type Vector, type Vocabulary } from "./vectors.ts";

/** A score per intent for a text: logarithms of shares but for a constant. The array is the same at every call. */
export type Scorer = (text: string) => Float32Array;

/** How much a very similar example weighs beside the trained layers. */
const nearestWeight = 2;
/** High: the few most similar examples of an intent decide. */
const nearestPower = 8;

export type Layers = Pick<IntentModel, "linear" | "hidden" | "examples">;

export function createScorer(layers: Layers, vocabulary: Vocabulary): Scorer {
  // Taken apart once: a model that comes from a thread or a file has slow objects.
  const { weights, bias: linearBias } = layers.linear;
  const { inner, innerBias, outer, bias: outerBias } = layers.hidden;
  const classCount = linearBias.length;
  const unitCount = innerBias.length;
  const scores = new Float32Array(classCount);
  const second = new Float32Array(classCount);
  const units = new Float32Array(unitCount);
  const addNearest = createNearest(layers.examples, classCount, vocabulary.idf.length);
  const vectorOf = createVectorOf(vocabulary);
  return (text) => {
    const vector = vectorOf(text);
    for (let k = 0; k < classCount; k++) scores[k] = linearBias[k] ?? 0;
    addQuantized(scores, weights, vector);
    for (let unit = 0; unit < unitCount; unit++) units[unit] = innerBias[unit] ?? 0;
    addQuantized(units, inner, vector);
    outputs(second, units, outer, outerBias);
    // The geometric mean of both layers' shares, but for a constant that no share depends on.
    for (let k = 0; k < classCount; k++) scores[k] = 0.5 * ((scores[k] ?? 0) + (second[k] ?? 0));
    addNearest?.(scores, vector);
    return scores;
  };
}

/** Work space of `addQuantized`: where the row of each feature begins and what its cells count; zeros up to a multiple of eight. */
const rows = new Int32Array(mostFeatures + 8);
const values = new Float64Array(mostFeatures + 8);

/** Eight features a pass, rounded to a float after four of them: 25 µs a message where four a pass took 34. */
function addQuantized(sums: Float32Array, { cells, scales }: Quantized, { features, weights, length }: Vector): void {
  const width = sums.length;
  for (let at = 0; at < length; at++) {
    const feature = features[at] ?? 0;
    rows[at] = feature * width;
    values[at] = (weights[at] ?? 0) * (scales[feature] ?? 0);
  }
  for (let at = length; at < length + 8; at++) {
    rows[at] = 0;
    values[at] = 0;
  }
  for (let at = 0; at < length; at += 8) {
    const a = rows[at] ?? 0;
    const b = rows[at + 1] ?? 0;
    const c = rows[at + 2] ?? 0;
    const d = rows[at + 3] ?? 0;
    const e = rows[at + 4] ?? 0;
    const f = rows[at + 5] ?? 0;
    const g = rows[at + 6] ?? 0;
    const h = rows[at + 7] ?? 0;
    const ofA = values[at] ?? 0;
    const ofB = values[at + 1] ?? 0;
    const ofC = values[at + 2] ?? 0;
    const ofD = values[at + 3] ?? 0;
    const ofE = values[at + 4] ?? 0;
    const ofF = values[at + 5] ?? 0;
    const ofG = values[at + 6] ?? 0;
    const ofH = values[at + 7] ?? 0;
    for (let k = 0; k < width; k++) {
      const half = Math.fround(
        (sums[k] ?? 0) +
          ofA * (cells[a + k] ?? 0) +
          ofB * (cells[b + k] ?? 0) +
          ofC * (cells[c + k] ?? 0) +
          ofD * (cells[d + k] ?? 0),
      );
      sums[k] =
        half +
        ofE * (cells[e + k] ?? 0) +
        ofF * (cells[f + k] ?? 0) +
        ofG * (cells[g + k] ?? 0) +
        ofH * (cells[h + k] ?? 0);
    }
  }
}

/** Cosines with every example through an inverted index; only for sets small enough to compare with. */
function createNearest(
  { starts, features, weights, classes }: Layers["examples"],
  classCount: number,
  featureCount: number,
) {
  if (classes.length === 0) return undefined;
  const firsts = new Int32Array(featureCount + 1);
  for (const feature of features) firsts[feature + 1] = (firsts[feature + 1] ?? 0) + 1;
  for (let feature = 0; feature < featureCount; feature++)
    firsts[feature + 1] = (firsts[feature + 1] ?? 0) + (firsts[feature] ?? 0);
  const next = firsts.slice();
  const holders = new Int32Array(features.length);
  const values = new Float32Array(features.length);
  for (let row = 0; row < classes.length; row++)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const feature = features[at] ?? 0;
      const place = next[feature] ?? 0;
      next[feature] = place + 1;
      holders[place] = row;
      values[place] = weights[at] ?? 0;
    }
  const similar = new Float32Array(classes.length);
  const sums = new Float64Array(classCount);
  return (scores: Float32Array, vector: Vector) => {
    similar.fill(0);
    for (let at = 0; at < vector.length; at++) {
      const feature = vector.features[at] ?? 0;
      const value = vector.weights[at] ?? 0;
      for (let place = firsts[feature] ?? 0; place < (firsts[feature + 1] ?? 0); place++) {
        const row = holders[place] ?? 0;
        similar[row] = (similar[row] ?? 0) + value * (values[place] ?? 0);
      }
    }
    sums.fill(0);
    for (let row = 0; row < classes.length; row++) {
      const k = classes[row] ?? 0;
      sums[k] = (sums[k] ?? 0) + (similar[row] ?? 0) ** nearestPower;
    }
    for (let k = 0; k < classCount; k++)
      scores[k] = (scores[k] ?? 0) + nearestWeight * (sums[k] ?? 0) ** (1 / nearestPower);
  };
}

/** Flat shares tell known intents from unknown ones better than sharp ones: what is left for the others is not rounded away. */
const softness = 2.5;

/** The scores as flat shares that sum to 1; overwrites them. */
export function soften(scores: Float32Array): Float32Array {
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / softness;
  toProbabilities(scores);
  return scores;
}
