import { join } from "node:path";
import { createEntityExtractor } from "@parley/nlu/extract-entities";
import { createIntentClassifier } from "@parley/nlu/intents/classify-intent";
import { shopIntents } from "@parley/nlu/intents/shop-intents";
import { trainIntents } from "@parley/nlu/intents/train-intents";
import { createRecognizers } from "@parley/nlu/recognizers";
import type { Figure } from "../figure.ts";
import { readJson } from "../files.ts";
import { Catalog } from "./entities.ts";
import { scoreFlows } from "./flows.ts";
import { scoreIntents } from "./intents.ts";
import { type LabelReport, scoreLabels } from "./labels.ts";

/** I1 to I4 of the goals. */
export function intentFigures(data: string, results: string): Figure[] {
  const reports = new Map(scoreIntents(data, results, []).map((report) => [report.set, report]));
  const of = (set: string) => reports.get(set);
  const hint3 = [...reports.values()].filter(({ set }) => set.startsWith("hint3"));
  const mean = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const banking = of("banking77.en");
  const clinc = of("clinc150.en");
  const none = Number.NaN;
  return [
    { id: "I1", measure: "banking77: in-scope", value: banking?.accuracy ?? none, goal: 91.5, library: "52.6" },
    { id: "I1", measure: "CLINC150: in-scope, none refused", value: clinc?.accuracy ?? none, goal: 92.5 },
    { id: "I1", measure: "fbtod.es: in-scope", value: of("fbtod.es")?.accuracy ?? none, goal: 98, library: "95.9" },
    { id: "I2", measure: "CLINC150: OOS AUROC", value: clinc?.auroc ?? none, goal: 96 },
    { id: "I2", measure: "CLINC150 at the threshold: in-scope", value: clinc?.thresholdAccuracy ?? none, goal: 89 },
    { id: "I2", measure: "CLINC150 at the threshold: OOS recall", value: clinc?.thresholdOosRecall ?? none, goal: 82 },
    {
      id: "I3",
      measure: "HINT3: in-scope, mean of 3",
      value: mean(hint3.map(({ accuracy }) => accuracy)),
      goal: 75,
      library: "64.9",
    },
    {
      id: "I3",
      measure: "HINT3: OOS AUROC, mean of 3",
      value: mean(hint3.map(({ auroc }) => auroc)),
      goal: 83,
      library: "66.6",
    },
    {
      id: "I4",
      measure: "training 10 k × 77, CPU seconds",
      value: banking?.trainSeconds ?? none,
      goal: 15,
      bound: true,
    },
    { id: "I4", measure: "predictions a CPU second, 77 intents", value: banking?.perSecond ?? none, goal: 10_000 },
  ];
}

/** S1 and L1 of the goals. */
export function labelFigures(data: string, results: string): Figure[] {
  const reports = scoreLabels(data, results, []).reports;
  const of = (task: string): LabelReport | undefined => reports.find((report) => report.task.includes(task));
  const kind = (task: string, name: string) =>
    reports.find((report) => report.task === task)?.kinds[name] ?? Number.NaN;
  const none = Number.NaN;
  return [
    {
      id: "S1",
      measure: "tweets es: macro-F1",
      value: of("tweets-xlmt.es")?.macroF1 ?? none,
      goal: 57,
      library: "34.2",
    },
    {
      id: "S1",
      measure: "tweets en: macro-F1",
      value: of("tweets-xlmt.en")?.macroF1 ?? none,
      goal: 62,
      library: "59.5",
    },
    { id: "S1", measure: "SST-2: accuracy", value: of("sst2")?.accuracy ?? none, goal: 70, library: "68.1" },
    { id: "S1", measure: "EmoEvent es: macro-F1", value: of("emoevent.es")?.macroF1 ?? none, goal: 43 },
    { id: "L1", measure: "language, chat", value: kind("langid-chat.multi", "chat"), goal: 93, library: "84.2" },
    { id: "L1", measure: "language, commands", value: kind("langid-chat.multi", "command"), goal: 99, library: "97.4" },
    { id: "L1", measure: "language, tweets", value: kind("langid-chat.multi", "tweet"), goal: 99, library: "98.2" },
    {
      id: "L1",
      measure: "language, word pairs",
      value: kind("langid-lingua.multi", "word-pairs"),
      goal: 90,
      library: "89.9",
    },
    {
      id: "L1",
      measure: "language, chat after 3 messages",
      value: kind("langid-chat.multi-after-3", "chat"),
      goal: 98,
    },
  ];
}

/** What the issue asks of conversations. */
export function flowFigures(data: string): Figure[] {
  const classify = createIntentClassifier(trainIntents(standardExamples()));
  const catalog = readJson(join(data, "entities", "catalog-b.json"), Catalog);
  const extract = createEntityExtractor(createRecognizers({ catalog }));
  const { report } = scoreFlows(data, { extract, classify });
  return [
    { id: "F1", measure: "flows: conversations with all slots, answers, lanes", value: report.whole, goal: 100 },
    { id: "F2", measure: "flows: threads, pairwise F1", value: report.threads, goal: 95 },
    { id: "F3", measure: "flows: slots", value: report.slots, goal: 100 },
    { id: "F3", measure: "flows: answered question", value: report.answers, goal: 100 },
    { id: "F3", measure: "flows: lane", value: report.lane, goal: 100 },
  ];
}

function standardExamples() {
  return shopIntents.flatMap(({ name, examples: { es, en } }) =>
    [...es, ...en].map((text) => ({ text, intent: name })),
  );
}
