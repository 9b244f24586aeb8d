import { asNumber, find, findAll, numberAt, textAt, type XmlElement } from "./xml-element.ts";
import type { XmlInvoice } from "./xml-invoice.ts";

/** Mexico's CFDI (values in attributes) and Italy's FatturaPA: what customers there send beside the PDF. */
export function readLatinInvoice(root: XmlElement): XmlInvoice | undefined {
  if (root.name === "Comprobante") return readCfdi(root);
  return root.name === "FatturaElettronica" ? readFatturaPa(root) : undefined;
}

function readCfdi(root: XmlElement): XmlInvoice {
  const { Serie, Folio, Fecha, SubTotal, Total, Moneda, TipoDeComprobante } = root.attributes;
  const issuer = find(root, "Emisor")?.attributes;
  const receiver = find(root, "Receptor")?.attributes;
  // The sum of taxes is on the document's own element; each item has one of its own.
  const taxes = root.children.find(({ name }) => name === "Impuestos")?.attributes.TotalImpuestosTrasladados;
  return {
    format: "CFDI",
    documentType: TipoDeComprobante === "E" ? "credit_note" : "invoice",
    number:
      [Serie, Folio].filter((part) => part !== undefined).join("") ||
      find(root, "TimbreFiscalDigital")?.attributes.UUID,
    issueDate: Fecha?.slice(0, 10),
    net: asNumber(SubTotal),
    tax: asNumber(taxes),
    total: asNumber(Total),
    currency: Moneda,
    vendor: issuer?.Nombre,
    customer: receiver?.Nombre,
    taxId: issuer?.Rfc,
    customerTaxId: receiver?.Rfc,
    items: findAll(root, "Concepto").flatMap(({ attributes }) => {
      const [amount, quantity, unitPrice] = [
        asNumber(attributes.Importe),
        asNumber(attributes.Cantidad),
        asNumber(attributes.ValorUnitario),
      ];
      const description = attributes.Descripcion;
      if (description === undefined || amount === undefined) return [];
      return [
        {
          description,
          amount,
          ...(quantity === undefined ? {} : { quantity }),
          ...(unitPrice === undefined ? {} : { unitPrice }),
        },
      ];
    }),
  };
}

function readFatturaPa(root: XmlElement): XmlInvoice {
  const seller = find(root, "CedentePrestatore");
  const buyer = find(root, "CessionarioCommittente");
  const document = find(root, "DatiGeneraliDocumento");
  const summaries = findAll(root, "DatiRiepilogo");
  const sum = (name: string) => {
    const parts = summaries.flatMap((part) => numberAt(part, name) ?? []);
    return parts.length === 0 ? undefined : Math.round(parts.reduce((all, part) => all + part, 0) * 100) / 100;
  };
  return {
    format: "FatturaPA",
    documentType: textAt(document, "TipoDocumento") === "TD04" ? "credit_note" : "invoice",
    number: textAt(document, "Numero"),
    issueDate: textAt(document, "Data")?.slice(0, 10),
    dueDate: textAt(root, "DatiPagamento/DataScadenzaPagamento"),
    net: sum("ImponibileImporto"),
    tax: sum("Imposta"),
    total: numberAt(document, "ImportoTotaleDocumento"),
    currency: textAt(document, "Divisa"),
    vendor: textAt(seller, "Anagrafica/Denominazione"),
    customer: textAt(buyer, "Anagrafica/Denominazione"),
    taxId: vatId(seller),
    customerTaxId: vatId(buyer),
    iban: textAt(root, "DatiPagamento/IBAN"),
  };
}

const vatId = (party: XmlElement | undefined) => {
  const id = find(party, "IdFiscaleIVA");
  const code = textAt(id, "IdCodice");
  return code === undefined ? textAt(party, "CodiceFiscale") : `${textAt(id, "IdPaese") ?? ""}${code}`;
};
