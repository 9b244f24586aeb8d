import { expect, test } from "vitest";
import { maskEntities } from "./mask-entities.ts";

test("entities give way to their types, in any order", () => {
  const text = "son $50 por A-100";
  const spans = [
    { type: "order_id", start: 12, end: 17 },
    { type: "money", start: 4, end: 7 },
  ];
  expect(maskEntities(text, spans)).toBe("son xxmoneyxx por xxorderidxx");
});

test("of overlapping entities the first counts", () => {
  const spans = [
    { type: "money", start: 0, end: 3 },
    { type: "number", start: 1, end: 3 },
  ];
  expect(maskEntities("$50 ya", spans)).toBe("xxmoneyxx ya");
});
