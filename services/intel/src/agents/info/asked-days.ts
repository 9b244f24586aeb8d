import type { Calendar } from "@parley/business/calendar";
import { foldName } from "@parley/business/fold-name";
import type { Holiday } from "@parley/business/hours";
import { addDays } from "@parley/business/zone";
import { onceFor } from "../once-for.ts";
import type { Question } from "./info-answer.ts";

/** What of the calendar a question is about. `weekday` from 0 = Monday; minutes after the day's midnight. */
export type AskedDays =
  | { kind: "now" }
  | { kind: "week" }
  | { kind: "holidays" }
  | { kind: "days"; dates: string[] }
  | { kind: "weekdays"; weekdays: number[] }
  /** `later` is the other reading of a bare hour: 8 may be 20. */
  | { kind: "moment"; date: string; minutes: number; later?: number };

const mostDays = 7;
const nowWords =
  /\b(?:ahora|ahorita|ya (?:abrieron|abrio|cerraron|cerro)|esta(?:n|s|is)? abiert[oa]s?|sigue(?:n|s)? abiert[oa]s?|todavia (?:estan|hay|atienden)|abiert[oa]s? (?:ya|todavia)|right now|open now|now|still open|currently|(?:are|r) (?:you|u|ya) (?:guys )?open|you (?:guys )?open)\b/;
const holidayWords =
  /\b(?:dias? (?:festivos?|feriados?|de asueto|inhabiles|especiales)|festivos|feriados?|puentes?|(?:public|bank|national) holidays?|holidays?)\b/;
const weekendWords = /\b(?:fin(?:es)? de semana|findes?|weekends?)\b/;
const easterWords = /\b(?:semana santa|holy week|easter|pascuas?)\b/;
const yearEndWords =
  /\b(?:fiestas? (?:decembrinas?|navidenas?|de fin de ano)|(?:las )?navidades|vacaciones de (?:navidad|diciembre|fin de ano)|christmas (?:holidays|season|time|week)|festive season)\b/;
const stillWords = /\b(?:siguen?|todavia|aun|cierran?|hasta|still|until|till|close[sd]?)\b/;
const earlyWords = /\b(?:abren?|abriran?|temprano|opens?|early)\b/;

/** What days or moment a question about hours means. */
export function askedDays({ turn, known, read }: Question): AskedDays {
  const { folded } = read;
  const today = known.calendar.localOf(turn.now).date;
  if (weekendWords.test(folded) && !/\b(?:next|proximo)\b/.test(folded)) return { kind: "weekdays", weekdays: [5, 6] };
  const moments = turn.entities.flatMap(({ type, value, text }) =>
    type === "datetime" && typeof value === "string" ? [{ value, text }] : [],
  );
  const found = moments
    .map(({ value, text }) => readMoment(value, { text, today, folded }))
    .filter((one) => one !== undefined);
  const [first] = found;
  if (first !== undefined) return joined(first, found);
  const named = namedHolidays(folded, today, known);
  if (named.length > 0) return { kind: "days", dates: named };
  if (holidayWords.test(folded)) return { kind: "holidays" };
  return nowWords.test(folded) ? { kind: "now" } : { kind: "week" };
}

/** "sábado y domingo": several days at once; a moment stands alone. */
function joined(first: AskedDays, all: readonly AskedDays[]): AskedDays {
  if (first.kind === "days") {
    return {
      kind: "days",
      dates: [...new Set(all.flatMap((one) => (one.kind === "days" ? one.dates : [])))].slice(0, mostDays),
    };
  }
  if (first.kind !== "weekdays") return first;
  const weekdays = all.flatMap((one) => (one.kind === "weekdays" ? one.weekdays : []));
  return { kind: "weekdays", weekdays: [...new Set(weekdays)].sort((a, b) => a - b) };
}

type Around = { text: string; today: string; folded: string };

function readMoment(value: string, around: Around): AskedDays | undefined {
  const recurring = [...value.matchAll(/XXXX-WXX-([1-7])/g)].map(([, day]) => Number(day) - 1);
  const [from, to] = recurring;
  if (from !== undefined) return { kind: "weekdays", weekdays: to === undefined ? [from] : daysBetween(from, to) };
  const [start = "", end] = value.split("/");
  const date = /^\d{4}-\d\d-\d\d/.exec(start)?.[0];
  const clock = /T(\d\d):(\d\d)/.exec(start);
  if (clock !== null && end === undefined) {
    return moment(Number(clock[1]) * 60 + Number(clock[2]), { date: date ?? around.today, ...around });
  }
  if (date === undefined) return undefined; // "por la noche", a month, a year
  const last = /^\d{4}-\d\d-\d\d/.exec(end ?? "")?.[0] ?? date;
  // A part of a day, such as "el sábado en la tarde", is that day; its night ends on the next.
  if (clock !== null) return { kind: "days", dates: [date] };
  return { kind: "days", dates: datesBetween(date, last) };
}

/** "a las 8" without a part of the day may be the morning or the evening: the verb tells, or else the calendar. */
function moment(minutes: number, { date, text, folded }: Around & { date: string }): AskedDays {
  const hour = Math.floor(minutes / 60);
  const bare =
    hour >= 1 && hour !== 12 && /(?:^|\D)(?:[1-9]|1[01])(?:[:.]\d\d)?\D*$/.test(text) && !partOfDay.test(text);
  if (!bare) return { kind: "moment", date, minutes };
  const early = minutes % 720;
  if (stillWords.test(folded)) return { kind: "moment", date, minutes: early + 720 };
  if (earlyWords.test(folded)) return { kind: "moment", date, minutes: early };
  return { kind: "moment", date, minutes: early, later: early + 720 };
}

const partOfDay =
  /\d\s*(?:a\.?m|p\.?m|h\b|hrs?\b)|ma[nñ]ana\s*$|de la|in the|tarde|noche|madrugada|morning|evening|night|afternoon|tonight/i;

function daysBetween(from: number, to: number): number[] {
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => (from + n) % 7).sort((a, b) => a - b);
}

function datesBetween(from: string, to: string): string[] {
  if (from === to) return [from];
  const dates: string[] = [];
  for (let date = from; date <= to && dates.length < mostDays; date = addDays(date, 1)) dates.push(date);
  return dates.length === 0 ? [from] : dates;
}

/** Days that the business file names and the question does, too. */
function namedHolidays(folded: string, today: string, known: Question["known"]): string[] {
  const { holidays } = known.business;
  const said = ` ${foldName(folded.slice(0, 500))} `;
  const wanted = holidayNames(holidays).flatMap(({ name, holiday }) => (said.includes(` ${name} `) ? [holiday] : []));
  if (easterWords.test(folded)) wanted.push(...holidays.filter(({ date }) => date.kind === "easter"));
  const yearEnd = yearEndWords.test(folded);
  if (wanted.length === 0 && !yearEnd) return [];
  return comingHolidays(today, known)
    .filter(({ holiday, date }) => wanted.includes(holiday) || (yearEnd && /-12-(?:2\d|3\d)$|-01-0\d$/.test(date)))
    .map(({ date }) => date)
    .slice(0, mostDays);
}

/** Names of special days, folded, with and without "día de". */
const holidayNames = onceFor((holidays: readonly Holiday[]) =>
  holidays.flatMap((holiday) =>
    Object.values(holiday.name).flatMap((name) => {
      const folded = foldName(name);
      const short = folded.replace(/^(?:dia|day) (?:del?|of) (?:l[ao]s? |the )?/, "");
      return (short.length > 4 ? [folded, short] : [folded]).map((one) => ({ name: one, holiday }));
    }),
  ),
);

type SpecialDay = { date: string; holiday: Holiday };
/** The last list made for a calendar: it is good for its day. */
const lists = onceFor((_: Calendar): { today: string; days: SpecialDay[] } => ({ today: "", days: [] }));

/** The special days of the coming year, soonest first. */
export function comingHolidays(today: string, { calendar }: Question["known"]): readonly SpecialDay[] {
  const list = lists(calendar);
  if (list.today !== today) {
    list.today = today;
    list.days = Array.from({ length: 366 }, (_, n) => addDays(today, n)).flatMap((date) => {
      const holiday = calendar.holidayOn(date);
      return holiday === undefined ? [] : [{ date, holiday }];
    });
  }
  return list.days;
}
