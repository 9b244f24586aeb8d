// While working on sentiment and language: node --import tsx test/eval/labels-main.ts <eval/nlu> [task part…] [--misses n]
import { parseArgs } from "node:util";
import { scoreLabels } from "./nlu/labels.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "string", default: "0" } },
});
const [data, ...wanted] = positionals;
if (data === undefined) throw new Error("which folder?");
const { reports, misses } = scoreLabels(data, "test-results/eval", wanted);
for (const { task, accuracy, macroF1, kinds } of reports) {
  console.log(`${task}: accuracy ${accuracy}, macro-F1 ${macroF1}, ${JSON.stringify(kinds)}`);
  for (const miss of misses.get(task)?.slice(0, Number(values.misses)) ?? []) console.log(JSON.stringify(miss));
}
