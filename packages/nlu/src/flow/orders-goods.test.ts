import { expect, test } from "vitest";
import type { Entity } from "../entity.ts";
import { ordersGoods } from "./orders-goods.ts";

/** Entities where the words stand in the text. */
function found(text: string, words: Readonly<Record<string, string>>): Entity[] {
  return Object.entries(words).map(([said, type]) => {
    const start = text.indexOf(said);
    const value = type === "number" ? Number(said) : said;
    return { type, start, end: start + said.length, text: said, value, confidence: 1, source: "test" };
  });
}

test.each([
  ["2 baguettes, pago en efectivo", { "2": "number", baguettes: "product" }, true],
  ["gracias, y agrega un té", { té: "product" }, true],
  ["give me another croissant", { croissant: "product" }, true],
  ["the croissants were cold", { croissants: "product" }, false],
  ["llegaron 2 veces las conchas", { "2": "number", conchas: "product" }, false],
])("“%s” orders goods: %o %s", (text, words, orders) => {
  expect(ordersGoods(text, found(text, words), false)).toBe(orders);
});

test("a question orders nothing", () => {
  const text = "¿tienen 2 baguettes?";
  expect(ordersGoods(text, found(text, { "2": "number", baguettes: "product" }), true)).toBe(false);
});
