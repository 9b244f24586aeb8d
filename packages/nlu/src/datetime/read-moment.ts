import { wordMark } from "../word-marks.ts";
import { beginsDate } from "./date-starts.ts";
import { standsAlone } from "./followers.ts";
import { joinDates } from "./join-dates.ts";
import type { Found, Moment } from "./moment.ts";
import { phraseAt } from "./phrases.ts";
import { dayCue, readCalendar } from "./read-calendar.ts";
import { type Cue, clockCue, readClock } from "./read-clock.ts";
import { readDistance } from "./read-distance.ts";
import { dayAt } from "./read-number.ts";
import { partBehind, reyes } from "./read-part.ts";
import { readPeriod } from "./read-period.ts";
import { readSpan } from "./read-span.ts";
import { readWeek } from "./read-week.ts";
import { isDigits, mayBegin, type Reading, startsLine, word } from "./reading.ts";
import { ordinalDays } from "./words.ts";

export type MomentFound = Found<Moment | "nothing">;

/** What the words around ask of a bare number. `inner`: an end of a range, which holds no range itself. */
export type Cues = { clock: Cue; day: "none" | "some" | "strong"; inner?: boolean; single?: boolean };

/** Between the parts of one moment. Those of `dateGlue` may also stand between two parts of its date. */
const dateGlue = new Set([",", "de", "del", "el", "of", "the", "on", "dia", "-", "(", "d", "al", "lo", "la"]);
const glue = new Set([
  ...dateGlue,
  ..."a las la los at @ by around about like tipo sobre eso como hacia para pa por en in for x aprox e alas pal tipo o so from approx early bien muy this punto itself mismo sharp punto itself mismo".split(
    " ",
  ),
]);
const mostGlue = 4;

/** All that is said of one moment from a token on: "mañana a las 5 y media de la tarde". */
export function readMoment(reading: Reading, at: number, cues?: Cues): MomentFound | undefined {
  if (!mayBegin(reading, at, beginsDate)) return undefined;
  const inner = cues?.inner === true;
  const framed = inner ? undefined : (readBound(reading, at) ?? readSpan(reading, at, readMoment));
  const first = framed ?? readPiece(reading, at, { moment: {}, cues: cues ?? cuesBefore(reading, at) });
  if (first === undefined || first.value === "nothing") return first;
  let moment = first.value;
  let to = first.to;
  for (let pieces = 0; pieces < (cues?.single === true ? 0 : 6); pieces++) {
    const next = nextPiece(reading, to, { moment, inner });
    if (next === undefined) break;
    moment = next.value;
    to = next.to;
  }
  const ended = openEnd(reading, to);
  if (!inner && ended > to && moment.bound === undefined && moment.clockEnd === undefined)
    return { value: { ...moment, bound: "after" }, from: at, to: ended };
  return { value: moment, from: at, to };
}

function cuesBefore(reading: Reading, at: number): Cues {
  return { clock: clockCue(reading, at), day: dayCue(reading, at) };
}

/** Behind a weekday a bare number is its day of the month: "martes 25". */
function cuesAfter(reading: Reading, at: number, { date, part, clock }: Moment): Cues {
  const cues = cuesBefore(reading, at);
  // "mañana 10hs"
  if (
    date !== undefined &&
    clock === undefined &&
    isDigits(reading, at) &&
    Number(word(reading, at)) > 5 &&
    /^(?:h|hs|hrs)$/.test(word(reading, at + 1))
  )
    return { ...cues, clock: "strong" };
  // "tonight 9"
  if (
    part !== undefined &&
    date !== undefined &&
    clock === undefined &&
    cues.clock === "none" &&
    isLastHour(reading, at)
  )
    return { ...cues, clock: "some" };
  const day = isDigits(reading, at) || ordinalDays.has(word(reading, at)) ? dayAt(reading, at) : undefined;
  if (date?.kind !== "weekday" || cues.clock !== "none" || day === undefined || !standsAlone(reading, day.to))
    return cues;
  return /^(?:at|@|tipo|como|de|para|for|a|por|x|in|en)$/.test(word(reading, at - 1))
    ? cues
    : { ...cues, day: "strong" };
}

/** An hour in digits that ends its clause. */
function isLastHour(reading: Reading, at: number): boolean {
  const next = word(reading, at + 1);
  return (
    isDigits(reading, at) &&
    Number(word(reading, at)) > 0 &&
    Number(word(reading, at)) < 13 &&
    (next === "" || /^(?:[.,!?]|pls|please|porfa|ok|if|si)$/.test(next))
  );
}

function nextPiece(
  reading: Reading,
  to: number,
  { moment, inner }: { moment: Moment; inner: boolean },
): Found<Moment> | undefined {
  let at = to;
  let plain = true;
  for (let skipped = 0; skipped <= mostGlue; skipped++) {
    if (startsLine(reading, at)) return undefined;
    const piece = mayBegin(reading, at, beginsDate) ? pieceAfter(reading, at, { moment, inner }) : undefined;
    if (piece?.value === "nothing") return undefined;
    const joined = piece === undefined ? undefined : join(moment, piece.value, { plain, reading });
    if (piece !== undefined && joined !== undefined) return { value: joined, from: to, to: piece.to };
    const text = word(reading, at);
    if (!glue.has(text)) return undefined;
    if (!dateGlue.has(text)) plain = false;
    at++;
  }
  return undefined;
}

function pieceAfter(
  reading: Reading,
  at: number,
  { moment, inner }: { moment: Moment; inner: boolean },
): MomentFound | undefined {
  const framed = inner ? undefined : (readBound(reading, at) ?? readSpan(reading, at, readMoment));
  return framed ?? readPiece(reading, at, { moment, cues: cuesAfter(reading, at, moment) });
}

/** One moment of two neighbours, or undefined if they are two. `plain`: only "de", "el", "," stand between them. */
function join(
  first: Moment,
  second: Moment,
  { plain, reading }: { plain: boolean; reading: Reading },
): Moment | undefined {
  if (first.ends !== undefined || second.ends !== undefined) return undefined;
  if (reading.partsApart === true && hasClock(first) !== hasClock(second) && !isHalfSaid(first, second))
    return undefined;
  if (
    (first.clock !== undefined && second.clock !== undefined) ||
    (first.part !== undefined && second.part !== undefined)
  )
    return undefined;
  if (first.bound !== undefined && second.bound !== undefined) return undefined;
  if (isWeek(first) !== isWeek(second) && (first.clock ?? second.clock) !== undefined) return undefined;
  if (first.dateEnd !== undefined && second.date !== undefined) return undefined;
  const both = { ...first, ...second };
  if (first.date === undefined || second.date === undefined) return both;
  if (!plain || second.dateEnd !== undefined) return undefined;
  const date = joinDates(first.date, second.date, reading.now);
  return date === undefined ? undefined : { ...both, date };
}

/** "8 in the evening", "7:30 tonight": the part of day says which 8 is meant, as AM and PM do. */
function isHalfSaid({ clock, date }: Moment, { part, date: partDate }: Moment): boolean {
  const isBare = clock !== undefined && clock.half === undefined && clock.hour < 13 && date === undefined;
  return (
    isBare && part !== undefined && (partDate === undefined || (partDate.kind === "offset" && partDate.days === 0))
  );
}

function hasClock({ clock, clockEnd }: Moment): boolean {
  return (clock ?? clockEnd) !== undefined;
}

/** "de lunes a viernes": its hours ("de 9 a 18") are a range of their own. */
function isWeek({ date }: Moment): boolean {
  return date?.kind === "weekly" && date.until !== undefined;
}

/** "antes de las 6", "after 5pm", "a partir del lunes". */
function readBound(reading: Reading, at: number): Found<Moment> | undefined {
  const frame = mayBegin(reading, at, beginsBound) ? boundFrame(reading, at) : undefined;
  if (frame === undefined) return undefined;
  let from = frame.to;
  for (
    let skipped = 0;
    skipped < 4 && /^(?:las?|los|el|the|about|around|como|a|de|del|on|dia|tipo|eso)$/.test(word(reading, from));
    skipped++
  )
    from++;
  const inner = readMoment(reading, from, {
    inner: true,
    clock: frame.cue,
    day:
      word(reading, from - 1) === "el" ||
      word(reading, from - 1) === "del" ||
      word(reading, from - 1) === "the" ||
      word(reading, from - 1) === "dia" ||
      dayCue(reading, from) === "some"
        ? "some"
        : "none",
  });
  if (inner === undefined || inner.value === "nothing" || inner.value.bound !== undefined) return undefined;
  return { value: { ...inner.value, bound: frame.bound }, from: at, to: inner.to };
}

const boundStarts = new Set("before b4 after antes despues dsps luego pasadas a no starting as".split(" "));
const beginsBound = wordMark((word) => boundStarts.has(word));

function boundFrame(reading: Reading, at: number): { bound: "before" | "after"; to: number; cue: Cue } | undefined {
  const [first, second, third] = [word(reading, at), word(reading, at + 1), word(reading, at + 2)];
  const las = /^las?$/.test(third) || /^las?$/.test(word(reading, at + 3)) ? "strong" : "none";
  if (first === "before" || first === "b4") return { bound: "before", to: at + 1, cue: "some" };
  if (first === "after") return { bound: "after", to: at + 1, cue: "some" };
  if (first === "antes" && (second === "de" || second === "del")) return { bound: "before", to: at + 2, cue: las };
  if (first === "antes" && second === "d") return { bound: "before", to: at + 2, cue: las };
  if (
    (first === "despues" || first === "dsps" || first === "luego" || first === "pasadas") &&
    (second === "de" || second === "del" || second === "d")
  )
    return { bound: "after", to: at + 2, cue: las };
  if (first === "pasadas" && second === "las") return { bound: "after", to: at + 1, cue: "strong" };
  if (first === "a" && second === "partir" && (third === "de" || third === "del" || third === "d"))
    return { bound: "after", to: at + 3, cue: las };
  if (first === "no" && (second === "later" || second === "earlier") && third === "than")
    return { bound: second === "later" ? "before" : "after", to: at + 3, cue: "some" };
  if (first === "starting" || (first === "as" && second === "of"))
    return {
      bound: "after",
      to: first === "as" ? at + 2 : /^(?:from|at|on)$/.test(second) ? at + 2 : at + 1,
      cue: "some",
    };
  return undefined;
}

/** Where "onwards", "en adelante" behind a moment ends; `to` if there is none. */
function openEnd(reading: Reading, to: number): number {
  const text = word(reading, to);
  if (/^(?:onwards|onward|upwards|forward)$/.test(text)) return to + 1;
  if (text === "and" && /^(?:later|after|onwards)$/.test(word(reading, to + 1))) return to + 2;
  if (text === "or" && word(reading, to + 1) === "later") return to + 2;
  if ((text === "en" || text === "pa" || text === "para") && word(reading, to + 1) === "adelante") return to + 2;
  return to;
}

/** The longest single piece at a token. */
function readPiece(
  reading: Reading,
  at: number,
  { moment, cues }: { moment: Moment; cues: Cues },
): MomentFound | undefined {
  if (!mayBegin(reading, at, beginsDate) || reading.effort.left-- <= 0) return undefined;
  const phrase = partBehind(reading, at, moment) ?? phraseAt(reading, at) ?? reyes(reading, at);
  const date = longer(
    readWeek(reading, at) ?? readDistance(reading, at),
    longer(readCalendar(reading, at, cues.day), readPeriod(reading, at)),
  );
  const clock = readClock(reading, at, cues.clock);
  if (phrase !== undefined && phrase.to >= Math.max(date?.to ?? 0, clock?.to ?? 0)) return phrase;
  if (clock !== undefined && clock.to > (date?.to ?? 0)) return { ...clock, value: { clock: clock.value } };
  return date === undefined ? undefined : { ...date, value: { date: date.value } };
}

function longer<T>(first: Found<T> | undefined, second: Found<T> | undefined): Found<T> | undefined {
  return first === undefined || (second !== undefined && second.to > first.to) ? second : first;
}
