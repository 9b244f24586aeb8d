import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createLanguageDetector, type LanguageDetector } from "@parley/nlu/language/detect-language";
import { type LanguagePrior, noLanguagePrior } from "@parley/nlu/language/language-prior";
import { analyzeSentiment } from "@parley/nlu/sentiment/analyze-sentiment";
import { readText } from "@parley/nlu/text";
import { z } from "zod";
import { readItems, runScorer, writeItems } from "../files.ts";

const Labelled = z.looseObject({
  id: z.string(),
  lang: z.string(),
  kind: z.string().optional(),
  text: z.string(),
  label: z.string(),
});
const Chat = z.looseObject({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  sentiment: z.string(),
  emotion: z.string(),
});
export type LabelItem = z.infer<typeof Labelled>;

/** A scored file; `kinds` = accuracy by the items' kind. Figures in percent. */
export type LabelReport = { task: string; accuracy: number; macroF1: number; kinds: Record<string, number> };
export type LabelMiss = { id: string; text: string; gold: string; found: string };

type Task = { name: string; items: LabelItem[]; label: (item: LabelItem, items: readonly LabelItem[]) => string };

/** Scores sentiment, emotion and language on the labelled files of `data` and on chat-b; `wanted` are parts of task names. */
export function scoreLabels(
  data: string,
  results: string,
  wanted: readonly string[],
): { reports: LabelReport[]; misses: Map<string, LabelMiss[]> } {
  const misses = new Map<string, LabelMiss[]>();
  const reports = tasksOf(data)
    .filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .map(({ name, items, label }) => {
      const found = items.map((item) => ({ id: item.id, label: label(item, items) }));
      const gold = join(results, `${name}.gold`);
      const predicted = join(results, `${name}.predicted`);
      writeItems(gold, items);
      writeItems(predicted, found);
      misses.set(name, missesOf(items, found));
      return { task: name, ...parseScores(runScorer(data, ["label", gold, predicted])) };
    });
  return { reports, misses };
}

function tasksOf(data: string): Task[] {
  return [
    ...labelled(data, "sentiment").map(({ name, items }) => ({
      name,
      items,
      // SST-2 has no neutral label.
      label: name.includes("sst2") ? polarityOf : sentimentOf,
    })),
    ...labelled(data, "emotion").map(({ name, items }) => ({ name, items, label: emotionOf("others") })),
    ...chatTasks(data),
    ...labelled(data, "langid").flatMap(({ name, items }) => languageTasks(name, items)),
  ];
}

function labelled(data: string, folder: string): { name: string; items: LabelItem[] }[] {
  return readdirSync(join(data, folder))
    .filter((file) => file.endsWith(".jsonl") && !file.includes(".train."))
    .map((file) => ({
      name: `${folder}-${file.replace(".jsonl", "")}`,
      items: readItems(join(data, folder, file), Labelled),
    }));
}

function chatTasks(data: string): Task[] {
  const folder = join(data, "entities");
  return readdirSync(folder)
    .filter((file) => file.startsWith("chat-b") && file.endsWith(".jsonl"))
    .flatMap((file) => {
      const items = readItems(join(folder, file), Chat);
      const part = file.replace(".jsonl", "");
      const as = (label: "sentiment" | "emotion") =>
        items.map((item) => ({ ...item, label: item[label], kind: item.lang }));
      return [
        { name: `sentiment-${part}`, items: as("sentiment"), label: sentimentOf },
        { name: `emotion-${part}`, items: as("emotion"), label: emotionOf("none") },
      ];
    });
}

function languageTasks(name: string, items: LabelItem[]): Task[] {
  const detect = createLanguageDetector([...new Set(items.map(({ label }) => label))]);
  const alone = (item: LabelItem) => detect(readText(item.text), noLanguagePrior).code;
  const after = (item: LabelItem, all: readonly LabelItem[]) =>
    detect(readText(item.text), priorOf(detect, item, all)).code;
  return [
    { name, items, label: alone },
    { name: `${name}-after-3`, items, label: after },
  ];
}

/** The next three items of the same kind and language, read as the chat's earlier messages. */
function priorOf(detect: LanguageDetector, item: LabelItem, all: readonly LabelItem[]): LanguagePrior {
  const peers = all.filter(({ kind, label }) => kind === item.kind && label === item.label);
  const at = peers.indexOf(item);
  let prior = noLanguagePrior;
  for (let step = 1; step <= 3; step++) {
    const peer = peers[(at + step) % peers.length];
    if (peer !== undefined && peer !== item) ({ prior } = detect(readText(peer.text), prior));
  }
  return prior;
}

function sentimentOf({ text, lang }: LabelItem): string {
  return analyzeSentiment(readText(text), lang).label;
}

function polarityOf({ text, lang }: LabelItem): string {
  return analyzeSentiment(readText(text), lang).score >= 0 ? "pos" : "neg";
}

function emotionOf(none: string) {
  return ({ text, lang }: LabelItem) => analyzeSentiment(readText(text), lang).emotion ?? none;
}

function parseScores(output: string): Omit<LabelReport, "task"> {
  const [, accuracy, macroF1, rest = ""] = /acc (\S+) macroF1 (\S+) (.*)/.exec(output) ?? [];
  const kinds = [...rest.matchAll(/(\S+) ([\d.]+)/g)].map(([, kind = "", figure]) => [kind, Number(figure)] as const);
  return { accuracy: Number(accuracy), macroF1: Number(macroF1), kinds: Object.fromEntries(kinds) };
}

function missesOf(items: readonly LabelItem[], found: readonly { label: string }[]): LabelMiss[] {
  return items.flatMap(({ id, text, label: gold }, index) => {
    const label = found[index]?.label ?? "";
    return label === gold ? [] : [{ id, text, gold, found: label }];
  });
}
