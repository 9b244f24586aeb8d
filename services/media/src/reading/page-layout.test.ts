import { expect, test } from "vitest";
import { layoutLines } from "./page-layout.ts";

const run = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, height: 10 });

test("runs on one height are one line, far ones stand apart", () => {
  const runs = [run("12,00", 300, 700), run("Total", 50, 701), run("Factura", 50, 750), run("2026", 90, 750)];
  expect(layoutLines(runs)).toEqual(["Factura 2026", "Total   12,00"]);
});

test("letters that are placed one by one make a word", () => {
  expect(layoutLines([run("T", 0, 0), run("o", 5, 0), run("t", 10, 0)])).toEqual(["Tot"]);
});
