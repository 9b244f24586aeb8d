// npm run eval -- <folder with nlu/ and media/, or one of them> [--only entities|intents|labels|flows|speed|reading|fields|speech]
// Scores what Parley understands against data with ground truth. Figures go to test-results/eval.json, predictions beside it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTable, progress, writeResults } from "../bench/report.ts";
import { type Figure, isMet, tableOf } from "./figure.ts";
import { fieldFigures } from "./media/fields.ts";
import { readingFigures } from "./media/reading.ts";
import { speechFigures } from "./media/speech.ts";
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
const media = existsSync(join(folder, "media")) ? join(folder, "media") : folder;
const results = "test-results/eval";

const parts: readonly { name: string; needs: string; run: () => Figure[] | Promise<Figure[]> }[] = [
  { name: "entities", needs: join(nlu, "entities"), run: () => entityFigures(nlu, results) },
  { name: "intents", needs: join(nlu, "intents"), run: () => intentFigures(nlu, results) },
  { name: "labels", needs: join(nlu, "langid"), run: () => labelFigures(nlu, results) },
  { name: "flows", needs: join(nlu, "flows"), run: () => flowFigures(nlu) },
  { name: "speed", needs: join(nlu, "entities"), run: () => speedFigures(nlu) },
  {
    name: "reading",
    needs: join(media, "photos-es"),
    run: async () => (await readingFigures(media, hostileFiles())).figures,
  },
  { name: "fields", needs: join(media, "invoices"), run: () => fieldFigures(media) },
  {
    name: "speech",
    needs: join(media, "speech"),
    run: async () => (await speechFigures(join(media, "speech"))).figures,
  },
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
  figures.push(...(await run()));
}
progress("");
console.log(formatTable(tableOf(figures)));
const missed = figures.filter((figure) => !isMet(figure));
console.log(`\n${figures.length - missed.length} of ${figures.length} goals met`);
writeResults("eval", figures);

/** Files made to hurt a reader; their maker lies with the data. */
function hostileFiles(): string | undefined {
  const maker = join(media, "tools", "gen-hostile.mjs");
  if (!existsSync(maker)) return undefined;
  const made = mkdtempSync(join(tmpdir(), "parley-hostile-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  const done = spawnSync(process.execPath, [maker, made], { stdio: "ignore" });
  return done.status === 0 ? made : undefined;
}
