import { compilePattern } from "@parley/nlu/custom/safe-pattern";
import { expect, test } from "vitest";
import { parseBusiness } from "./load.ts";
import { orderNumberPatterns } from "./order-numbers.ts";

const business = parseBusiness(
  "name: Shop\ntimeZone: Europe/Madrid\nlanguages: [es]\nbookings: [{ id: table, name: mesa, numberPrefix: MESA }]\n",
  "shop.yaml",
);
const find = orderNumberPatterns(business).map((pattern) => compilePattern(pattern));

test.each([
  ["mi pedido p-1042 no llega", ["p-1042"]],
  ["reserva mesa1042 y caso #t-2001", ["mesa1042", "#t-2001"]],
  ["el p-10 y xp-1042", []],
  ["en la mesa 4, 500 p 300", []],
])("%s", (text, numbers) => {
  expect(find.flatMap((pattern) => pattern(text).map((match) => match.text))).toEqual(numbers);
});

test("two kinds with the same letters are one pattern", () => {
  expect(orderNumberPatterns(parseBusiness("name: A\ntimeZone: Europe/Madrid\nlanguages: [es]", "a.yaml"))).toEqual([
    "#?\\b(?:P|T)-?\\d{3,8}\\b",
  ]);
});
