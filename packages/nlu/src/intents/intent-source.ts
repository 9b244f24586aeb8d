import { createIntentClassifier, type IntentClassifier, type IntentResult } from "./classify-intent.ts";
import type { IntentModel } from "./intent-model.ts";
import type { IntentExample } from "./train-intents.ts";

export type IntentTraining = (examples: readonly IntentExample[], signal: AbortSignal) => Promise<IntentModel>;

/** The intents as they are now: always a complete model, the old one until the new one is ready. */
export type IntentSource = {
  classify: (text: string) => IntentResult;
  /** Trains on other examples and swaps. `superseded`: a later update or `stop` came first. Rejects if training fails; the old model stays. */
  update: (examples: readonly IntentExample[]) => Promise<"swapped" | "superseded">;
  /** Ends a training under way; classifying goes on. */
  stop: () => void;
};

/** Resolves when the first model is trained, so nobody meets a source without one. Rejects if that training fails. */
export async function createIntentSource(
  examples: readonly IntentExample[],
  train: IntentTraining,
  signal = new AbortController().signal,
): Promise<IntentSource> {
  let current: IntentClassifier = createIntentClassifier(await train(examples, signal));
  let running: AbortController | undefined;
  return {
    classify: (text) => current(text),
    update: async (changed) => {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      try {
        const model = await train(changed, mine.signal);
        if (mine.signal.aborted) return "superseded";
        current = createIntentClassifier(model);
        return "swapped";
      } catch (failure) {
        if (mine.signal.aborted) return "superseded";
        throw failure;
      } finally {
        if (running === mine) running = undefined;
      }
    },
    stop: () => running?.abort(),
  };
}
