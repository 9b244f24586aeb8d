import { wordMark } from "../word-marks.ts";
import { isTimeWord, standsAlone } from "./followers.ts";
import type { ClockPart, DatePart, Found, Moment } from "./moment.ts";
import { dayAt, smallNumberAt } from "./read-number.ts";
import { isDigits, mayBegin, type Reading, startsLine, touchesNext, word } from "./reading.ts";
import { weekdays } from "./words.ts";

/** Reads one end of a range. */
export type MomentReader = (
  reading: Reading,
  at: number,
  cues: { clock: "none" | "strong"; day: "none" | "strong"; inner: true; single?: boolean },
) => Found<Moment | "nothing"> | undefined;
type Frame = { to: number; links: RegExp; readMoment: MomentReader };
type End = { found?: Found<Moment>; number?: number; to: number };

const frames = new Map<string, RegExp>([
  ["de", /^(?:a|hasta|al|-)$/],
  ["del", /^(?:al?|hasta|-)$/],
  ["desde", /^(?:hasta|al?|-|to)$/],
  ["from", /^(?:to|till?|until|-|through|thru|a|til)$/],
  ["entre", /^(?:y|e|a|-|and)$/],
  ["between", /^(?:and|&|to|-|y|n)$/],
  ["btwn", /^(?:and|&|to|-|n)$/],
  ["btw", /^(?:and|&|to|-|n)$/],
]);

/** First words of ranges. */
export const spanStarts: readonly string[] = [...frames.keys()];

const beginsSpan = wordMark((word) => frames.has(word) || bareStart(word));

/** A range with its frame ("de 9 a 14", "del 4 al 7 de mayo", "between 2 and 4pm") or of two like moments ("lunes a viernes", "2-4pm"). */
export function readSpan(reading: Reading, at: number, readMoment: MomentReader): Found<Moment> | undefined {
  if (!mayBegin(reading, at, beginsSpan)) return undefined;
  const links = frames.get(word(reading, at));
  return links === undefined
    ? bareSpan(reading, at, readMoment)
    : framedSpan(reading, at, { to: at + 1, links, readMoment });
}

function framedSpan(reading: Reading, at: number, { to, links, readMoment }: Frame): Found<Moment> | undefined {
  const frame = word(reading, at);
  const moves = (frame === "de" || frame === "del" || frame === "from") && isAboutMoving(reading, at);
  if (moves) return undefined;
  const first = readEnd(reading, to, readMoment);
  if (first === undefined) return undefined;
  const link = word(reading, first.to) === "," ? first.to + 1 : first.to;
  const said = word(reading, link);
  if (!links.test(said) || startsLine(reading, link)) return undefined;
  // "desde el lunes a las 5": an hour, not the other end.
  const second = readEnd(reading, link + 1, readMoment);
  if (second === undefined) return undefined;
  const days = frame === "del" || said === "al" || /^(?:el|del)$/.test(word(reading, to));
  const value = combine(reading, [first, second], { days, framed: true });
  if (value !== undefined) return { value, from: at, to: second.to };
  return shorter(reading, { from: at, link, first }, readMoment);
}

/** "9:30 - 11:00", "lunes a viernes", "3-6 pm", "July 13 through 15", "jan 2-4". */
function bareSpan(reading: Reading, at: number, readMoment: MomentReader): Found<Moment> | undefined {
  const first = readEnd(reading, at, readMoment);
  if (first === undefined) return undefined;
  const said = word(reading, first.to);
  if (!/^(?:-|a|al|to|till?|until|through|thru|hasta)$/.test(said) || startsLine(reading, first.to)) return undefined;
  if (said !== "-" && said !== "through" && said !== "thru" && isAboutMoving(reading, at)) return undefined;
  if (
    /^(?:a|al|to)$/.test(said) &&
    /^(?:las?|los|el|the)$/.test(word(reading, first.to + 1)) &&
    !/^las?$/.test(word(reading, at - 1))
  )
    return undefined;
  if (/^(?:a|al|to|hasta|until|till?)$/.test(said) && /^las?$/.test(word(reading, first.to + 1))) return undefined;
  const second = readEnd(reading, first.to + 1, readMoment);
  if (second === undefined) return undefined;
  const value = combine(reading, [first, second], {
    days: false,
    framed: said !== "y" && isTimeWord(word(reading, at - 1)),
  });
  if (value !== undefined) return { value, from: at, to: second.to };
  return shorter(reading, { from: at, link: first.to, first }, readMoment);
}

/** "Monday to Saturday 10 am": the range of days ends before the hours. */
function shorter(
  reading: Reading,
  { from, link, first }: { from: number; link: number; first: End },
  readMoment: MomentReader,
): Found<Moment> | undefined {
  if (first.found?.value.date?.kind !== "weekday" || first.found.value.clock !== undefined) return undefined;
  const second = readEnd(reading, link + 1, (same, at, cues) => readMoment(same, at, { ...cues, single: true }));
  if (second?.found?.value.date?.kind !== "weekday") return undefined;
  const value = combine(reading, [first, second], { days: false, framed: false });
  return value === undefined ? undefined : { value, from, to: second.to };
}

function bareStart(text: string): boolean {
  return (
    weekdays.has(text) ||
    /^(?:ene|enero|feb|febrero|mar|marzo|abr|abril|may|mayo|jun|junio|jul|julio|ago|agosto|sept?|set|septiembre|oct|octubre|nov|noviembre|dic|diciembre|jan|january|february|march|apr|april|june|july|aug|august|september|october|november|dec|december)$/.test(
      text,
    )
  );
}

/** One end of a range: a bare number or a moment. */
function readEnd(reading: Reading, at: number, readMoment: MomentReader): End | undefined {
  let from = at;
  let day = false;
  let hour = false;
  for (
    let skipped = 0;
    skipped < 3 && /^(?:las?|los|el|the|at|a|about|around|like|dia|next|on)$/.test(word(reading, from));
    skipped++
  ) {
    if (word(reading, from) === "next") break;
    if (/^(?:las|la|at)$/.test(word(reading, from))) hour = true;
    if (word(reading, from) === "el" || word(reading, from) === "dia") day = true;
    from++;
  }
  const moment = readMoment(reading, from, {
    clock: hour ? "strong" : "none",
    day: day ? "strong" : "none",
    inner: true,
  });
  const found = moment === undefined || moment.value === "nothing" ? undefined : { ...moment, value: moment.value };
  if (
    found !== undefined &&
    found.value.clockEnd === undefined &&
    found.value.dateEnd === undefined &&
    found.value.bound === undefined
  ) {
    // "5 de mayo": more than its bare number.
    return { found, to: found.to };
  }
  const hours = spokenHours(reading, from);
  if (hours !== undefined) return { found: hours, to: hours.to };
  const number = dayAt(reading, from) ?? smallNumberAt(reading, from);
  const year = isDigits(reading, from) && word(reading, from).length === 4 ? Number(word(reading, from)) : undefined;
  if (year !== undefined && year > 1900 && year < 2200) return { number: year, to: from + 1 };
  return number === undefined ? undefined : { number: number.value, to: number.to };
}

/** "17 hs" at the end of a range; "3 horas" there is a length of time. */
function spokenHours(reading: Reading, at: number): Found<Moment> | undefined {
  const number = smallNumberAt(reading, at);
  if (number === undefined || number.value > 24 || !/^(?:hs|hrs|h|horas)$/.test(word(reading, number.to)))
    return undefined;
  if (number.value < 13 && !/^hr?s$/.test(word(reading, number.to))) return undefined;
  return { value: { clock: bareHour(number.value) }, from: at, to: number.to + 1 };
}

type Style = { days: boolean; framed: boolean };

function combine(reading: Reading, [first, second]: readonly [End, End], { days, framed }: Style): Moment | undefined {
  if (first.found === undefined && second.found === undefined)
    return twoNumbers(reading, [first, second], { days, framed });
  const [one, two] = [asMoment(first, second.found?.value), asMoment(second, first.found?.value)];
  if (one === undefined || two === undefined) return undefined;
  if (one.ends !== undefined || two.ends !== undefined) return undefined;
  if (second.found === undefined && !standsAlone(reading, second.to)) return undefined;
  // Hours: the day may stand on one side only ("de 3 a 5 el lunes", "mañana de 3 a 5").
  if (one.clock !== undefined && two.clock !== undefined) {
    if (one.date !== undefined && two.date !== undefined) return { ends: [one, two] };
    return { ...one, ...two, clock: one.clock, clockEnd: two.clock };
  }
  if (one.clock !== undefined || two.clock !== undefined)
    return framed && one.date !== undefined && two.date !== undefined ? { ends: [one, two] } : undefined;
  if (one.date === undefined || two.date === undefined || one.part !== two.part) return undefined;
  return twoDates(one.date, two.date, { days, framed });
}

function twoDates(one: DatePart, two: DatePart, { days, framed }: Style): Moment | undefined {
  if (one.kind === "weekday" && two.kind === "weekday" && one.which === "nearest" && two.which === "nearest" && !days)
    return { date: { kind: "weekly", weekday: one.weekday, until: two.weekday } };
  if (one.kind === "weekday" && two.kind === "weekday" && one.which === "nearest" && two.which === "inWeek")
    return { date: { ...two, weekday: one.weekday }, dateEnd: two };
  if (one.kind === "weekly" && two.kind === "weekly") return { date: { ...one, until: two.weekday } };
  if (!framed && one.kind !== two.kind) return undefined;
  if (one.kind === "calendar" && two.kind === "calendar") {
    // "del 4 al 7 de mayo", "del 28 de abril al 3", "July 13 - 15".
    const start = one.month === undefined && two.month !== undefined ? { ...one, month: two.month } : one;
    const year = one.year ?? two.year;
    return {
      date: year === undefined || start.month === undefined ? start : { ...start, year },
      dateEnd:
        two.month === undefined && one.month !== undefined && two.day > one.day ? { ...two, month: one.month } : two,
    };
  }
  if (one.kind === "month" && two.kind === "month" && one.year === undefined && two.year !== undefined)
    return { date: { ...one, year: one.month > two.month ? two.year - 1 : two.year }, dateEnd: two };
  return { date: one, dateEnd: two };
}

/** A bare number as the like of what stands at the other end. */
function asMoment(end: End, other: Moment | undefined): Moment | undefined {
  if (end.found !== undefined) return end.found.value;
  const { number } = end;
  if (number === undefined || other === undefined) return undefined;
  if (other.clock !== undefined) return number <= 24 ? { clock: bareHour(number) } : undefined;
  if (other.date?.kind === "calendar" && number >= 1 && number <= 31)
    return {
      date: { kind: "calendar", day: number, ...(other.date.month === undefined ? {} : { month: other.date.month }) },
    };
  if (other.date?.kind === "weekday" && number <= 31) return undefined;
  if (number > 1900) return { date: { kind: "year", year: number } };
  return other.part !== undefined && other.date === undefined && number <= 24 ? { clock: bareHour(number) } : undefined;
}

function bareHour(hour: number): ClockPart {
  return { hour, minute: 0, sure: hour > 12 || hour === 0 };
}

function twoNumbers(
  reading: Reading,
  [first, second]: readonly [End, End],
  { days, framed }: Style,
): Moment | undefined {
  const [from, to] = [first.number, second.number];
  if (from === undefined || to === undefined || !standsAlone(reading, second.to)) return undefined;
  if (from > 1900 && to > 1900)
    return framed && from < to
      ? { date: { kind: "year", year: from }, dateEnd: { kind: "year", year: to } }
      : undefined;
  if (days)
    return from <= 31 && to <= 31 && from >= 1 && to >= 1 && from !== to && word(reading, second.to) !== "%"
      ? { date: { kind: "calendar", day: from }, dateEnd: { kind: "calendar", day: to } }
      : undefined;
  if (from > 24 || to > 24 || from === to) return undefined;
  const asked = reading.context.requested?.some((slot) => /time|hora|hour/.test(slot)) === true;
  const hours = /^(?:hs|hrs|h|horas)$/.test(word(reading, second.to));
  if (!framed && !asked && !hours) return undefined;
  if (framed && touchesNext(reading, second.to - 1) && word(reading, second.to) === "%") return undefined;
  return { clock: bareHour(from), clockEnd: bareHour(to) };
}

const moving =
  /^(?:cambi\w*|mov\w*|muev\w*|pasar\w*|pasam\w*|pase\w*|pasa|reprogram\w*|corr[eae]\w*|adelant\w*|atras[ae]\w*|retras\w*|pospon\w*|posterg\w*|aplaz\w*|reagend\w*|chang\w*|mov\w*|switch\w*|reschedul\w*|push\w*|shift\w*|swap\w*|bring\w*|adjust\w*|postpon\w*|update\w*|modific\w*|edit\w*)$/;

/** "pasar el turno de las 5 a las 6" names two times, no range. */
export function isAboutMoving(reading: Reading, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 12); back--) {
    const text = word(reading, back);
    if (/^[.!?;]$/.test(text) && !touchesNext(reading, back)) return false;
    if (text.length > 3 && moving.test(text)) return true;
  }
  return false;
}
