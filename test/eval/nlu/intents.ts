import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createIntentClassifier, type IntentResult } from "@parley/nlu/intents/classify-intent";
import { shopIntents } from "@parley/nlu/intents/shop-intents";
import { trainIntents } from "@parley/nlu/intents/train-intents";
import { z } from "zod";
import { readItems, runScorer, writeItems } from "../files.ts";

const Example = z.looseObject({ text: z.string(), intent: z.string() });
const Item = Example.extend({ id: z.string() });
type Item = z.infer<typeof Item>;

/** Figures in percent; `threshold…` are those with texts under the calibrated threshold refused. Rates are of CPU time. */
export type IntentReport = {
  set: string;
  accuracy: number;
  macroF1: number;
  auroc: number;
  thresholdAccuracy: number;
  thresholdOosRecall: number;
  threshold: number;
  /** Mean difference between confidence and accuracy in ten bins, in-scope texts. */
  calibrationError: number;
  trainSeconds: number;
  perSecond: number;
};

/** Trains on every `<data>/intents/<set>.train.jsonl` whose name contains one of `wanted`, without its texts out of scope, and scores the test file. */
export function scoreIntents(data: string, results: string, wanted: readonly string[]): IntentReport[] {
  const folder = join(data, "intents");
  const sets = readdirSync(folder)
    .filter((name) => name.endsWith(".train.jsonl"))
    .map((name) => name.replace(".train.jsonl", ""))
    .filter((set) => wanted.length === 0 || wanted.some((part) => set.includes(part)));
  return sets.map((set) => {
    const examples = readItems(join(folder, `${set}.train.jsonl`), Example).filter(({ intent }) => intent !== "oos");
    const items = readItems(join(folder, `${set}.test.jsonl`), Item);
    const training = cpuSeconds(() => trainIntents(examples));
    const classify = createIntentClassifier(training.result);
    for (const { text } of items.slice(0, 500)) classify(text);
    const reading = cpuSeconds(() => items.map(({ text }) => classify(text)));
    return {
      set,
      ...scoreResults({ data, results: join(results, set), items, found: reading.result }),
      threshold: Number(training.result.threshold.toFixed(2)),
      trainSeconds: Number(training.seconds.toFixed(2)),
      perSecond: Math.round(items.length / reading.seconds),
    };
  });
}

export type Found = { data: string; results: string; items: readonly Item[]; found: readonly IntentResult[] };

/** The scorer's figures for results that lie beside their items. */
export function scoreResults({ data, results, items, found }: Found) {
  const score = (name: string, intentOf: (result: IntentResult) => string) => {
    const gold = `${results}.gold`;
    const predicted = `${results}.${name}`;
    writeItems(gold, items);
    writeItems(
      predicted,
      found.map((result, index) => ({ id: items[index]?.id, intent: intentOf(result) })),
    );
    const output = runScorer(data, ["intents", gold, predicted]);
    const figure = (label: string) => Number(new RegExp(`${label} ([\\d.]+)`).exec(output)?.[1]);
    return { accuracy: figure("n \\d+ acc"), macroF1: figure("macroF1"), oosRecall: figure("oos recall") };
  };
  const { accuracy, macroF1 } = score("best", ({ name }) => name);
  const refused = score("accepted", ({ name, accepted }) => (accepted ? name : "oos"));
  return {
    accuracy,
    macroF1,
    auroc: auroc(items, found),
    thresholdAccuracy: refused.accuracy,
    thresholdOosRecall: refused.oosRecall,
    calibrationError: calibrationError(items, found),
  };
}

/** How often a text in scope has a higher confidence than one out of scope; ties count half. */
function auroc(items: readonly Item[], found: readonly IntentResult[]): number {
  const confidences = (wanted: boolean) =>
    found.filter((_, index) => (items[index]?.intent === "oos") === wanted).map(({ confidence }) => confidence);
  const outside = confidences(true).sort((a, b) => a - b);
  const inside = confidences(false);
  if (outside.length === 0) return Number.NaN;
  const wins = inside.reduce((sum, confidence) => {
    const below = outside.filter((other) => other < confidence).length;
    return sum + below + outside.filter((other) => other === confidence).length / 2;
  }, 0);
  return Number(((100 * wins) / (inside.length * outside.length)).toFixed(1));
}

function calibrationError(items: readonly Item[], found: readonly IntentResult[]): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  let count = 0;
  for (const [index, { name, confidence }] of found.entries()) {
    const intent = items[index]?.intent;
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (intent === "oos" || bin === undefined) continue;
    count++;
    bin.confidence += confidence;
    bin.right += name === intent ? 1 : 0;
  }
  const gap = bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0);
  return Number(((100 * gap) / count).toFixed(1));
}

function cpuSeconds<T>(work: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

const Turn = z.looseObject({ text: z.string(), gold: z.looseObject({ intent: z.string() }).optional() });
const Flow = z.looseObject({ id: z.string(), turns: z.array(Turn) });

/** The standard intents on shop chats: whole messages, and flows' turns by their text alone (a short answer cannot be told without its question). */
export function scoreShopIntents(data: string) {
  const examples = shopIntents.flatMap(({ name, examples: { es, en } }) =>
    [...es, ...en].map((text) => ({ text, intent: name })),
  );
  const training = cpuSeconds(() => trainIntents(examples));
  const classify = createIntentClassifier(training.result);
  const chats = readItems(join(data, "entities", "chat-b.multi.jsonl"), Item);
  const turns = readItems(join(data, "flows", "flows-b.jsonl"), Flow).flatMap((flow) =>
    flow.turns.flatMap(({ text, gold }, index) =>
      gold === undefined ? [] : [{ id: `${flow.id}-${index}`, text, intent: gold.intent }],
    ),
  );
  const sets: [string, Item[]][] = [
    ["chat-b", chats],
    ["flows-b", turns],
  ];
  return sets.map(([set, items]) => {
    const found = items.map(({ text }) => classify(text));
    const right = items.filter(({ intent }, index) => found[index]?.name === intent).length;
    const accepted = found.filter((result) => result.accepted).length;
    const acceptedRight = items.filter(
      ({ intent }, index) => found[index]?.accepted === true && found[index]?.name === intent,
    ).length;
    const percent = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(1));
    return {
      set,
      accuracy: percent(right, items.length),
      macroF1: macroF1(items, found),
      accepted: percent(accepted, items.length),
      acceptedRight: percent(acceptedRight, accepted),
      threshold: Number(training.result.threshold.toFixed(2)),
      trainSeconds: Number(training.seconds.toFixed(2)),
    };
  });
}

/** Over all intents, `oos` included, which the scorer leaves out. */
function macroF1(items: readonly Item[], found: readonly IntentResult[]): number {
  const intents = [...new Set(items.map(({ intent }) => intent))];
  const scores = intents.map((wanted) => {
    const hits = items.filter(({ intent }, index) => intent === wanted && found[index]?.name === wanted).length;
    const gold = items.filter(({ intent }) => intent === wanted).length;
    const given = found.filter(({ name }) => name === wanted).length;
    return (2 * hits) / (gold + given);
  });
  return Number(((100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length).toFixed(1));
}
