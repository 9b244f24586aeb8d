import { z } from "zod";
import { Label } from "./translated.ts";

export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * `07:00-20:00`, as minutes after the day's local midnight; `to` exclusive. An end at or before the start is on the next day, so
 * `18:00-02:00` is open until 26 × 60.
 */
export const OpenSpan = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d ?[-–] ?(([01]?\d|2[0-3]):[0-5]\d|24:00)$/, "want times such as 07:00-20:00")
  .transform((text) => {
    const [from = 0, to = 0] = text.split(/[-–]/).map(minutesOf);
    return { from, to: to > from ? to : to + 24 * 60 };
  });
export type OpenSpan = z.infer<typeof OpenSpan>;

/** `closed`, one span, or several in order. */
export const OpenDay = z.preprocess(
  (value) => (value === "closed" ? [] : typeof value === "string" ? [value] : value),
  z.array(OpenSpan).max(6),
);

/** A day that is left out is closed. */
export const Week = z.strictObject({
  monday: OpenDay.default([]),
  tuesday: OpenDay.default([]),
  wednesday: OpenDay.default([]),
  thursday: OpenDay.default([]),
  friday: OpenDay.default([]),
  saturday: OpenDay.default([]),
  sunday: OpenDay.default([]),
});
export type Week = z.infer<typeof Week>;

const weekdayNames: readonly string[] = weekdays;
const places = ["first", "second", "third", "fourth", "last"];
const months = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const day = /^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const nthWeekday = new RegExp(`^(${places.join("|")}) (${weekdays.join("|")}) of (${months.join("|")})$`);
const easter = /^easter([+-]\d{1,3})?$/;

/** When a holiday is; `month` from 1, `weekday` from 0 = Monday, `nth` from 1 with 5 for the last, `offset` in days after Easter Sunday. */
export type HolidayDate =
  | { kind: "once"; date: string }
  | { kind: "yearly"; month: number; day: number }
  | { kind: "weekday"; nth: number; weekday: number; month: number }
  | { kind: "easter"; offset: number };

const HolidayDate = z
  .string()
  .refine(
    (text) => (day.test(text) && isDay(text)) || nthWeekday.test(text) || easter.test(text),
    'want a date such as 2026-12-25, 12-25 for every year, "third monday of november" or easter-2',
  )
  .transform(readHolidayDate);

/** A day with other hours than its weekday: `closed` unless `hours` are given. The last entry that fits a day wins. */
export const Holiday = z.strictObject({
  date: HolidayDate,
  /** Last day of a longer time, such as holidays of the shop; only with a full `date`. */
  until: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, "want a date such as 2027-01-02")
    .refine(isDay, "is no day of the calendar")
    .optional(),
  name: Label,
  hours: OpenDay.default([]),
});
export type Holiday = z.infer<typeof Holiday>;

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.trim().split(":").map(Number);
  return hours * 60 + minutes;
}

/** A leap day counts as a day when no year is given. */
function isDay(text: string): boolean {
  const full = text.length === 5 ? `2024-${text}` : text;
  const date = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}

function readHolidayDate(text: string): HolidayDate {
  const [, place, weekday, month] = nthWeekday.exec(text) ?? [];
  if (place !== undefined && weekday !== undefined && month !== undefined) {
    return {
      kind: "weekday",
      nth: places.indexOf(place) + 1,
      weekday: weekdayNames.indexOf(weekday),
      month: months.indexOf(month) + 1,
    };
  }
  const [found, offset] = easter.exec(text) ?? [];
  if (found !== undefined) return { kind: "easter", offset: Number(offset ?? 0) };
  if (text.length === 10) return { kind: "once", date: text };
  const [monthNumber = 1, dayNumber = 1] = text.split("-").map(Number);
  return { kind: "yearly", month: monthNumber, day: dayNumber };
}
