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

test("small print beside large print is its line, whether it stands on its foot or in its middle", () => {
  const large = (x: number) => ({ ...run("1.250,00", x, 700), height: 26, width: 110 });
  expect(layoutLines([run("Total", 50, 700), large(300)])).toEqual(["Total   1.250,00"]);
  expect(layoutLines([run("Total", 50, 705), large(300)])).toEqual(["Total   1.250,00"]);
  expect(layoutLines([run("Base", 50, 735), run("Total", 50, 705), large(300)])).toEqual(["Base", "Total   1.250,00"]);
});

test("lines of small print beside a large one stay apart", () => {
  const name = { ...run("ACME", 50, 700), height: 30, width: 80 };
  expect(layoutLines([name, run("Calle Mayor 1", 300, 712), run("Toledo", 300, 701)])).toEqual([
    "Calle Mayor 1",
    "ACME   Toledo",
  ]);
});

test("small print under large print is a line of its own", () => {
  const heading = { ...run("FACTURA", 50, 700), height: 26, width: 140 };
  expect(layoutLines([heading, run("original", 55, 690)])).toEqual(["FACTURA", "original"]);
});
