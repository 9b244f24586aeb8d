// While working on the flow: node --import tsx test/eval/flows-main.ts <eval/nlu> [--misses n]
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createEntityExtractor } from "@parley/nlu/extract-entities";
import { createIntentClassifier } from "@parley/nlu/intents/classify-intent";
import { shopIntents } from "@parley/nlu/intents/shop-intents";
import { trainIntents } from "@parley/nlu/intents/train-intents";
import { createRecognizers } from "@parley/nlu/recognizers";
import { z } from "zod";
import { readJson } from "./files.ts";
import { scoreFlows } from "./nlu/flows.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "string", default: "0" } },
});
const [data] = positionals;
if (data === undefined) throw new Error("which folder?");
const Catalog = z.array(z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) }));
const catalog = readJson(join(data, "entities/catalog-b.json"), Catalog);
const examples = shopIntents.flatMap(({ name, examples: { es, en } }) =>
  [...es, ...en].map((text) => ({ text, intent: name })),
);
const { report, misses } = scoreFlows(data, {
  extract: createEntityExtractor(createRecognizers({ catalog })),
  classify: createIntentClassifier(trainIntents(examples)),
});
console.table(report);
for (const miss of misses.slice(0, Number(values.misses))) console.log(JSON.stringify(miss));
