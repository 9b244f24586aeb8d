import type { LineItem } from "../line-items.ts";

/** An electronic invoice as its XML says it; what is absent there is absent here. */
export type XmlInvoice = {
  format: string;
  documentType: string;
  number?: string | undefined;
  issueDate?: string | undefined;
  dueDate?: string | undefined;
  net?: number | undefined;
  tax?: number | undefined;
  total?: number | undefined;
  currency?: string | undefined;
  vendor?: string | undefined;
  customer?: string | undefined;
  taxId?: string | undefined;
  customerTaxId?: string | undefined;
  iban?: string | undefined;
  items?: LineItem[] | undefined;
};
