import { type Calibration, calibrateScores, type Judged } from "./calibrate-scores.ts";
import { featuresOf } from "./features.ts";
import { algorithmVersion, type IntentModel, quantize } from "./intent-model.ts";
import { createRandom, shuffle } from "./random.ts";
import { createScorer, type Layers, soften } from "./score-intents.ts";
import { hiddenUnits, trainHidden, trainLinear } from "./train-layers.ts";
import { createVocabulary, rowsOf, type Vocabulary } from "./vectors.ts";

/** A text and the name of the intent it stands for. */
export type IntentExample = { readonly text: string; readonly intent: string };

/** Above this, comparing with every example costs more than it finds. */
const mostCompared = 1_000;
/** Above this, a feature that only one example has teaches nothing but costs a third of the time. */
const mostUnpruned = 4_000;
/** Examples a calibration round learns from: enough for its confidences to resemble the whole model's. */
const mostCalibrated = 4_000;

/**
 * Trains on the calling thread: seconds for 10,000 examples; the same examples give the same model. Throws `RangeError` without two
 * intents, since there is nothing to tell apart.
 */
export function trainIntents(examples: readonly IntentExample[]): IntentModel {
  const names = [...new Set(examples.map(({ intent }) => intent))].sort();
  if (names.length < 2) throw new RangeError(`two intents at least, got ${names.length}`);
  const { vocabulary, layers } = learn(examples, names);
  const hashes = vocabulary.numbers.hashes();
  return {
    version: algorithmVersion,
    names,
    hashes,
    idf: vocabulary.idf,
    unknownIdf: vocabulary.unknownIdf,
    ...layers,
    ...leaveOut(examples, names),
  };
}

function learn(
  examples: readonly IntentExample[],
  names: readonly string[],
): { vocabulary: Vocabulary; layers: Layers } {
  const texts = examples.map(({ text }) => featuresOf(text));
  const vocabulary = createVocabulary(texts, examples.length <= mostUnpruned ? 1 : 2);
  const rows = rowsOf(texts, vocabulary);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const classes = Int32Array.from(examples, ({ intent }) => numbers.get(intent) ?? 0);
  const set = { rows, classes, classCount: names.length, featureCount: vocabulary.idf.length };
  const few = examples.length <= mostCompared;
  const linear = trainLinear(set, few ? 18 : 15);
  const { inner, ...hidden } = trainHidden(set, few ? 12 : 8);
  const layers = {
    linear: { weights: quantize(linear.weights, names.length), bias: linear.bias },
    hidden: { inner: quantize(inner, hiddenUnits), ...hidden },
    examples: few ? { ...rows, classes } : noExamples,
  };
  return { vocabulary, layers };
}
const noExamples = {
  starts: new Int32Array(1),
  features: new Int32Array(0),
  weights: new Float32Array(0),
  classes: new Int32Array(0),
};

/**
 * Curve and threshold without any text out of scope: rounds in which a sixth of the intents are unknown (their texts must be refused)
 * and a sixth of the others' texts unseen (they must be accepted).
 */
function leaveOut(examples: readonly IntentExample[], names: readonly string[]): Calibration {
  const judged: Judged[] = [];
  const random = createRandom(3);
  const drawn = Math.min(1, mostCalibrated / examples.length);
  const parts = partsOf(examples).filter(() => random() < drawn);
  const turns = Int32Array.from(names, (_, index) => index);
  shuffle(turns, random);
  const rounds = examples.length > 400 ? 1 : 3;
  for (let round = 0; round < rounds; round++) {
    const known = names.filter((_, index) => (turns[index] ?? 0) % sixths !== round);
    const isKnown = new Set(known);
    const seen = parts.filter(({ part, example }) => isKnown.has(example.intent) && part !== round);
    if (known.length < 2 || seen.length === 0) continue;
    const { vocabulary, layers } = learn(
      seen.map(({ example }) => example),
      known,
    );
    const score = createScorer(layers, vocabulary);
    for (const { part, example } of parts) {
      const strange = !isKnown.has(example.intent);
      if (!strange && part !== round) continue;
      const shares = soften(score(example.text));
      const share = Math.max(...shares);
      const right = known[shares.indexOf(share)] === example.intent;
      judged.push({ share, outcome: strange ? "strange" : right ? "right" : "wrong" });
    }
  }
  return calibrateScores(judged);
}
const sixths = 6;

/** Each example with its part of its intent. Neighbours stay together, since they are often variants of one sentence. */
function partsOf(examples: readonly IntentExample[]): { example: IntentExample; part: number }[] {
  const sizes = new Map<string, number>();
  for (const { intent } of examples) sizes.set(intent, (sizes.get(intent) ?? 0) + 1);
  const seen = new Map<string, number>();
  return examples.map((example) => {
    const place = seen.get(example.intent) ?? 0;
    seen.set(example.intent, place + 1);
    // Two blocks a part, so that the languages an intent lists one after the other both have some.
    const block = Math.floor((2 * sixths * place) / (sizes.get(example.intent) ?? 1));
    return { example, part: block % sixths };
  });
}
