import { expect, test } from "vitest";
import { expandPhrase } from "./shop/phrases.ts";
import { shopIntents } from "./shop-intents.ts";

const main = [
  "place_order",
  "order_status",
  "change_order",
  "cancel_order",
  "price_question",
  "book_appointment",
  "complaint",
];

test.each(shopIntents)("$name has enough different examples in both languages", ({ name, examples }) => {
  const least = main.includes(name) ? 120 : 70;
  expect(new Set(examples.es).size).toBeGreaterThanOrEqual(least);
  expect(new Set(examples.en).size).toBeGreaterThanOrEqual(least);
});

test("examples are whole sentences: no slot, bracket or double space is left", () => {
  const odd = shopIntents
    .flatMap(({ examples }) => [...examples.es, ...examples.en])
    .filter((example) => /[{}()|]| {2}|^\s|\s$/.test(example) || example === "");
  expect(odd).toEqual([]);
});

test("no example stands for two intents", () => {
  const owners = new Map<string, Set<string>>();
  for (const { name, examples } of shopIntents)
    for (const example of [...examples.es, ...examples.en])
      owners.set(example, (owners.get(example) ?? new Set()).add(name));
  expect([...owners].filter(([, names]) => names.size > 1).map(([example]) => example)).toEqual([]);
});

test("a phrase expands to different sentences, the same every time", () => {
  const expand = () => expandPhrase("(quiero|dame) {item} (ya|)", { item: ["pan", "té"] }, 5);
  expect(expand()).toEqual(expand());
  expect(new Set(expand()).size).toBe(expand().length);
  for (const sentence of expand()) expect(sentence).toMatch(/^(quiero|dame) (pan|té)( ya)?$/);
});

test("a slot without fillers is an error of the phrase", () => {
  expect(() => expandPhrase("quiero {nothing}", {}, 1)).toThrow(RangeError);
});
