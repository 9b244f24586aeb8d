import type { Text } from "../text.ts";

/** A run of letters and digits joined by single `-`, `/`, `.` or `_`, such as `PED-1204`. */
export type CodeRun = {
  start: number;
  end: number;
  /** Index of the token after the run. */
  next: number;
  folded: string;
  /** As typed, a `#` before it left out. */
  typed: string;
  digits: number;
  letters: number;
};

const mostTokens = 16;

/** The code that token `at` begins; a `#` right before belongs to the span of the caller, not to the run. */
export function codeRunAt(text: Text, at: number): CodeRun | undefined {
  const first = text.tokens[at];
  if (first === undefined || first.kind === "sign") return undefined;
  let last = first;
  let next = at + 1;
  for (; next < text.tokens.length && next - at < mostTokens; next++) {
    const token = text.tokens[next];
    if (token === undefined || token.start !== last.end) break;
    if (token.kind === "sign") {
      const after = text.tokens[next + 1];
      if (!"-/._".includes(token.text) || after === undefined || after.start !== token.end || after.kind === "sign")
        break;
      // A full stop that ends a sentence without a space after it.
      if (token.text === "." && after.kind === "word") break;
    } else if (token.kind === "word" && token.text.includes("'")) break;
    last = token;
  }
  const folded = text.folded.slice(first.start, last.end);
  const digits = folded.replace(/\D/g, "").length;
  const letters = folded.replace(/[^a-z]/g, "").length;
  const typed = text.original.slice(text.originalIndex(first.start), text.originalIndex(last.end));
  return { start: first.start, end: last.end, next, folded, typed, digits, letters };
}

/** Whether token `at` stands right after another token, so that a code which begins here would be a piece of a longer one. */
export function isInsideWord(text: Text, at: number): boolean {
  const token = text.tokens[at];
  const before = text.tokens[at - 1];
  if (token === undefined || before === undefined || before.end !== token.start) return false;
  if (before.kind !== "sign") return true;
  if (!"-/._@+".includes(before.text)) return false;
  const earlier = text.tokens[at - 2];
  return earlier !== undefined && earlier.end === before.start && earlier.kind !== "sign";
}
