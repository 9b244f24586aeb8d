import { addMonths, dayNumber } from "./civil.ts";
import type { Length } from "./read-duration.ts";
import { pad } from "./resolve-date.ts";
import { isoDay } from "./resolve-moment.ts";

const minutesIn = { second: 1 / 60, minute: 1, hour: 60 } as const;

/** An ISO date or date-time moved by a length of time; undefined for ranges, months, repeats and what has no day for days to count. */
export function shifted(value: string, { amounts, upTo }: Length, back: boolean): string | undefined {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T(\d\d):(\d\d))?$/.exec(value);
  if (parts === null || upTo !== undefined) return undefined;
  const [, year, month, date, hour, minute] = parts;
  let day = year === undefined ? 0 : dayNumber(Number(year), Number(month), Number(date));
  let minutes = hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
  const sign = back ? -1 : 1;
  for (const { amount, unit } of amounts) {
    if (unit === "second" || unit === "minute" || unit === "hour") {
      if (minutes === undefined) return undefined;
      minutes += Math.round(amount * minutesIn[unit]) * sign;
    } else if (year === undefined) return undefined;
    else if (unit === "month" || unit === "year")
      day = addMonths(day, Math.round(amount * (unit === "year" ? 12 : 1)) * sign);
    else day += Math.round(amount * (unit === "week" ? 7 : 1)) * sign;
  }
  if (minutes === undefined) return isoDay(day);
  const clock = ((minutes % 1440) + 1440) % 1440;
  const time = `T${pad(Math.floor(clock / 60), 2)}:${pad(clock % 60, 2)}`;
  return year === undefined ? time : `${isoDay(day + Math.floor(minutes / 1440))}${time}`;
}
