import type { DatetimeStyle } from "../reading-style.ts";
import type { Candidate } from "../recognizer.ts";
import { beginsDate } from "./date-starts.ts";
import { isoLength, readLength } from "./read-duration.ts";
import { isJoined, pointEnd, pointStart, readLoose, zoneEnd } from "./read-loose.ts";
import { readWide } from "./read-wide.ts";
import { mayBegin, type Reading, word } from "./reading.ts";
import { isoDay } from "./resolve-moment.ts";
import { shifted } from "./shift-value.ts";
import { type Piece, widened } from "./widen-piece.ts";

type Read = { candidate?: Candidate; to: number } | undefined;
type Plain = {
  found: (candidate: Candidate) => void;
  isInsideCode: (reading: Reading, at: number) => boolean;
  readAt: (reading: Reading, at: number, seen: { clocksSoFar: number; weeklyEnd: number }) => Read;
};

/** The same finds as by default, but cut, widened and joined as a style wants them. Linear like the plain scan. */
export function scanStyled(reading: Reading, style: DatetimeStyle, { found, isInsideCode, readAt }: Plain) {
  const styled = style.parts === "apart" ? { ...reading, partsApart: true } : reading;
  const pieces: Piece[] = [];
  let clocksSoFar = 0;
  for (let at = 0; at < reading.tokens.length && reading.effort.left > 0; ) {
    const piece = isInsideCode(styled, at) ? undefined : readStyled(styled, at, { style, clocksSoFar, readAt });
    if (piece?.piece !== undefined) {
      if (piece.piece.kind === "clock") clocksSoFar++;
      pieces.push(piece.piece);
    }
    at = Math.max(at + 1, piece?.to ?? 0);
  }
  const whole = style.repeats === true ? joinPieces(reading, pieces) : pieces;
  if (style.periods !== undefined) {
    joinRanges(reading, whole);
    for (const [index, piece] of whole.entries()) whole[index] = widened(reading, piece);
  }
  for (const { candidate } of style.parts === "apart"
    ? whole.filter((_, index) => !isBesideClock(whole, index))
    : whole)
    found(candidate);
}

function readStyled(
  reading: Reading,
  at: number,
  { style, clocksSoFar, readAt }: { style: DatetimeStyle; clocksSoFar: number; readAt: Plain["readAt"] },
): { piece?: Piece; to: number } | undefined {
  const wide = style.periods === undefined || isTied(reading, at) ? undefined : readWide(reading, at, style.periods);
  const loose = readLoose(reading, at, style);
  if (mayBegin(reading, at, beginsDate)) reading.effort.left -= 4;
  const read = mayBegin(reading, at, beginsDate) ? readAt(reading, at, { clocksSoFar, weeklyEnd: -2 }) : undefined;
  const longest = Math.max(read?.candidate === undefined ? 0 : read.to, loose?.to ?? 0);
  const isPlain = read?.candidate !== undefined && read.to === longest;
  if (wide !== undefined && (wide.to > longest || (wide.to === longest && (wide.whole === true || !isPlain)))) {
    reading.effort.left -= 4;
    const from = /^(?:the|el|la|los|las)$/.test(word(reading, at)) ? at + 1 : at;
    const start = reading.tokens[from]?.start ?? 0;
    const end = reading.tokens[wide.to - 1]?.end ?? start;
    return {
      piece: { candidate: datetime(start, end, wide.value), from, to: wide.to, kind: "moment" },
      to: wide.to,
    };
  }
  if (loose !== undefined && (read?.candidate === undefined || loose.to > read.to) && !runsOn(reading, loose, readAt)) {
    const start = reading.tokens[loose.from]?.start ?? 0;
    const end = reading.tokens[loose.to - 1]?.end ?? start;
    return {
      piece: { candidate: datetime(start, end, reading.text.folded.slice(start, end)), ...loose, kind: "loose" },
      to: loose.to,
    };
  }
  if (read?.candidate === undefined) return style.lengths === "datetime" ? (beforeOrAfter(reading, at) ?? read) : read;
  const { candidate } = read;
  if (candidate.type !== "duration") {
    const isClock = String(candidate.value).includes("T");
    const to = isClock && style.vague === true ? zoneEnd(reading, read.to) : read.to;
    const end = to === read.to ? candidate.end : (reading.tokens[to - 1]?.end ?? candidate.end);
    return { piece: { candidate: { ...candidate, end }, from: at, to, kind: isClock ? "clock" : "moment" }, to };
  }
  const around = style.periods === undefined ? undefined : aroundMoment(reading, at, { to: read.to, readAt });
  if (around !== undefined) return around;
  if (style.lengths !== "datetime") return { piece: { candidate, from: at, to: read.to, kind: "length" }, to: read.to };
  const [from, to] = [pointStart(reading, at), pointEnd(reading, read.to)];
  const start = reading.tokens[from]?.start ?? candidate.start;
  const end = reading.tokens[to - 1]?.end ?? candidate.end;
  return { piece: { candidate: datetime(start, end, candidate.value), from, to, kind: "length" }, to };
}

/** "5 days before new year", "2 weeks from January 15", "dos días antes de ayer". */
function aroundMoment(
  reading: Reading,
  at: number,
  { to, readAt }: { to: number; readAt: Plain["readAt"] },
): { piece: Piece; to: number } | undefined {
  const said = word(reading, to);
  const back = /^(?:before|antes)$/.test(said);
  if (!back && !/^(?:after|from|since|despues|desde|following)$/.test(said)) return undefined;
  let from = to + 1;
  while (from < to + 4 && /^(?:de|del|the|el|la)$/.test(word(reading, from))) from++;
  const moment = mayBegin(reading, from, beginsDate)
    ? readAt(reading, from, { clocksSoFar: 0, weeklyEnd: -2 })
    : undefined;
  const length = readLength(reading, at);
  if (moment?.candidate?.type !== "datetime" || length === undefined) return undefined;
  const value = shifted(String(moment.candidate.value), length.value, back);
  const start = reading.tokens[at]?.start ?? 0;
  return value === undefined
    ? undefined
    : {
        piece: { candidate: datetime(start, moment.candidate.end, value), from: at, to: moment.to, kind: "moment" },
        to: moment.to,
      };
}

const frame = /^(?:between|from|entre|de|del|desde)$/;
const link = /^(?:and|y|to|a|al|hasta|through|thru|till|until|-)$/;

/** "between 2007 and the end of 2008", "from March to date": two pieces become one, from the start of each. */
function joinRanges(reading: Reading, pieces: Piece[]) {
  for (let index = pieces.length - 2; index >= 0; index--) {
    const [first, second] = [pieces[index], pieces[index + 1]];
    if (first === undefined || second === undefined) continue;
    const framed = frame.test(word(reading, first.from - 1))
      ? first.from - 1
      : /^(?:the|el|la|los)$/.test(word(reading, first.from - 1)) && frame.test(word(reading, first.from - 2))
        ? first.from - 2
        : undefined;
    let at = word(reading, first.to) === "." ? first.to + 1 : first.to;
    if (framed === undefined || !link.test(word(reading, at))) continue;
    at++;
    if (/^(?:the|el|la)$/.test(word(reading, at))) at++;
    const [start, end] = [startOf(reading, first), startOf(reading, second)];
    if (at !== second.from || start === undefined || end === undefined || start > end) continue;
    const from = reading.tokens[framed]?.start ?? first.candidate.start;
    const candidate = { ...datetime(from, second.candidate.end, `${start}/${end}`) };
    pieces.splice(index, 2, { candidate, from: framed, to: second.to, kind: "moment" });
  }
}

function startOf(reading: Reading, { candidate, kind }: Piece): string | undefined {
  const value = String(candidate.value);
  if (kind === "loose") return /^(?:now|ahora)$/.test(value) ? isoDay(reading.now.day) : undefined;
  return /^\d{4}(?:-\d\d)*(?:\/\d{4}-\d\d-\d\d)?$/.test(value) ? value.split("/")[0] : undefined;
}

/** A letter or sign stands against the token: part of a name or address. */
function isTied(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  return before !== undefined && before.end === reading.tokens[at]?.start && /^[\p{L}/=._@#-]/u.test(before.text);
}

/** "la semana que viene": a date begins within the loose words and goes further. */
function runsOn(reading: Reading, { from, to }: { from: number; to: number }, readAt: Plain["readAt"]): boolean {
  for (let at = from + 1; at < to; at++) {
    const read = mayBegin(reading, at, beginsDate) ? readAt(reading, at, { clocksSoFar: 0, weeklyEnd: -2 }) : undefined;
    if (read?.candidate !== undefined && read.to > to) return true;
  }
  return false;
}

/** "one day before the exam": a length that is no duration by itself. */
function beforeOrAfter(reading: Reading, at: number): { piece: Piece; to: number } | undefined {
  const length = readLength(reading, at);
  if (length === undefined) return undefined;
  const to = pointEnd(reading, length.to);
  const start = reading.tokens[at]?.start ?? 0;
  const end = reading.tokens[to - 1]?.end ?? start;
  return to === length.to
    ? undefined
    : { piece: { candidate: datetime(start, end, isoLength(length.value)), from: at, to, kind: "length" }, to };
}

function datetime(start: number, end: number, value: Candidate["value"]): Candidate {
  return { type: "datetime", start, end, value, confidence: 0.9, source: "grammar", rank: 1 };
}

/** "8pm every night", "cada hora durante todo el día": one entity with the value of its hour, else of its first part. */
function joinPieces(reading: Reading, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const meet =
      last !== undefined &&
      (last.kind !== piece.kind || piece.kind === "length") &&
      last.candidate.type === piece.candidate.type &&
      isJoined(reading, last.to, piece.from);
    if (meet) joined[joined.length - 1] = both(last, piece);
    else joined.push(piece);
  }
  return joined;
}

function both(first: Piece, second: Piece): Piece {
  const main = second.kind === "clock" ? second : first;
  return {
    candidate: { ...main.candidate, start: first.candidate.start, end: second.candidate.end },
    from: first.from,
    to: second.to,
    kind: main.kind,
  };
}

/** "11:45 in the morning", "8:15 tomorrow night": the part of day is said by the hour already. */
function isBesideClock(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  const before = pieces[index - 1];
  return (
    piece !== undefined &&
    /^T\d\d:\d\d\/T\d\d:\d\d$/.test(String(piece.candidate.value)) &&
    before?.kind === "clock" &&
    !/\//.test(String(before.candidate.value)) &&
    piece.from - before.to <= 3
  );
}
