import { expect, test } from "vitest";
import { RecentMap } from "./recent-map.ts";

test("values come newest first, a changed one moves up, the oldest leaves when it is full", () => {
  const map = new RecentMap<{ seq: number }>(2);
  map.set("a", { seq: 1 });
  map.set("b", { seq: 2 });
  map.set("a", { seq: 3 });
  expect(map.newest()).toEqual([{ seq: 3 }, { seq: 2 }]);
  map.set("c", { seq: 4 });
  expect(map.get("b")).toBeUndefined();
  expect(map.newest(4)).toEqual([{ seq: 3 }]);
});
