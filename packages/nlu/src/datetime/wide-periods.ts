import { cardinalAt } from "../entities/cardinal.ts";
import { civil, type DayNumber, dayNumber, mondayOf, monthAway } from "./civil.ts";
import { readPeriod } from "./read-period.ts";
import { isDigits, type Reading, touchesNext, word } from "./reading.ts";
import { resolveDate } from "./resolve-date.ts";
import { months } from "./words.ts";

/** A stretch of days, `until` exclusive, up to token `to`. */
export type Period = {
  from: DayNumber;
  until: DayNumber;
  to: number;
  grain: "week" | "month" | "quarter" | "year" | "decade";
};

const places = new Map(
  "1 first 1st primer primera primero 1er 1º,2 second 2nd segundo segunda 2do,3 third 3rd tercer tercera tercero 3er,4 fourth 4th cuarto cuarta 4to,9 last ultimo ultima"
    .split(",")
    .flatMap((group) => {
      const [number, ...names] = group.split(" ");
      return names.map((name): [string, number] => [name, Number(number)]);
    }),
);

/** Quarters, half-years, decades, numbered weeks, years, months with a year, and "this", "next", "last" of them. */
export function periodAt(reading: Reading, at: number): Period | undefined {
  const from = /^(?:the|el|la|los|las)$/.test(word(reading, at)) ? at + 1 : at;
  return (
    quarterAt(reading, from) ??
    decadeAt(reading, from) ??
    weekAt(reading, from) ??
    monthAt(reading, from) ??
    yearAt(reading, from) ??
    namedAt(reading, from)
  );
}

function years(first: number, count: number, to: number): Period {
  return {
    from: dayNumber(first, 1, 1),
    until: dayNumber(first + count, 1, 1),
    to,
    grain: count === 1 ? "year" : "decade",
  };
}

function monthsFrom(year: number, month: number, { count, to }: { count: number; to: number }): Period {
  const end = monthAway({ year, month }, count);
  const grain = count === 1 ? "month" : "quarter";
  return { from: dayNumber(year, month, 1), until: dayNumber(end.year, end.month, 1), to, grain };
}

/** "2016", "year 2016", "el año 2007", "nineteen seventy two", "mil novecientos sesenta". */
export function yearAt(reading: Reading, at: number): Period | undefined {
  const said = /^(?:year|ano|anio)$/.test(word(reading, at));
  const calendar = said && /^(?:calendario|fiscal)$/.test(word(reading, at + 1)) ? at + 2 : said ? at + 1 : at;
  const from = calendar > at && /^(?:de|of)$/.test(word(reading, calendar)) ? calendar + 1 : calendar;
  const text = word(reading, from);
  if (
    isDigits(reading, from) &&
    text.length === 4 &&
    Number(text) >= 1500 &&
    Number(text) < 2200 &&
    !isTied(reading, from)
  )
    return years(Number(text), 1, from + 1);
  const spoken = isDigits(reading, from) ? undefined : cardinalAt(reading.tokens, from);
  if (spoken === undefined) return undefined;
  if (spoken.value >= 1900 && spoken.value < 2100 && spoken.to - from > 1) return years(spoken.value, 1, spoken.to);
  if (spoken.value < 15 || spoken.value > 20 || !/(?:teen|twenty)$/.test(text)) return undefined;
  const rest = cardinalAt(reading.tokens, spoken.to);
  return rest !== undefined && rest.value > 9 && rest.value < 100
    ? years(spoken.value * 100 + rest.value, 1, rest.to)
    : undefined;
}

function isTied(reading: Reading, at: number): boolean {
  const [before, after] = [word(reading, at - 1), word(reading, at + 1)];
  return (
    (touchesNext(reading, at - 1) && /^[-/.,:$€£#_+]$|^[a-z]+$/.test(before)) ||
    (touchesNext(reading, at) && /^[/:%_°]$|^[a-z]+$/.test(after))
  );
}

/** The year behind a period: "of 2016", "de este año", "last year", "'s 2014"; the running one without. */
function yearBehind(reading: Reading, at: number): { year: number; to: number; said: boolean } {
  const link = /^(?:of|in|de|del|en|,|-)$/.test(word(reading, at)) ? at + 1 : at;
  const now = civil(reading.now.day).year;
  const stated = yearAt(reading, /^(?:the|el|la)$/.test(word(reading, link)) ? link + 1 : link);
  if (stated !== undefined) return { year: civil(stated.from).year, to: stated.to, said: true };
  const named = namedAt(reading, /^(?:the|el|la)$/.test(word(reading, link)) ? link + 1 : link);
  return named?.grain === "year"
    ? { year: civil(named.from).year, to: named.to, said: true }
    : { year: now, to: at, said: false };
}

/** "third quarter of 2019", "Q3", "2017-q1", "segundo semestre de 2019", "first half of this year". */
function quarterAt(reading: Reading, at: number): Period | undefined {
  const glued = /^q$/.test(word(reading, at)) && /^[1-4]$/.test(word(reading, at + 1)) && touchesNext(reading, at);
  if (glued) {
    const { year, to } = yearBehind(reading, at + 2);
    return monthsFrom(year, Number(word(reading, at + 1)) * 3 - 2, { count: 3, to });
  }
  if (
    isDigits(reading, at) &&
    word(reading, at).length === 4 &&
    word(reading, at + 1) === "-" &&
    word(reading, at + 2) === "q"
  )
    return monthsFrom(Number(word(reading, at)), Number(word(reading, at + 3)) * 3 - 2, { count: 3, to: at + 4 });
  const own = places.get(word(reading, at)) ?? places.get(word(reading, at) + word(reading, at + 1));
  if (own === undefined) return undefined;
  const unit = places.has(word(reading, at)) ? at + 1 : at + 2;
  const isHalf = /^(?:semestre|half|semester)$/.test(word(reading, unit));
  if (!isHalf && !/^(?:quarter|qtr|trimestre|cuarto)$/.test(word(reading, unit))) return undefined;
  const { year, to, said } = yearBehind(reading, unit + 1);
  // "last quarter" is the one before this.
  if ((own === 9 || word(reading, unit) === "half") && !said) return undefined;
  const place = own === 9 ? (isHalf ? 2 : 4) : own;
  return monthsFrom(year, (place - 1) * (isHalf ? 6 : 3) + 1, { count: isHalf ? 6 : 3, to });
}

const tens = new Map(
  "veinte 20,treinta 30,cuarenta 40,cincuenta 50,sesenta 60,setenta 70,ochenta 80,noventa 90,twenties 20,thirties 30,forties 40,fifties 50,sixties 60,seventies 70,eighties 80,nineties 90"
    .split(",")
    .map((pair): [string, number] => {
      const [name = "", value] = pair.split(" ");
      return [name, Number(value)];
    }),
);

/** "1990s", "the 90s", "los años 90", "la década de 1990", "nineties". */
function decadeAt(reading: Reading, at: number): Period | undefined {
  const spanish = /^(?:decada|anos)$/.test(word(reading, at));
  let from = spanish ? at + 1 : at;
  while (spanish && from < at + 4 && /^(?:de|los|del|anos)$/.test(word(reading, from))) from++;
  const text = word(reading, from);
  const isPlural = word(reading, from + 1) === "s" && touchesNext(reading, from);
  const value = isDigits(reading, from) ? Number(text) : tens.get(text);
  if (value === undefined || value % 10 !== 0 || !(spanish || isPlural || /ies$/.test(text))) return undefined;
  if (value < 100 ? value < 20 : value < 1500) return undefined;
  return years(value < 100 ? 1900 + value : value, 10, isPlural ? from + 2 : from + 1);
}

/** "week 27 of last year", "semana 1", "last week of 2019". */
function weekAt(reading: Reading, at: number): Period | undefined {
  const isWeek = /^(?:week|semana)$/.test(word(reading, at));
  if (isWeek && isDigits(reading, at + 1) && Number(word(reading, at + 1)) <= 53) {
    const { year, to } = yearBehind(reading, at + 2);
    const monday = mondayOf(dayNumber(year, 1, 4)) + 7 * (Number(word(reading, at + 1)) - 1);
    return { from: monday, until: monday + 7, to, grain: "week" };
  }
  const place = places.get(word(reading, at));
  if (place === undefined || !/^(?:week|semana)$/.test(word(reading, at + 1))) return undefined;
  const month = /^(?:of|de|in|en)$/.test(word(reading, at + 2)) ? months.get(word(reading, at + 3)) : undefined;
  const { year, to, said } = yearBehind(reading, month === undefined ? at + 2 : at + 4);
  if (!said) return undefined;
  const start = dayNumber(year, month ?? 1, 4);
  const end = month === undefined || month === 12 ? dayNumber(year, 12, 28) : dayNumber(year, month + 1, 1) - 4;
  const monday = place === 9 ? mondayOf(end) : mondayOf(start) + 7 * (place - 1);
  return { from: monday, until: monday + 7, to, grain: "week" };
}

/** "2015-3", "12-2015", "10/2014", "ABR 2017", "March 2016". */
function monthAt(reading: Reading, at: number): Period | undefined {
  const [first, sign, second] = [word(reading, at), word(reading, at + 1), word(reading, at + 2)];
  const month = months.get(first);
  if (month !== undefined) {
    const dot = sign === "." ? at + 2 : at + 1;
    const { year, to, said } = yearBehind(reading, dot);
    return said ? monthsFrom(year, month, { count: 1, to }) : undefined;
  }
  const isPair =
    isDigits(reading, at) &&
    isDigits(reading, at + 2) &&
    /^[-/.]$/.test(sign) &&
    touchesNext(reading, at) &&
    touchesNext(reading, at + 1);
  if (
    !isPair ||
    word(reading, at + 3) === sign ||
    (touchesNext(reading, at - 1) && /^[-/.]$/.test(word(reading, at - 1)))
  )
    return undefined;
  const [year, of] = first.length === 4 ? [Number(first), Number(second)] : [Number(second), Number(first)];
  if ((first.length === 4) === (second.length === 4) || year < 1500 || year > 2200 || of < 1 || of > 12)
    return undefined;
  return monthsFrom(year, of, { count: 1, to: at + 3 });
}

/** "this year", "el mes pasado", "trimestre actual", "the week", "el año". */
export function namedAt(reading: Reading, at: number): Period | undefined {
  const current = /^(?:this|este|esta|mismo|misma|same|current)$/.test(word(reading, at)) ? at + 1 : at;
  const skipped = current > at && /^(?:calendar|mismo|escolar)$/.test(word(reading, current)) ? current + 1 : current;
  const unit = /^(?:week|semana)$/.test(word(reading, skipped))
    ? "week"
    : /^(?:month|mes)$/.test(word(reading, skipped))
      ? "month"
      : /^(?:year|ano)$/.test(word(reading, skipped))
        ? "year"
        : /^(?:quarter|qtr|trimestre)$/.test(word(reading, skipped))
          ? "quarter"
          : undefined;
  const later = readPeriod(reading, at);
  if (later?.value.kind === "unit" && later.value.unit !== "weekend") {
    const dated = resolveDate(later.value, reading.now, false);
    const grain = later.value.unit;
    if (dated?.kind === "days") return { from: dated.from, until: dated.to, to: later.to, grain };
    const start = dated?.kind === "label" ? civil(dated.from) : undefined;
    if (start !== undefined)
      return grain === "year"
        ? years(start.year, 1, later.to)
        : monthsFrom(start.year, start.month, { count: 1, to: later.to });
  }
  const isSaid = current > at || /^(?:the|el|la)$/.test(word(reading, at - 1));
  if (unit === undefined || !isSaid) return undefined;
  const to = /^(?:actual|en curso|calendario)$/.test(word(reading, skipped + 1)) ? skipped + 2 : skipped + 1;
  const { year, month } = civil(reading.now.day);
  if (unit === "year") return years(year, 1, to);
  if (unit === "month") return monthsFrom(year, month, { count: 1, to });
  if (unit === "quarter") return monthsFrom(year, Math.floor((month - 1) / 3) * 3 + 1, { count: 3, to });
  const monday = mondayOf(reading.now.day);
  return { from: monday, until: monday + 7, to, grain: "week" };
}
