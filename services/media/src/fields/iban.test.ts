import { expect, test } from "vitest";
import { findIbans, isIban } from "./iban.ts";
import { aPage } from "./page.fixture.ts";
import { pageLines } from "./page-lines.ts";

const ibansIn = (text: string) => findIbans(pageLines(aPage(text))).map(({ value }) => value);

test("length by country and mod 97 decide", () => {
  expect(isIban("ES9121000418450200051332")).toBe(true);
  expect(isIban("ES9121000418450200051333")).toBe(false);
  expect(isIban("ES912100041845020005133")).toBe(false);
});

test.each([
  ["IBAN: ES91 2100 0418 4502 0005 1332", "ES9121000418450200051332"],
  ["IBAN NL91ABNA0417164300 BIC ABNANL2A", "NL91ABNA0417164300"],
  ["Cuenta DE89-3704-0044-0532-0130-00", "DE89370400440532013000"],
])("%s", (text, iban) => {
  expect(ibansIn(text)).toEqual([iban]);
});

test("an account that goes on in the next line is read as one", () => {
  expect(ibansIn("IBAN: ES91 2100 0418\n4502 0005 1332")).toEqual(["ES9121000418450200051332"]);
});

test("letters that look like digits are put right, a wrong digit is not", () => {
  expect(ibansIn("IBAN ES91 21OO O418 45O2 0005 l332")).toEqual(["ES9121000418450200051332"]);
  expect(ibansIn("IBAN ES91 2100 0418 4502 0005 1339")).toEqual([]);
});
