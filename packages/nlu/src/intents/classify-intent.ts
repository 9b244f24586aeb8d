import { confidenceOf } from "./calibrate-scores.ts";
import { createHashNumbers } from "./hash-numbers.ts";
import type { IntentModel } from "./intent-model.ts";
import { createScorer, soften } from "./score-intents.ts";

/** What a text is after. Confidence 0.8 means right about four times in five, given that the business knows the intent at all. */
export type IntentResult = {
  name: string;
  confidence: number;
  /** Whether the confidence reaches the calibrated threshold. If not, nobody may act on `name` alone. */
  accepted: boolean;
  /** The next best, at most three, best first. */
  alternatives: { name: string; confidence: number }[];
};
export type IntentClassifier = (text: string) => IntentResult;

/** Shares its work space between calls: for one thread, as everything here. */
export function createIntentClassifier(model: IntentModel): IntentClassifier {
  const numbers = createHashNumbers(model.hashes.length);
  for (const hash of model.hashes) numbers.add(hash);
  const score = createScorer(model, { numbers, idf: model.idf, unknownIdf: model.unknownIdf });
  return (text) => {
    const [best = { name: "", share: 0 }, ...others] = bestFour(soften(score(text)), model.names);
    const confidence = confidenceOf(best.share, model);
    // The others divide what is left as they divide it among themselves.
    const left = (1 - confidence) / Math.max(1 - best.share, 1e-9);
    const alternatives = others.map(({ name, share }) => ({ name, confidence: Math.min(confidence, share * left) }));
    return { name: best.name, confidence, accepted: confidence >= model.threshold, alternatives };
  };
}

/** Best first; of equal shares the first comes first. */
function bestFour(shares: Float32Array, names: readonly string[]): { name: string; share: number }[] {
  const best: { name: string; share: number }[] = [];
  for (let k = 0; k < shares.length; k++) {
    const share = shares[k] ?? 0;
    if (best.length === 4 && share <= (best[3]?.share ?? 0)) continue;
    const one = { name: names[k] ?? "", share };
    let place = best.length === 4 ? 3 : best.length;
    for (let before = best[place - 1]; before !== undefined && before.share < share; before = best[place - 1])
      best[place--] = before;
    best[place] = one;
  }
  return best;
}
