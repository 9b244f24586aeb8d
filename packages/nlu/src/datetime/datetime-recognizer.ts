import { phrasePattern } from "../phrase-pattern.ts";
import type { Candidate, ReadContext, Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { beginsDate } from "./date-starts.ts";
import { feastGoods } from "./feasts.ts";
import { standsAlone } from "./followers.ts";
import { isClock, isDuration } from "./is-duration.ts";
import { localTime } from "./local-clock.ts";
import type { Found, Moment } from "./moment.ts";
import { isoLength, readLength } from "./read-duration.ts";
import { readMoment } from "./read-moment.ts";
import { isDigits, isWord, mayBegin, type Reading, touchesNext, word } from "./reading.ts";
import { resolveDate } from "./resolve-date.ts";
import { type Leaning, resolveMoment } from "./resolve-moment.ts";
import { scanStyled } from "./scan-styled.ts";
import { isPast, isReported } from "./tense.ts";

/** A message of 4,096 characters that is nothing but dates needs about half of it. */
const mostPieces = 1500;
/** In pieces: what is tried at every word that may begin a date. */
const attemptCost = 4;

/** Finds `datetime` and `duration`, Spanish and English at once, against the business's wall clock. */
export const datetimeRecognizer: Recognizer = {
  name: "datetime",
  scan: (text, context, found) => {
    const reading = readingOf(text, context);
    const style = context.style?.datetime;
    if (style !== undefined) return scanStyled(reading, style, { found, isInsideCode, readAt });
    let clocksSoFar = 0;
    let weeklyEnd = -2;
    for (let at = 0; at < text.tokens.length && reading.effort.left > 0; ) {
      if (!mayBegin(reading, at, beginsDate) || isInsideCode(reading, at)) {
        at++;
        continue;
      }
      reading.effort.left -= attemptCost;
      const read = readAt(reading, at, { clocksSoFar, weeklyEnd });
      if (
        read?.candidate?.type === "datetime" &&
        read.candidate.value !== undefined &&
        String(read.candidate.value).includes("T")
      )
        clocksSoFar++;
      if (read?.candidate !== undefined) found(read.candidate);
      if (String(read?.candidate?.value).startsWith("XXXX")) weeklyEnd = read?.to ?? -2;
      at = read?.to ?? at + 1;
    }
  },
};

function readingOf(text: Text, context: ReadContext): Reading {
  return {
    text,
    tokens: text.tokens,
    context,
    now: localTime(context.atMs, context.timeZone),
    effort: { left: mostPieces },
    monthFirst: context.region === "US" || context.region === "PH",
  };
}

/** Digits right behind letters ("XK7P2Q") are a code, but for "las8". */
function isInsideCode(reading: Reading, at: number): boolean {
  if (!isDigits(reading, at) || !touchesNext(reading, at - 1)) return false;
  // "6,107.31 ago": the end of an amount.
  if (/^[.,\u2044]$/.test(word(reading, at - 1)) && isDigits(reading, at - 2) && touchesNext(reading, at - 2))
    return true;
  return isWord(reading, at - 1) && !/^(?:las?|el|al|at|a|dia|del|x)$/.test(word(reading, at - 1));
}

function readAt(
  reading: Reading,
  at: number,
  { clocksSoFar, weeklyEnd }: { clocksSoFar: number; weeklyEnd: number },
): { candidate?: Candidate; to: number } | undefined {
  const length = readLength(reading, at);
  const moment = readMoment(reading, at) ?? bareAnswer(reading, at, clocksSoFar) ?? clockOf(reading, length);
  if (moment?.value === "nothing") return { to: moment.to };
  if (length !== undefined && length.to >= (moment?.to ?? 0)) {
    if (!isDuration(reading, length))
      return moment === undefined
        ? { to: length.to }
        : (momentCandidate(reading, { ...moment, value: moment.value }) ?? { to: length.to });
    return {
      candidate: candidate(reading, withDentro(reading, length), { type: "duration", value: isoLength(length.value) }),
      to: length.to,
    };
  }
  if (moment === undefined) return undefined;
  const { date } = moment.value;
  // "los martes y jueves": the second is every week, too.
  const weekly =
    date?.kind === "weekday" &&
    date.which === "nearest" &&
    weeklyEnd === at - 1 &&
    /^(?:y|e|and|,|o|or|&|ni)$/.test(word(reading, at - 1));
  const value: Moment = weekly ? { ...moment.value, date: { kind: "weekly", weekday: date.weekday } } : moment.value;
  return momentCandidate(reading, { ...moment, value });
}

function momentCandidate(reading: Reading, found: Found<Moment>): { candidate?: Candidate; to: number } | undefined {
  const { value, from, to } = found;
  if (isOtherThing(reading, found)) return { to };
  // "paid, rest after 5th": a day with a bound is still to come.
  const isAhead = value.bound !== undefined && value.date?.kind === "calendar" && value.date.month === undefined;
  const past =
    value.past ?? (!isAhead && (isPast(reading, from, to) || (isRecent(reading, value) && isReported(reading, from))));
  const iso = resolveMoment({ ...value, past }, reading.now, leaningOf(reading));
  return iso === undefined
    ? undefined
    : { candidate: candidate(reading, withoutLead(reading, found), { type: "datetime", value: iso }), to };
}

const mostRecentDays = 90;

/** A day and month of the last weeks, without a year: nobody writes the date of next year's so soon. */
function isRecent({ now }: Reading, { date }: Moment): boolean {
  if (date?.kind !== "calendar" || date.month === undefined || date.year !== undefined) return false;
  const last = resolveDate(date, now, true);
  return last?.kind === "day" && now.day - last.day <= mostRecentDays;
}

const street =
  /^(?:calle|av|avda|avenida|blvd|boulevard|colonia|col|plaza|metro|barrio|cl|cra|carrera|autopista|puente|estacion|escuela|parque|club|ruta)$/;

/** Leading prepositions and articles of fixed wordings stay outside ("por la tarde"), but not those of frames ("de 9 a 14"). */
function withoutLead(reading: Reading, { value, from, to }: Found<Moment>): Found<Moment> {
  const { bound, clockEnd, dateEnd, ends, date } = value;
  const framed =
    bound !== undefined ||
    clockEnd !== undefined ||
    dateEnd !== undefined ||
    ends !== undefined ||
    date?.kind === "distance" ||
    (date?.kind === "weekly" && date.until !== undefined);
  let start = from;
  if (
    framed ||
    /^(?:a week|a fortnight|de (?:hoy|manana) en)/.test(
      `${word(reading, from)} ${word(reading, from + 1)} ${word(reading, from + 2)}`,
    )
  )
    return { value, from, to };
  while (
    start < to - 1 &&
    start < from + 3 &&
    /^(?:por|en|x|al|in|at|on|a|the|el|la|los|las|de|del)$/.test(word(reading, start))
  )
    start++;
  return { value, from: start, to };
}

/** "dentro de 2 horas": the frame says that it counts from now. */
function withDentro(reading: Reading, { from, to }: { from: number; to: number }): { from: number; to: number } {
  return { from: word(reading, from - 1) === "de" && word(reading, from - 2) === "dentro" ? from - 2 : from, to };
}

/** Feasts that only describe goods ("christmas cake"), and bits of longer codes. */
function isOtherThing(reading: Reading, { value, from, to }: Found<Moment>): boolean {
  if (value.date?.kind === "calendar" && !isDigits(reading, from) && feastGoods.has(word(reading, to))) return true;
  const before = word(reading, from - 1);
  if (
    value.date?.kind === "calendar" &&
    (street.test(before) || (before === "." && street.test(word(reading, from - 2))))
  )
    return true;
  if (
    isDigits(reading, from) &&
    touchesNext(reading, from - 1) &&
    (before === "#" || before === "-" || before === "/" || before === "_")
  )
    return /[#_]/.test(before) || touchesNext(reading, from - 2);
  return value.part === "early" && value.date === undefined && value.clock === undefined && !standsAlone(reading, to);
}

function candidate(
  reading: Reading,
  { from, to }: { from: number; to: number },
  { type, value }: { type: string; value: string },
): Candidate {
  const start = reading.tokens[from]?.start ?? 0;
  const last = reading.tokens[to - 1];
  // "tomorrow's": the day without its genitive.
  const end =
    last === undefined
      ? start
      : last.end -
        (/[a-z]'s$/.test(last.text) && last.text !== "o's" && !/^(?:new|year's|valentine's|mother's)$/.test(last.text)
          ? 2
          : 0);
  return { type, start, end, value, confidence: 0.9, source: "grammar", rank: 1 };
}

const evening = phrasePattern(
  /\b(?:cena|cenar|dinner|table|mesa|supper|drinks|copas|noche|night|tonight|evening|party|fiesta)\b/,
);
const daytime = phrasePattern(/\b(?:desayun\w*|breakfast|morning|brunch|manana temprano|abren|abrir|open|am)\b/);

/** Every find of a text asks for the same. */
let last: { text: Text; leaning: Leaning } | undefined;

function leaningOf({ text }: Reading): Leaning {
  if (last?.text !== text) last = { text, leaning: leaningIn(text) };
  return last.leaning;
}

function leaningIn(text: Text): Leaning {
  if (evening.test(text.folded)) return "pm";
  return daytime.test(text.folded) ? "am" : undefined;
}

/** "22 hs" looks like a length of time but is an hour. */
function clockOf(reading: Reading, length: ReturnType<typeof readLength>): ReturnType<typeof readMoment> {
  if (length === undefined || !isClock(reading, length)) return undefined;
  return readMoment(reading, length.from, { clock: "strong", day: "none" });
}

/** A bare number that answers what was asked, or goes on with hours named before ("at 5 instead of 4"). */
function bareAnswer(reading: Reading, at: number, clocksSoFar: number): ReturnType<typeof readMoment> {
  const asked = reading.context.requested ?? [];
  const before = word(reading, at - 1);
  if (
    clocksSoFar > 0 &&
    (before === "of" || before === "not" || before === "or" || before === "o" || before === "and" || before === "y") &&
    isDigits(reading, at)
  ) {
    if (before === "of" && word(reading, at - 2) !== "instead") return undefined;
    const found = readMoment(reading, at, { clock: "some", day: "none" });
    return before === "and" || before === "y" ? undefined : found;
  }
  if (asked.some((slot) => /people|party|guests|personas|quantity|number/.test(slot)) && asked.length === 1)
    return undefined;
  const short = reading.tokens.length <= 12;
  if (!short || asked.includes("people") || isInDigitRun(reading, at)) return undefined;
  // "times" and "days" count something.
  const time = asked.some((slot) => /time(?!s)|hora(?!s)|hour(?!s)/.test(slot));
  const date = asked.some((slot) => /date|dia(?!s|g)|day(?!s)|fecha/.test(slot));
  if (time && standsAlone(reading, at + 1)) return readMoment(reading, at, { clock: "strong", day: "none" });
  return date && standsAlone(reading, at + 1) ? readMoment(reading, at, { clock: "none", day: "strong" }) : undefined;
}

/** The last group of "646-555-0119" or "55 4321 8765" is no hour of its own. */
function isInDigitRun(reading: Reading, at: number): boolean {
  if (isDigits(reading, at - 1)) return true;
  return /^[-.)]$/.test(word(reading, at - 1)) && touchesNext(reading, at - 1) && isDigits(reading, at - 2);
}
