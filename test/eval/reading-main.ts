// While working on the readers: node --import tsx test/eval/reading-main.ts <eval/media> [--hostile <folder>] [--files] [--only <folder>|thumbnails]
// Hostile files are made beforehand: node <eval/media>/tools/gen-hostile.mjs <folder>
import { parseArgs } from "node:util";
import { formatTable } from "../bench/report.ts";
import { tableOf } from "./figure.ts";
import { readingFigures } from "./media/reading.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { hostile: { type: "string" }, files: { type: "boolean", default: false }, only: { type: "string" } },
});
const [data] = positionals;
if (data === undefined) throw new Error("which folder?");
const { figures, reads } = await readingFigures(data, values.hostile, values.only);
if (values.files) {
  for (const [folder, { files }] of reads)
    for (const { file, result } of files)
      console.log(folder, file, result.status, Math.round(result.ms), result.text?.length ?? "-", result.reason ?? "");
}
console.log(formatTable(tableOf(figures)));
