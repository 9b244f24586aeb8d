import { expect, test } from "vitest";
import { rangeOf } from "./byte-range.ts";

test.each([
  ["bytes=0-0", { from: 0, to: 1 }],
  ["bytes=2-", { from: 2, to: 10 }],
  ["bytes=2-99", { from: 2, to: 10 }],
  ["bytes=-3", { from: 7, to: 10 }],
  ["bytes=-99", { from: 0, to: 10 }],
  ["bytes=10-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", undefined],
  ["bytes=0-1,4-5", undefined],
  ["bytes=-", undefined],
  ["lines=1-2", undefined],
])("of ten bytes, %s is %j", (range, expected) => {
  expect(rangeOf({ range }, 10, '"e"')).toEqual(expected);
});

test("a part of another version than the client has is not sent", () => {
  const range = "bytes=0-0";
  expect(rangeOf({ range, "if-range": '"other"' }, 10, '"e"')).toBeUndefined();
  expect(rangeOf({ range, "if-range": '"e"' }, 10, '"e"')).toEqual({ from: 0, to: 1 });
  expect(rangeOf({}, 10, '"e"')).toBeUndefined();
  expect(rangeOf({ range }, 0, '"e"')).toBe("unsatisfiable");
});
