import { expect, test } from "vitest";
import { addMonths, civil, dayNumber, daysInMonth, mondayOf, weekdayOf } from "./civil.ts";
import { localTime } from "./local-clock.ts";

test.each([
  [1970, 1, 1, 0],
  [2000, 2, 29, 11_016],
  [2026, 12, 31, 20_818],
  [1900, 3, 1, -25_508],
])("%i-%i-%i is day %i and back", (year, month, day, number) => {
  expect(dayNumber(year, month, day)).toBe(number);
  expect(civil(number)).toEqual({ year, month, day });
});

test("every day of 40 years comes back as it was and its weekday moves on by one", () => {
  for (let day = dayNumber(2000, 1, 1); day < dayNumber(2040, 1, 1); day++) {
    const { year, month, day: of } = civil(day);
    if (dayNumber(year, month, of) !== day || weekdayOf(day + 1) !== (weekdayOf(day) % 7) + 1)
      throw new Error(String(day));
  }
  expect(weekdayOf(dayNumber(2026, 5, 12))).toBe(2);
  expect(mondayOf(dayNumber(2026, 5, 17))).toBe(dayNumber(2026, 5, 11));
});

test("a month later than the 31st is the last day of a shorter month", () => {
  expect(civil(addMonths(dayNumber(2027, 1, 31), 1))).toEqual({ year: 2027, month: 2, day: 28 });
  expect(civil(addMonths(dayNumber(2028, 1, 31), 1))).toEqual({ year: 2028, month: 2, day: 29 });
  expect(daysInMonth(2100, 2)).toBe(28);
});

test("the wall clock follows its zone through both changes of the clocks", () => {
  const at = (iso: string, zone: string) => localTime(Date.parse(iso), zone).minute;
  expect(at("2026-03-29T00:59:00Z", "Europe/Madrid")).toBe(119);
  expect(at("2026-03-29T01:00:00Z", "Europe/Madrid")).toBe(180);
  expect(at("2026-10-25T00:30:00Z", "Europe/Madrid")).toBe(150);
  expect(at("2026-10-25T01:30:00Z", "Europe/Madrid")).toBe(150);
  expect(at("2026-11-01T05:59:00Z", "America/New_York")).toBe(119);
  expect(at("2026-11-01T06:01:00Z", "America/New_York")).toBe(61);
  expect(at("2026-05-12T00:00:00Z", "Asia/Kolkata")).toBe(330);
});
