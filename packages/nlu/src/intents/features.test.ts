import { expect, test } from "vitest";
import { featuresOf, wordsOf } from "./features.ts";

test("accents, capitals and typographic quotes make no difference", () => {
  expect(featuresOf("¿Cuánto es? I’ll pay")).toEqual(featuresOf("¿cuanto es? i'll pay"));
});

test("every digit counts as the same", () => {
  expect(featuresOf("a las 17")).toEqual(featuresOf("a las 28"));
});

test("chat abbreviations are read as what they stand for", () => {
  expect(featuresOf("q precio")).toEqual(featuresOf("que precio"));
  expect(featuresOf("can u help")).toEqual(featuresOf("can you help"));
});

test("words that say the same share a feature", () => {
  const shared = (one: string, other: string) =>
    [...featuresOf(one).hashes].filter((hash) => featuresOf(other).hashes.includes(hash));
  expect(shared("ship", "deliver").length).toBeGreaterThan(0);
  expect(shared("costo", "price").length).toBeGreaterThan(0);
});

test("the order of words counts", () => {
  expect(featuresOf("pan con queso")).not.toEqual(featuresOf("queso con pan"));
});

test("a hostile text has a bounded number of features", () => {
  const text = Array.from({ length: 4096 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join("");
  expect(featuresOf(text).hashes.length).toBeLessThan(2_000);
  expect(featuresOf("ab ".repeat(1_300)).hashes.length).toBeLessThan(2_000);
});

test.each(["¿q precio tiene? i'd pay $20 o 15€ @ana #2", "22hs, x4 ℌola ﬁn 你好 ３４ 👍🏽 l'eau d'a'b ''x"])(
  "words are letters and digits with what follows one apostrophe, and the signs that say something: %s",
  (text) => {
    const folded = text
      .toLowerCase()
      .replace(/[’‘´`]/g, "'")
      .normalize("NFKD")
      .replace(/[\p{M}\u200b-\u200f]/gu, "");
    expect(wordsOf(text)).toEqual(folded.match(/[\p{L}\p{Nd}]+(?:'\p{L}+)?|[?$€£₹@#]/gu));
  },
);
