import { expect, test } from "vitest";
import { readText } from "./text.ts";

const pattern = /\p{L}+(?:'\p{L}+)*|\p{Nd}+|[^\s]/gu;

test.each([
  "¿Cuánto sale? I’d like 2½ kilos, don't you think",
  "PED-1042 c/u $1.250,50 a las 5pm xk7p2q 'quoted' rock 'n' roll",
  "🎂🎉 feliz 👨‍👩‍👧 cumple 👍🏽 ½ docena",
  "１２３ ＡＢＣ ℌ ﬁn ٣٤٥ عربي १२ हिन्दी 你好 한국어",
  "cafe\u0301 a\u0301 n\u0303 \u200bzero\u200b wi\u00addth",
  "tab\tline\nbreak\r\nno-break\u00a0ideographic\u3000space\u2028\u0001control",
  "\ud800 lone \udc00 halves \u{1d400}\u{1d7d8}",
  "''a''b' l'eau d'a'b 'x",
])("tokens are letters with their apostrophes, digits and other signs, in any script: %j", (typed) => {
  const { folded, tokens } = readText(typed);
  const expected = Array.from(folded.matchAll(pattern), ([text], index) => ({ text, index }));
  expect(tokens.map(({ text }, index) => ({ text, index }))).toEqual(expected);
  for (const { text, start, end } of tokens) expect(folded.slice(start, end)).toBe(text);
});

test("what stands in a folded text is found again as it was typed", () => {
  const { original, tokens, originalIndex } = readText("¡2½ piñatas 🎉 y cafe\u0301 № 5!");
  const typed = tokens.map(({ start, end }) => original.slice(originalIndex(start), originalIndex(end)));
  expect(typed).toEqual(expect.arrayContaining(["¡", "2", "piñatas", "🎉", "y", "cafe\u0301", "5", "!"]));
});
