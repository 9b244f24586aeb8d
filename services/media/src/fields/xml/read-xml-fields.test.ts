import { describe, expect, test } from "vitest";
import { parseXml } from "../../reading/adapters/xml-tree.ts";
import { readXmlFields } from "./read-xml-fields.ts";

function valuesOf(xml: string): Record<string, unknown> | undefined {
  const root = parseXml(xml);
  const fields = root === undefined ? undefined : readXmlFields(root);
  return fields && Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}

describe("electronic invoices are read exactly", () => {
  test("Cross Industry Invoice, as in Factur-X", () => {
    const xml = `<?xml version="1.0"?><rsm:CrossIndustryInvoice xmlns:rsm="r" xmlns:ram="a" xmlns:udt="u">
      <rsm:ExchangedDocument><ram:ID>F-77</ram:ID><ram:TypeCode>381</ram:TypeCode>
        <ram:IssueDateTime><udt:DateTimeString format="102">20260305</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
      <rsm:SupplyChainTradeTransaction>
        <ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Oil</ram:Name></ram:SpecifiedTradeProduct>
          <ram:NetPriceProductTradePrice><ram:ChargeAmount>5.00</ram:ChargeAmount></ram:NetPriceProductTradePrice>
          <ram:BilledQuantity unitCode="C62">2</ram:BilledQuantity><ram:LineTotalAmount>10.00</ram:LineTotalAmount>
        </ram:IncludedSupplyChainTradeLineItem>
        <ram:ApplicableHeaderTradeAgreement>
          <ram:SellerTradeParty><ram:Name>Olive &amp; Co</ram:Name>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">12/345</ram:ID></ram:SpecifiedTaxRegistration>
            <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR40303265045</ram:ID></ram:SpecifiedTaxRegistration>
          </ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Shop</ram:Name></ram:BuyerTradeParty>
        </ram:ApplicableHeaderTradeAgreement>
        <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
          <ram:PayeePartyCreditorFinancialAccount><ram:IBANID>ES91 2100 0418 4502 0005 1332</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>
          <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>10.00</ram:TaxBasisTotalAmount>
            <ram:TaxTotalAmount currencyID="USD">9.99</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">2.00</ram:TaxTotalAmount>
            <ram:GrandTotalAmount>12.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        </ram:ApplicableHeaderTradeSettlement>
      </rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
    expect(valuesOf(xml)).toEqual({
      ...{
        documentType: "credit_note",
        number: "F-77",
        issueDate: "2026-03-05",
        vendor: "Olive & Co",
        customer: "Shop",
      },
      ...{ taxId: "FR40303265045", net: 10, tax: 2, total: 12, currency: "EUR", iban: "ES9121000418450200051332" },
      items: [{ description: "Oil", quantity: 2, unitPrice: 5, amount: 10 }],
    });
  });

  test("UBL", () => {
    const xml = `<Invoice xmlns="urn:i" xmlns:cac="c" xmlns:cbc="b"><cbc:ID>U-1</cbc:ID><cbc:IssueDate>2026-03-05</cbc:IssueDate>
      <cbc:DueDate>2026-04-05</cbc:DueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      <cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Tienda</cbc:Name></cac:PartyName>
        <cac:PartyTaxScheme><cbc:CompanyID>ESA58818501</cbc:CompanyID></cac:PartyTaxScheme></cac:Party></cac:AccountingSupplierParty>
      <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">2.10</cbc:TaxAmount></cac:TaxTotal>
      <cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">10.00</cbc:TaxExclusiveAmount>
        <cbc:TaxInclusiveAmount currencyID="EUR">12.10</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">2.10</cbc:PayableAmount>
      </cac:LegalMonetaryTotal></Invoice>`;
    expect(valuesOf(xml)).toEqual({
      ...{ documentType: "invoice", number: "U-1", issueDate: "2026-03-05", dueDate: "2026-04-05", vendor: "Tienda" },
      ...{ taxId: "ESA58818501", net: 10, tax: 2.1, total: 12.1, currency: "EUR" },
    });
  });

  test("Facturae", () => {
    const xml = `<fe:Facturae xmlns:fe="f"><Parties><SellerParty><TaxIdentification><TaxIdentificationNumber>A58818501</TaxIdentificationNumber>
      </TaxIdentification><LegalEntity><CorporateName>Obras SA</CorporateName></LegalEntity></SellerParty>
      <BuyerParty><Individual><Name>Ana</Name><FirstSurname>Ruiz</FirstSurname></Individual></BuyerParty></Parties>
      <Invoices><Invoice><InvoiceHeader><InvoiceNumber>15</InvoiceNumber><InvoiceSeriesCode>2026</InvoiceSeriesCode><InvoiceClass>OO</InvoiceClass></InvoiceHeader>
      <InvoiceIssueData><IssueDate>2026-05-01</IssueDate><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData>
      <InvoiceTotals><TotalGrossAmountBeforeTaxes>100.00</TotalGrossAmountBeforeTaxes><TotalTaxOutputs>21.00</TotalTaxOutputs><InvoiceTotal>121.00</InvoiceTotal></InvoiceTotals>
      </Invoice></Invoices></fe:Facturae>`;
    expect(valuesOf(xml)).toMatchObject({
      ...{ documentType: "invoice", number: "2026/15", vendor: "Obras SA", customer: "Ana Ruiz", taxId: "A58818501" },
      ...{ issueDate: "2026-05-01", net: 100, tax: 21, total: 121, currency: "EUR" },
    });
  });

  test("CFDI, with its values in attributes", () => {
    const xml = `<cfdi:Comprobante xmlns:cfdi="c" Serie="A" Folio="9" Fecha="2026-02-03T10:00:00" SubTotal="100.00" Total="116.00" Moneda="MXN" TipoDeComprobante="I">
      <cfdi:Emisor Rfc="GODE561231GR8" Nombre="Tacos SA"/><cfdi:Receptor Rfc="XAXX010101000" Nombre="Público"/>
      <cfdi:Conceptos><cfdi:Concepto Descripcion="Taco" Cantidad="10" ValorUnitario="10" Importe="100.00"><cfdi:Impuestos/></cfdi:Concepto></cfdi:Conceptos>
      <cfdi:Impuestos TotalImpuestosTrasladados="16.00"/></cfdi:Comprobante>`;
    expect(valuesOf(xml)).toMatchObject({
      ...{
        number: "A9",
        issueDate: "2026-02-03",
        vendor: "Tacos SA",
        taxId: "GODE561231GR8",
        net: 100,
        tax: 16,
        total: 116,
      },
      items: [{ description: "Taco", quantity: 10, unitPrice: 10, amount: 100 }],
    });
  });

  test("FatturaPA", () => {
    const xml = `<p:FatturaElettronica xmlns:p="p"><CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00743110157</IdCodice></IdFiscaleIVA>
      <Anagrafica><Denominazione>Forno</Denominazione></Anagrafica></CedentePrestatore>
      <DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-09</Data><Numero>3/A</Numero><ImportoTotaleDocumento>122.00</ImportoTotaleDocumento></DatiGeneraliDocumento>
      <DatiRiepilogo><ImponibileImporto>60.00</ImponibileImporto><Imposta>13.20</Imposta></DatiRiepilogo>
      <DatiRiepilogo><ImponibileImporto>40.00</ImponibileImporto><Imposta>8.80</Imposta></DatiRiepilogo></p:FatturaElettronica>`;
    expect(valuesOf(xml)).toMatchObject({
      number: "3/A",
      vendor: "Forno",
      taxId: "IT00743110157",
      net: 100,
      tax: 22,
      total: 122,
    });
  });
});

test("an account that does not hold is left out even of an electronic invoice", () => {
  const account = "<PaymentMeans><PayeeFinancialAccount><ID>ES00 1234</ID></PayeeFinancialAccount></PaymentMeans>";
  const xml = `<Invoice><ID>1</ID>${account}<LegalMonetaryTotal><PayableAmount>1.00</PayableAmount></LegalMonetaryTotal></Invoice>`;
  expect(valuesOf(xml)).toEqual({ documentType: "invoice", number: "1", total: 1 });
});

test("XML that is no invoice has no fields", () => {
  expect(valuesOf("<rss><item>Invoice</item></rss>")).toBeUndefined();
  expect(valuesOf("<Invoice><ID>1</ID></Invoice>")).toBeUndefined();
});
