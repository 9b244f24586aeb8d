import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

test("work goes in while it fits, in order, and heavy work alone", async () => {
  const slots = createSlots(4);
  const inside: string[] = [];
  const doors = new Map<string, () => void>();
  const enter = (name: string, weight: number) =>
    slots.hold(weight, async () => {
      inside.push(name);
      await new Promise<void>((leave) => doors.set(name, leave));
      inside.splice(inside.indexOf(name), 1);
    });
  const work = [enter("a", 0.1), enter("b", 1), enter("heavy", 7), enter("c", 1)];
  await expect.poll(() => inside).toEqual(["a", "b"]);
  doors.get("a")?.();
  doors.get("b")?.();
  await expect.poll(() => inside).toEqual(["heavy"]);
  doors.get("heavy")?.();
  await expect.poll(() => inside).toEqual(["c"]);
  doors.get("c")?.();
  await Promise.all(work);
});

test("work that fails gives its place back", async () => {
  const slots = createSlots(1);
  await expect(slots.hold(1, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await slots.hold(1, async () => "next")).toBe("next");
});
