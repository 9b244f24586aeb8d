import { expect, test } from "vitest";
import { marksOf, wordMark } from "./word-marks.ts";

test("a mark says of a word what was asked, also of words seen before the question", () => {
  expect(marksOf("pan") & (1 << 29)).toBe(0);
  const short = wordMark((word) => word.length < 4);
  const plural = wordMark((word) => word.endsWith("s"));
  const answers = ["pan", "panes", "los"].map((word) => [
    (marksOf(word) & short) !== 0,
    (marksOf(word) & plural) !== 0,
  ]);
  expect(answers).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ]);
});

test("a word is asked about once, however often it is said", () => {
  let asked = 0;
  const mark = wordMark(() => ++asked > 0);
  for (let times = 0; times < 5; times++) expect(marksOf("conchas") & mark).toBe(mark);
  expect(asked).toBe(1);
});

test("words that were made up to fill the memory are forgotten, and answered all the same", () => {
  const odd = wordMark((word) => word.length % 2 === 1);
  for (let number = 0; number < 12_000; number++) {
    const word = `w${number}`;
    expect((marksOf(word) & odd) !== 0).toBe(word.length % 2 === 1);
  }
});

test("there are no more marks than bits", () => {
  expect(() => {
    for (let mark = 0; mark < 31; mark++) wordMark(() => false);
  }).toThrow(RangeError);
});
