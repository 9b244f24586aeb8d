import { expect, test } from "vitest";
import { isNumber, numberOf } from "./number-of.ts";

test("a turn always makes the same number, and another turn another", () => {
  expect(numberOf("P", "100~521:7")).toBe(numberOf("P", "100~521:7"));
  const numbers = Array.from({ length: 1_000 }, (_, n) => numberOf("P", `100~521:${n}`));
  expect(new Set(numbers).size).toBe(1_000);
  for (const number of numbers) expect(number).toMatch(/^P-\d{7}$/);
});

test.each(["P-1234567", "p1234567", "#1234567", "p 123 4567"])("%s means P-1234567", (said) => {
  expect(isNumber("P-1234567", said)).toBe(true);
});

test("another number does not", () => {
  expect(isNumber("P-1234567", "P-1234568")).toBe(false);
  expect(isNumber("P-1234567", "")).toBe(false);
});
