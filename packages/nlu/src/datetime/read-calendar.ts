import { cardinalAt } from "../entities/cardinal.ts";
import { wordMark } from "../word-marks.ts";
import { daysInMonth } from "./civil.ts";
import { isNotCounting, isPartNext, isTimeWord, standsAlone } from "./followers.ts";
import { isMonth } from "./is-month.ts";
import type { DatePart, Found } from "./moment.ts";
import { dayAt, smallNumberAt } from "./read-number.ts";
import { isDigits, mayBegin, type Reading, touchesNext, word } from "./reading.ts";
import { doubtfulMonths, months, ordinalDays, smallNumbers } from "./words.ts";

type Calendar = Extract<DatePart, { kind: "calendar" }>;

/** Lets a bare day of the month stand: "el 15", "the 3rd", or a question about the date. */
export type DayCue = "none" | "some" | "strong";

const fractions = new Set([
  "1/2",
  "1/3",
  "1/4",
  "1/5",
  "1/8",
  "2/3",
  "3/4",
  "3/5",
  "3/8",
  "5/8",
  "7/8",
  "1/16",
  "3/16",
  "24/7",
  "50/50",
  "24/48",
  "20/80",
]);

export function dayCue(reading: Reading, at: number): DayCue {
  const before = word(reading, at - 1);
  if (before === "dia" && /^(?:el|del|al|para|pal|un|este)$/.test(word(reading, at - 2))) return "strong";
  if (before === "dia" || /^(?:el|del|al|the|pal|on)$/.test(before)) return "some";
  // "by 12th", "after 5th"
  if (
    /^(?:by|after|before|till|until|since)$/.test(before) &&
    isDigits(reading, at) &&
    touchesNext(reading, at) &&
    /^(?:st|nd|rd|th)$/.test(word(reading, at + 1))
  )
    return "some";
  return "none";
}

const beginsCalendar = wordMark((word) => months.has(word) || ordinalDays.has(word) || smallNumbers.has(word));

/** A date with digits or a month's name, that begins at a token. */
export function readCalendar(reading: Reading, at: number, cue: DayCue): Found<DatePart> | undefined {
  if (!mayBegin(reading, at, beginsCalendar)) return undefined;
  return (
    (isDigits(reading, at) ? (fullDate(reading, at) ?? dayAndMonthDigits(reading, at)) : undefined) ??
    dayAndName(reading, at) ??
    (months.has(word(reading, at)) ? nameFirst(reading, at) : undefined) ??
    yearAlone(reading, at) ??
    dayAlone(reading, at, cue)
  );
}

function found(at: number, to: number, value: DatePart): Found<DatePart> {
  return { value, from: at, to };
}

/** "2026-10-12", "12/10/26", "24.12.2026". */
function fullDate(reading: Reading, at: number): Found<DatePart> | undefined {
  const sign = word(reading, at + 1);
  if (!/^[-/.]$/.test(sign) || word(reading, at + 3) !== sign) return undefined;
  if (![at, at + 1, at + 2, at + 3].every((one) => touchesNext(reading, one))) return undefined;
  if (![at + 2, at + 4].every((one) => isDigits(reading, one))) {
    return undefined;
  }
  const before = reading.tokens[at - 1];
  if (before !== undefined && touchesNext(reading, at - 1) && /^[-/.#+]$/.test(before.text)) return undefined;
  if (
    touchesNext(reading, at + 4) &&
    (word(reading, at + 5) === sign || word(reading, at + 5) === "#") &&
    isDigits(reading, at + 6)
  )
    return undefined;
  const [first, second, third] = [word(reading, at), word(reading, at + 2), word(reading, at + 4)];
  if (first.length === 4 && second.length <= 2 && third.length <= 2) {
    const value = valid({ year: Number(first), month: Number(second), day: Number(third) });
    // "2026-10-06T12:00" comes with a "t" between.
    return value && found(at, at + 5, value);
  }
  if (first.length > 2 || second.length > 2 || (third.length !== 4 && third.length !== 2)) return undefined;
  const year = fullYear(Number(third), third.length);
  const value = inOrder(reading, { first: Number(first), second: Number(second), year });
  return value && found(at, at + 5, value);
}

function fullYear(year: number, digits: number): number {
  return digits === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** By the region's order, or the other one if only that is a date. */
function inOrder(
  reading: Reading,
  { first, second, year }: { first: number; second: number; year?: number },
): Calendar | undefined {
  const withYear = year === undefined ? {} : { year };
  const dayFirst = { day: first, month: second, ...withYear };
  const monthFirst = { day: second, month: first, ...withYear };
  return reading.monthFirst ? (valid(monthFirst) ?? valid(dayFirst)) : (valid(dayFirst) ?? valid(monthFirst));
}

function valid({ day, month, year }: { day: number; month: number; year?: number }): Calendar | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year ?? 2000, month)) return undefined;
  if (year !== undefined && (year < 1900 || year > 2200)) return undefined;
  return { kind: "calendar", day, month, ...(year === undefined ? {} : { year }) };
}

/** "12/10", "12-10" after "el". */
function dayAndMonthDigits(reading: Reading, at: number): Found<DatePart> | undefined {
  const sign = word(reading, at + 1);
  const [first, second] = [word(reading, at), word(reading, at + 2)];
  if (!/^[-/.]$/.test(sign) || !isDigits(reading, at + 2) || first.length > 2 || second.length > 2) return undefined;
  if (!touchesNext(reading, at) || !touchesNext(reading, at + 1)) return undefined;
  if (touchesNext(reading, at - 1) && /^[-/.,:$€£#]$/.test(word(reading, at - 1))) return undefined;
  const after = word(reading, at + 3);
  if (sign !== "/" && /^(?:[ap]m|hs|hrs|h)$/.test(after)) return undefined;
  if (
    touchesNext(reading, at + 2) &&
    (/^[-/%]$/.test(after) || (/^[.,]$/.test(after) && isDigits(reading, at + 4) && touchesNext(reading, at + 3)))
  )
    return undefined;
  const asked =
    /^(?:el|del|al|pal|dia|on|for|para|desde|hasta|before|after|until|by|from|since|the|de|entre|between|and|to|a)$/.test(
      word(reading, at - 1),
    ) ||
    (sign !== "-" && isWeekdayBefore(reading, at));
  if (sign !== "/" && !asked && !isWhole(reading, at, at + 3)) return undefined;
  if (sign === "." && !(/^(?:el|del|al)$/.test(word(reading, at - 1)) && second.length === 2)) return undefined;
  if (
    sign === "/" &&
    fractions.has(`${first}/${second}`) &&
    !(asked && !/^(?:de|a|and|to|for|the)$/.test(word(reading, at - 1)) && standsAlone(reading, at + 3))
  )
    return undefined;
  if (!standsAlone(reading, at + 3) && (!asked || /^(?:kg|kilos?|de|cup|cups|lb|inch|gallon|litros?)$/.test(after)))
    return undefined;
  const value = inOrder(reading, { first: Number(first), second: Number(second) });
  return value && found(at, at + 3, value);
}

function isWeekdayBefore(reading: Reading, at: number): boolean {
  return at > 0 && isTimeWord(word(reading, word(reading, at - 1) === "," ? at - 2 : at - 1));
}

function isWhole(reading: Reading, from: number, to: number): boolean {
  return from === 0 && to >= reading.tokens.length;
}

/** "12 de octubre de 2026", "1st of May", "31-dic-1994", "cinco de mayo", "26th Jan". */
function dayAndName(reading: Reading, at: number): Found<DatePart> | undefined {
  const day = dayAt(reading, at);
  if (day === undefined) return undefined;
  const dashed = /^[-/.]$/.test(word(reading, day.to));
  let name = day.to;
  if (dashed || word(reading, name) === ",") name++;
  if (/^(?:de|del|of|d)$/.test(word(reading, name))) name++;
  if (word(reading, name) === "mes") name += word(reading, name + 1) === "de" ? 2 : 1;
  if (word(reading, name) === "the" || word(reading, name) === "este") name++;
  const month = months.get(word(reading, name));
  if (month === undefined) return undefined;
  // "5 mar" without more might be the sea; "2 may" the verb.
  const bare = name === day.to && doubtfulMonths.has(word(reading, name)) && !day.ordinal;
  if (bare && word(reading, name) === "may" && !standsAlone(reading, name + 1) && !isDigits(reading, name + 1))
    return undefined;
  if (word(reading, name) === "set" && !standsAlone(reading, name + 1)) return undefined;
  const dotted = word(reading, name + 1) === "." && touchesNext(reading, name) ? name + 2 : name + 1;
  const year = readYear(reading, dotted, dashed);
  const value = valid({ day: day.value, month, ...(year === undefined ? {} : { year: year.value }) });
  return value && found(at, year?.to ?? name + 1, value);
}

/** A year behind a month: "de 2026", ", 2027", "/26". */
function readYear(reading: Reading, at: number, dashed: boolean): { value: number; to: number } | undefined {
  let to = at;
  while (/^(?:de|del|of|,|ano|en|in|the|year)$/.test(word(reading, to)) || (dashed && /^[-/]$/.test(word(reading, to))))
    to++;
  if (to - at > 3) return undefined;
  const text = word(reading, to);
  if (isDigits(reading, to) && text.length === 4 && /^(?:19|20|21)/.test(text) && word(reading, to + 1) !== ":")
    return { value: Number(text), to: to + 1 };
  if (dashed && to > at && isDigits(reading, to) && text.length === 2)
    return { value: fullYear(Number(text), 2), to: to + 1 };
  const spoken = to > at && !isDigits(reading, to) ? cardinalAt(reading.tokens, to) : undefined;
  if (spoken !== undefined && spoken.value >= 1900 && spoken.value < 2100 && spoken.to > to + 1)
    return { value: spoken.value, to: spoken.to };
  if (text === "'" && isDigits(reading, to + 1) && word(reading, to + 1).length === 2)
    return { value: fullYear(Number(word(reading, to + 1)), 2), to: to + 2 };
  return undefined;
}

/** "oct 12th, 2026", "enero de 2025", "mayo". */
function nameFirst(reading: Reading, at: number): Found<DatePart> | undefined {
  const name = word(reading, at);
  const month = months.get(name) ?? 0;
  const dotted = word(reading, at + 1) === "." && touchesNext(reading, at) ? at + 2 : at + 1;
  const glued = /^[-/]$/.test(word(reading, dotted)) ? dotted + 1 : dotted;
  const dayFrom =
    word(reading, glued) === "the" || word(reading, glued) === "el" || word(reading, glued) === "dia"
      ? glued + 1
      : glued;
  const day = dayAt(reading, dayFrom);
  const year = readYear(reading, dotted, glued > dotted);
  if (day !== undefined && year?.to !== day.to && isDayBehind(reading, name, day)) {
    const later = readYear(reading, day.to, false);
    const value = valid({ day: day.value, month, ...(later === undefined ? {} : { year: later.value }) });
    if (value !== undefined) return found(at, later?.to ?? day.to, value);
  }
  if (year !== undefined) return found(at, year.to, { kind: "month", month, year: year.value });
  return isMonth(reading, at) ? found(at, at + 1, { kind: "month", month }) : undefined;
}

function isDayBehind(reading: Reading, name: string, day: { to: number; ordinal: boolean }): boolean {
  if (day.ordinal) return true;
  if (word(reading, day.to) === ":" && touchesNext(reading, day.to - 1)) return false;
  if (/^(?:am|pm|hs|h)$/.test(word(reading, day.to))) return false;
  if (!isDigits(reading, day.to - 1)) return !doubtfulMonths.has(name) && standsAlone(reading, day.to);
  return standsAlone(reading, day.to) || (isDigits(reading, day.to) && word(reading, day.to).length === 4);
}

/** "en 2027", "since 2019", "año 2020". */
function yearAlone(reading: Reading, at: number): Found<DatePart> | undefined {
  const text = word(reading, at);
  if (!isDigits(reading, at) || text.length !== 4 || !/^(?:19[5-9]|20[0-9]|21)/.test(text)) return undefined;
  const before = word(reading, at - 1);
  if (touchesNext(reading, at) && !/^[?!.,;)]$/.test(word(reading, at + 1))) return undefined;
  const cue =
    /^(?:en|in|since|desde|hasta|until|during|durante|ano|anio|year|before|after)$/.test(before) ||
    ((before === "de" || before === "del") &&
      /^(?:antes|despues|partir|fines|finales|principios|mediados)$/.test(word(reading, at - 2)));
  if (!cue || (touchesNext(reading, at - 1) && before === "-")) return undefined;
  return standsAlone(reading, at + 1) ? found(at, at + 1, { kind: "year", year: Number(text) }) : undefined;
}

/** "el 15", "the 3rd", "día 5". */
function dayAlone(reading: Reading, at: number, cue: DayCue): Found<DatePart> | undefined {
  const day = dayAt(reading, at);
  if (day === undefined) return undefined;
  if (
    /^(?:of|del?) (?:next|this|last|proximo|este|mes) /.test(
      `${word(reading, day.to)} ${word(reading, day.to + 1)} ${word(reading, day.to + 2)}`,
    ) &&
    word(reading, day.to + 2) !== ""
  )
    return found(at, day.to, { kind: "calendar", day: day.value });
  if (cue === "none") return undefined;
  if (word(reading, at - 1) === "on" && !day.ordinal) return undefined;
  if (word(reading, at - 1) === "the" && !day.ordinal && cue !== "strong") return undefined;
  // "the first", "the second", "el primero" are places in a row as often as days.
  if (day.ordinal && !isDigits(reading, at) && word(reading, at - 1) !== "on" && cue !== "strong") return undefined;
  if (day.value < 2 && !isDigits(reading, at)) return undefined;
  // From 13 on hardly anything else is called "el 30".
  const alone = day.value > 12 && isDigits(reading, at) ? isNotCounting : standsAlone;
  if (cue !== "strong" && !alone(reading, day.to)) return undefined;
  if (
    /^(?:del?)$/.test(word(reading, day.to)) &&
    !/^(?:mes|este|proximo|ano|presente|corriente|actual|la|noche|tarde)$/.test(word(reading, day.to + 1)) &&
    !isTimeWord(word(reading, day.to + 1))
  )
    return undefined;
  if (cue !== "strong" && isOptionOnly(reading, at, day.to)) return undefined;
  if (
    (/^(?:%|por|x)$/.test(word(reading, day.to)) && !isPartNext(reading, day.to)) ||
    smallNumberAt(reading, day.to) !== undefined
  )
    return undefined;
  if (word(reading, day.to) === "en" && isDigits(reading, day.to + 1)) return undefined;
  return found(at, day.to, { kind: "calendar", day: day.value });
}

/** "el 2" as a whole message picks from a list. */
function isOptionOnly(reading: Reading, at: number, to: number): boolean {
  if (at !== 1 || word(reading, 0) === "dia" || Number(word(reading, at)) > 9) return false;
  return to >= reading.tokens.length || /^(?:por|porfa|please|pls|gracias|x)$/.test(word(reading, to));
}
