import { fold, type PageLine } from "./page-lines.ts";

/** A date as printed: ISO `value`, where it stands, and whether a time of day stands beside it. */
export type DateFound = { value: string; line: number; start: number; end: number; timed: boolean };

/** Which of day and month comes first where both are numbers. */
export type DateOrder = "day-first" | "month-first";

const monthNames: readonly string[][] = [
  "january jan enero ene januar jänner janvier janv gennaio gen januari janeiro stycznia".split(" "),
  "february feb febrero februar février fevr fév febbraio februari fevereiro fev lutego".split(" "),
  "march mar marzo märz mars maart março mrt marca".split(" "),
  "april apr abril abr avril avr aprile kwietnia".split(" "),
  "may mayo mai maggio mag mei maio maja".split(" "),
  "june jun junio juni juin giugno giu junho czerwca".split(" "),
  "july jul julio juli juillet juil luglio lug julho lipca".split(" "),
  "august aug agosto ago août aout augustus sierpnia".split(" "),
  "september sept sep septiembre septembre settembre set setembro setiembre września".split(" "),
  "october oct octubre oktober okt octobre ottobre ott outubro out października".split(" "),
  "november nov noviembre novembre novembro listopada".split(" "),
  "december dec diciembre dic dezember dez décembre déc dicembre dezembro grudnia".split(" "),
];
const months = new Map(monthNames.flatMap((names, at) => names.map((name) => [fold(name), at + 1] as const)));
const monthPattern = [...months.keys()].sort((a, b) => b.length - a.length).join("|");

const numeric = /(?<![\d.,/-])(\d{1,2})( ?[./-] ?| (?=\d{1,2} \d{4}))(\d{1,2})(?:\2| )(\d{4}|\d{2})(?![\d/-]|[.,]\d)/g;
const isoLike = /(?<!\d)((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const dayMonth = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[ \\-/.]{0,2}(?:de |di )?(${monthPattern})(?!\\p{L})[.,]?[ \\-/']{0,2}(?:del? )?(\\d{4}|\\d{2}(?![\\d:]))(?!\\d)`,
  "gu",
);
const monthDay = new RegExp(
  `(?<!\\p{L})(${monthPattern})(?!\\p{L})[.]? ?(\\d{1,2})(?:st|nd|rd|th)? ?,? ?(\\d{4})(?!\\d)`,
  "gu",
);

const maxDates = 6;

/** The dates of a line, in the order given for dates of numbers only. */
export function datesOf(line: PageLine, order: DateOrder): DateFound[] {
  const text = line.folded;
  const found: DateFound[] = [];
  const keep = (match: RegExpMatchArray, [year, month, day]: readonly [string, number, number]) => {
    const value = isoDate(year, month, day);
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (
      value === undefined ||
      found.length >= maxDates ||
      found.some((other) => start < other.end && end > other.start)
    )
      return;
    found.push({ value, line: line.index, start, end, timed: /^[ ,t|;-]{0,4}\d{1,2}[:. ]\d{2}/.test(text.slice(end)) });
  };
  for (const match of text.matchAll(isoLike)) keep(match, [match[1] ?? "", Number(match[3]), Number(match[4])]);
  for (const match of text.matchAll(dayMonth))
    keep(match, [match[3] ?? "", months.get(match[2] ?? "") ?? 0, Number(match[1])]);
  for (const match of text.matchAll(monthDay))
    keep(match, [match[3] ?? "", months.get(match[1] ?? "") ?? 0, Number(match[2])]);
  for (const match of text.matchAll(numeric)) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const monthFirst = second > 12 || (order === "month-first" && first <= 12);
    keep(match, [match[4] ?? "", monthFirst ? first : second, monthFirst ? second : first]);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Day first, unless a date of the page can only be read month first, or the page is in US dollars with US addresses. */
export function dateOrderOf(lines: readonly PageLine[], american: boolean): DateOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const { folded } of lines) {
    for (const [, first, separator, second] of folded.matchAll(numeric)) {
      if (separator?.trim() === "/" && Number(second) > 12 && Number(first) <= 12) monthFirst += 1;
      if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
    }
  }
  if (monthFirst !== dayFirst) return monthFirst > dayFirst ? "month-first" : "day-first";
  return american ? "month-first" : "day-first";
}

function isoDate(year: string, month: number, day: number): string | undefined {
  const full = year.length === 4 ? Number(year) : 2000 + Number(year) - (Number(year) > 69 ? 100 : 0);
  const date = new Date(Date.UTC(full, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && full >= 1950 && full < 2100;
  return real ? date.toISOString().slice(0, 10) : undefined;
}
