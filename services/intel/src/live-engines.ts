import { dirname } from "node:path";
import type { Log } from "@parley/actor/actor";
import type { Business } from "@parley/business/business";
import { parseBusiness, readBusinessFile } from "@parley/business/load";
import { watchBusiness } from "@parley/business/watch";
import { createIntentClassifier } from "@parley/nlu/intents/classify-intent";
import { trainIntentsInWorker } from "@parley/nlu/intents/train-intents-in-worker";
import { createEngines, type Engines, examplesOf } from "./engines.ts";
import { warmUp } from "./warm-up.ts";

export type LiveEngines = {
  /** Always a complete version: file and model of one moment. */
  current: () => Engines;
  stop(): void;
};

/**
 * Reads the business file, trains its intents beside the service, and does so again whenever the file changes: the new version is used once
 * it is complete. Throws `CodedError("config.invalid")` for a file that cannot be used; later such a file is only reported.
 */
export async function openLiveEngines(
  path: string,
  { cacheDir, log }: { cacheDir: string; log: Log },
): Promise<LiveEngines> {
  const yaml = readBusinessFile(path);
  let training = new AbortController();
  const train = async (business: Business): Promise<Engines> => {
    const { signal } = training;
    const startedAt = performance.now();
    const examples = examplesOf(business);
    const model = await trainIntentsInWorker(examples, {
      cacheDir,
      signal,
      warn: (sentence, cause) => log.warn({ err: cause }, sentence),
    });
    log.info(
      { trainingMs: Math.round(performance.now() - startedAt), intents: model.names.length },
      "business file read",
    );
    const made = createEngines(business, createIntentClassifier(model));
    warmUp(made, examples, Date.now());
    return made;
  };
  let engines = await train(parseBusiness(yaml, path, dirname(path)));

  /** A file that changes again while the last one is learned: only the newest counts. */
  const change = async (business: Business) => {
    training.abort();
    training = new AbortController();
    const { signal } = training;
    try {
      engines = await train(business);
    } catch (failure) {
      if (!signal.aborted) log.error({ err: failure }, "the new business file could not be learned, the old one stays");
    }
  };
  const watching = watchBusiness(path, yaml, {
    onChange: (business) => void change(business),
    onProblem: (problem) => log.error({ err: problem }, "the new business file is not usable, the old one stays"),
  });
  return {
    current: () => engines,
    stop() {
      training.abort();
      watching.stop();
    },
  };
}
