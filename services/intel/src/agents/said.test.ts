import { expect, test } from "vitest";
import { aTurn } from "./commerce/turn.fixture.ts";
import { latestFor } from "./latest-for.ts";
import { foldedOf, namesIn, readOf } from "./said.ts";

test("a turn's words are folded once, and each turn's are its own", () => {
  const one = aTurn({ text: "¿Tienen Café?" });
  const other = aTurn({ text: "¡Adiós!" });
  expect([foldedOf(one), namesIn(one), foldedOf(other), foldedOf(one)]).toEqual([
    "¿tienen cafe?",
    " tienen cafe ",
    "¡adios!",
    "¿tienen cafe?",
  ]);
  expect(readOf(one)).toBe(readOf(one));
});

test("of a long text the beginning is read, and all of it folded", () => {
  const long = aTurn({ text: `${"sí ".repeat(400)}FIN` });
  expect(readOf(long).original).toHaveLength(1000);
  expect(foldedOf(long).endsWith("si fin")).toBe(true);
});

test("what is asked for in a row is made once", () => {
  let made = 0;
  const numbered = latestFor((_: object) => ++made);
  const [a, b] = [{}, {}];
  expect([numbered(a), numbered(a), numbered(b), numbered(b), numbered(a)]).toEqual([1, 1, 2, 2, 3]);
});
