import { describe, expect, test } from "vitest";
import { fieldsOfText } from "./find-fields.ts";
import { lacksTotal, type Reading, reconcileReadings } from "./reconcile-readings.ts";

function aReading(text: string): Reading {
  const lines = text.split("\n").map((line) => ({ text: line, confidence: 0.9 }));
  return { lines, fields: fieldsOfText({ text, lines }) };
}
const valuesOf = (first: string, second: string) => {
  const fields = reconcileReadings(aReading(first), aReading(second));
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
};

describe("a page is read a second time", () => {
  test("when it looks like a bill and has no total", () => {
    expect(lacksTotal(aReading("Bar Lola\nTicket 17\nCaña 2,50\nTapa 3,20"))).toBe(true);
    expect(lacksTotal(aReading("Bar Lola\n2 Caña 5,00\n1 Tapa 3,20\n8,20"))).toBe(true);
  });

  test("not when it has one, and not when it is no bill", () => {
    expect(lacksTotal(aReading("FACTURA 7\nBase imponible 10,00\nIVA 21% 2,10\nTotal factura 12,10"))).toBe(false);
    expect(lacksTotal(aReading("Hola, llego a las 10.30\nun abrazo"))).toBe(false);
  });
});

describe("two readings of one page", () => {
  test("make one: what the first lacks is the second's, and it says so", () => {
    const [first, second] = ["Bar Lola S.L.\nTicket nº: 17\nCaña 2,50", "Bar Loia S.L.\nTicket nº: 17\nTOTAL EUR 2,50"];
    expect(valuesOf(first, second)).toMatchObject({ vendor: "Bar Lola S.L.", number: "17", total: 2.5 });
    expect(reconcileReadings(aReading(first), aReading(second)).total?.where).toBe("line 3, read by columns");
  });

  test("give the sums that agree, whichever reads them", () => {
    const first = "FACTURA 7\nBase imponible 10,00\nIVA 21% 2,10\nTotal factura 72,10";
    const second = "FACTURA 7\nBase imponible 16,00\nIVA 21% 2,16\nTotal factura 12,10";
    expect(valuesOf(first, second)).toMatchObject({ net: 10, tax: 2.1, total: 12.1 });
  });

  test("keep the first one's sums when none agree", () => {
    const first = "FACTURA 7\nBase imponible 10,00\nIVA 21% 2,10\nTotal factura 72,10";
    expect(valuesOf(first, "FACTURA 7\nTotal factura 99,99")).toMatchObject({ net: 10, tax: 2.1, total: 72.1 });
  });
});
