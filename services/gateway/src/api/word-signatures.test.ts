import { expect, test } from "vitest";
import { countSlots, slotsOf, WordSignatures } from "./word-signatures.ts";

const vocabulary = [
  "a",
  "ab",
  "abc",
  "factura",
  "facturas",
  "fac7",
  "ñandú",
  "новый",
  "12",
  "1250",
  "#qr",
  "=total=12.5",
];

test("no item that has a word is ever left out, also by its beginning, after slots were given back and room was made", () => {
  const signatures = new WordSignatures();
  const items = new Map<number, string>();
  for (let n = 0; n < 1_500; n += 1) {
    const word = vocabulary[n % vocabulary.length] ?? "";
    const slot = signatures.add([word, `${word}x`.slice(-3)]);
    items.set(slot, word);
    if (n % 5 !== 0) continue;
    signatures.remove(slot);
    items.delete(slot);
  }
  for (const word of vocabulary) {
    const marked = /^[#=]/.test(word);
    const asked = marked ? [word] : Array.from(word, (_, at) => word.slice(0, at + 1));
    const having = [...items].flatMap(([slot, held]) => (held === word ? [slot] : []));
    for (const needle of asked) {
      const found = new Set(slotsOf(signatures.holding([needle]) ?? new Uint32Array()));
      expect(having.filter((slot) => !found.has(slot))).toEqual([]);
    }
  }
});

test("a word that nobody has leaves nothing to look into, and no word leaves all", () => {
  const signatures = new WordSignatures();
  const slot = signatures.add(["factura", "recibo"]);
  expect([...slotsOf(signatures.holding(["fac", "rec"]) ?? new Uint32Array())]).toEqual([slot]);
  expect([...slotsOf(signatures.holding(["z"]) ?? new Uint32Array())]).toEqual([]);
  expect(signatures.holding([])).toBeUndefined();
  signatures.remove(slot);
  expect([...slotsOf(signatures.holding(["fac"]) ?? new Uint32Array())]).toEqual([]);
});

test("numbers of documents that begin alike are told apart without a look into each item", () => {
  const signatures = new WordSignatures();
  const numberOf = (n: number) => `fac${20_260_000_000 + n}`;
  for (let n = 0; n < 2_000; n += 1) signatures.add([numberOf(n), "factura"]);
  const left = (...words: string[]) => countSlots(signatures.holding(words) ?? new Uint32Array());
  expect(left("fac2026", "factura")).toBe(2_000);
  expect(left(numberOf(7))).toBeLessThan(500);
  expect(left("fac20260000x")).toBeLessThan(500);
});
