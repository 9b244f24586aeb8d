import type { LineItem } from "../line-items.ts";
import { find, findAll, numberAt, textAt, type XmlElement } from "./xml-element.ts";
import type { XmlInvoice } from "./xml-invoice.ts";

/** Facturae 3.x, the invoice of Spanish administrations. A batch gives its first invoice. */
export function readFacturae(root: XmlElement): XmlInvoice | undefined {
  if (root.name !== "Facturae") return undefined;
  const seller = find(root, "SellerParty");
  const buyer = find(root, "BuyerParty");
  const invoice = find(root, "Invoices/Invoice");
  const header = find(invoice, "InvoiceHeader");
  const sums = find(invoice, "InvoiceTotals");
  const series = textAt(header, "InvoiceSeriesCode");
  const number = textAt(header, "InvoiceNumber");
  return {
    format: "Facturae",
    // OR and its copy CR correct another invoice; OO, OC and their copies do not.
    documentType: ["OR", "CR"].includes(textAt(header, "InvoiceClass") ?? "") ? "credit_note" : "invoice",
    number:
      number === undefined || series === undefined ? number : `${series}${/[-/]$/.test(series) ? "" : "/"}${number}`,
    issueDate: textAt(invoice, "InvoiceIssueData/IssueDate"),
    dueDate: textAt(invoice, "PaymentDetails/InstallmentDueDate"),
    net: numberAt(sums, "TotalGrossAmountBeforeTaxes"),
    tax: numberAt(sums, "TotalTaxOutputs"),
    total: numberAt(sums, "InvoiceTotal"),
    currency: textAt(invoice, "InvoiceCurrencyCode") ?? textAt(root, "FileHeader/Batch/InvoiceCurrencyCode"),
    vendor: partyName(seller),
    customer: partyName(buyer),
    taxId: textAt(seller, "TaxIdentification/TaxIdentificationNumber"),
    customerTaxId: textAt(buyer, "TaxIdentification/TaxIdentificationNumber"),
    iban: textAt(invoice, "AccountToBeCredited/IBAN"),
    items: findAll(invoice, "InvoiceLine").flatMap((line) => itemOf(line) ?? []),
  };
}

function partyName(party: XmlElement | undefined): string | undefined {
  const person = find(party, "Individual");
  const names = ["Name", "FirstSurname", "SecondSurname"].flatMap((part) => textAt(person, part) ?? []);
  return textAt(party, "LegalEntity/CorporateName") ?? (names.length > 0 ? names.join(" ") : undefined);
}

function itemOf(line: XmlElement): LineItem | undefined {
  const description = textAt(line, "ItemDescription");
  const amount = numberAt(line, "GrossAmount") ?? numberAt(line, "TotalCost");
  if (description === undefined || amount === undefined) return undefined;
  const quantity = numberAt(line, "Quantity");
  const unitPrice = numberAt(line, "UnitPriceWithoutTax");
  return {
    description,
    amount,
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
  };
}
