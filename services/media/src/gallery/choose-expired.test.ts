import { expect, test } from "vitest";
import { chooseExpired } from "./choose-expired.ts";

const day = 86_400_000;
const now = 1_000 * day;
const entry = (id: string, daysAgo: number, sha256: string | undefined, bytes = 10) => ({
  ...{ id, chat: "1~2", sha256, bytes },
  sentAtMs: now - daysAgo * day,
});
const entries = [
  entry("old", 31, "a"),
  entry("b1", 20, "b"),
  entry("c", 10, "c"),
  entry("b2", 2, "b"),
  entry("n", 3, undefined),
];
const expired = (keepMs: number, keepBytes: number) =>
  chooseExpired(entries, { keepMs, keepBytes }, now).map(({ id }) => id);

test("entries go when they are too old, whatever room there is", () => {
  expect(expired(30 * day, 0)).toEqual(["old"]);
  expect(expired(0, 0)).toEqual([]);
  expect(expired(31 * day, 0)).toEqual([]);
});

test("the oldest go until the rest fits, and a file sent twice counts once", () => {
  expect(expired(0, 30)).toEqual([]);
  expect(expired(0, 20)).toEqual(["old"]);
  expect(expired(0, 19)).toEqual(["c", "old"]);
  expect(expired(0, 9)).toEqual(["b2", "c", "b1", "old"]);
});

test("a file larger than all the room goes, and what is older with it", () => {
  expect(
    chooseExpired([entry("big", 1, "z", 500), entry("x", 2, "x")], { keepMs: 0, keepBytes: 100 }, now),
  ).toHaveLength(2);
});
