import { expect, test } from "vitest";
import { holdsBeginning, sortWords } from "./sorted-words.ts";

const words = ["a", "ab", "abc", "b", "#qr", "=total=12.5", "zz", "новый", "12", "1250", "日本"];

test("every beginning of every word is held, and no other", () => {
  const sorted = sortWords(words);
  for (const word of words) {
    for (let end = 1; end <= word.length; end += 1) expect(holdsBeginning(sorted, word.slice(0, end))).toBe(true);
    expect(holdsBeginning(sorted, `${word}x`)).toBe(false);
    expect(holdsBeginning(sorted, `${word} `)).toBe(true);
  }
  for (const other of ["c", "1 ", "=total=12.5 ", "=total=12.50", "нов ", "0", "{", "новыйй"]) {
    expect(holdsBeginning(sorted, other)).toBe(words.includes(other.trim()));
  }
});

test("of words made at random, those that begin so are found as by looking at each", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed % below;
  };
  const word = () => Array.from({ length: 1 + random(4) }, () => "abc"[random(3)]).join("");
  for (let round = 0; round < 300; round += 1) {
    const held = new Set(Array.from({ length: random(20) }, word));
    const sorted = sortWords(held);
    const asked = word();
    expect(holdsBeginning(sorted, asked)).toBe([...held].some((each) => each.startsWith(asked)));
    expect(holdsBeginning(sorted, `${asked} `)).toBe(held.has(asked));
  }
});

test("no words hold nothing", () => {
  expect([sortWords([]), holdsBeginning("", "a")]).toEqual(["", false]);
});
