import type { Holiday, Week } from "./hours.ts";
import { weekdays } from "./hours.ts";
import { remembered } from "./remembered.ts";
import { addDays, createZone, type LocalTime, weekdayOf } from "./zone.ts";

/** An opening as instants, Unix ms; `to` exclusive. */
export type Opening = { fromMs: number; toMs: number };
/** Minutes after the local midnight of a day; `to` may be on the next day. */
export type Span = { from: number; to: number };

/** When a business is open. Without hours in the file it counts as always open. */
export type Calendar = {
  /** Whether the business file gives hours at all. */
  told: boolean;
  /** What a local day (`YYYY-MM-DD`) has by its holiday or weekday; a span that began the day before is that day's. */
  openAt: (date: string) => readonly Span[];
  holidayOn: (date: string) => Holiday | undefined;
  isOpenAt: (atMs: number) => boolean;
  /** The opening that holds `atMs`, joined with those that follow without a break. */
  openingAt: (atMs: number) => Opening | undefined;
  /** The first opening that begins after `atMs`, within a year. */
  nextOpening: (atMs: number) => Opening | undefined;
  localOf: (atMs: number) => LocalTime;
  instantOf: (date: string, minutes: number) => number;
};

type Day = { holiday: Holiday | undefined; spans: readonly Span[] };

const wholeDay: readonly Span[] = [{ from: 0, to: 1440 }];
const mostDays = 370;
/** Days whose hours are kept: those of a year are looked through for holidays. */
const mostKept = 1_000;

/** On a holiday its hours replace those of the weekday; with `within` they only cut them, as for what is booked at its own hours. */
export function createCalendar(
  { timeZone, holidays }: { timeZone: string; holidays: readonly Holiday[] },
  hours: Week | undefined,
  { within = false } = {},
): Calendar {
  const { localOf, instantOf } = createZone(timeZone);
  const dayOf = remembered(mostKept, (date: string): Day => {
    const holiday = holidays.findLast((one) => isOn(one, date));
    if (holiday !== undefined && !within) return { holiday, spans: holiday.hours };
    const weekday = weekdays[weekdayOf(date)];
    const usual = hours === undefined || weekday === undefined ? wholeDay : hours[weekday];
    return { holiday, spans: holiday === undefined ? usual : intersection(usual, holiday.hours) };
  });
  const openingsOf = remembered(mostKept, (date: string): readonly Opening[] => {
    const openings = dayOf(date).spans.map(({ from, to }) => ({
      fromMs: instantOf(date, from),
      toMs: instantOf(date, to),
    }));
    return openings.filter(({ fromMs, toMs }) => toMs > fromMs); // not what a change of the clocks swallows
  });
  const openingsAround = remembered(mostKept, (date: string) => [
    ...openingsOf(addDays(date, -1)),
    ...openingsOf(date),
  ]);
  const openingAround = (atMs: number): Opening | undefined =>
    openingsAround(localOf(atMs).date).find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const openingAt = (atMs: number): Opening | undefined => {
    const first = openingAround(atMs);
    if (first === undefined) return undefined;
    let { toMs } = first;
    for (let joined = 0; joined < 14; joined++) {
      const next = openingAround(toMs);
      if (next === undefined) break;
      toMs = next.toMs;
    }
    return { fromMs: first.fromMs, toMs };
  };
  const nextOpening = (atMs: number): Opening | undefined => {
    let { date } = localOf(atMs);
    for (let days = 0; days < mostDays; days++) {
      const found = openingsOf(date).find(({ fromMs }) => fromMs > atMs);
      if (found !== undefined) return found;
      date = addDays(date, 1);
    }
    return undefined;
  };
  const isOpenAt = (atMs: number) => openingAround(atMs) !== undefined;
  return {
    told: hours !== undefined,
    openAt: (date) => dayOf(date).spans,
    holidayOn: (date) => dayOf(date).holiday,
    isOpenAt,
    openingAt,
    nextOpening,
    localOf,
    instantOf,
  };
}

function intersection(one: readonly Span[], other: readonly Span[]): Span[] {
  return one.flatMap((a) =>
    other
      .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
      .filter(({ from, to }) => to > from),
  );
}

function isOn({ date: when, until }: Holiday, date: string): boolean {
  switch (when.kind) {
    case "once":
      return until === undefined ? when.date === date : when.date <= date && date <= until;
    case "yearly":
      return Number(date.slice(5, 7)) === when.month && Number(date.slice(8, 10)) === when.day;
    case "weekday": {
      if (Number(date.slice(5, 7)) !== when.month || weekdayOf(date) !== when.weekday) return false;
      // The last one has none of its weekday after it in the month.
      if (when.nth === 5) return addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
      return Math.ceil(Number(date.slice(8, 10)) / 7) === when.nth;
    }
    case "easter":
      return addDays(easterOf(Number(date.slice(0, 4))), when.offset) === date;
  }
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  const month = String(Math.floor(days / 31)).padStart(2, "0");
  return `${year}-${month}-${String((days % 31) + 1).padStart(2, "0")}`;
}
