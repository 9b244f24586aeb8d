/** How the matches of a regular expression begin, as far as its source tells without running it. */
export type Beginnings = {
  /** With which signs a match may begin, a bit each; for `mayBeginWith`. */
  readonly bits: Uint8Array;
  /** Every match begins with a letter or digit. */
  readonly inWord: boolean;
  /** No match is without a digit. */
  readonly needsDigit: boolean;
};

/** One way to begin: up to three sets of signs as bits by `signClass`. `open`: what follows in the expression comes next. */
type Way = { readonly masks: readonly number[]; readonly open: boolean };
type Part = { readonly ways: readonly Way[]; readonly needsDigit: boolean };
type Reader = { readonly source: string; at: number };

const looked = 3;
const mostWays = 3_000;
const digits = 1 << 29;
const others = 1 << 30;
const letters = 0x7fffffe;
const anything = 0x7ffffffe;
const escapes: Readonly<Record<string, number>> = { d: digits, w: letters | digits | others, s: (1 << 27) | others };
const emptyWay: Way = { masks: [], open: true };
const nothing: Part = { ways: [emptyWay], needsDigit: false };

class Unreadable extends Error {}

/** For expressions on folded text, in the syntax that RE2 and JavaScript share; undefined for one beyond that, or that may match nothing. */
export function beginningsOf(source: string): Beginnings | undefined {
  try {
    const reader = { source, at: 0 };
    const { ways, needsDigit } = alternatives(reader);
    if (reader.at < source.length || ways.some(({ masks }) => masks.length === 0)) return undefined;
    const bits = bitsOf(ways);
    const inWord = ways.every(({ masks }) => ((masks[0] ?? 0) & ~(letters | digits)) === 0);
    return { bits, inWord, needsDigit };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** Whether a match may begin with these signs, a number from `beginningAt`. */
export function mayBeginWith({ bits }: Beginnings, beginning: number): boolean {
  return ((bits[beginning >> 3] ?? 0) & (1 << (beginning & 7))) !== 0;
}

/** How many numbers `beginningAt` may give. */
export const beginnings = 32_768;

/** Three signs from `at` as a number below `beginnings`. */
export function beginningAt(text: string, at: number): number {
  return (classAt(text, at) << 10) | (classAt(text, at + 1) << 5) | classAt(text, at + 2);
}

/** 0 is the end of the text. */
function classAt(text: string, at: number): number {
  return at < text.length ? signClass(text.charCodeAt(at)) : 0;
}

/** Letters, the space and the apostrophe have numbers of their own; digits, and all other signs, share one. */
function signClass(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code === 32) return 27;
  if (code === 39) return 28;
  return code >= 48 && code <= 57 ? 29 : 30;
}

function bitsOf(ways: readonly Way[]): Uint8Array {
  const bits = new Uint8Array(beginnings >> 3);
  // Where a way says nothing, the text may also end.
  const classesOf = (mask = -1) => Array.from({ length: 31 }, (_, number) => number).filter((n) => mask & (1 << n));
  for (const { masks } of ways) {
    const [first, second, third] = [classesOf(masks[0]), classesOf(masks[1]), classesOf(masks[2])];
    for (const a of first)
      for (const b of second)
        for (const c of third) {
          const beginning = (a << 10) | (b << 5) | c;
          bits[beginning >> 3] = (bits[beginning >> 3] ?? 0) | (1 << (beginning & 7));
        }
  }
  return bits;
}

function alternatives(reader: Reader): Part {
  let found = sequence(reader);
  while (reader.source[reader.at] === "|") {
    reader.at++;
    const other = sequence(reader);
    found = { ways: distinct([...found.ways, ...other.ways]), needsDigit: found.needsDigit && other.needsDigit };
  }
  return found;
}

function sequence(reader: Reader): Part {
  let found = nothing;
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at] ?? "|"))
    found = joined(found, repeated(reader, atom(reader)));
  return found;
}

function joined(before: Part, after: Part): Part {
  const ways = before.ways.flatMap((way) =>
    way.open
      ? after.ways.map(({ masks, open }) => {
          const both = [...way.masks, ...masks].slice(0, looked);
          return { masks: both, open: open && both.length < looked };
        })
      : [way],
  );
  return { ways: distinct(ways), needsDigit: before.needsDigit || after.needsDigit };
}

function distinct(ways: readonly Way[]): Way[] {
  if (ways.length > mostWays) throw new Unreadable();
  return [...new Map(ways.map((way) => [`${way.masks.join()} ${way.open}`, way])).values()];
}

function optional(part: Part): Part {
  return { ways: distinct([emptyWay, ...part.ways]), needsDigit: false };
}

function repeated(reader: Reader, part: Part): Part {
  const found = /^(?:[?*+]|\{(\d+)(,?)(\d*)\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (found === null) return part;
  reader.at += found[0].length;
  const sign = found[0][0];
  if (sign === "?") return optional(part);
  const least = sign === "+" ? 1 : sign === "*" ? 0 : Number(found[1]);
  const more = sign === "{" && (found[2] === "" || found[3] === found[1]) ? nothing : anyOf(part);
  let all = least === 0 ? optional(anyOf(part)) : part;
  for (let copy = 1; copy < Math.min(least, looked); copy++) all = joined(all, part);
  return joined(all, more);
}

/** Any number of times, as far as is looked. */
function anyOf(part: Part): Part {
  return optional(joined(part, optional(joined(part, optional(part)))));
}

function atom(reader: Reader): Part {
  const sign = reader.source[reader.at++] ?? "";
  if (sign === "(") return group(reader);
  if (sign === "[") return oneOf(signsIn(reader));
  if (sign === "^" || sign === "$") return nothing;
  if (sign === ".") return oneOf(anything);
  if (sign !== "\\") return oneOf(maskOf(sign));
  const escaped = reader.source[reader.at++] ?? "";
  return escaped === "b" || escaped === "B" ? nothing : oneOf(escapedMask(escaped));
}

function group(reader: Reader): Part {
  const opening = /^\?(?::|<?[=!])/.exec(reader.source.slice(reader.at, reader.at + 4))?.[0];
  if (opening === undefined && reader.source[reader.at] === "?") throw new Unreadable();
  reader.at += opening?.length ?? 0;
  const inner = alternatives(reader);
  if (reader.source[reader.at++] !== ")") throw new Unreadable();
  return opening === undefined || opening === "?:" ? inner : nothing;
}

function signsIn(reader: Reader): number {
  const negated = reader.source[reader.at] === "^";
  if (negated) reader.at++;
  let mask = 0;
  while (reader.source[reader.at] !== "]") {
    const sign = reader.source[reader.at++];
    const next = reader.source[reader.at + 1];
    if (sign === undefined || sign === "[") throw new Unreadable();
    if (sign === "\\") mask |= escapedMask(reader.source[reader.at++] ?? "");
    else if (reader.source[reader.at] !== "-" || next === "]") mask |= maskOf(sign);
    else {
      if (next === undefined || next === "\\") throw new Unreadable();
      for (let code = sign.charCodeAt(0); code <= next.charCodeAt(0); code++) mask |= maskOf(String.fromCharCode(code));
      reader.at += 2;
    }
  }
  reader.at++;
  return negated ? anything : mask;
}

function escapedMask(escaped: string): number {
  const known = escapes[escaped];
  if (known !== undefined) return known;
  if (/[DWS]/.test(escaped)) return anything;
  if (/[\p{L}\p{N}]|^$/u.test(escaped)) throw new Unreadable();
  return maskOf(escaped);
}

function maskOf(sign: string): number {
  // Half of a pair: a quantifier behind it would count for both halves.
  if (sign >= "\ud800" && sign <= "\udfff") throw new Unreadable();
  return 1 << signClass(sign.toLowerCase().charCodeAt(0));
}

function oneOf(mask: number): Part {
  return { ways: [{ masks: [mask], open: true }], needsDigit: mask === digits };
}
