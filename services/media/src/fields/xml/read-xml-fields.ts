import type { FieldFound } from "../../reading/read-result.ts";
import { isIban } from "../iban.ts";
import { readCii } from "./cii.ts";
import { readFacturae } from "./facturae.ts";
import { readLatinInvoice } from "./latin-invoices.ts";
import { readUbl } from "./ubl.ts";
import type { XmlElement } from "./xml-element.ts";

/** The fields of an electronic invoice (CII as in Factur-X and ZUGFeRD, UBL, Facturae, CFDI, FatturaPA), or nothing if it is none. */
export function readXmlFields(root: XmlElement): Record<string, FieldFound> | undefined {
  const invoice = readCii(root) ?? readUbl(root) ?? readFacturae(root) ?? readLatinInvoice(root);
  if (invoice === undefined) return undefined;
  const { format, items, iban, ...plain } = invoice;
  const where = `xml ${format}`;
  const account = iban?.replaceAll(/\s/g, "").toUpperCase();
  // Exact, but no promise that an account exists: an IBAN that does not hold is left out here, too.
  const kept = {
    ...plain,
    iban: account !== undefined && isIban(account) ? account : undefined,
    items: items === undefined || items.length === 0 ? undefined : items,
  };
  const fields = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { value, confidence: 1, where }] as const],
  );
  return Object.fromEntries(fields);
}
