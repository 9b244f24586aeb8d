import { expect, test } from "vitest";
import { createCalendar } from "./calendar.ts";
import { Holiday, Week } from "./hours.ts";

const week = Week.parse({
  monday: ["09:00-14:00", "16:00-20:00"],
  tuesday: ["09:00-14:00", "16:00-20:00"],
  friday: "18:00-02:00",
  saturday: "18:00-24:00",
  sunday: "0:00-3:00",
});
const holidays = [
  { date: "12-25", name: "Navidad" },
  { date: "12-24", name: "Nochebuena", hours: "09:00-13:00" },
  { date: "third monday of november", name: "Revolución" },
  { date: "last monday of may", name: "x" },
  { date: "easter-2", name: "Viernes Santo" },
  { date: "2027-08-02", until: "2027-08-15", name: "Vacaciones" },
].map((holiday) => Holiday.parse(holiday));
const madrid = createCalendar({ timeZone: "Europe/Madrid", holidays }, week);
const at = (local: string) => Date.parse(`${local}:00+01:00`); // winter time of Madrid

test.each([
  ["before opening", "2026-11-09T08:59", false],
  ["at opening", "2026-11-09T09:00", true],
  ["at closing", "2026-11-09T14:00", false],
  ["in the break", "2026-11-09T15:00", false],
  ["after the break", "2026-11-09T19:59", true],
  ["on a closed day", "2026-11-11T12:00", false],
  ["in the night after a late day", "2026-11-14T01:59", true],
  ["after a late day", "2026-11-14T02:00", false],
  ["at Christmas", "2028-12-25T10:00", false],
  ["with the other hours of Christmas Eve", "2026-12-24T12:00", true],
  ["after them", "2026-12-24T13:00", false],
])("%s", (_case, local, open) => {
  expect(madrid.isOpenAt(at(local))).toBe(open);
});

test.each([
  ["2026-11-16", "Revolución"],
  ["2027-11-15", "Revolución"],
  ["2026-11-23", undefined],
  ["2027-05-31", "x"],
  ["2027-05-24", undefined],
  ["2027-03-26", "Viernes Santo"],
  ["2028-04-14", "Viernes Santo"],
  ["2027-08-01", undefined],
  ["2027-08-02", "Vacaciones"],
  ["2027-08-15", "Vacaciones"],
])("the holiday on %s is %s", (date, name) => {
  expect(madrid.holidayOn(date)?.name.es).toBe(name);
});

test("an opening reaches over midnight and joins the next one without a break", () => {
  expect(madrid.openingAt(at("2026-11-14T20:00"))).toEqual({
    fromMs: at("2026-11-14T18:00"),
    toMs: at("2026-11-15T03:00"),
  });
  expect(madrid.openingAt(at("2026-11-09T15:00"))).toBeUndefined();
});

test("the next opening skips the break, closed days and holidays", () => {
  expect(madrid.nextOpening(at("2026-11-09T15:00"))?.fromMs).toBe(at("2026-11-09T16:00"));
  expect(madrid.nextOpening(at("2026-11-10T20:00"))?.fromMs).toBe(at("2026-11-13T18:00"));
  expect(madrid.nextOpening(at("2026-11-15T12:00"))?.fromMs).toBe(at("2026-11-17T09:00")); // Monday is a holiday
});

test("what is booked at its own hours has less on a holiday, never more", () => {
  const tastings = createCalendar(
    { timeZone: "Europe/Madrid", holidays },
    Week.parse({ thursday: "11:00-18:00", friday: "11:00-18:00" }),
    { within: true },
  );
  expect(tastings.openAt("2026-12-24")).toEqual([{ from: 660, to: 780 }]);
  expect(tastings.openAt("2026-12-25")).toEqual([]);
  expect(tastings.openAt("2026-12-31")).toEqual([{ from: 660, to: 1080 }]);
});

test("the clocks change and the hours stay", () => {
  const newYork = createCalendar({ timeZone: "America/New_York", holidays: [] }, Week.parse({ sunday: "01:30-09:00" }));
  expect(newYork.isOpenAt(Date.parse("2026-03-08T12:59:00Z"))).toBe(true); // 08:59 by the new clock
  expect(newYork.isOpenAt(Date.parse("2026-03-08T13:00:00Z"))).toBe(false);
  expect(newYork.isOpenAt(Date.parse("2026-11-01T05:30:00Z"))).toBe(true); // 01:30, the first of two
  expect(newYork.isOpenAt(Date.parse("2026-11-01T13:59:00Z"))).toBe(true);
  expect(newYork.isOpenAt(Date.parse("2026-11-01T14:00:00Z"))).toBe(false);
});

test("an hour that the clocks skip begins after the jump", () => {
  const newYork = createCalendar({ timeZone: "America/New_York", holidays: [] }, Week.parse({ sunday: "02:30-09:00" }));
  expect(new Date(newYork.nextOpening(Date.parse("2026-03-08T00:00:00Z"))?.fromMs ?? 0).toISOString()).toBe(
    "2026-03-08T07:30:00.000Z",
  );
});

test("a business that tells no hours is always open", () => {
  const always = createCalendar({ timeZone: "America/Mexico_City", holidays: [] }, undefined);
  expect([always.told, always.isOpenAt(at("2026-11-11T03:00"))]).toEqual([false, true]);
});

test("a question for the hours costs little", () => {
  const started = process.cpuUsage();
  for (let minute = 0; minute < 2_000; minute++) madrid.isOpenAt(at("2026-11-09T00:00") + minute * 60_000);
  expect(process.cpuUsage(started).user / 2_000).toBeLessThan(200); // µs; about 5 alone
});
