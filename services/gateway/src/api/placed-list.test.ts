import { expect, test } from "vitest";
import { PlacedList } from "./placed-list.ts";

const place = (sentAtMs: number) => ({ sentAtMs, id: "a" });

test("items stay in their order while the oldest leave, others go and late ones come", () => {
  const list = new PlacedList<ReturnType<typeof place>>();
  const held: ReturnType<typeof place>[] = [];
  for (let n = 1; n <= 500; n += 1) {
    const item = place(n % 7 === 0 ? n - 20.5 : n);
    list.insert(item);
    held.push(item);
    const oldest = held.reduce((a, b) => (a.sentAtMs < b.sentAtMs ? a : b));
    expect(list.first).toBe(oldest);
    const [gone] = n % 11 === 0 ? held.splice(Math.floor(held.length / 2), 1) : [];
    if (gone !== undefined) list.remove(gone);
    if (n % 3 === 0) continue;
    list.remove(oldest);
    if (held.includes(oldest)) held.splice(held.indexOf(oldest), 1);
    list.remove(place(-1));
  }
  held.sort((a, b) => b.sentAtMs - a.sentAtMs);
  expect([...list.downFrom()]).toEqual(held);
  expect(list.size).toBe(held.length);
  const middle = held[Math.floor(held.length / 2)];
  expect([...list.downFrom(undefined, middle)]).toEqual(held.slice(Math.floor(held.length / 2) + 1));
});
