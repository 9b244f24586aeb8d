import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { trainIntents } from "./train-intents.ts";
import { trainIntentsInWorker } from "./train-intents-in-worker.ts";

const examples = [
  { text: "hola", intent: "greeting" },
  { text: "buenas", intent: "greeting" },
  { text: "qué precio tiene", intent: "price" },
  { text: "cuánto cuesta", intent: "price" },
];

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "intents-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test("a thread gives the same model as the caller would", async () => {
  expect(await trainIntentsInWorker(examples)).toEqual(trainIntents(examples));
});

test("the second time the model comes from the cache", async () => {
  const cacheDir = await aFolder();
  const first = await trainIntentsInWorker(examples, { cacheDir });
  expect(await readdir(cacheDir)).toHaveLength(1);
  const aborted = new AbortController();
  const second = trainIntentsInWorker(examples, { cacheDir, signal: aborted.signal });
  expect(await second).toEqual(first);
});

test("a damaged cache is reported, ignored and replaced", async () => {
  const cacheDir = await aFolder();
  const first = await trainIntentsInWorker(examples, { cacheDir });
  const [name = ""] = await readdir(cacheDir);
  await writeFile(join(cacheDir, name), "nonsense");
  const warnings: string[] = [];
  const again = await trainIntentsInWorker(examples, { cacheDir, warn: (sentence) => warnings.push(sentence) });
  expect(again).toEqual(first);
  expect(warnings).toEqual(["a cached intent model was ignored"]);
});

test("a cache that cannot be written costs a warning, not the model", async () => {
  const file = join(await aFolder(), "file");
  await writeFile(file, "");
  const warnings: string[] = [];
  await trainIntentsInWorker(examples, { cacheDir: join(file, "below"), warn: (sentence) => warnings.push(sentence) });
  expect(warnings).toContain("an intent model could not be cached");
});

test("an abort ends the training", async () => {
  const controller = new AbortController();
  const training = trainIntentsInWorker(examples, { signal: controller.signal });
  controller.abort(new Error("changed again"));
  await expect(training).rejects.toThrow("changed again");
});

test("examples that cannot be trained on reject with the reason", async () => {
  await expect(trainIntentsInWorker([{ text: "hola", intent: "greeting" }])).rejects.toThrow("two intents at least");
});
