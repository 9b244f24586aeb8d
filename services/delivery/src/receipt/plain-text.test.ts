import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["Ñandú — «café» 5 €", "Ñandú — «café» 5 €"],
  ["pan 🥖 dulce", "pan dulce"],
  ["Łódź Ştefan ő", "ódz Stefan o"],
  ["n\u0303 junta", "ñ junta"],
  ["two\nlines\t\u202fand", "two lines and"],
  ["漢字", ""],
  ["ﬁn ①", "fin 1"],
])("%j is written as %j", (text, plain) => {
  expect(plainText(text, 100)).toBe(plain);
});

test("a long text ends with an ellipsis", () => {
  expect(plainText("one two three", 8)).toBe("one two…");
});
