import { describe, expect, test } from "vitest";
import { readText } from "../text.ts";
import { createCatalogIndex } from "./catalog-index.ts";
import { findProducts } from "./find-products.ts";
import { searchCatalog } from "./search-catalog.ts";
import { editDistance } from "./spelling.ts";

const catalog = [
  { id: "ROL", name: "Rollo de canela", aliases: ["cinnamon roll"] },
  { id: "PCH", name: "Pan de chocolate", aliases: ["pain au chocolat", "napolitana"] },
  { id: "CAF", name: "Café molido tostado 500 g", aliases: ["cafe molido"] },
  { id: "LAM", name: "Lámpara Luna 40 cm", aliases: ["luna lamp"] },
  { id: "TRE", name: "Pastel Cuatro Leches", aliases: [] },
  { id: "ZAP", name: "Zapato negro charol", aliases: ["black patent shoe"] },
  { id: "X50", name: "Audífonos X-50", aliases: ["x50"] },
  { id: "MES", name: "Mesa plegable", aliases: ["folding table"] },
  { id: "EMP", name: "Empanada", aliases: [] },
];
const index = createCatalogIndex(catalog);

function found(message: string): string[] {
  const text = readText(message);
  return findProducts(index, text).map(({ id, start, end }) => `${id}:${text.folded.slice(start, end)}`);
}

describe("products are found", () => {
  test.each([
    ["dame 3 rollos de canela", "ROL:rollos de canela"],
    ["two cinnamon rolls please", "ROL:cinnamon rolls"],
    ["tienen pan d chocolate?", "PCH:pan d chocolate"],
    ["pan de choclate porfa", "PCH:pan de choclate"],
    ["el cafe molido tostado de 500 gramos", "CAF:cafe molido tostado de 500 gramos"],
    ["2 cafe molido tostado", "CAF:cafe molido tostado"],
    ["lamparas luna", "LAM:lamparas luna"],
    ["un 4 leches pastel", "TRE:4 leches pastel"],
    ["zapatos negros de charol talla 38", "ZAP:zapatos negros de charol"],
    ["los x50 o los x-50", "X50:x50"],
    ["una docena de empandas", "EMP:empandas"],
    ["mesas plegables para 10", "MES:mesas plegables"],
  ])("%s", (message, expected) => {
    expect(found(message)[0]).toBe(expected);
  });
});

test.each([
  "quiero un pan",
  "una mesa para 4",
  "algo de chocolate",
  "zapatos negros",
  "la luna está hermosa",
  "rollo, canela aparte",
  "empezamos mañana",
])("a word that only stands in a name is no product: %s", (message) => {
  expect(found(message)).toEqual([]);
});

test("a name that two items share is found with less confidence", () => {
  const shared = createCatalogIndex([
    { id: "A", name: "Vela blanca", aliases: ["vela"] },
    { id: "B", name: "Vela roja", aliases: ["vela"] },
  ]);
  const confidences = ["una vela", "una vela roja"].map(
    (message) => findProducts(shared, readText(message))[0]?.confidence ?? 0,
  );
  expect(confidences[0]).toBeLessThan(confidences[1] ?? 0);
});

test("a search ranks the item that says it all first, forgives typing errors, and is silent about the unknown", () => {
  expect(searchCatalog(index, "pan de chocolate", 3)[0]).toEqual({ id: "PCH", score: 1 });
  expect(searchCatalog(index, "algo con canela", 3)[0]?.id).toBe("ROL");
  expect(searchCatalog(index, "lanpara", 3)[0]?.id).toBe("LAM");
  expect(searchCatalog(index, "choco", 3)[0]?.id).toBe("PCH");
  expect(searchCatalog(index, "bicicleta", 3)).toEqual([]);
  expect(searchCatalog(index, "pan", 1)).toHaveLength(1);
});

test("swapped neighbours are one slip", () => {
  expect(editDistance("canela", "caenla", 2)).toBe(1);
  expect(editDistance("canela", "panel", 2)).toBe(2);
  expect(editDistance("canela", "chocolate", 2)).toBe(3);
});
