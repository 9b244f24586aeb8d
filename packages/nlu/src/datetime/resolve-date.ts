import { addMonths, civil, type DayNumber, dayNumber, daysInMonth, mondayOf, monthAway, weekdayOf } from "./civil.ts";
import type { LocalTime } from "./local-clock.ts";
import type { DatePart, PeriodUnit } from "./moment.ts";

/** A day, a stretch of days (`to` exclusive), a wall-clock minute, a month or year, or every such weekday. */
export type Dated =
  | { kind: "day"; day: DayNumber }
  | { kind: "days"; from: DayNumber; to: DayNumber }
  | { kind: "instant"; day: DayNumber; minute: number }
  | { kind: "label"; text: string; from: DayNumber }
  | { kind: "weekly"; weekday: number; until?: number };

/** The date that was most likely meant. `past`: what is said is over. Undefined for a date that does not exist. */
export function resolveDate(date: DatePart, now: LocalTime, past: boolean): Dated | undefined {
  switch (date.kind) {
    case "calendar":
      return onDay(matchingDay(date, now.day, past) ?? calendarDay(date, now.day, past));
    case "weekday":
      return onDay(weekdayDay(date, now.day, past));
    case "offset":
      return onDay(now.day + date.days);
    case "unit":
      return period(date.unit, date.shift, now.day);
    case "edge":
      return edgeOf(date, now.day, past);
    case "month":
      return monthLabel(date, now.day, past);
    case "year":
      return { kind: "label", text: pad(date.year, 4), from: dayNumber(date.year, 1, 1) };
    case "weekOf":
      return weekAround(calendarDay(date.date, now.day, past));
    case "weekdayOfMonth":
      return onDay(weekdayOfMonth(date, now.day, past));
    case "weekOfMonth":
      return weekAround(weekOfMonth(date, now.day));
    case "weekly":
      return { kind: "weekly", weekday: date.weekday, ...(date.until === undefined ? {} : { until: date.until }) };
    case "fortnight":
      return onDay(payday(now.day));
    case "distance":
      return distanceFrom(date, now);
    case "window":
      return windowOf(date, now);
  }
}

export function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

function onDay(day: DayNumber | undefined): Dated | undefined {
  return day === undefined ? undefined : { kind: "day", day };
}

function calendarDay(
  { day, month, year }: Extract<DatePart, { kind: "calendar" }>,
  today: DayNumber,
  past: boolean,
): DayNumber | undefined {
  const now = civil(today);
  if (month !== undefined && year !== undefined)
    return day <= daysInMonth(year, month) ? dayNumber(year, month, day) : undefined;
  // Without a month: the next month that has such a day; without a year: the next year. 8 years reach the 29th of February.
  for (let steps = 0; steps <= (month === undefined ? 12 : 8); steps++) {
    const shift = past ? -steps : steps;
    const at = month === undefined ? monthAway(now, shift) : { year: (year ?? now.year) + shift, month };
    if (day > daysInMonth(at.year, at.month)) continue;
    const number = dayNumber(at.year, at.month, day);
    if (past ? number <= today : number >= today) return number;
  }
  return undefined;
}

/** "martes 25" without a month: the month in which the 25th is a Tuesday, if it is near. */
function matchingDay(
  { day, month, weekday }: Extract<DatePart, { kind: "calendar" }>,
  today: DayNumber,
  past: boolean,
): DayNumber | undefined {
  if (weekday === undefined || month !== undefined) return undefined;
  for (let steps = 0; steps <= 5; steps++) {
    const at = monthAway(civil(today), past ? -steps : steps);
    if (day > daysInMonth(at.year, at.month)) continue;
    const number = dayNumber(at.year, at.month, day);
    if (weekdayOf(number) === weekday && (past ? number <= today : number >= today)) return number;
  }
  return undefined;
}

function weekdayDay(
  { weekday, which, weeks = 0 }: Extract<DatePart, { kind: "weekday" }>,
  today: DayNumber,
  past: boolean,
): DayNumber {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const inWeek = mondayOf(today) + weekday - 1;
  switch (which) {
    case "last":
      return today + (ahead === 0 ? -7 : ahead - 7);
    case "inWeek":
      return inWeek + 7 * weeks;
    case "coming":
      return inWeek + 7 * (weeks + 1);
    case "this":
      return (weeks === 0 && inWeek < today ? inWeek + (past ? 0 : 7) : inWeek) + 7 * weeks;
    case "next":
      return today + (ahead === 0 ? 7 : ahead) + 7 * weeks;
    case "nearest":
      if (past && weeks === 0) return today + (ahead === 0 ? -7 : ahead - 7);
      return today + (ahead === 0 ? 7 : ahead) + 7 * weeks;
  }
}

function period(unit: PeriodUnit, shift: number, today: DayNumber): Dated {
  const now = civil(today);
  const monday = mondayOf(today) + 7 * shift;
  switch (unit) {
    case "week":
      return { kind: "days", from: monday, to: monday + 7 };
    case "weekend":
      return { kind: "days", from: monday + 5, to: monday + 7 };
    case "month": {
      const { year, month } = monthAway(now, shift);
      return { kind: "label", text: `${pad(year, 4)}-${pad(month, 2)}`, from: dayNumber(year, month, 1) };
    }
    case "year":
      return { kind: "label", text: pad(now.year + shift, 4), from: dayNumber(now.year + shift, 1, 1) };
    case "quarter": {
      const first = { year: now.year, month: Math.floor((now.month - 1) / 3) * 3 + 1 };
      const from = monthAway(first, 3 * shift);
      const to = monthAway(first, 3 * shift + 3);
      return { kind: "days", from: dayNumber(from.year, from.month, 1), to: dayNumber(to.year, to.month, 1) };
    }
  }
}

function edgeOf(
  { edge, unit, shift, month, year }: Extract<DatePart, { kind: "edge" }>,
  today: DayNumber,
  past: boolean,
): Dated {
  const now = civil(today);
  if (unit === "week") {
    const monday = mondayOf(today) + 7 * shift;
    return edge === "end" ? { kind: "day", day: monday + 4 } : { kind: "days", from: monday, to: monday + 3 };
  }
  if (unit === "year") {
    const of = now.year + shift;
    return edge === "end"
      ? { kind: "day", day: dayNumber(of, 12, 31) }
      : { kind: "days", from: dayNumber(of, 1, 1), to: dayNumber(of, 4, 1) };
  }
  const later =
    month !== undefined && month < now.month && !past ? 1 : month !== undefined && month > now.month && past ? -1 : 0;
  const at = month === undefined ? monthAway(now, shift) : { year: year ?? now.year + later, month };
  const first = dayNumber(at.year, at.month, 1);
  if (edge === "end") return { kind: "day", day: first + daysInMonth(at.year, at.month) - 1 };
  return edge === "start"
    ? { kind: "days", from: first, to: first + 10 }
    : { kind: "days", from: first + 10, to: first + 20 };
}

function monthLabel(
  { month, year, shift }: Extract<DatePart, { kind: "month" }>,
  today: DayNumber,
  past: boolean,
): Dated {
  const now = civil(today);
  const last = past || shift === -1;
  const near = last
    ? month > now.month || (month === now.month && shift === -1)
      ? -1
      : 0
    : month < now.month || (month === now.month && shift === 1)
      ? 1
      : 0;
  const of = year ?? (shift === 0 ? now.year : now.year + near);
  return { kind: "label", text: `${pad(of, 4)}-${pad(month, 2)}`, from: dayNumber(of, month, 1) };
}

/** The next 15th or last day of a month: when wages are paid. */
function payday(today: DayNumber): DayNumber {
  const { year, month, day } = civil(today);
  if (day < 15) return dayNumber(year, month, 15);
  const last = dayNumber(year, month, daysInMonth(year, month));
  return today < last ? last : today + 15;
}

function distanceFrom(
  { amount, unit, fromDay = 0 }: Extract<DatePart, { kind: "distance" }>,
  now: LocalTime,
): Extract<Dated, { kind: "day" | "instant" }> {
  const today = now.day + fromDay;
  const minutesPer = { second: 1 / 60, minute: 1, hour: 60, day: 0, week: 0, month: 0, year: 0 }[unit];
  if (minutesPer > 0) {
    const minutes = now.minute + Math.round(amount * minutesPer);
    const days = Math.floor(minutes / 1440);
    return { kind: "instant", day: today + days, minute: minutes - days * 1440 };
  }
  if (unit === "month")
    return { kind: "day", day: addMonths(today, Math.trunc(amount)) + Math.round((amount % 1) * 30) };
  if (unit === "year") return { kind: "day", day: addMonths(today, Math.round(amount * 12)) };
  return { kind: "day", day: today + Math.round(amount * (unit === "week" ? 7 : 1)) };
}

function weekAround(day: DayNumber | undefined): Dated | undefined {
  return day === undefined ? undefined : { kind: "days", from: mondayOf(day), to: mondayOf(day) + 7 };
}

function weekdayOfMonth(
  { week, weekday, month, shift }: Extract<DatePart, { kind: "weekdayOfMonth" }>,
  today: DayNumber,
  past: boolean,
): DayNumber | undefined {
  const now = civil(today);
  for (let steps = 0; steps < 2; steps++) {
    const later = past ? -steps : steps;
    const at = month === undefined ? monthAway(now, shift) : { year: now.year + later, month };
    const first = dayNumber(at.year, at.month, 1);
    const last = first + daysInMonth(at.year, at.month) - 1;
    const day =
      week === 5
        ? last - ((weekdayOf(last) - weekday + 7) % 7)
        : first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (week - 1);
    if (month === undefined || (past ? day <= today : day >= today)) return day;
  }
  return undefined;
}

/** A day in the week: as in ISO 8601, a week belongs to the month that has its Thursday. */
function weekOfMonth({ week, month }: { week: number; month: number }, today: DayNumber): DayNumber {
  const now = civil(today);
  const year = month < now.month ? now.year + 1 : now.year;
  return week === 5 ? dayNumber(year, month, daysInMonth(year, month) - 3) : dayNumber(year, month, 4 + 7 * (week - 1));
}

function windowOf({ amount, unit, past }: Extract<DatePart, { kind: "window" }>, now: LocalTime): Dated | undefined {
  if (unit === "hour" || unit === "minute" || unit === "second") return undefined;
  const edge = distanceFrom({ kind: "distance", amount: past ? -amount : amount, unit }, now);
  if (edge.kind !== "day") return undefined;
  return past ? { kind: "days", from: edge.day, to: now.day } : { kind: "days", from: now.day + 1, to: edge.day + 1 };
}
