import { expect, test } from "vitest";
import { Watermark } from "./watermark.ts";

test("the mark stays before the first place that is not done", () => {
  const mark = new Watermark(5);
  const [a, b, c] = [mark.add(10), mark.add(20), mark.add(30)];
  b.done = true;
  c.done = true;
  expect(mark.low).toBe(5);
  a.done = true;
  expect(mark.low).toBe(30);
});

test("with nothing outstanding the mark can be raised, otherwise not", () => {
  const mark = new Watermark(0);
  mark.raise(7);
  expect(mark.low).toBe(7);
  mark.add(9);
  mark.raise(50);
  expect(mark.low).toBe(7);
});

test("places done above the mark are known", () => {
  const mark = new Watermark(0);
  mark.add(1);
  mark.add(2, true);
  mark.add(3, true);
  expect(mark.doneAbove()).toEqual([2, 3]);
});

test("a long run keeps the order of its places", () => {
  const mark = new Watermark(0);
  for (let i = 1; i <= 10_000; i++) {
    mark.add(i).done = i !== 9_999;
    if (i < 9_999) expect(mark.low).toBe(i);
  }
  expect(mark.low).toBe(9_998);
  expect(mark.outstanding).toBe(2);
});
