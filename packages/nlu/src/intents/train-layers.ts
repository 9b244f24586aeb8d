import { createRandom, shuffle } from "./random.ts";
import type { Rows } from "./vectors.ts";

/** What the trainers learn from: `rows` with a class each. */
export type TrainingSet = { rows: Rows; classes: Int32Array; classCount: number; featureCount: number };
export type LinearWeights = { weights: Float32Array<ArrayBuffer>; bias: Float32Array<ArrayBuffer> };
export type HiddenWeights = {
  inner: Float32Array<ArrayBuffer>;
  innerBias: Float32Array<ArrayBuffer>;
  outer: Float32Array<ArrayBuffer>;
  bias: Float32Array<ArrayBuffer>;
};

export const hiddenUnits = 64;
const smoothing = 0.1;
/** Gradients below this move nothing worth the time: most classes of most examples. */
const least = 0.002;

/** Softmax regression by AdaGrad, its rate falling to 0; every step sees a random half of an example's features. */
export function trainLinear(set: TrainingSet, epochs: number): LinearWeights {
  const { classCount } = set;
  const weights = new Float32Array(set.featureCount * classCount);
  const squares = new Float32Array(weights.length).fill(0.01);
  const bias = new Float32Array(classCount);
  const errors = new Float32Array(classCount);
  const active = new Int32Array(classCount);
  overExamples(set, epochs, 7, ({ features, values, length, target, rate }) => {
    errors.set(bias);
    addProducts(errors, weights, { features, values, length });
    toErrors(errors, target);
    let count = 0;
    for (let k = 0; k < classCount; k++) {
      const error = errors[k] ?? 0;
      if (error > least || error < -least) active[count++] = k;
    }
    const step = 0.5 * rate;
    for (let at = 0; at < length; at++) {
      const value = values[at] ?? 0;
      const row = (features[at] ?? 0) * classCount;
      for (let a = 0; a < count; a++) {
        const k = active[a] ?? 0;
        const gradient = value * (errors[k] ?? 0);
        const sum = (squares[row + k] ?? 0) + gradient * gradient;
        squares[row + k] = sum;
        weights[row + k] = (weights[row + k] ?? 0) - (step * gradient) / Math.sqrt(sum);
      }
    }
    for (let k = 0; k < classCount; k++) bias[k] = (bias[k] ?? 0) - 0.02 * step * (errors[k] ?? 0);
  });
  return { weights, bias };
}

/** One hidden layer of rectified units with dropout: learns which features go together. */
export function trainHidden(set: TrainingSet, epochs: number): HiddenWeights {
  const { classCount } = set;
  const random = createRandom(11);
  const inner = new Float32Array(set.featureCount * hiddenUnits).map(() => random() - 0.5);
  const innerSquares = new Float32Array(set.featureCount).fill(1e-3);
  const innerBias = new Float32Array(hiddenUnits);
  const spread = Math.sqrt(3 / hiddenUnits);
  const outer = new Float32Array(hiddenUnits * classCount).map(() => (random() * 2 - 1) * spread);
  const outerSquares = new Float32Array(outer.length).fill(0.01);
  const bias = new Float32Array(classCount);
  const units = new Float32Array(hiddenUnits);
  const back = new Float32Array(hiddenUnits);
  const errors = new Float32Array(classCount);
  overExamples(set, epochs, 13, ({ features, values, length, target, rate }) => {
    units.set(innerBias);
    addProducts(units, inner, { features, values, length });
    for (let unit = 0; unit < hiddenUnits; unit++) {
      const level = units[unit] ?? 0;
      units[unit] = level > 0 && random() >= unitDropout ? level / (1 - unitDropout) : 0;
    }
    outputs(errors, units, outer, bias);
    toErrors(errors, target);
    let squares = 0;
    for (let unit = 0; unit < hiddenUnits; unit++) {
      const level = units[unit] ?? 0;
      back[unit] = level > 0 ? learnOuter(outer, outerSquares, errors, unit, level, 0.05 * rate) : 0;
      squares += (back[unit] ?? 0) ** 2;
    }
    for (let k = 0; k < classCount; k++) bias[k] = (bias[k] ?? 0) - 0.01 * rate * (errors[k] ?? 0);
    const mean = squares / hiddenUnits;
    for (let at = 0; at < length; at++) {
      const value = values[at] ?? 0;
      const feature = features[at] ?? 0;
      const sum = (innerSquares[feature] ?? 0) + value * value * mean;
      innerSquares[feature] = sum;
      const step = (0.3 * rate * value) / Math.sqrt(sum);
      const row = feature * hiddenUnits;
      for (let unit = 0; unit < hiddenUnits; unit++)
        inner[row + unit] = (inner[row + unit] ?? 0) - step * (back[unit] ?? 0);
    }
  });
  return { inner, innerBias, outer, bias };
}
const unitDropout = 0.3;

function learnOuter(
  outer: Float32Array,
  squares: Float32Array,
  errors: Float32Array,
  unit: number,
  level: number,
  step: number,
): number {
  const classCount = errors.length;
  const row = unit * classCount;
  let back = 0;
  for (let k = 0; k < classCount; k++) {
    const error = errors[k] ?? 0;
    const weight = outer[row + k] ?? 0;
    back += error * weight;
    const gradient = error * level;
    const sum = (squares[row + k] ?? 0) + gradient * gradient;
    squares[row + k] = sum;
    outer[row + k] = weight - (step * gradient) / Math.sqrt(sum);
  }
  return back / (1 - unitDropout);
}

type Sparse = { features: Int32Array; values: Float32Array; length: number };

/** Adds to `sums` each feature's row of `matrix` times its value, four a pass: the sums travel to memory a quarter as often. */
function addProducts(sums: Float32Array, matrix: Float32Array, { features, values, length }: Sparse): void {
  const width = sums.length;
  const valueAt = (at: number) => (at < length ? (values[at] ?? 0) : 0);
  const rowAt = (at: number) => (at < length ? (features[at] ?? 0) * width : 0);
  for (let at = 0; at < length; at += 4) {
    const first = valueAt(at);
    const second = valueAt(at + 1);
    const third = valueAt(at + 2);
    const fourth = valueAt(at + 3);
    const a = rowAt(at);
    const b = rowAt(at + 1);
    const c = rowAt(at + 2);
    const d = rowAt(at + 3);
    for (let k = 0; k < width; k++)
      sums[k] =
        (sums[k] ?? 0) +
        first * (matrix[a + k] ?? 0) +
        second * (matrix[b + k] ?? 0) +
        third * (matrix[c + k] ?? 0) +
        fourth * (matrix[d + k] ?? 0);
  }
}

/** Scores per class from the levels of the hidden units. */
export function outputs(scores: Float32Array, units: Float32Array, outer: Float32Array, bias: Float32Array): void {
  scores.set(bias);
  const width = scores.length;
  for (let unit = 0; unit < units.length; unit++) {
    const level = units[unit] ?? 0;
    if (level <= 0) continue;
    const row = unit * width;
    for (let k = 0; k < width; k++) scores[k] = (scores[k] ?? 0) + level * (outer[row + k] ?? 0);
  }
}

/** Scores become the gradient of the cross-entropy with smoothed labels. */
function toErrors(scores: Float32Array, target: number): void {
  toProbabilities(scores);
  const share = smoothing / scores.length;
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) - share;
  scores[target] = (scores[target] ?? 0) - (1 - smoothing);
}

export function toProbabilities(scores: Float32Array): void {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const share = Math.exp((scores[k] ?? 0) - most);
    scores[k] = share;
    sum += share;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] ?? 0) / sum;
}

type Step = { features: Int32Array; values: Float32Array; length: number; target: number; rate: number };

/** Calls `learn` for the examples in random order with half of their features each time; `rate` falls from 1 to 0. */
function overExamples({ rows, classes }: TrainingSet, epochs: number, seed: number, learn: (step: Step) => void): void {
  const random = createRandom(seed);
  const order = Int32Array.from(classes, (_, index) => index);
  const longest = classes.reduce(
    (most, _, row) => Math.max(most, (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0)),
    0,
  );
  const step: Step = {
    features: new Int32Array(longest),
    values: new Float32Array(longest),
    length: 0,
    target: 0,
    rate: 1,
  };
  const total = epochs * classes.length;
  for (let done = 0; done < total; done++) {
    const place = done % classes.length;
    if (place === 0) shuffle(order, random);
    const row = order[place] ?? 0;
    step.length = 0;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
      if (random() < featureDropout) continue;
      step.features[step.length] = rows.features[at] ?? 0;
      // Keeps the length of the row at 1 on average.
      step.values[step.length++] = (rows.weights[at] ?? 0) * keptScale;
    }
    step.target = classes[row] ?? 0;
    step.rate = 1 - done / total;
    learn(step);
  }
}
const featureDropout = 0.5;
const keptScale = 1 / Math.sqrt(1 - featureDropout);
