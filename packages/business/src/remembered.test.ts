import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("what was made for a key is made once, and again after too many others", () => {
  const made: number[] = [];
  const double = remembered(2, (key: number) => {
    made.push(key);
    return key * 2;
  });
  expect([double(1), double(1), double(2), double(1)]).toEqual([2, 2, 4, 2]);
  expect(made).toEqual([1, 2]);
  expect([double(3), double(1)]).toEqual([6, 2]);
  expect(made).toEqual([1, 2, 3, 1]);
});
