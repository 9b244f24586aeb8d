// While working on the extractor: node --import tsx test/eval/entities-main.ts <eval/nlu> [file part…] [--types a,b] [--misses n]
import { parseArgs } from "node:util";
import { scoreEntities } from "./nlu/entities.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { types: { type: "string" }, misses: { type: "string", default: "0" } },
});
const [data, ...wanted] = positionals;
if (data === undefined) throw new Error("which folder?");
const { reports, misses } = scoreEntities(data, "test-results/eval", wanted, values.types?.split(","));
for (const { file, scores, exact } of reports) {
  console.log(`\n${file}: exact ${exact}`);
  console.table(scores);
  for (const miss of misses.get(file)?.slice(0, Number(values.misses)) ?? [])
    console.log(JSON.stringify(miss, null, 1));
}
