import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { IntentModel } from "./intent-model.ts";
import { modelKey, readModel, type Warn, writeModel } from "./model-cache.ts";
import type { IntentExample } from "./train-intents.ts";

export type TrainingOptions = {
  /** Where trained models are kept between runs; nowhere if absent. */
  cacheDir?: string;
  /** Ends the training; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  warn?: Warn;
};

/** The model of the examples, from the cache or trained on a thread of its own. Rejects as `trainIntents` throws, and on abort. */
export async function trainIntentsInWorker(
  examples: readonly IntentExample[],
  { cacheDir, signal, warn = () => {} }: TrainingOptions = {},
): Promise<IntentModel> {
  signal?.throwIfAborted();
  if (cacheDir === undefined) return trainOnThread(examples, signal);
  const key = modelKey(examples);
  const cached = await readModel(cacheDir, key, warn);
  if (cached !== undefined) return cached;
  const model = await trainOnThread(examples, signal);
  await writeModel(cacheDir, key, { model, warn });
  return model;
}

async function trainOnThread(
  examples: readonly IntentExample[],
  signal: AbortSignal | undefined,
): Promise<IntentModel> {
  signal?.throwIfAborted();
  const plain = examples.map(({ text, intent }) => ({ text, intent }));
  const worker = startWorker(import.meta.url, { examples: plain });
  const { promise, resolve, reject } = withResolvers<IntentModel>();
  const abort = () => reject(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  worker.once("message", (message) => {
    const model = IntentModel.safeParse(message);
    if (model.success) resolve(model.data);
    else reject(model.error);
  });
  worker.once("error", reject);
  worker.once("exit", (code) => reject(new Error(`the training thread ended with ${code} and without a model`)));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener("abort", abort);
    await worker.terminate();
  }
}

/** In a bundle the worker is a file beside it. From sources its thread has to learn TypeScript first: `--import tsx` does nothing in a thread. */
function startWorker(here: string, work: { examples: readonly IntentExample[] }): Worker {
  if (!here.endsWith(".ts")) return new Worker(new URL("./training-worker.mjs", here), { workerData: work });
  const loader = createRequire(here).resolve("tsx/cjs/api");
  const entry = fileURLToPath(new URL("./training-worker.ts", here));
  const source = `require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(entry)});`;
  return new Worker(source, { eval: true, workerData: work });
}

/** `Promise.withResolvers` comes with Node 22. */
function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
