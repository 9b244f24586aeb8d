// npm run eval -- <folder with nlu/ and media/, or one of them> [--only entities|intents|labels|flows|speed]
// Scores what Parley understands against data with ground truth. Figures go to test-results/eval.json, predictions beside it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTable, progress, writeResults } from "../bench/report.ts";
import { type Figure, isMet, tableOf } from "./figure.ts";
import { entityFigures } from "./nlu/entity-figures.ts";
import { flowFigures, intentFigures, labelFigures } from "./nlu/nlu-figures.ts";
import { speedFigures } from "./nlu/speed.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const [folder] = positionals;
if (folder === undefined || !existsSync(folder)) {
  console.error(
    "npm run eval -- <folder with the evaluation data>: it has nlu/entities, nlu/intents … with score.mjs beside them",
  );
  process.exit(2);
}
const nlu = existsSync(join(folder, "nlu")) ? join(folder, "nlu") : folder;
const results = "test-results/eval";

const parts: readonly { name: string; needs: string; run: () => Figure[] }[] = [
  { name: "entities", needs: join(nlu, "entities"), run: () => entityFigures(nlu, results) },
  { name: "intents", needs: join(nlu, "intents"), run: () => intentFigures(nlu, results) },
  { name: "labels", needs: join(nlu, "langid"), run: () => labelFigures(nlu, results) },
  { name: "flows", needs: join(nlu, "flows"), run: () => flowFigures(nlu) },
  { name: "speed", needs: join(nlu, "entities"), run: () => speedFigures(nlu) },
];

const wanted = parts.filter(
  ({ name, needs }) => (values.only === undefined || values.only === name) && existsSync(needs),
);
if (wanted.length === 0) {
  console.error(`nothing to measure in ${folder}; --only takes one of ${parts.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const [index, { name, run }] of wanted.entries()) {
  progress(`${index + 1} of ${wanted.length}: ${name}`);
  figures.push(...run());
}
progress("");
console.log(formatTable(tableOf(figures)));
const missed = figures.filter((figure) => !isMet(figure));
console.log(`\n${figures.length - missed.length} of ${figures.length} goals met`);
writeResults("eval", figures);
