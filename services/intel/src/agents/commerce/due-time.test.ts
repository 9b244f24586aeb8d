import { loadBusiness } from "@parley/business/load";
import { expect, test } from "vitest";
import { createKnown } from "../../known.ts";
import { dueOf, mergedWish, openWish } from "./due-time.ts";

const known = createKnown(loadBusiness(new URL("../../../../../deploy/demo/business.yaml", import.meta.url).pathname));
const tuesday = Date.parse("2026-11-24T10:00:00-06:00");
const concha = [{ item: "concha-vainilla", quantity: 1, choices: {} }];
const due = (when: string | undefined, now = tuesday) => dueOf({ cart: concha, delivery: false, when, now }, known);

test("without a wish it is ready after its preparation", () => {
  expect(due(undefined)).toEqual({ kind: "at", atMs: tuesday + 30 * 60_000, wished: false });
});
test("at night the customer is asked, as it takes until the morning", () => {
  const night = Date.parse("2026-11-24T23:00:00-06:00");
  expect(due(undefined, night)).toEqual({ kind: "ask", earliest: Date.parse("2026-11-25T07:30:00-06:00") });
});
test.each([
  ["2026-11-25T17:00", "at"],
  ["T12:00", "at"],
  ["2026-11-25", "ask-time"],
  ["2026-11-25T23:00", "closed"],
  ["2026-12-25T12:00", "closed"],
  ["2026-11-24T10:10", "too-soon"],
  ["2027-11-24T10:10", "too-far"],
  ["asap", "at"],
])("a wish for %s: %s", (when, kind) => {
  expect(due(when).kind).toBe(kind);
});
test("an item with notice moves the earliest time", () => {
  const cart = [{ item: "pastel-encargo", quantity: 1, choices: {} }];
  expect(dueOf({ cart, delivery: false, when: undefined, now: tuesday }, known)).toEqual({
    kind: "ask",
    earliest: Date.parse("2026-11-26T10:00:00-06:00"),
  });
});
test("a new time keeps the day, a new day keeps the time", () => {
  expect(mergedWish("2026-11-25T17:00", "T18:00")).toBe("2026-11-25T18:00");
  expect(mergedWish("2026-11-25T17:00", "2026-11-26")).toBe("2026-11-26T17:00");
  expect(mergedWish(undefined, "T18:00")).toBe("T18:00");
});
test("a bare hour is the one at which the shop is open", () => {
  const at = { now: tuesday, known };
  expect(openWish("2026-11-25T22:00", "mañana a las 10", at)).toBe("2026-11-25T10:00");
  expect(openWish("2026-11-25T22:00", "mañana a las 10 de la noche", at)).toBe("2026-11-25T22:00");
  expect(openWish("2026-11-25T05:00", "tomorrow at 5", at)).toBe("2026-11-25T17:00");
});
