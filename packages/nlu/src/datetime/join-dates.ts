import { civil, monthAway, weekdayOf } from "./civil.ts";
import type { LocalTime } from "./local-clock.ts";
import type { DatePart } from "./moment.ts";

/** The date that two neighbouring parts describe together ("viernes" + "6 de julio"), or undefined if they are two dates. */
export function joinDates(first: DatePart, second: DatePart, now: LocalTime): DatePart | undefined {
  return joinInOrder(first, second, now) ?? joinInOrder(second, first, now);
}

function joinInOrder(one: DatePart, other: DatePart, now: LocalTime): DatePart | undefined {
  if (one.kind === "weekday") {
    if (other.kind === "calendar") return { ...other, weekday: one.weekday };
    if (other.kind === "offset")
      return weekdayOf(now.day + other.days) === one.weekday && one.which === "nearest" ? other : undefined;
    if (other.kind === "unit" && other.unit === "week")
      return { kind: "weekday", weekday: one.weekday, which: "inWeek", weeks: other.shift };
    if (other.kind === "distance" && other.unit === "week")
      return { kind: "weekday", weekday: one.weekday, which: "inWeek", weeks: Math.round(other.amount) };
    return undefined;
  }
  if (one.kind === "offset") return other.kind === "calendar" ? one : undefined;
  if (one.kind === "calendar" && other.kind === "unit") {
    if (other.unit === "month" && one.month === undefined) return { ...one, ...monthAway(civil(now.day), other.shift) };
    if (other.unit === "year" && one.year === undefined && one.month !== undefined)
      return { ...one, year: civil(now.day).year + other.shift };
    return undefined;
  }
  if (one.kind === "calendar" && other.kind === "year" && one.year === undefined) return { ...one, year: other.year };
  if (one.kind === "calendar" && other.kind === "month" && one.month === undefined)
    return { ...one, month: other.month, ...(other.year === undefined ? {} : { year: other.year }) };
  if (one.kind === "month" && one.year === undefined) {
    if (other.kind === "unit" && other.unit === "year") return { ...one, year: civil(now.day).year + other.shift };
    if (other.kind === "year") return { ...one, year: other.year };
  }
  if (one.kind === "edge" && other.kind === "year") return { ...one, year: other.year };
  return undefined;
}
