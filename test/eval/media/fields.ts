import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFields } from "@parley/media-service/fields/read-fields";
import { readXmlFields } from "@parley/media-service/fields/xml/read-xml-fields";
import { pdfAttachments } from "@parley/media-service/reading/adapters/pdf-attachments";
import { parseXml } from "@parley/media-service/reading/adapters/xml-tree";
import { z } from "zod";
import { readJson } from "../files.ts";
import { type Compare, type Counts, f1, sameAmount, sameName, sameText, sumOf } from "./field-score.ts";

const Truth = z.array(
  z.object({
    file: z.string(),
    lines: z.array(z.string()).optional(),
    gt: z.record(z.string(), z.unknown()).optional(),
    fields: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** Lines of a page as a reader gave them; kept in a file `<file>.json` so that rules can be measured without reading again. */
export const ReadPage = z.object({
  ocr: z.boolean().optional(),
  lines: z.array(z.object({ text: z.string(), confidence: z.number().optional() })),
  fields: z.record(z.string(), z.object({ value: z.unknown(), confidence: z.number(), where: z.string() })).optional(),
});
export type ReadPage = z.infer<typeof ReadPage>;

export type FieldSet = "invoices" | "receipts" | "photos-es";
export type FieldMiss = { file: string; field: string; truth: unknown; found: unknown };
export type FieldReport = { set: string; f1: number; all: Counts; fields: Record<string, number>; misses: FieldMiss[] };

const ours: Record<string, string> = {
  ...{ invoice_number: "number", number: "number", date: "issueDate", date_printed: "issueDate", total: "total" },
  ...{ currency: "currency", vendor: "vendor", tax_id: "taxId", iban: "iban" },
};
const compares: Record<string, Compare> = { vendor: sameName, total: sameAmount };

/** Scores the fields of one set, page by page as `read` gives it; a page without result counts all its fields as missed. */
export function scoreFields(
  data: string,
  set: FieldSet,
  read: (file: string, lines: readonly string[]) => ReadPage | undefined,
  only?: ReadonlyMap<string, unknown>,
): FieldReport {
  const byField = new Map<string, Counts>();
  const misses: FieldMiss[] = [];
  for (const item of readJson(join(data, set, "gt.json"), Truth)) {
    if (only?.has(item.file) === false) continue;
    const page = read(item.file, item.lines ?? []);
    const found = page === undefined ? {} : (page.fields ?? readFields(pageOf(page)));
    for (const [name, truth] of Object.entries(item.gt ?? item.fields ?? {})) {
      const field = ours[name];
      if (field === undefined) continue;
      const wanted = expected(field, truth);
      const counts = byField.get(field) ?? { hit: 0, wrong: 0, missed: 0 };
      byField.set(field, counts);
      const value = found[field]?.value;
      if (value === undefined) counts.missed += 1;
      else if ((compares[field] ?? sameText)(wanted, value)) counts.hit += 1;
      else counts.wrong += 1;
      if (value === undefined || !(compares[field] ?? sameText)(wanted, value))
        misses.push({ file: item.file, field, truth: wanted, found: value });
    }
  }
  const all = sumOf(byField.values());
  const fields = Object.fromEntries([...byField].map(([name, counts]) => [name, Math.round(f1(counts) * 1000) / 1000]));
  return { set, f1: f1(all), all, fields, misses };
}

/** Pages read before and kept as `<folder>/<set>__<file>.json`. */
export function keptPages(folder: string, set: FieldSet) {
  return (file: string): ReadPage | undefined => {
    const path = join(folder, `${set}__${file}.json`);
    return existsSync(path) ? ReadPage.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
  };
}

/** Pages of the PDFs that carry their invoice as XML: the fields that XML gives. */
export async function attachedPages(data: string): Promise<Map<string, ReadPage>> {
  const pages = new Map<string, ReadPage>();
  for (const { file } of readJson(join(data, "invoices", "gt.json"), Truth).filter((item) =>
    item.file.endsWith(".pdf"),
  )) {
    for (const { bytes } of await pdfAttachments(readFileSync(join(data, "invoices", file)))) {
      const root = parseXml(bytes);
      const fields = root === undefined ? undefined : readXmlFields(root);
      if (fields !== undefined) pages.set(file, { lines: [], fields });
    }
  }
  return pages;
}

/** The true text of a page, as if it had been read without a fault. */
export const trueText = (_file: string, lines: readonly string[]): ReadPage => ({
  lines: lines.map((text) => ({ text })),
});

function pageOf({ lines, ocr }: ReadPage) {
  return {
    lines: lines.map(({ text, confidence }) => ({ text, ...(confidence === undefined ? {} : { confidence }) })),
    ...(ocr === undefined ? {} : { ocr }),
  };
}

/** Truth as we write it: amounts as numbers, days in ISO. Printed days of the sets are all day first. */
function expected(field: string, truth: unknown): unknown {
  if (field === "total" && typeof truth === "string") {
    const plain = truth.replaceAll(/[^\d.,-]/g, "");
    return Number(/,\d\d$/.test(plain) ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", ""));
  }
  if (field === "issueDate" && typeof truth === "string") return isoDay(truth);
  return truth;
}

function isoDay(printed: string): string {
  const [, day, month, year] = /^(\d{1,2})[./ -](\d{1,2}|[A-Za-z]{3})[./ -](\d{2,4})$/.exec(printed.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return printed;
  const number = /\d/.test(month)
    ? Number(month)
    : "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(month.toLowerCase()) / 3 + 1;
  const full = year.length === 2 ? `20${year}` : year;
  return `${full}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
}
