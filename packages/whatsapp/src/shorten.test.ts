import { expect, test } from "vitest";
import { shorten } from "./shorten.ts";

test("a text within the limit stays, in one line", () => {
  expect(shorten("Recoger en tienda", 20)).toBe("Recoger en tienda");
  expect(shorten(" Recoger\n en  tienda ", 20)).toBe("Recoger en tienda");
});

test("a longer one ends at a word with an ellipsis", () => {
  expect(shorten("Entrega a domicilio, hoy mismo", 20)).toBe("Entrega a domicilio…");
  expect(shorten("Entrega a domicilio hoy", 22)).toBe("Entrega a domicilio…");
});

test("a word that is too long itself is cut, never within a character", () => {
  expect(shorten("Sternanisplätzchenteller", 10)).toBe("Sternanis…");
  expect(shorten("🍞🍞🍞🍞", 6)).toBe("🍞🍞…");
});
