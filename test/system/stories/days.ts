import type { Calendar } from "@parley/business/calendar";
import { addDays } from "@parley/business/zone";

/** Days a story may speak of, whenever it is played: ordinary ones, and one that is closed all day. */
export type Day = { ordinary: string; next: string; sunday: string; closed: string };

/** Days from the day after tomorrow on: a Tuesday to Friday with the usual hours and the day after it, a Sunday, a closed holiday. */
export function daysFrom(nowMs: number, calendar: Calendar): Day {
  const today = calendar.localOf(nowMs).date;
  const coming = Array.from({ length: 366 }, (_, n) => addDays(today, n + 2));
  const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();
  const usual = (date: string) => calendar.holidayOn(date) === undefined;
  const ordinary = coming.find((date) => [2, 3].includes(weekday(date)) && usual(date) && usual(addDays(date, 1)));
  const sunday = coming.find((date) => weekday(date) === 0 && usual(date));
  const closed = coming.find((date) => calendar.openAt(date).length === 0);
  if (ordinary === undefined || sunday === undefined || closed === undefined) throw new Error("there is no such day");
  return { ordinary, next: addDays(ordinary, 1), sunday, closed };
}

/** How customers say those days: `{el}` "el 24 de noviembre", `{on}` "November 24"; `{el2}`, `{on2}` the day after, and so on. */
export function dayWords({ ordinary, next, sunday, closed }: Day): Record<string, string> {
  const spanish = (date: string) => `el ${format(date, "es-MX")}`;
  const english = (date: string) => format(date, "en-US");
  return {
    el: spanish(ordinary),
    on: english(ordinary),
    el2: spanish(next),
    on2: english(next),
    elsunday: spanish(sunday),
    onsunday: english(sunday),
    elclosed: spanish(closed),
    onclosed: english(closed),
    day: String(Number(ordinary.slice(8))),
    day2: String(Number(next.slice(8))),
  };
}

function format(date: string, locale: string): string {
  const moment = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }).format(moment);
}
