import { marksOf } from "./word-marks.ts";

/** A word, a run of digits or one other sign, by its place in `Text.folded`. Spaces are no tokens. */
export type Token = {
  readonly kind: "word" | "digits" | "sign";
  /** Folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What is known of the word by itself (`wordMark`). */
  readonly marks: number;
};

/** A text prepared for recognizers: lower case, no accents, plain digits and quotes; `tokens` in order. */
export type Text = {
  readonly original: string;
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** Where `folded[index]` stands in `original`. `folded.length` is the end of what was looked at. */
  readonly originalIndex: (index: number) => number;
};

/** WhatsApp's limit of a text; what comes after it is not looked at. */
export const mostCharacters = 4096;
/** A message of that length has some 900 words and signs; one with more was made to cost time, and is not looked at further. */
const mostTokens = 1_000;

// Patterns with `\p` stand outside of functions: the loader turns the literal into `new RegExp`, about 1 µs at every use.
const letter = /^\p{L}/u;
const digit = /^\p{Nd}/u;
const everyDigit = /\p{Nd}/gu;
const space = /^\s/;
const invisible = /[\p{M}\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const plain = /^[\x20-\x7e\n\r\t]*$/;

export function readText(original: string): Text {
  const looked = original.length > mostCharacters ? original.slice(0, mostCharacters) : original;
  const { folded: all, indices } = fold(looked);
  const found = tokensOf(all);
  const beyond = found[mostTokens];
  const folded = beyond === undefined ? all : all.slice(0, beyond.start);
  const tokens = beyond === undefined ? found : found.slice(0, mostTokens);
  const originalIndex =
    indices === undefined ? (index: number) => index : (index: number) => indices[index] ?? looked.length;
  return { original, folded, tokens, originalIndex };
}

/** Letters (with the apostrophes inside words), digits, or anything else but space. */
function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < folded.length; ) {
    const kind = kindAt(folded, start);
    let end = start + widthAt(folded, start);
    if (kind === "word") end = endOfWord(folded, end);
    else if (kind === "digits") while (kindAt(folded, end) === "digits") end += widthAt(folded, end);
    if (kind !== "space") {
      const text = folded.slice(start, end);
      tokens.push({ kind, text, start, end, marks: marksOf(text) });
    }
    start = end;
  }
  return tokens;
}

function endOfWord(folded: string, from: number): number {
  let end = from;
  for (;;) {
    if (kindAt(folded, end) === "word") end += widthAt(folded, end);
    else if (folded.charCodeAt(end) === apostrophe && kindAt(folded, end + 1) === "word") end++;
    else return end;
  }
}

const apostrophe = 39;

type Kind = Token["kind"] | "space";

/** What stands at a place of a folded text; "space" beyond its end. */
export function kindAt(folded: string, at: number): Kind {
  const code = at < folded.length ? folded.charCodeAt(at) : 32;
  if (code >= 97 && code <= 122) return "word";
  if (code >= 48 && code <= 57) return "digits";
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) ? "space" : "sign";
  return rareKind(folded.codePointAt(at) ?? code);
}

const rareKinds = new Map<number, Kind>();

function rareKind(code: number): Kind {
  const known = rareKinds.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const kind = letter.test(character)
    ? "word"
    : digit.test(character)
      ? "digits"
      : space.test(character)
        ? "space"
        : "sign";
  if (rareKinds.size < mostCharactersKnown) rareKinds.set(code, kind);
  return kind;
}

/** 2 for a pair of units that are one character. */
export function widthAt(folded: string, at: number): number {
  const code = folded.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff && (folded.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Lower case without accents. */
export function foldWord(word: string): string {
  return fold(word).folded;
}

const replaced: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "´": "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
};

/** `indices` is absent when every unit stays in its place: as for most texts, with all their accents. */
function fold(text: string): { folded: string; indices?: Uint16Array } {
  if (plain.test(text)) return { folded: text.toLowerCase() };
  let folded = "";
  let same = true;
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const width = widthAt(text, at);
    if (text.charCodeAt(at) >= 127) {
      const units = foldCharacter(text.slice(at, at + width));
      if (units.length !== width) same = false;
      folded += text.slice(from, at).toLowerCase() + units;
      from = at + width;
    }
    at += width;
  }
  folded += text.slice(from).toLowerCase();
  return same ? { folded } : { folded, indices: indicesOf(text) };
}

function indicesOf(text: string): Uint16Array {
  const indices = new Uint16Array(text.length * 4 + 1);
  let to = 0;
  let index = 0;
  for (const character of text) {
    const units = foldCharacter(character);
    for (let unit = 0; unit < units.length; unit++) {
      // Never into the middle of a pair: the same pair for both halves.
      indices[to++] = units.length === character.length ? index + unit : index;
    }
    index += character.length;
  }
  indices[to] = index;
  return indices;
}

const folds = new Map<string, string>();
const mostCharactersKnown = 10_000;

function foldCharacter(character: string): string {
  if (character.length === 1 && character < "\x7f") return character.toLowerCase();
  const known = folds.get(character);
  if (known !== undefined) return known;
  // NFKD also makes full-width and mathematical letters and digits plain. Marks and invisible characters vanish.
  const bare = character.normalize("NFKD").replace(invisible, "").toLowerCase();
  // "2½" is two and a half, not 21/2.
  const spread = bare.includes("\u2044") ? ` ${bare.replace("\u2044", "/")}` : bare;
  const folded = replaced[character] ?? (spread.length > 4 ? character : digitsOf(spread));
  if (folds.size < mostCharactersKnown) folds.set(character, folded);
  return folded;
}

/** Digits of other scripts as ASCII. */
function digitsOf(text: string): string {
  return text.replace(everyDigit, (sign) => {
    if (sign <= "9") return sign;
    // Every script's ten digits stand in a row that starts at a multiple of ten after its zero.
    let zero = sign.codePointAt(0) ?? 48;
    const code = zero;
    while (digit.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
