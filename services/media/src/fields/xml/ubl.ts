import type { LineItem } from "../line-items.ts";
import { asNumber, find, findAll, numberAt, textAt, type XmlElement } from "./xml-element.ts";
import type { XmlInvoice } from "./xml-invoice.ts";

/** UBL invoice or credit note (Peppol, XRechnung, UBL dialects of Latin America). */
export function readUbl(root: XmlElement): XmlInvoice | undefined {
  const credit = root.name === "CreditNote";
  if (!credit && root.name !== "Invoice") return undefined;
  const sums = root.children.find(({ name }) => name === "LegalMonetaryTotal");
  if (sums === undefined) return undefined;
  const own = (name: string) => root.children.find((child) => child.name === name)?.text;
  const currency = own("DocumentCurrencyCode") ?? find(sums, "PayableAmount")?.attributes.currencyID;
  const supplier = find(root, "AccountingSupplierParty");
  const buyer = find(root, "AccountingCustomerParty");
  return {
    format: "UBL",
    documentType: credit || ["381", "396"].includes(own("InvoiceTypeCode") ?? "") ? "credit_note" : "invoice",
    number: own("ID"),
    issueDate: own("IssueDate"),
    dueDate: own("DueDate") ?? textAt(root, "PaymentMeans/PaymentDueDate"),
    net: numberAt(sums, "TaxExclusiveAmount"),
    tax: taxTotal(root, currency),
    total: numberAt(sums, "TaxInclusiveAmount") ?? numberAt(sums, "PayableAmount"),
    currency,
    vendor: partyName(supplier),
    customer: partyName(buyer),
    taxId: companyId(supplier),
    customerTaxId: companyId(buyer),
    iban: textAt(root, "PaymentMeans/PayeeFinancialAccount/ID"),
    items: [...findAll(root, "InvoiceLine"), ...findAll(root, "CreditNoteLine")].flatMap((line) => itemOf(line) ?? []),
  };
}

const partyName = (party: XmlElement | undefined) =>
  textAt(party, "PartyLegalEntity/RegistrationName") ?? textAt(party, "PartyName/Name");

const companyId = (party: XmlElement | undefined) =>
  textAt(party, "PartyTaxScheme/CompanyID") ??
  textAt(party, "PartyLegalEntity/CompanyID") ??
  textAt(party, "PartyIdentification/ID");

function taxTotal(root: XmlElement, currency: string | undefined): number | undefined {
  const totals = root.children
    .filter(({ name }) => name === "TaxTotal")
    .flatMap(({ children }) => children.find(({ name }) => name === "TaxAmount") ?? []);
  return asNumber((totals.find(({ attributes }) => attributes.currencyID === currency) ?? totals[0])?.text);
}

function itemOf(line: XmlElement): LineItem | undefined {
  const description = textAt(line, "Item/Name") ?? textAt(line, "Item/Description");
  const amount = numberAt(line, "LineExtensionAmount");
  if (description === undefined || amount === undefined) return undefined;
  const quantity = numberAt(line, "InvoicedQuantity") ?? numberAt(line, "CreditedQuantity");
  const unitPrice = numberAt(line, "Price/PriceAmount");
  return {
    description,
    amount,
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
  };
}
