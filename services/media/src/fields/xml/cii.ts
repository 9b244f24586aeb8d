import type { LineItem } from "../line-items.ts";
import { asNumber, find, findAll, numberAt, textAt, type XmlElement } from "./xml-element.ts";
import type { XmlInvoice } from "./xml-invoice.ts";

// UNTDID 1001: credit notes and corrections.
const creditCodes = ["81", "83", "261", "262", "296", "308", "381", "384", "396", "420", "458", "532"];

/** Cross Industry Invoice: ZUGFeRD 1 and 2, Factur-X, XRechnung (CII). */
export function readCii(root: XmlElement): XmlInvoice | undefined {
  if (!["CrossIndustryInvoice", "CrossIndustryDocument"].includes(root.name)) return undefined;
  const document = find(root, "ExchangedDocument") ?? find(root, "HeaderExchangedDocument");
  const agreement = find(root, "ApplicableHeaderTradeAgreement") ?? find(root, "ApplicableSupplyChainTradeAgreement");
  const settlement =
    find(root, "ApplicableHeaderTradeSettlement") ?? find(root, "ApplicableSupplyChainTradeSettlement");
  const sums =
    find(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation") ??
    find(settlement, "SpecifiedTradeSettlementMonetarySummation");
  const currency = textAt(settlement, "InvoiceCurrencyCode");
  return {
    format: "CII",
    documentType: creditCodes.includes(textAt(document, "TypeCode") ?? "") ? "credit_note" : "invoice",
    number: textAt(document, "ID"),
    issueDate: day(textAt(document, "IssueDateTime/DateTimeString")),
    dueDate: day(textAt(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString")),
    net: numberAt(sums, "TaxBasisTotalAmount"),
    tax: taxTotal(sums, currency),
    total: numberAt(sums, "GrandTotalAmount"),
    currency,
    vendor: textAt(agreement, "SellerTradeParty/Name"),
    customer: textAt(agreement, "BuyerTradeParty/Name"),
    taxId: registration(find(agreement, "SellerTradeParty")),
    customerTaxId: registration(find(agreement, "BuyerTradeParty")),
    // A direct debit names the account it is taken from instead.
    iban:
      textAt(settlement, "PayeePartyCreditorFinancialAccount/IBANID") ??
      textAt(settlement, "PayerPartyDebtorFinancialAccount/IBANID"),
    items: findAll(root, "IncludedSupplyChainTradeLineItem").flatMap((line) => itemOf(line) ?? []),
  };
}

/** The VAT id before the number of the local tax office. */
function registration(party: XmlElement | undefined): string | undefined {
  const ids = findAll(party, "SpecifiedTaxRegistration").flatMap((registered) => find(registered, "ID") ?? []);
  const id = ids.find(({ attributes }) => attributes.schemeID === "VA") ?? ids[0];
  return id?.text === "" ? undefined : id?.text;
}

function taxTotal(sums: XmlElement | undefined, currency: string | undefined): number | undefined {
  const totals = findAll(sums, "TaxTotalAmount");
  return asNumber((totals.find(({ attributes }) => attributes.currencyID === currency) ?? totals[0])?.text);
}

function itemOf(line: XmlElement): LineItem | undefined {
  const description = textAt(line, "SpecifiedTradeProduct/Name");
  const amount = numberAt(line, "LineTotalAmount");
  if (description === undefined || amount === undefined) return undefined;
  const quantity = numberAt(line, "BilledQuantity");
  const unitPrice = numberAt(line, "NetPriceProductTradePrice/ChargeAmount");
  return {
    description,
    amount,
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
  };
}

/** "20180305" (format 102) or an ISO date. */
function day(text: string | undefined): string | undefined {
  const [, year, month, date] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? "") ?? [];
  return year === undefined ? undefined : `${year}-${month}-${date}`;
}
