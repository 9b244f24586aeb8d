// While working on fields: node --import tsx test/eval/fields-main.ts <eval/media> <folder with pages already read>
//   [--set invoices|receipts|photos-es] [--misses n] [--true-text]
import { parseArgs } from "node:util";
import { attachedPages, type FieldReport, type FieldSet, keptPages, scoreFields, trueText } from "./media/fields.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "string", default: "0" }, set: { type: "string" }, "true-text": { type: "boolean" } },
});
const [data, pages] = positionals;
if (data === undefined || pages === undefined) throw new Error("which folders?");
const sets: readonly FieldSet[] = ["invoices", "receipts", "photos-es"];
for (const set of sets.filter((name) => values.set === undefined || values.set === name)) {
  const useTruth = values["true-text"] === true && set !== "invoices";
  const report = scoreFields(data, set, useTruth ? trueText : keptPages(pages, set));
  show(`${set}${useTruth ? " (true text)" : ""}`, report);
}
const attached = await attachedPages(data);
show(
  "invoices with XML",
  scoreFields(data, "invoices", (file) => attached.get(file), attached),
);

function show(name: string, report: FieldReport): void {
  console.log(`${name}: F1 ${report.f1.toFixed(3)} ${JSON.stringify(report.fields)} ${JSON.stringify(report.all)}`);
  for (const miss of report.misses.slice(0, Number(values.misses))) console.log(`  ${JSON.stringify(miss)}`);
}
