// While working on fields: node --import tsx test/eval/fields-main.ts <eval/media> [--set invoices|receipts|photos-es]
//   [--misses n] [--true-text] [--keep <folder>]: pages once read are kept there and not read again
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type FieldReport, type FieldSet, type ReadPage, readPages, scoreFields, trueText } from "./media/fields.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ misses: { type: "string", default: "0" }, set: { type: "string" }, keep: { type: "string" } },
    "true-text": { type: "boolean" },
  },
});
const [data] = positionals;
if (data === undefined) throw new Error("which folder?");
const sets: readonly FieldSet[] = ["invoices", "receipts", "photos-es"];
for (const set of sets.filter((name) => values.set === undefined || values.set === name)) {
  if (values["true-text"] === true && set !== "invoices") show(`${set}, true text`, scoreFields(data, set, trueText));
  const { plain, exact } = await pagesOf(data, set);
  show(
    set,
    scoreFields(data, set, (file) => plain.get(file)),
  );
  show(
    `${set}, names to the letter`,
    scoreFields(data, set, (file) => plain.get(file), { exactNames: true }),
  );
  if (exact.size > 0)
    show(
      `${set} with XML`,
      scoreFields(data, set, (file) => exact.get(file), { only: exact }),
    );
}

async function pagesOf(folder: string, set: FieldSet) {
  const kept = values.keep === undefined ? undefined : join(values.keep, `${set}.json`);
  if (kept !== undefined && existsSync(kept)) {
    const [plain, exact]: Iterable<[string, ReadPage]>[] = JSON.parse(readFileSync(kept, "utf8"));
    return { plain: new Map(plain), exact: new Map(exact) };
  }
  const pages = await readPages(folder, set);
  if (kept === undefined) return pages;
  mkdirSync(join(kept, ".."), { recursive: true });
  writeFileSync(kept, JSON.stringify([[...pages.plain], [...pages.exact]]));
  return pages;
}

function show(name: string, report: FieldReport): void {
  console.log(`${name}: F1 ${report.f1.toFixed(3)} ${JSON.stringify(report.fields)} ${JSON.stringify(report.all)}`);
  for (const miss of report.misses.slice(0, Number(values.misses))) console.log(`  ${JSON.stringify(miss)}`);
}
