import { expect, test } from "vitest";
import { splitBody } from "./split-body.ts";

test.each([
  ["a short text stays whole", " hola ", 20, ["hola"]],
  ["a blank text is no message", " \n ", 20, []],
  [
    "a paragraph near the beginning is passed over",
    "One two.\n\nThree four. Five six",
    22,
    ["One two.\n\nThree four.", "Five six"],
  ],
  [
    "a paragraph is the best border, even before a later sentence",
    "One two three.\n\nFour. Five six",
    22,
    ["One two three.", "Four. Five six"],
  ],
  ["a sentence comes before a word", "One two three. Four five six", 20, ["One two three.", "Four five six"]],
  ["without sentences words are kept whole", "one two three four", 10, ["one two", "three four"]],
  ["a text without borders is cut", "abcdefghij", 4, ["abcd", "efgh", "ij"]],
  ["an emoji is not cut in two", "abc👍def", 4, ["abc", "👍de", "f"]],
])("%s", (_title, body, most, pieces) => {
  expect(splitBody(body, most)).toEqual(pieces);
});

test("nothing but blanks is lost, and no piece is too long", () => {
  const body = Array.from({ length: 3000 }, (_, n) => `word${n}${n % 17 === 0 ? ".\n\n" : " "}`).join("");
  const pieces = splitBody(body, 4096);
  expect(pieces.every((piece) => piece.length > 0 && piece.length <= 4096)).toBe(true);
  expect(pieces.join("").replace(/\s/g, "")).toBe(body.replace(/\s/g, ""));
});
