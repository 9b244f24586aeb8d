import { remembered } from "./remembered.ts";

/** A day and time as the clocks of the business show it; `date` is `YYYY-MM-DD`, `minutes` after its midnight. */
export type LocalTime = { date: string; minutes: number };

/** The clocks of one time zone. */
export type Zone = {
  localOf: (atMs: number) => LocalTime;
  /**
   * Unix ms of a local time; `minutes` may pass midnight. A time that the clocks skip counts as so much after the jump, one they show
   * twice as the first.
   */
  instantOf: (date: string, minutes: number) => number;
};

const quarterMs = 15 * 60_000;
const dayMs = 86_400_000;
/** Quarters of an hour, and days. */
const mostKept = 2_000;

export function createZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  // Clocks only ever change at a quarter of an hour; Intl costs 2 µs, so what it said is kept for a while.
  const offsetOf = remembered(mostKept, (quarter: number): number => {
    const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = format
      .format(quarter * quarterMs)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - quarter * quarterMs;
  });
  const offsetAt = (atMs: number) => offsetOf(Math.floor(atMs / quarterMs));
  const dateAt = remembered(mostKept, (midnight: number) => new Date(midnight).toISOString().slice(0, 10));
  return {
    localOf: (atMs) => {
      const local = atMs + offsetAt(atMs);
      const midnight = Math.floor(local / dayMs) * dayMs;
      return { date: dateAt(midnight), minutes: Math.floor((local - midnight) / 60_000) };
    },
    instantOf: (date, minutes) => {
      const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
      // The offset of the day before and after: with the larger one the instant is the earlier.
      const before = offsetAt(wall - dayMs);
      const after = offsetAt(wall + dayMs);
      const early = wall - before;
      if (before === after || offsetAt(early) === before) return early;
      const late = wall - after;
      return offsetAt(late) === after ? late : early;
    },
  };
}

/** `YYYY-MM-DD` so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 0 = Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
