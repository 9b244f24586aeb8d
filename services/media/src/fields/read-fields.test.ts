import { describe, expect, test } from "vitest";
import { aPage } from "./page.fixture.ts";
import { readFields } from "./read-fields.ts";

function valuesOf(text: string, options: { ocr?: boolean } = {}): Record<string, unknown> {
  const fields = readFields(aPage(text, options));
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}

describe("a page of text becomes fields", () => {
  test("a Spanish receipt after OCR", () => {
    const text = `Cafetería Miramar S.L.
CIF: A58818501
Fecha: 02/03/2026 09:15
Ticket nº: 2026-00431
2 Café con leche 3,20
1 Tostada 2,1O
Base imponible 4,82
IVA 10% 0,48
TOTAL EUR 5,30
Gracias por su visita`;
    expect(valuesOf(text, { ocr: true })).toEqual({
      ...{ documentType: "receipt", vendor: "Cafetería Miramar S.L.", taxId: "A58818501", number: "2026-00431" },
      ...{ issueDate: "2026-03-02", net: 4.82, tax: 0.48, total: 5.3, currency: "EUR" },
      items: [
        { description: "Café con leche", quantity: 2, amount: 3.2 },
        { description: "Tostada", quantity: 1, amount: 2.1 },
      ],
    });
  });

  test("an American invoice with columns", () => {
    const text = `Pine Tools Inc.
12 Main St
Springfield, IL 62701
INVOICE #A-1009
Date: 03/04/2026
Due: 04/03/2026
Bill To:
Bob's Garage LLC
Hammer   2   $10.00   $20.00
Saw   1   $15.00   $15.00
Subtotal   $35.00
Sales tax   $2.80
Total   $37.80`;
    expect(valuesOf(text)).toMatchObject({
      ...{ documentType: "invoice", vendor: "Pine Tools Inc.", customer: "Bob's Garage LLC", number: "A-1009" },
      ...{ issueDate: "2026-03-04", dueDate: "2026-04-03", net: 35, tax: 2.8, total: 37.8, currency: "USD" },
    });
  });

  test("a German invoice with both parties side by side", () => {
    const text = `Lieferant   Käufer   R E C H N U N G
HOLZWERK NORD GMBH   BAU SÜD GMBH
Beleg-Nr   : 2026-771
Beleg-Datum   : 16.09.2026
USt-IdNr   : DE136695976   USt-IdNr   : DE111111111
Nettobetrag   MwSt-Betrag   Endbetrag
100,00   19,00   119,00
Summe   EUR   119,00`;
    expect(valuesOf(text)).toMatchObject({
      ...{ vendor: "HOLZWERK NORD GMBH", customer: "BAU SÜD GMBH", number: "2026-771", issueDate: "2026-09-16" },
      ...{ taxId: "DE136695976", customerTaxId: "DE111111111", net: 100, tax: 19, total: 119, currency: "EUR" },
    });
  });

  test("a French credit note counts its amounts positive", () => {
    const text = `Les Oliviers SARL - 3 rue du Port - 13002 Marseille
Avoir AV-2026-12
Date de facture   16/11/2026
Total HT   -100,00 €
TVA 20 %   -20,00 €
Total TTC   -120,00 €`;
    expect(valuesOf(text)).toMatchObject({
      ...{
        documentType: "credit_note",
        number: "AV-2026-12",
        vendor: "Les Oliviers SARL",
        net: 100,
        tax: 20,
        total: 120,
      },
    });
  });

  test("a proof of transfer names who pays and who is paid", () => {
    const text = `TRANSFERENCIA REALIZADA
Ordenante: Ana Ruiz
Beneficiario: Taller Gómez SL
IBAN ES91 2100 0418 4502 0005 1332
Importe: 350,00 €
Fecha: 12/01/2026`;
    expect(valuesOf(text)).toMatchObject({
      ...{ documentType: "bank_transfer", payer: "Ana Ruiz", payee: "Taller Gómez SL", total: 350 },
      ...{ iban: "ES9121000418450200051332", issueDate: "2026-01-12" },
    });
  });

  test("an identity card has its number and no vendor", () => {
    const fields = valuesOf("DOCUMENTO NACIONAL DE IDENTIDAD\nNOMBRE\nLUCÍA\nNÚM. DNI\n12345678Z");
    expect(fields).toEqual({ documentType: "id_card", taxId: "12345678Z" });
  });

  test("a menu is no invoice", () => {
    expect(valuesOf("MENÚ\nPrimeros\nSopa 6,50\nEnsalada 5,00\nPostres\nFlan 3,50\nHelado 4,00").documentType).toBe(
      "menu",
    );
  });

  test("a chat about an invoice has no fields of one", () => {
    expect(valuesOf("la factura te la mando mañana\nvale, gracias")).toEqual({ documentType: "other" });
  });
});

describe("totals", () => {
  test("the rounded total of a receipt counts", () => {
    expect(valuesOf("RECEIPT\nTotal 60.31\nRounding adj -0.01\nRM 60.30\nCash 70.30\nChange 10.00").total).toBe(60.3);
  });

  test("what was given less the change stands in for an unreadable total", () => {
    expect(valuesOf("RECEIPT\nNoodles 9.00\nTo~al |||\nCash 10.00\nChange 1.00", { ocr: true }).total).toBe(9);
  });

  test("what was paid in advance does not lower the total", () => {
    const text =
      "RECHNUNG Nr. 9\nRechnungssumme netto 100,00\nUSt. 19,00\nBruttosumme 119,00\nAnzahlung -50,00\nZahlbetrag 69,00";
    expect(valuesOf(text).total).toBe(119);
  });

  test("a sum that reconciles is surer than one that does not", () => {
    const sure = readFields(aPage("FACTURA 7-26\nBase imponible 10,00\nIVA 2,10\nTotal 12,10")).total?.confidence ?? 0;
    const unsure = readFields(aPage("FACTURA 7-26\nTotal 12,10")).total?.confidence ?? 1;
    expect(sure).toBeGreaterThan(unsure);
  });
});

test("where a field was found is a line of the page, blank ones counted", () => {
  expect(readFields(aPage("\n\nFACTURA\n\nTotal 12,10 €")).total?.where).toBe("line 5");
});

test("what was hardly readable is not sure", () => {
  const [sure, unsure] = [0.98, 0.2].map((confidence) => {
    const lines = [{ text: "Total factura 12,10 €", confidence }];
    return readFields({ lines, ocr: true }).total?.confidence ?? 0;
  });
  expect(unsure).toBeLessThan((sure ?? 0) * 0.7);
});

test("a bare dollar sign is a peso where the tax id is at home", () => {
  expect(valuesOf("FACTURA\nCUIT: 20-12345678-6\nTotal $ 1.500,00").currency).toBe("ARS");
  expect(valuesOf("INVOICE\nTotal $ 1,500.00").currency).toBe("USD");
});

describe("totals after OCR", () => {
  test("the total that lost its point is the one that was paid", () => {
    expect(valuesOf("Ticket 17\nCaña 2,50\nTOTAL RM 4750\nVISA RM 47.50", { ocr: true }).total).toBe(47.5);
  });

  test("a number of items is no total", () => {
    const text = "Ticket 17\nCaña 2,50\nTapa 3,20\nTotal 2\nEfectivo 10,70\nCambio 5,00";
    expect(valuesOf(text, { ocr: true }).total).toBe(5.7);
  });

  test("a sum that stands on two lines is believed against the change", () => {
    const text = "Ticket 17\nSub-total 75,00\nTotal 75,00\nEfectivo 100,00\nCambio 26,00";
    expect(valuesOf(text, { ocr: true }).total).toBe(75);
  });
});
