import { expect, test } from "vitest";
import { readText } from "../text.ts";
import { numberAt } from "./number-words.ts";

const cardinal = (text: string, region: string) => numberAt(readText(text), 0, region)?.value;

test.each([
  ["3.480,25", "US", 3480.25],
  ["3,480.25", "ES", 3480.25],
  ["4.700", "CO", 4700],
  ["4.700", "MX", 4.7],
  ["4,700", "MX", 4700],
  ["4,700", "ES", 4.7],
  ["7,5", "US", 7.5],
  ["3,40,000", "IN", 340_000],
  ["2'350.000", "CO", 2_350_000],
  ["4 000 000", "ES", 4_000_000],
  ["18 000", "ES", 18_000],
  ["655 432 198", "ES", 655],
  ["40k", "AR", 40_000],
  ["1.5k", "US", 1500],
  ["7 mil", "MX", 7000],
  ["3 mil 250", "MX", 3250],
  ["2.5 millones", "MX", 2_500_000],
  ["6 lakh", "IN", 600_000],
  ["3/4", "US", 0.75],
  ["1 1/2", "US", 1.5],
  ["2½", "US", 2.5],
])("%s in %s is %d", (text, region, value) => {
  expect(cardinal(text, region)).toBe(value);
});

test.each([
  ["mil trescientos", 1300],
  ["ciento veintiún mil", 121_000],
  ["setecientas", 700],
  ["cuarenta y un", 41],
  ["forty-two", 42],
  ["three hundred and nine", 309],
  ["a hundred", 100],
  ["two thousand five hundred", 2500],
  ["un millón doscientos mil", 1_200_000],
  ["tres millones y medio", 3_500_000],
  ["medio millón", 500_000],
  ["half a million", 500_000],
  ["three and a half", 3.5],
  ["siete y media", 7.5],
  ["dos coma cinco", 2.5],
  ["cuatrosientos", 400],
  ["mil millones", 1_000_000_000],
])("%s is %d", (text, value) => {
  expect(cardinal(text, "MX")).toBe(value);
});

test("a date or a version is no number", () => {
  expect(cardinal("14.11.2026", "ES")).toBeUndefined();
  expect(cardinal("1.2.3", "US")).toBeUndefined();
});

test("a lone un, una, one or a says that it may be an article", () => {
  expect(numberAt(readText("una caja"), 0, "ES")).toMatchObject({ value: 1, to: 1, article: true });
  expect(numberAt(readText("one"), 0, "US")).toMatchObject({ value: 1, article: true });
});

test("the cardinal before a half is told apart, as times of day need it", () => {
  expect(numberAt(readText("cuatro y media"), 0, "ES")).toMatchObject({ value: 4.5, beforeHalf: { value: 4, to: 1 } });
});

test("a list of numbers is not one number", () => {
  expect(numberAt(readText("dos tres"), 0, "ES")).toMatchObject({ value: 2, to: 1 });
});
