import type { Candidate } from "../recognizer.ts";
import type { DatetimeStyle } from "../reading-style.ts";
import { isJoined, pointEnd, readLoose } from "./read-loose.ts";
import { type Reading, word } from "./reading.ts";

type Read = { candidate?: Candidate; to: number } | undefined;
type Plain = {
  found: (candidate: Candidate) => void;
  isInsideCode: (reading: Reading, at: number) => boolean;
  readAt: (reading: Reading, at: number, seen: { clocksSoFar: number; weeklyEnd: number }) => Read;
};
type Piece = { candidate: Candidate; from: number; to: number; kind: "clock" | "moment" | "length" | "loose" };

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
  for (const { candidate } of style.parts === "apart" ? whole.filter((one, index) => !isBesideClock(whole, index)) : whole)
    found(candidate);
}

function readStyled(
  reading: Reading,
  at: number,
  { style, clocksSoFar, readAt }: { style: DatetimeStyle; clocksSoFar: number; readAt: Plain["readAt"] },
): { piece?: Piece; to: number } | undefined {
  const loose = readLoose(reading, at, style);
  if (reading.mayStart(at)) reading.effort.left -= 4;
  const read = reading.mayStart(at) ? readAt(reading, at, { clocksSoFar, weeklyEnd: -2 }) : undefined;
  if (loose !== undefined && (read?.candidate === undefined || loose.to > read.to)) {
    const start = reading.tokens[loose.from]?.start ?? 0;
    const end = reading.tokens[loose.to - 1]?.end ?? start;
    return { piece: { candidate: datetime(start, end, reading.text.folded.slice(start, end)), ...loose, kind: "loose" }, to: loose.to };
  }
  if (read?.candidate === undefined) return read;
  const { candidate } = read;
  if (candidate.type !== "duration")
    return {
      piece: { candidate, from: at, to: read.to, kind: String(candidate.value).includes("T") ? "clock" : "moment" },
      to: read.to,
    };
  if (style.lengths !== "datetime") return { piece: { candidate, from: at, to: read.to, kind: "length" }, to: read.to };
  const to = pointEnd(reading, read.to);
  const end = reading.tokens[to - 1]?.end ?? candidate.end;
  return { piece: { candidate: datetime(candidate.start, end, candidate.value), from: at, to, kind: "length" }, to };
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

/** Kept for readers of a style: whether a find is said with "every". */
export function isRepeat(reading: Reading, at: number): boolean {
  return /^(?:every|each|cada|todos|todas)$/.test(word(reading, at));
}
