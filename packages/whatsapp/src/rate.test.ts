import { expect, test } from "vitest";
import { numberLane, pairLane, pause, type RateBucket, take } from "./rate.ts";

test("a chat may get 45 messages at once and then one every 6 s", () => {
  expect(sendAt(pairLane(), times(45, 0))).toEqual(times(45, 0));
  expect(sendAt(pairLane(), times(47, 0)).slice(45)).toEqual([6000, 12_000]);
});

test("a burst of 20 is paid back in two minutes", () => {
  const sent = sendAt(pairLane(), times(20, 0));
  expect(sent.at(-1)).toBe(0);
  expect(sendAt(pairLane(), [...times(20, 0), ...times(45, 120_000)]).at(-1)).toBe(120_000);
  expect(sendAt(pairLane(), [...times(20, 0), ...times(45, 114_000)]).at(-1)).toBe(120_000);
});

test("a number sends its rate and not more, whatever is asked for", () => {
  const sent = sendAt(numberLane(80), times(241, 0));
  expect(sent.filter((at) => at < 1000).length).toBeLessThanOrEqual(84);
  expect(sent.at(-1)).toBeGreaterThanOrEqual(2950);
  expect(sent.at(-1)).toBeLessThanOrEqual(3001);
});

test("having to wait takes nothing", () => {
  const { bucket } = take(numberLane(1), 0);
  expect(take(bucket, 0)).toEqual({ bucket, waitMs: 1000 });
});

test("a pause holds everything and ends without a burst", () => {
  const paused = pause(numberLane(80), 1000, 5000);
  expect(take(paused, 1000).waitMs).toBeGreaterThanOrEqual(5000);
  expect(take(paused, 6000 + 13).waitMs).toBe(0);
  expect(take(take(paused, 6000).bucket, 6000).waitMs).toBeGreaterThan(0);
});

function times(count: number, at: number): number[] {
  return Array.from({ length: count }, () => at);
}

/** When each of the wanted sends could leave, one after the other. */
function sendAt(start: RateBucket, wanted: number[]): number[] {
  let bucket = start;
  let now = 0;
  return wanted.map((at) => {
    now = Math.max(now, at);
    for (let taken = take(bucket, now); ; taken = take(bucket, now)) {
      bucket = taken.bucket;
      if (taken.waitMs === 0) return now;
      now += taken.waitMs;
    }
  });
}
