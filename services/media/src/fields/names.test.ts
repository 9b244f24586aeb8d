import { describe, expect, test } from "vitest";
import { isLegalForm, nameLikeness, repairName, trimName } from "./names.ts";
import { aPage } from "./page.fixture.ts";
import { readFields } from "./read-fields.ts";

const vendorOf = (text: string, ocr = true) => readFields(aPage(text, { ocr })).vendor?.value;
const rest = "Fecha: 02/03/2026\nCafé 1,50\nTOTAL EUR 1,50";

describe("a name as it is printed", () => {
  test.each([
    ["Tejidos Olmo S.A. (B-12345678)", "Tejidos Olmo S.A."],
    ["HARBOUR LIGHTS LTD (0912345-k)", "HARBOUR LIGHTS LTD"],
    ["Frutas Nora S.L. - Calle Mayor 3", "Frutas Nora S.L."],
  ])("ends before its registration or address: %s", (line, name) => {
    expect(trimName(line)).toBe(name);
    expect(nameLikeness(name)).toBeGreaterThan(0.5);
  });

  test.each([
    ["PAN 8 CAFÉ", "PAN & CAFÉ"],
    ["Hierros 6 Maderas S.L.", "Hierros & Maderas S.L."],
    ["Talleres { Vega ) S.L.", "Talleres (Vega) S.L."],
    ["Librería Arco“", "Librería Arco"],
    ["Bar 24 Horas", "Bar 24 Horas"],
    ["Sala 8", "Sala 8"],
  ])("is mended after OCR: %s", (read, printed) => {
    expect(repairName(read)).toBe(printed);
  });

  test("may have its legal form on the next line", () => {
    expect(isLegalForm("S.L.U.")).toBe(true);
    expect(isLegalForm("Sal S.L.")).toBe(false);
    expect(vendorOf(`ALMACENES Y DISTRIBUCIONES DEL SUR\nS.L.\nCalle Sol 4\n${rest}`)).toBe(
      "ALMACENES Y DISTRIBUCIONES DEL SUR S.L.",
    );
  });
});

describe("the vendor of a receipt", () => {
  test.each([
    ["below what a logo reads as", `| ~ º\nCafetería Brisa\nCalle Luna 3, 28013 Madrid\n${rest}`],
    ["not the greeting", `¡Bienvenidos!\nCafetería Brisa\n${rest}`],
    ["not the number of its registration", `(0123456-K)\nCafetería Brisa\nCIF: B12345678\n${rest}`],
    ["not the street above it", `Calle Luna 3\nCafetería Brisa\n${rest}`],
  ])("is the first real name: %s", (_what, text) => {
    expect(vendorOf(text)).toBe("Cafetería Brisa");
  });

  test("is left as it is where no OCR was at work", () => {
    expect(vendorOf(`Estudio 8 Diseño S.L.\n${rest}`, false)).toBe("Estudio 8 Diseño S.L.");
  });
});
