import { civil, type DayNumber, dayNumber, mondayOf, monthAway } from "./civil.ts";
import { movableFeasts } from "./movable-feasts.ts";
import { phraseAt, phraseStarts } from "./phrases.ts";
import { readLength } from "./read-duration.ts";
import { amountAt } from "./read-number.ts";
import { move, windowAt } from "./read-window.ts";
import { isDigits, type Reading, word } from "./reading.ts";
import { pad } from "./resolve-date.ts";
import { isoDay } from "./resolve-moment.ts";
import { namedAt, type Period, periodAt, yearAt } from "./wide-periods.ts";
import { months, smallNumbers, weekdayPlurals } from "./words.ts";

/** `whole`: better than a plain reading of the same words. */
export type Wide = { value: string; to: number; whole?: true };

/** How stretches are cut: `fromNow` windows begin at the message and edges are halves; `aligned` ones begin with a unit, edges are thirds. */
export type Cut = "fromNow" | "aligned";

/** What business calendars and almanacs name: quarters, decades, numbered weeks, windows, edges of any period, movable feasts, days around a date. */
export function readWide(reading: Reading, at: number, cut: Cut): Wide | undefined {
  if (!isDigits(reading, at) && !starts.has(word(reading, at))) return undefined;
  return (
    whole(edgeAt(reading, at, cut) ?? windowAt(reading, at, cut) ?? feastAt(reading, at)) ??
    weekdaysAway(reading, at) ??
    aroundDate(reading, at) ??
    plainPeriod(reading, at)
  );
}

const starts: ReadonlySet<string> = new Set([
  ...[...movableFeasts.keys()].map((name) => name.split(" ")[0] ?? ""),
  ..."start beginning early earlier bom boy mid middle end ending late later eom eoy mas the el la los las this this next following last previous past coming upcoming preceding same current mismo misma".split(
    " ",
  ),
  ..."principio principios inicio inicios comienzo comienzos primeros temprano mediados medianos mitad fin fines final finales ultimos ultimo ultima ultimas anteriores".split(
    " ",
  ),
  ..."proximo proxima proximos proximas pasado pasada pasados pasadas siguiente siguientes este esta previos previas venideros".split(
    " ",
  ),
  ..."q first second third fourth primer primera primero segundo segunda tercer tercera tercero cuarto cuarta week semana year ano anos decada twenties thirties forties fifties sixties seventies eighties nineties".split(
    " ",
  ),
  ...months.keys(),
  ...smallNumbers.keys(),
  ...phraseStarts,
  ..."a couple par mil".split(" "),
]);

function whole(found: Wide | undefined): Wide | undefined {
  return found === undefined ? undefined : { ...found, whole: true };
}

function days(from: DayNumber, until: DayNumber): string {
  return `${isoDay(from)}/${isoDay(until)}`;
}

function plainPeriod(reading: Reading, at: number): Wide | undefined {
  const period = periodAt(reading, at);
  if (period === undefined) return undefined;
  const { year, month } = civil(period.from);
  if (period.grain === "year") return { value: pad(year, 4), to: period.to };
  if (period.grain === "month") return { value: `${pad(year, 4)}-${pad(month, 2)}`, to: period.to };
  return { value: days(period.from, period.until), to: period.to };
}

const edges = new Map<string, "start" | "middle" | "end">(
  (
    [
      [
        "start",
        "beginning start early earlier principio principios inicio inicios comienzo comienzos primeros bom boy temprano",
      ],
      ["middle", "middle mid mediados medianos mitad"],
      ["end", "end ending late later fin fines final finales ultimos eom eoy tarde"],
    ] as const
  ).flatMap(([edge, names]) => names.split(" ").map((name): [string, "start" | "middle" | "end"] => [name, edge])),
);

/** "end of next week", "mediados de 2000", "later this year", "early in the month", "BOM". */
function edgeAt(reading: Reading, at: number, cut: Cut): Wide | undefined {
  const more = word(reading, at) === "mas" ? at + 1 : at;
  const said = word(reading, more);
  const edge = edges.get(said);
  if (edge === undefined || (said === "tarde" && more === at)) return undefined;
  const short = /^(?:bom|eom)$/.test(said) ? "month" : /^(?:boy|eoy)$/.test(said) ? "year" : undefined;
  const now = civil(reading.now.day);
  if (short !== undefined) {
    const from = dayNumber(now.year, short === "month" ? now.month : 1, 1);
    const next = short === "month" ? monthAway(now, 1) : { year: now.year + 1, month: 1 };
    return {
      value: cutOf(
        { from, until: dayNumber(next.year, next.month, 1), to: 0, grain: short },
        { edge, cut, today: now.year },
      ),
      to: more + 1,
    };
  }
  let from = more + 1;
  while (from < more + 4 && /^(?:of|in|de|del|en|-|the|el|la)$/.test(word(reading, from))) from++;
  if (/^(?:day|dia)$/.test(word(reading, from)) && edge === "end")
    return { value: `${isoDay(reading.now.day)}T23:59:59`, to: from + 1 };
  const period = periodAt(reading, from) ?? (from > more + 1 ? namedAfter(reading, from) : undefined);
  if (period !== undefined && (/^(?:later|earlier)$/.test(said) || more > at)) return stillTo(reading, period, edge);
  return period === undefined || period.grain === "decade"
    ? undefined
    : { value: cutOf(period, { edge, cut, today: now.year }), to: period.to };
}

/** "later this month": of its half only what is to come; "earlier": only what is over. */
function stillTo(reading: Reading, period: Period, edge: "start" | "middle" | "end"): Wide {
  const today = reading.now.day;
  const value = cutOf(period, { edge, cut: "fromNow", today: civil(today).year });
  const [from = "", until = ""] = value.split("/");
  const day = isoDay(today);
  const isRunning = today >= period.from && today < period.until;
  if (isRunning && edge === "end" && day > from) return { value: `${day}/${until}`, to: period.to };
  return { value: isRunning && edge === "start" && day < until ? `${from}/${day}` : value, to: period.to };
}

/** "principios de semana", "fin de año": the running one. */
function namedAfter(reading: Reading, at: number): Period | undefined {
  const { year, month } = civil(reading.now.day);
  const text = word(reading, at);
  if (/^(?:week|semana)$/.test(text)) {
    const monday = mondayOf(reading.now.day);
    return { from: monday, until: monday + 7, to: at + 1, grain: "week" };
  }
  const next = monthAway({ year, month }, 1);
  if (/^(?:month|mes)$/.test(text))
    return { from: dayNumber(year, month, 1), until: dayNumber(next.year, next.month, 1), to: at + 1, grain: "month" };
  return /^(?:year|ano)$/.test(text)
    ? { from: dayNumber(year, 1, 1), until: dayNumber(year + 1, 1, 1), to: at + 1, grain: "year" }
    : namedAt(reading, at);
}

type Cutting = { edge: "start" | "middle" | "end"; cut: Cut; today: number };

function cutOf({ from, until, grain }: Period, { edge, cut, today }: Cutting): string {
  const { year, month } = civil(from);
  if (grain === "week") {
    const late = cut === "aligned" ? until - 3 : until - 4;
    return edge === "start" ? days(from, from + 3) : edge === "end" ? days(late, until) : days(from + 2, from + 4);
  }
  if (grain === "month") {
    const [first, second] = cut === "aligned" ? [10, 20] : [15, 15];
    if (edge === "start") return days(from, from + first);
    return edge === "end"
      ? days(from + second, until)
      : cut === "aligned"
        ? days(from + 10, from + 20)
        : days(from + 9, from + 20);
  }
  if (edge === "middle") return days(dayNumber(year, month + 4, 1), dayNumber(year, month + 8, 1));
  // "the end of 2000": a third; "el final de año", of the running one, is its second half.
  if (cut === "fromNow" && year !== today)
    return edge === "start" ? days(from, dayNumber(year, 5, 1)) : days(dayNumber(year, 9, 1), until);
  if (cut === "aligned")
    return edge === "start" ? days(from, dayNumber(year, 4, 1)) : days(dayNumber(year, 9, 1), until);
  return edge === "start" ? days(from, dayNumber(year, 7, 1)) : days(dayNumber(year, 7, 1), until);
}

const longestFeast = 5;
const feastStarts = new Set([...movableFeasts.keys()].map((name) => name.split(" ")[0] ?? ""));

/** "thanksgiving 2016", "easter", "earth day 2010", "el próximo día de la madre". */
function feastAt(reading: Reading, at: number): Wide | undefined {
  const shift = /^(?:next|following|proximo|proxima)$/.test(word(reading, at))
    ? 1
    : /^(?:last|previous|pasado|pasada)$/.test(word(reading, at))
      ? -1
      : 0;
  const from = shift === 0 && !/^(?:this|este|esta)$/.test(word(reading, at)) ? at : at + 1;
  for (let words = feastStarts.has(word(reading, from)) ? longestFeast : 0; words > 0; words--) {
    const name = Array.from({ length: words }, (_, index) => word(reading, from + index)).join(" ");
    const feast = movableFeasts.get(name);
    if (feast === undefined) continue;
    const { year, to } = feastYear(reading, from + words);
    const running = civil(reading.now.day).year;
    const day = feast(year ?? running, reading.context.region);
    if (year !== undefined) return { value: isoDay(day), to };
    const isOver = day < reading.now.day;
    return {
      value: isoDay(feast(running + (shift === -1 ? (isOver ? 0 : -1) : isOver ? 1 : 0), reading.context.region)),
      to,
    };
  }
  const fixed = phraseAt(reading, from);
  if (fixed === undefined || fixed.value === "nothing" || fixed.value.date?.kind !== "calendar") return undefined;
  const { year, to } = feastYear(reading, fixed.to);
  const { day, month } = fixed.value.date;
  return year === undefined || month === undefined ? undefined : { value: isoDay(dayNumber(year, month, day)), to };
}

function feastYear(reading: Reading, at: number): { year?: number; to: number } {
  const from = /^(?:of|de|del|in|,)$/.test(word(reading, at)) ? at + 1 : at;
  const year = yearAt(reading, from) ?? namedAt(reading, from);
  return year?.grain === "year" ? { year: civil(year.from).year, to: year.to } : { to: at };
}

/** "4 mondays ago", "5 fridays from now". */
function weekdaysAway(reading: Reading, at: number): Wide | undefined {
  const count = amountAt(reading, at);
  const weekday = count === undefined ? undefined : weekdayPlurals.get(word(reading, count.to));
  if (count === undefined || weekday === undefined || (!isDigits(reading, at) && !/^[a-z]+$/.test(word(reading, at))))
    return undefined;
  const back = word(reading, count.to + 1) === "ago";
  if (!back && !(word(reading, count.to + 1) === "from" && word(reading, count.to + 2) === "now")) return undefined;
  const today = reading.now.day;
  const ahead = (weekday - ((((today + 3) % 7) + 7) % 7) - 1 + 14) % 7 || 7;
  const day = back ? today + (ahead === 7 ? 0 : ahead) - 7 * count.value : today + ahead + 7 * (count.value - 1);
  return { value: isoDay(day), to: count.to + (back ? 2 : 3) };
}

/** "3 weeks later", "2 semanas después": counted from the message. */
function aroundDate(reading: Reading, at: number): Wide | undefined {
  const length = readLength(reading, at);
  if (length === undefined || length.value.upTo !== undefined) return undefined;
  const said = word(reading, length.to);
  if (!/^(?:later|despues|hence)$/.test(said) || word(reading, length.to + 1) === "de") return undefined;
  let day = reading.now.day;
  for (const { amount, unit } of length.value.amounts) {
    if (unit === "hour" || unit === "minute" || unit === "second") return undefined;
    day = move(day, amount, unit);
  }
  return { value: isoDay(day), to: length.to + 1 };
}
