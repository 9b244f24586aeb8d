import { wordMark } from "../word-marks.ts";
import { isNotCounting, standsAlone } from "./followers.ts";
import type { ClockPart, Found } from "./moment.ts";
import { smallNumberAt } from "./read-number.ts";
import { isDigits, mayBegin, type Reading, startsClause, touchesNext, word } from "./reading.ts";
import { smallNumbers } from "./words.ts";

/** How strongly the words before a bare number ask for an hour. */
export type Cue = "none" | "some" | "strong";

const strongBefore = new Set("a sobre tipo hacia son eran como alas".split(" "));
const english = new Map<string, Cue>([
  ["at", "strong"],
  ["@", "strong"],
  ...(
    "around by until till til before after past approx roughly nearer tipo alas"
      .split(" ")
      .map((one) => [one, "some"]) satisfies [string, string][]
  ).map(([one]): [string, Cue] => [one, "some"]),
]);

/** Looks at the words before a token. */
export function clockCue(reading: Reading, at: number): Cue {
  const before = word(reading, at - 1);
  if (before === "las" || before === "la") {
    const earlier = word(reading, at - 2);
    if (strongBefore.has(earlier)) return "strong";
    const led = /^(?:para|pa|de|hasta|desde|o|y|e|por|x|entre|d|antes|seria|mejor)$/.test(earlier);
    return led || (before === "las" && startsClause(reading, at - 1)) ? "some" : "none";
  }
  if (before === "about" || before === "like") return english.get(word(reading, at - 2)) ?? "none";
  if ((before === "for" || before === "para") && isAlarm(reading, at - 1)) return "strong";
  return english.get(before) ?? "none";
}

/** "set an alarm for 8", "otra alarma para dos". */
function isAlarm(reading: Reading, at: number): boolean {
  return /^(?:alarm|alarma|alarms|alarmas|despertador|wake)$/.test(word(reading, at - 1));
}

const clockStarts = new Set("a un half quarter qtr cuarto".split(" "));
const beginsClock = wordMark((word) => clockStarts.has(word) || smallNumbers.has(word));

/** A time of day that begins at a token. `cue` allows bare hours. */
export function readClock(reading: Reading, at: number, cue: Cue): Found<ClockPart> | undefined {
  if (!mayBegin(reading, at, beginsClock) || isOrdinal(reading, at)) return undefined;
  return (
    (isDigits(reading, at) ? digitalClock(reading, at, cue) : undefined) ??
    minutesFirst(reading, at, cue) ??
    spokenClock(reading, at, cue)
  );
}

/** "5ª", "1º": folded to a letter, so what was typed decides. */
function isOrdinal(reading: Reading, at: number): boolean {
  if (!isDigits(reading, at) || !touchesNext(reading, at)) return false;
  const next = reading.tokens[at + 1];
  return next !== undefined && /[ªº°]/.test(reading.text.original[reading.text.originalIndex(next.start)] ?? "");
}

/** "20:30", "6.15pm", "20h30", "1930 hs", "630am". */
function digitalClock(reading: Reading, at: number, cue: Cue): Found<ClockPart> | undefined {
  const text = word(reading, at);
  if (/^[:.,/$€£]$/.test(word(reading, at - 1)) && touchesNext(reading, at - 1) && isDigits(reading, at - 2))
    return undefined;
  const sign = touchesNext(reading, at) ? word(reading, at + 1) : "";
  const minutes = touchesNext(reading, at + 1) && isDigits(reading, at + 2) ? word(reading, at + 2) : "";
  if (text.length <= 2 && minutes.length === 2 && (sign === ":" || sign === "." || sign === "h" || sign === "hs")) {
    const seconds =
      sign === ":" && word(reading, at + 3) === ":" && word(reading, at + 4).length === 2 ? at + 5 : at + 3;
    const end = meridiem(reading, seconds);
    const known = sign !== "." || cue !== "none" || end.to > seconds;
    const longer =
      sign === "." && word(reading, at + 3) === "." && touchesNext(reading, at + 3) && isDigits(reading, at + 4);
    return known && !longer
      ? clock(at, end, [Number(text), Number(minutes), text.length === 2 && text < "10"])
      : undefined;
  }
  if (text.length === 3 || text.length === 4) {
    const end = meridiem(reading, at + 1);
    const strong =
      (cue === "strong" && text.length === 4 && isNotCounting(reading, at + 1)) || isQuarterRunTogether(reading, at);
    if (end.half === undefined && !(text.length === 4 && end.to > at + 1) && !strong) return undefined;
    return clock(at, end, [Number(text.slice(0, -2)), Number(text.slice(-2)), text.startsWith("0")]);
  }
  return undefined;
}

/** "at 530": hours and quarters without a sign. */
function isQuarterRunTogether(reading: Reading, at: number): boolean {
  return (
    /^(?:at|@)$/.test(word(reading, at - 1)) &&
    /^[1-9](?:15|30|45)$/.test(word(reading, at)) &&
    standsAlone(reading, at + 1) &&
    !/^(?:per|each|for)$/.test(word(reading, at + 1))
  );
}

/** "quarter past 5", "half seven", "ten to eight", "cuarto para las 8", "20 para la una". */
function minutesFirst(reading: Reading, at: number, cue: Cue): Found<ClockPart> | undefined {
  const skip = word(reading, at) === "a" || word(reading, at) === "un" ? at + 1 : at;
  const first = word(reading, skip);
  if (first === "half" && skip === at) return halfPast(reading, at);
  const quarter = first === "quarter" || first === "qtr" || first === "cuarto";
  const amount = quarter ? { value: 15, to: skip + 1 } : smallNumberAt(reading, at);
  if (amount === undefined || amount.value > 29 || amount.value === 0) return undefined;
  const link =
    word(reading, amount.to) === "minutes" || word(reading, amount.to) === "mins" ? amount.to + 1 : amount.to;
  const said = word(reading, link);
  if ((said === "para" || said === "pa") && /^las?$/.test(word(reading, link + 1)))
    return shifted(reading, at, { hour: link + 2, minutes: -amount.value });
  if (amount.value % 5 !== 0 && link === amount.to) return undefined;
  if (said === "past" || (quarter && said === "after"))
    return shifted(reading, at, { hour: link + 1, minutes: amount.value });
  if (said !== "to" && said !== "til" && !(quarter && (said === "of" || said === "before"))) return undefined;
  if (!quarter && cue !== "strong" && link === amount.to) return undefined;
  return shifted(reading, at, { hour: link + 1, minutes: -amount.value });
}

function halfPast(reading: Reading, at: number): Found<ClockPart> | undefined {
  if (word(reading, at + 1) === "past") return shifted(reading, at, { hour: at + 2, minutes: 30 });
  const hour = smallNumberAt(reading, at + 1);
  if (hour === undefined || hour.value > 12 || hour.value < 1) return undefined;
  return standsAlone(reading, hour.to) && word(reading, hour.to) !== "of"
    ? shifted(reading, at, { hour: at + 1, minutes: 30 })
    : undefined;
}

function shifted(
  reading: Reading,
  at: number,
  { hour, minutes }: { hour: number; minutes: number },
): Found<ClockPart> | undefined {
  const number = smallNumberAt(reading, hour);
  if (number === undefined || number.value > 24) return undefined;
  const total = (number.value * 60 + minutes + 1440) % 1440;
  const end = meridiem(reading, number.to);
  // "ten to one": 12:50, in the same half of the day as one.
  return clock(at, end, [Math.floor(total / 60) || 12, total % 60, false]);
}

/** "5", "5 y media", "8 menos cuarto", "seven thirty", "5ish", "8 pm", "3 o'clock". */
function spokenClock(reading: Reading, at: number, cue: Cue): Found<ClockPart> | undefined {
  const hour = smallNumberAt(reading, at);
  if (hour === undefined || hour.value > 24) return undefined;
  const added = addedMinutes(reading, hour, cue);
  const to = added?.to ?? hour.to;
  const total = hour.value * 60 + (added?.value ?? 0);
  const end = meridiem(reading, to);
  const leadingZero = /^0\d$/.test(word(reading, at));
  const read: [number, number, boolean] = [Math.floor(total / 60), total % 60, leadingZero];
  if (end.half !== undefined || end.clear) return clock(at, end, read);
  if (/^(?:en punto|de la (?:tarde|noche|manana|madrugada)|del (?:mediodia|medio))/.test(next3(reading, end.to)))
    return clock(at, end, read);
  if (
    /^(?:in the (?:morning|afternoon|evening)|at night|tonight|tonite|(?:tomorrow|tmrw|tmr) (?:morning|afternoon|evening|night)|this (?:morning|afternoon|evening))/.test(
      next3(reading, end.to),
    ) &&
    !isCountBefore(reading, at)
  )
    return clock(at, end, read);
  if (cue === "none") return undefined;
  // "las 3 que pedí"
  if (word(reading, at - 1) === "las" && word(reading, at - 2) !== "a" && word(reading, end.to) === "que")
    return undefined;
  // "a las 18 hs"; without "a las" it would be a length of time.
  const allowed = cue === "strong" || added !== undefined ? isNotCounting : standsAlone;
  return end.to > to || allowed(reading, to) ? clock(at, end, read) : undefined;
}

/** "for 7 tonight" may be people, "7 tonight" after anything else is an hour. */
function isCountBefore(reading: Reading, at: number): boolean {
  return (
    /^(?:for|para|x|of)$/.test(word(reading, at - 1)) &&
    /^(?:table|mesa|party|room|seats|book|reservation|reserva|group|dinner|lunch|booking)$/.test(word(reading, at - 2))
  );
}

function next3(reading: Reading, at: number): string {
  return `${word(reading, at)} ${word(reading, at + 1)} ${word(reading, at + 2)}`;
}

function addedMinutes(
  reading: Reading,
  hour: { value: number; to: number },
  cue: Cue,
): { value: number; to: number } | undefined {
  const link = word(reading, hour.to);
  const what = word(reading, hour.to + 1);
  const fraction = what === "media" ? 30 : what === "cuarto" ? 15 : undefined;
  if (link === "y" || link === "i" || link === "con") {
    if (what === "pico") return cue === "none" ? undefined : { value: 0, to: hour.to + 2 };
    if (fraction !== undefined)
      return cue === "none" && !isFollowedByPart(reading, hour.to + 2)
        ? undefined
        : { value: fraction, to: hour.to + 2 };
    const minutes = smallNumberAt(reading, hour.to + 1);
    if (minutes === undefined || minutes.value > 59 || minutes.value < 5) return undefined;
    if (cue === "none" && !isFollowedByPart(reading, minutes.to)) return undefined;
    return standsAlone(reading, minutes.to) ? minutes : undefined;
  }
  if (link === "menos" || link === "-") {
    if (link === "-" && what !== "cuarto") return undefined;
    const minutes = fraction === undefined ? smallNumberAt(reading, hour.to + 1) : { value: fraction, to: hour.to + 2 };
    return minutes === undefined || minutes.value > 29 ? undefined : { value: -minutes.value, to: minutes.to };
  }
  if (/^(?:cero|zero|0)$/.test(link)) {
    // "las nueve cero cinco pm", "7 0 4 pm".
    const minutes = smallNumberAt(reading, hour.to + 1);
    const said = minutes !== undefined && minutes.value < 10 && minutes.value > 0;
    return said && (meridiem(reading, minutes.to).half !== undefined || isFollowedByPart(reading, minutes.to))
      ? minutes
      : undefined;
  }
  // "seven thirty", "six oh five": words only, so that "5 30" stays two numbers.
  if (isDigits(reading, hour.to - 1)) return undefined;
  const oh = link === "oh" || link === "o";
  const minutes = smallNumberAt(reading, oh ? hour.to + 1 : hour.to);
  if (minutes === undefined || isDigits(reading, minutes.to - 1) || minutes.value > 59) return undefined;
  if (oh ? minutes.value > 9 : minutes.value < 10) return undefined;
  return standsAlone(reading, minutes.to) ? minutes : undefined;
}

function isFollowedByPart(reading: Reading, at: number): boolean {
  return /^(?:de la (?:tarde|noche|manana|madrugada)|[ap]m\b|[ap] \.)/.test(next3(reading, at));
}

type End = { to: number; half?: "am" | "pm"; clear?: boolean };

/** What may stand behind the digits: "am", "p.m.", "hs", "o'clock", "ish". */
function meridiem(reading: Reading, at: number): End {
  const text = word(reading, at);
  if (text === "am" || text === "pm") return { to: at + 1, half: text };
  if (text === "a" || text === "p") {
    const dot = word(reading, at + 1) === "." ? at + 2 : at + 1;
    if (word(reading, dot) === "m" && (dot > at + 1 || touchesNext(reading, at - 1))) {
      const to = word(reading, dot + 1) === "." && touchesNext(reading, dot) ? dot + 2 : dot + 1;
      return { to, half: text === "a" ? "am" : "pm" };
    }
    // "5ª" is folded to "5a".
    const typed = reading.text.original[reading.text.originalIndex(reading.tokens[at]?.start ?? 0)] ?? "";
    if (touchesNext(reading, at - 1) && isDigits(reading, at - 1) && /[ap]/i.test(typed))
      return { to: at + 1, half: text === "a" ? "am" : "pm" };
  }
  if (text === "ish" || text === "o'clock" || text === "oclock")
    return { to: at + 1, ...{ clear: true }, ...laterHalf(reading, at + 1) };
  if ((text === "-" && word(reading, at + 1) === "ish") || (text === "o" && word(reading, at + 1) === "clock"))
    return { to: at + 2, clear: true, ...laterHalf(reading, at + 2) };
  if (/^(?:hs|hrs|h|horas|hora|hr)$/.test(text)) return { to: at + 1 };
  return { to: at };
}

function laterHalf(reading: Reading, at: number): End | undefined {
  const end = meridiem(reading, at);
  return end.half === undefined ? undefined : end;
}

function clock(
  from: number,
  { to, half }: End,
  [hour, minute, leadingZero]: [number, number, boolean],
): Found<ClockPart> | undefined {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  const sure = leadingZero || hour > 12 || hour === 0;
  return { value: { hour, minute, sure, ...(half === undefined || hour > 12 ? {} : { half }) }, from, to };
}
