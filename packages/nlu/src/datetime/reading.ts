import type { ReadContext } from "../recognizer.ts";
import type { Text, Token } from "../text.ts";
import type { LocalTime } from "./local-clock.ts";

/** A text while it is read for dates. */
export type Reading = {
  readonly text: Text;
  readonly tokens: readonly Token[];
  readonly context: ReadContext;
  readonly now: LocalTime;
  readonly monthFirst: boolean;
  /** Day and hour are two finds (`DatetimeStyle.parts`). */
  readonly partsApart?: boolean;
  /** Pieces that may still be tried, so that a text made to be slow is given up. */
  readonly effort: { left: number };
};

/** The folded text of a token, empty beyond either end. */
export function word({ tokens }: Reading, at: number): string {
  return tokens[at]?.text ?? "";
}

export function isDigits({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.kind === "digits";
}

export function isWord({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.kind === "word";
}

/** Digits, or a word with one of these marks (`wordMark`): what a reader of dates looks at first, since most words begin nothing. */
export function mayBegin({ tokens }: Reading, at: number, marks: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.kind === "digits" || (token.marks & marks) !== 0);
}

/** No space stands between this token and the next. */
export function touchesNext({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && tokens[at + 1]?.start === token.end;
}

/** As typed: begins with a capital letter. */
export function isCapital({ tokens, text }: Reading, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  const typed = text.original[text.originalIndex(token.start)] ?? "";
  return typed !== typed.toLowerCase();
}

/** A line break or the end of a sentence stands before the token, or nothing at all. */
export function startsClause(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  const token = reading.tokens[at];
  if (before === undefined || token === undefined) return true;
  return /[.!?;:]/.test(before.text) || reading.text.folded.slice(before.end, token.start).includes("\n");
}

/** A line break stands between this token and the one before. */
export function startsLine({ tokens, text }: Reading, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && text.folded.slice(before.end, token.start).includes("\n");
}
