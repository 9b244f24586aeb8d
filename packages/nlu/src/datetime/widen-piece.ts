import type { Candidate } from "../recognizer.ts";
import { type Reading, word } from "./reading.ts";

/** A find while a style cuts and joins it, with its tokens. */
export type Piece = { candidate: Candidate; from: number; to: number; kind: "clock" | "moment" | "length" | "loose" };

/** A point with the words that open or narrow it: "since August", "2012 or later", "the end of tomorrow", "el día 18". */
export function widened(reading: Reading, piece: Piece): Piece {
  if (piece.kind !== "moment" && piece.kind !== "clock") return piece;
  return onwards(reading, endOfDay(reading, withDay(reading, since(reading, piece))));
}

function since(reading: Reading, piece: Piece): Piece {
  const before = word(reading, piece.from - 1);
  const value = String(piece.candidate.value);
  const [start = "", end] = value.split("/");
  if (start === "" || end === "" || start.startsWith("XXXX")) return piece;
  const bound = /^(?:the|el|la|de|del)$/.test(before) ? piece.from - 2 : piece.from - 1;
  if (/^(?:before|antes)$/.test(word(reading, bound))) return startingAt(reading, valued(piece, `/${start}`), bound);
  if (/^(?:after|despues)$/.test(word(reading, bound)))
    return startingAt(reading, valued(piece, `${end ?? start}/`), bound);
  if (/^(?:since|desde)$/.test(before)) return valued(piece, `${start}/`);
  return /^(?:by|until|till|hasta)$/.test(before) ? valued(piece, `/${end ?? start}`) : piece;
}

function valued(piece: Piece, value: string): Piece {
  return { ...piece, candidate: { ...piece.candidate, value } };
}

function startingAt(reading: Reading, piece: Piece, from: number): Piece {
  return { ...piece, from, candidate: { ...piece.candidate, start: reading.tokens[from]?.start ?? 0 } };
}

function withDay(reading: Reading, piece: Piece): Piece {
  const isDay = /^(?:dia|day)$/.test(word(reading, piece.from - 1)) && piece.kind === "moment";
  return isDay ? startingAt(reading, piece, piece.from - 1) : piece;
}

/** "end of this sunday", "al final de mañana": the last second. */
function endOfDay(reading: Reading, piece: Piece): Piece {
  if (!/^\d{4}-\d\d-\d\d$/.test(String(piece.candidate.value))) return piece;
  let at = piece.from - 1;
  while (at > piece.from - 4 && /^(?:of|de|del|the|el|la|dia)$/.test(word(reading, at))) at--;
  if (at === piece.from - 1 || !/^(?:end|final|fin|finales)$/.test(word(reading, at))) return piece;
  return startingAt(reading, valued(piece, `${String(piece.candidate.value)}T23:59:59`), at);
}

/** "2012 or later", "1/1/2016 y más tarde", "3 pm o después". */
function onwards(reading: Reading, piece: Piece): Piece {
  const value = String(piece.candidate.value);
  if (!/^(?:or|and|o|y)$/.test(word(reading, piece.to)) || value.endsWith("/") || value.startsWith("/")) return piece;
  const said = word(reading, piece.to + 1);
  const to =
    said === "mas" && word(reading, piece.to + 2) === "tarde"
      ? piece.to + 3
      : /^(?:later|after|onwards|above|posterior|despues|posteriores)$/.test(said)
        ? piece.to + 2
        : undefined;
  if (to === undefined) return piece;
  const open = valued(piece, `${value.split("/")[0]}/`);
  return { ...open, to, candidate: { ...open.candidate, end: reading.tokens[to - 1]?.end ?? piece.candidate.end } };
}
