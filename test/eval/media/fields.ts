import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { readFields } from "@parley/media-service/fields/read-fields";
import { openMediaReader } from "@parley/media-service/read-media";
import { probeIsolation } from "@parley/media-service/sandbox/isolation";
import { z } from "zod";
import type { Figure } from "../figure.ts";
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

/** Lines of a page as a reader gave them; with `fields` those it gave, otherwise what the rules find in the lines now. */
export type ReadPage = {
  ocr?: boolean;
  lines: readonly { text: string; confidence?: number }[];
  fields?: Record<string, { value: unknown }>;
};
const mimeTypes: Record<string, string> = { ".jpg": "image/jpeg", ".pdf": "application/pdf", ".txt": "text/plain" };

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
  { only, exactNames = false }: { only?: ReadonlyMap<string, unknown>; exactNames?: boolean } = {},
): FieldReport {
  const same = (field: string) => (field === "vendor" && exactNames ? sameText : (compares[field] ?? sameText));
  const byField = new Map<string, Counts>();
  const misses: FieldMiss[] = [];
  for (const item of readJson(join(data, set, "gt.json"), Truth)) {
    if (only?.has(item.file) === false) continue;
    const page = read(item.file, item.lines ?? []);
    const found = page === undefined ? {} : (page.fields ?? readFields(page));
    for (const [name, truth] of Object.entries(item.gt ?? item.fields ?? {})) {
      const field = ours[name];
      if (field === undefined) continue;
      const wanted = expected(field, truth);
      const counts = byField.get(field) ?? { hit: 0, wrong: 0, missed: 0 };
      byField.set(field, counts);
      const value = found[field]?.value;
      if (value === undefined) counts.missed += 1;
      else if (same(field)(wanted, value)) counts.hit += 1;
      else counts.wrong += 1;
      if (value === undefined || !same(field)(wanted, value))
        misses.push({ file: item.file, field, truth: wanted, found: value });
    }
  }
  const all = sumOf(byField.values());
  const fields = Object.fromEntries([...byField].map(([name, counts]) => [name, Math.round(f1(counts) * 1000) / 1000]));
  return { set, f1: f1(all), all, fields, misses };
}

/** Reads the files of one set as the service does: `plain` without the fields it found, `exact` only those of attached XML. */
export async function readPages(data: string, set: FieldSet) {
  const reader = openMediaReader({
    isolation: await probeIsolation(),
    clock: { now: () => performance.now() },
    photoChildren: 1,
  });
  const plain = new Map<string, ReadPage>();
  const exact = new Map<string, ReadPage>();
  for (const { file } of readJson(join(data, set, "gt.json"), Truth)) {
    const bytes = readFileSync(join(data, set, file));
    const { text = "", lines, fields = {} } = await reader.read({ bytes, mimeType: mimeTypes[extname(file)] ?? "" });
    // A picture's fields may be of two readings: those of the reader count.
    plain.set(
      file,
      lines === undefined ? { lines: text.split("\n").map((line) => ({ text: line })) } : { lines, ocr: true, fields },
    );
    const sure = Object.entries(fields).filter(([, { where }]) => where.startsWith("xml"));
    if (sure.length > 0) exact.set(file, { lines: [], fields: Object.fromEntries(sure) });
  }
  await reader.stop();
  return { plain, exact };
}

/** The figures of fields: of page text, of attached XML, of photos after OCR. */
export async function fieldFigures(data: string): Promise<Figure[]> {
  const goals = { invoices: 0.88, receipts: 0.75, "photos-es": 0.9 } as const;
  const figures: Figure[] = [];
  for (const set of ["invoices", "receipts", "photos-es"] as const) {
    const { plain, exact } = await readPages(data, set);
    const { f1: value } = scoreFields(data, set, (file) => plain.get(file));
    figures.push({ id: "M1", measure: `fields of ${set}, micro F1`, value, goal: goals[set] });
    const { f1: exactly } = scoreFields(data, set, (file) => plain.get(file), { exactNames: true });
    figures.push({ id: "M1", measure: `fields of ${set}, names to the letter`, value: exactly, goal: goals[set] });
    if (exact.size === 0) continue;
    const withXml = scoreFields(data, set, (file) => exact.get(file), { only: exact });
    figures.push({ id: "M1", measure: `fields of ${set} with XML, micro F1`, value: withXml.f1, goal: 1 });
  }
  return figures;
}

/** The true text of a page, as if it had been read without a fault. */
export const trueText = (_file: string, lines: readonly string[]): ReadPage => ({
  lines: lines.map((text) => ({ text })),
});

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
