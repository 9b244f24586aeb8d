import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Candidate, ReadContext, Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { cueBefore, type NumberCue } from "./number-cue.ts";

type Run = { start: number; end: number };

/** Phone numbers as E.164; a number without a country code is the contact's country's, then the business's. */
export const phoneRecognizer: Recognizer = {
  name: "phone",
  scan: (text, context, found) => {
    let parsed = 0;
    for (let at = 0; at < text.tokens.length && parsed < mostParsed; at++) {
      const run = text.tokens[at]?.kind === "digits" ? runAt(text, at) : undefined;
      if (run === undefined) continue;
      const cue = cueBefore(text, at);
      if (cue === "other" && text.folded[run.start] !== "+") continue;
      for (const part of parts(text, run)) {
        const surface = text.folded.slice(part.start, part.end);
        if (looksOtherwise(text, part, surface)) continue;
        parsed++;
        const candidate = phone(part, surface, toE164(surface, cue, context), cue);
        if (candidate !== undefined) found(candidate);
      }
    }
  },
};

function phone({ start, end }: Run, surface: string, value: string | undefined, cue: NumberCue): Candidate | undefined {
  if (value === undefined) return undefined;
  const confidence = surface.includes("+") ? 0.99 : cue === "phone" ? 0.98 : 0.9;
  return { type: "phone", start, end, value, confidence, source: "libphonenumber", rank: 6 };
}

/** Parsing one takes some 50 µs, so a text full of numbers is not read to its end. */
const mostParsed = 60;

/** Fifteen digits of E.164 in pairs, and as many again for a second number. */
const mostGroups = 16;
const separators = /^(?: ?[-./] ?|\) ?[-.]? ?|[ \u00a0]| ?\()$/;

/** The digits that token `at` begins; undefined when it only goes on with a run, or there are too few digits. */
function runAt(text: Text, at: number): Run | undefined {
  const first = text.tokens[at];
  if (first === undefined || joinsBefore(text, at)) return undefined;
  let digits = first.text.length;
  let last = at;
  let groups = 1;
  for (let index = at + 1; index < text.tokens.length && groups < mostGroups; index++) {
    const token = text.tokens[index];
    const before = text.tokens[last];
    if (token === undefined || before === undefined || token.start - before.end > 3) break;
    if (token.kind !== "digits") continue;
    if (!separators.test(text.folded.slice(before.end, token.start))) break;
    digits += token.text.length;
    groups++;
    last = index;
  }
  const end = text.tokens[last]?.end ?? first.end;
  if (digits < 7 || digits > 31) return undefined;
  return { start: withPrefix(text, at, end), end };
}

function joinsBefore(text: Text, at: number): boolean {
  const first = text.tokens[at];
  if (first === undefined) return true;
  for (let index = at - 1; index >= 0 && index >= at - 3; index--) {
    const token = text.tokens[index];
    if (token?.kind === "digits") return separators.test(text.folded.slice(token.end, first.start));
    if (token?.kind === "word") return false;
  }
  return false;
}

/** Takes in `+`, `(` and `(+` before the first digit. */
function withPrefix(text: Text, at: number, end: number): number {
  const first = text.tokens[at];
  if (first === undefined) return 0;
  let start = first.start;
  if (text.folded[start - 1] === "+") start--;
  if (text.folded[start - 1] === "(" && text.folded.slice(start, end).includes(")")) start--;
  if (text.folded[start - 1] === "+") start--;
  return start;
}

/** The whole run; or, when it holds two numbers, or one beside a small amount, its pieces. */
function parts(text: Text, run: Run): Run[] {
  const surface = text.folded.slice(run.start, run.end);
  const digits = surface.replace(/\D/g, "").length;
  const pieces = splitAt(run, surface, / [-/] ?|\s*\/\s*/g);
  if (pieces.length > 1 && pieces.some((piece) => digitsIn(text, piece) >= 8)) {
    if (digits > 15 || pieces.every((piece) => digitsIn(text, piece) >= 8)) return pieces;
  }
  if (digits > 15) return splitAt(run, surface, / /g).filter((piece) => digitsIn(text, piece) >= 9);
  return [run];
}

function splitAt(run: Run, surface: string, pattern: RegExp): Run[] {
  const pieces: Run[] = [];
  let from = 0;
  for (const match of surface.matchAll(pattern)) {
    pieces.push({ start: run.start + from, end: run.start + match.index });
    from = match.index + match[0].length;
  }
  pieces.push({ start: run.start + from, end: run.end });
  return pieces;
}

function digitsIn(text: Text, { start, end }: Run): number {
  return text.folded.slice(start, end).replace(/\D/g, "").length;
}

const dates =
  /^(?:\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2})(?:\D|$)|^20\d\d(?:0\d|1[0-2])[0-3]\d(?:\D|$)/;
const amount = /^\d{1,3}(?:[.,]\d{3})+$/;
/** Grouping of India, years in a row, dates with a time. */
const version = /^\d{1,3}(?:\.\d{1,5}){3,}$/;

function looksOtherwise(text: Text, { start, end }: Run, surface: string): boolean {
  const before = text.folded[start - 1] ?? " ";
  const after = text.folded[end] ?? " ";
  if (/[\p{L}$€£₹#@_=%*]/u.test(before) || /[\p{L}_%€£₹°º]/u.test(after)) return true;
  if ("-/.,".includes(before) && /[\p{L}\p{Nd}]/u.test(text.folded[start - 2] ?? " ")) return true;
  if ((after === "-" || after === "/") && /[\p{L}\p{Nd}]/u.test(text.folded[end + 1] ?? " ")) return true;
  if ((after === ":" || after === ",") && /\d/.test(text.folded[end + 1] ?? " ")) return true;
  if (/[$€£₹]\s?$/.test(text.folded.slice(Math.max(0, start - 2), start))) return true;
  if (
    /^\s?(?:pesos|usd|eur|euros|mxn|cop|ars|inr|rs|dolares|dollars|pounds|mil\b|lucas)/.test(
      text.folded.slice(end, end + 10),
    )
  )
    return true;
  return (
    dates.test(surface) ||
    version.test(surface) ||
    (amount.test(surface) && !/^\d{3}[.]\d{3}[.]\d{3}$/.test(surface)) ||
    lonelyDigits(surface)
  );
}

/** "1 2 3 4 5 6 7": phone numbers are not written digit by digit, but for a leading 1 or 9. */
function lonelyDigits(surface: string): boolean {
  const groups = surface.split(/\D+/).filter((group) => group !== "");
  return groups.filter((group) => group.length === 1).length > 2;
}

function toE164(
  surface: string,
  cue: NumberCue,
  { region, contactRegion, requested }: ReadContext,
): string | undefined {
  const wanted = cue === "phone" || (requested?.some((slot) => /phone|tel|cel|movil/.test(slot)) ?? false);
  let possible: string | undefined;
  for (const spelling of spellings(surface, region)) {
    for (const country of new Set([contactRegion ?? region, region])) {
      if (!isSupportedCountry(country)) continue;
      const number = parsePhoneNumberFromString(spelling, country);
      if (number === undefined) continue;
      if (number.isValid()) return number.number;
      if (number.isPossible() && number.nationalNumber.length >= 8) possible ??= number.number;
    }
  }
  return wanted || surface.startsWith("+") ? possible : undefined;
}

/**
 * As written, with 00 for +, a trunk 0 typed twice, Mexico's former 1 before mobile numbers, and a Buenos Aires mobile number in its
 * local form (15 and eight digits).
 */
function* spellings(surface: string, region: string): Generator<string> {
  const digits = surface.replace(/\D/g, "");
  yield surface;
  if (digits.startsWith("00")) {
    yield `+${digits.slice(2)}`;
    yield digits.slice(1);
  }
  if (/^(?:00)?521\d{10}$/.test(digits)) yield `+52${digits.slice(-10)}`;
  if (region === "AR" && /^15\d{8}$/.test(digits)) yield `+54911${digits.slice(2)}`;
  if (surface.includes("(+")) yield `+${digits}`;
  if (!surface.startsWith("+") && digits.length > 10) yield `+${digits}`;
}
