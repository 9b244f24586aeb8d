import { describe, expect, test } from "vitest";
import { amountsOf, withLostSeparators } from "./amounts.ts";
import { aLine } from "./page.fixture.ts";

describe("amounts as printed", () => {
  test.each([
    ["Total 1.234,56 €", 1234.56, "EUR"],
    ["Total $1,234.56", 1234.56, "USD"],
    ["Total 1 234,56 EUR", 1234.56, "EUR"],
    ["Importe MX$ 99.90", 99.9, "MXN"],
    ["Abono -20,00 €", -20, "EUR"],
    ["Balance (15.00)", -15, undefined],
    ["Betrag 7,50-", -7.5, undefined],
    ["Total R$ 1.500,00", 1500, "BRL"],
    ["Total S/ 35.50", 35.5, "PEN"],
    ["RM86.00", 86, "MYR"],
    ["Total 12.500", 12500, undefined],
  ])("%s", (text, value, currency) => {
    const last = amountsOf(aLine(text)).at(-1);
    expect(last?.value).toBe(value);
    expect(last?.currency).toBe(currency);
  });

  test("a percentage, a date and a time are no amounts", () => {
    expect(amountsOf(aLine("IVA 21 % 03/05/2026 10:15"))).toEqual([]);
  });

  test("letters and gaps that OCR puts into digits are repaired, only when told that it is OCR", () => {
    expect(amountsOf(aLine("TOTAL 1O,5O"), true).at(-1)).toMatchObject({ value: 10.5, repaired: true });
    expect(amountsOf(aLine("CASH : 200. 00"), true).at(-1)).toMatchObject({ value: 200, decimals: 2 });
    expect(amountsOf(aLine("Total RM 64 13"), true).at(-1)).toMatchObject({ value: 64.13, decimals: 2 });
    expect(amountsOf(aLine("TOTAL 1O,5O"))).toEqual([]);
  });
});

test("an amount without its separator is mended by the same one elsewhere on the page", () => {
  const rows = ["TOTAL EUR 4750", "VISA 47,50", "Mesa 1200"].map((text) => amountsOf(aLine(text), true));
  expect(withLostSeparators(rows).flatMap((row) => row.map(({ value }) => value))).toEqual([47.5, 47.5, 1200]);
});
