import type { FieldFound } from "./read-result.ts";
import type { Recognised } from "./tidy-line.ts";

type Fields = Record<string, FieldFound>;

/** One reading of a page: its lines and the fields found in them. */
export type Reading = { lines: readonly Recognised[]; fields: Fields };

const sumNames = ["net", "tax", "total"] as const;
type SumName = (typeof sumNames)[number];
const bills: ReadonlySet<unknown> = new Set(["receipt", "invoice", "credit_note", "quote"]);
const pricedLine = /\d[.,]\d{2}(?!\d)/;
const fewestPrices = 3;

/** Whether a page looks like a receipt or an invoice, but has no total. */
export function lacksTotal({ lines, fields }: Reading): boolean {
  if (fields.total !== undefined) return false;
  const type = fields.documentType?.value;
  return (
    bills.has(type) || (type === "other" && lines.filter(({ text }) => pricedLine.test(text)).length >= fewestPrices)
  );
}

/**
 * The fields of a page that was read twice: those of the first reading, and of the second what it lacks. Of the sums those
 * go together of which net and tax make the total, whichever reading has them.
 */
export function reconcileReadings(first: Reading, second: Reading): Fields {
  const other = Object.fromEntries(
    Object.entries(second.fields).map(([name, field]) => [
      name,
      { ...field, where: `${field.where}, read by columns` },
    ]),
  );
  const unknown = first.fields.documentType?.value === "other";
  const known = Object.entries(first.fields).filter(([name]) => name !== "documentType" || !unknown);
  return { ...other, ...Object.fromEntries(known), ...agreeing(first.fields, other) };
}

function agreeing(first: Fields, second: Fields): Fields {
  const both = (name: SumName) => [first[name], second[name]].filter((field) => field !== undefined);
  for (const total of both("total")) {
    for (const net of both("net")) {
      const tax = both("tax").find((field) => agree(sumsOf({ net, tax: field, total })));
      if (tax !== undefined) return { net: surer(net), tax: surer(tax), total: surer(total) };
    }
  }
  return {};
}

// That sums agree is worth more than how well each was readable.
const surer = (field: FieldFound): FieldFound => ({ ...field, confidence: Math.max(field.confidence, 0.9) });

function sumsOf(fields: Fields): Partial<Record<SumName, number>> {
  return Object.fromEntries(
    sumNames.flatMap((name) => {
      const value = fields[name]?.value;
      return typeof value === "number" ? [[name, value]] : [];
    }),
  );
}

function agree({ net, tax, total }: Partial<Record<SumName, number>>): boolean {
  return (
    net !== undefined && tax !== undefined && total !== undefined && total !== 0 && Math.abs(net + tax - total) < 0.011
  );
}
