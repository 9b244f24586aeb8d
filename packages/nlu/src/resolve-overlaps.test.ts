import { expect, test } from "vitest";
import { type Candidate, nothingAt } from "./recognizer.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";

function candidate(type: string, start: number, end: number, rest: Partial<Candidate> = {}): Candidate {
  return { type, start, end, value: type, confidence: 0.9, source: "grammar", ...rest };
}

function types(...candidates: Candidate[]): string[] {
  return resolveOverlaps(candidates).map(({ type }) => type);
}

test("the longest of two that overlap is kept", () => {
  expect(types(candidate("number", 3, 4), candidate("datetime", 0, 9))).toEqual(["datetime"]);
});

test("one long guess does not beat two sure finds that cover as much", () => {
  const sure = [candidate("person", 0, 9, { confidence: 0.95 }), candidate("phone", 10, 20, { confidence: 0.95 })];
  expect(types(...sure, candidate("location", 0, 20, { confidence: 0.5 }))).toEqual(["person", "phone"]);
});

test("rank decides between readings of the same span, then confidence", () => {
  expect(types(candidate("duration", 0, 6), candidate("age", 0, 6, { rank: 1, confidence: 0.5 }))).toEqual(["age"]);
  expect(types(candidate("org", 0, 6, { confidence: 0.5 }), candidate("person", 0, 6))).toEqual(["person"]);
});

test("a blocked span hides what is in it and is not emitted itself", () => {
  expect(types(nothingAt(0, 16), candidate("phone", 4, 14), candidate("money", 17, 20))).toEqual(["money"]);
});

test("a reading longer than a blocked span stays", () => {
  expect(types(nothingAt(5, 8), candidate("product", 0, 12))).toEqual(["product"]);
});

test("thousands of candidates that all overlap are resolved at once", () => {
  const many = Array.from({ length: 8000 }, (_, index) => candidate("number", index % 4000, (index % 4000) + 90));
  const startedAt = performance.now();
  expect(resolveOverlaps(many).length).toBeGreaterThan(40);
  expect(performance.now() - startedAt).toBeLessThan(200);
});
