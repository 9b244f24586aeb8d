import { expect, test } from "vitest";
import { assign } from "./rendezvous.ts";

const sizes = (owners: Map<number, string>) => {
  const counts = new Map<string, number>();
  for (const owner of owners.values()) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return counts;
};

test("every partition has an owner, and nobody has more than its share", () => {
  for (const replicas of [["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d", "e"]]) {
    const owners = assign(16, replicas);
    expect(owners.size).toBe(16);
    for (const size of sizes(owners).values()) expect(size).toBeLessThanOrEqual(Math.ceil(16 / replicas.length));
  }
});

test("all replicas compute the same owners whatever order they know each other in", () => {
  expect(assign(16, ["b", "a", "c"])).toEqual(assign(16, ["c", "b", "a"]));
});

test("a replica that joins takes its share and moves little else", () => {
  const before = assign(64, ["a", "b", "c"]);
  const after = assign(64, ["a", "b", "c", "d"]);
  const movedElsewhere = [...after].filter(([p, owner]) => owner !== "d" && before.get(p) !== owner);
  expect([...after.values()].filter((owner) => owner === "d").length).toBeGreaterThan(8);
  expect(movedElsewhere.length).toBeLessThanOrEqual(8);
});

test("with nobody there nothing is owned", () => {
  expect(assign(16, []).size).toBe(0);
});
