import type { FieldFound } from "../reading/read-result.ts";
import { amountsOf, withLostSeparators } from "./amounts.ts";
import { currencyCodesIn, currencyOfCountry, dollarSignCountries } from "./currencies.ts";
import { readDates } from "./document-dates.ts";
import { readNumber } from "./document-number.ts";
import { documentTypeOf } from "./document-type.ts";
import { findIbans } from "./iban.ts";
import { readItems } from "./line-items.ts";
import { repairName } from "./names.ts";
import { type PageLine, type PageText, pageLines } from "./page-lines.ts";
import { type NameFound, readCustomer, readTransfer, readVendor } from "./parties.ts";
import { ownerAt, partyHeadings } from "./party-blocks.ts";
import { sameId, type TaxIdFound, taxIdsOf } from "./tax-ids.ts";
import { readTotals } from "./totals.ts";

export type Fields = Record<string, FieldFound>;

/**
 * The fields of a document from the text of its pages: documentType, number, issueDate, dueDate, net, tax, total,
 * currency, vendor, customer, taxId (the vendor's), customerTaxId, taxIds, iban, items; of a transfer payee and payer. What is not found is absent.
 */
export function readFields(page: PageText): Fields {
  const lines = pageLines(page);
  const ocr = page.ocr === true;
  const printed = lines.map((line) => amountsOf(line, ocr));
  const amounts = ocr ? withLostSeparators(printed) : printed;
  const totals = readTotals(lines, amounts);
  const headings = partyHeadings(lines);
  const ids = taxIds(lines, ocr, headings);
  const ibans = findIbans(lines);
  const currency = currencyOf(
    lines,
    totals.currency,
    amounts.flat().map((amount) => amount.currency),
    [...ids.map(({ country }) => country), ...ibans.map(({ value }) => value.slice(0, 2))],
  );
  const dates = readDates(lines, isAmerican(lines, currency?.value));
  const type = documentTypeOf(lines, {
    priced: amounts.flat().filter(({ decimals, currency: sign }) => decimals === 2 || sign !== undefined).length,
    total: totals.total !== undefined,
  });
  const fields: Fields = {
    documentType: { value: type.type, confidence: type.confidence, where: whereIs(lines, type.line) },
  };
  const business = type.type !== "id_card" && (totals.total !== undefined || type.type !== "other");
  const put = (name: string, found: { value: unknown; confidence: number; line: number } | undefined) => {
    if (found !== undefined) fields[name] = fieldOf(found, lines);
  };
  if (business) {
    // A credit note's sign is in its type: 381 counts its amounts positive, a correction keeps the printed sign.
    const positive =
      type.type === "credit_note" &&
      !/korrektur|rectificativa/.test(
        lines
          .slice(0, 12)
          .map(({ folded }) => folded)
          .join(" "),
      );
    for (const name of ["net", "tax", "total"] as const) {
      const sum = totals[name];
      put(name, sum === undefined ? undefined : { ...sum, value: positive ? Math.abs(sum.value) : sum.value });
    }
    put("currency", currency);
    put("number", readNumber(lines));
    put("issueDate", dates.issue);
    put("dueDate", dates.due);
    if (type.type === "bank_transfer") {
      const { payee, payer } = readTransfer(lines);
      put("payee", payee);
      put("payer", payer);
    } else {
      const named = (found: NameFound | undefined) =>
        found !== undefined && ocr ? { ...found, value: repairName(found.value) } : found;
      put("vendor", named(readVendor(lines, headings)));
      put("customer", named(readCustomer(lines, headings)));
    }
  }
  put("taxId", asField(ids.find(({ customer }) => !customer)));
  put("customerTaxId", asField(ids.find(({ customer }) => customer)));
  if (ids.length > 1)
    put("taxIds", {
      value: ids.map(({ value, kind, checked }) => ({ value, kind, checked })),
      confidence: confidenceOf(ids),
      line: ids[0]?.line ?? 0,
    });
  const iban = ibans[0];
  put(
    "iban",
    iban === undefined ? undefined : { value: iban.value, confidence: iban.repaired ? 0.9 : 0.98, line: iban.line },
  );
  const sums = [totals.total?.value, totals.net?.value].flatMap((sum) => (sum === undefined ? [] : [sum]));
  const items = business ? readItems(lines, amounts, sums) : undefined;
  put("items", items === undefined ? undefined : { value: items, confidence: 0.8, line: totals.total?.line ?? 0 });
  return fields;
}

type OwnedId = TaxIdFound & { customer: boolean };

/** Tax ids of the page, the best of the vendor first. */
function taxIds(lines: readonly PageLine[], ocr: boolean, headings: ReturnType<typeof partyHeadings>): OwnedId[] {
  const found = lines.flatMap((line) =>
    taxIdsOf(line, ocr).map((id) => {
      const owner = ownerAt(headings, line, id.start);
      const cue = /(?:client|customer|kunde|ihre|votre|your|klant)[^\d]{0,24}$/.test(line.folded.slice(0, id.start));
      return { ...id, customer: cue || owner === "customer", stranger: owner === "other", headed: owner === "vendor" };
    }),
  );
  const rank = (id: (typeof found)[number]) =>
    Number(id.headed) * 2 +
    Number(id.checked) +
    Number(id.labelled) -
    Number(id.stranger) * 2 -
    Number(/siret|siren|de-tax/.test(id.kind)) * 0.5 -
    id.line / 10_000;
  const sorted = [...found].sort((a, b) => rank(b) - rank(a));
  return sorted.filter((id, at) => sorted.findIndex((other) => sameId(other.value, id.value)) === at);
}

function asField(id: OwnedId | undefined) {
  return id === undefined ? undefined : { value: id.value, line: id.line, confidence: confidenceOf([id]) };
}

function confidenceOf(ids: readonly OwnedId[]): number {
  return Math.min(...ids.map(({ checked, labelled }) => (checked ? (labelled ? 0.97 : 0.85) : 0.6)));
}

function currencyOf(
  lines: readonly PageLine[],
  ofTotal: string | undefined,
  signs: readonly (string | undefined)[],
  countries: readonly (string | undefined)[],
): { value: string; confidence: number; line: number } | undefined {
  const country = countries.find((code) => code !== undefined && currencyOfCountry(code) !== undefined);
  const home = country === undefined ? undefined : currencyOfCountry(country);
  // A bare "$" is a peso where the tax id says so.
  const local = (code: string) =>
    code === "USD" && country !== undefined && dollarSignCountries.includes(country) ? (home ?? code) : code;
  const stated = lines.find(
    ({ folded }) =>
      /wahrung|currency|moneda|devise|valuta|moeda|divisa|betrage in/.test(folded) &&
      !/buchung|\d{3},\d\d/.test(folded),
  );
  const code = stated === undefined ? undefined : currencyCodesIn(stated.text)[0];
  if (stated !== undefined && code !== undefined) return { value: code, confidence: 0.95, line: stated.index };
  if (ofTotal !== undefined) return { value: local(ofTotal), confidence: 0.93, line: 0 };
  const votes = new Map<string, number>();
  for (const sign of signs) if (sign !== undefined) votes.set(sign, (votes.get(sign) ?? 0) + 1);
  for (const found of lines.flatMap(({ text }) => currencyCodesIn(text))) votes.set(found, (votes.get(found) ?? 0) + 1);
  for (const { text } of lines) if (text.includes("€")) votes.set("EUR", (votes.get("EUR") ?? 0) + 1);
  for (const { text } of lines) if (/(?<!\p{L})RM(?!\p{L})/u.test(text)) votes.set("MYR", (votes.get("MYR") ?? 0) + 1);
  const won = [...votes].sort((a, b) => b[1] - a[1])[0];
  if (won !== undefined) return { value: local(won[0]), confidence: 0.85, line: 0 };
  return home === undefined ? undefined : { value: home, confidence: 0.6, line: 0 };
}

function isAmerican(lines: readonly PageLine[], currency: string | undefined): boolean {
  return currency === "USD" && lines.some(({ text }) => /(?<!\p{L})[A-Z]{2} \d{5}(?:-\d{4})?(?!\d)/u.test(text));
}

const whereIs = (lines: readonly PageLine[], index: number) => `line ${lines[index]?.number ?? index + 1}`;

function fieldOf(found: { value: unknown; confidence: number; line: number }, lines: readonly PageLine[]): FieldFound {
  // What was hardly readable cannot be sure, whatever the rules say.
  const readable = lines[found.line]?.confidence ?? 1;
  const confidence = Math.round(found.confidence * Math.min(1, 0.4 + 0.65 * readable) * 100) / 100;
  return { value: found.value, confidence, where: whereIs(lines, found.line) };
}
