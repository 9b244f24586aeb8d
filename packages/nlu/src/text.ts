/** A word, a run of digits or one other sign, by its place in `Text.folded`. Spaces are no tokens. */
export type Token = {
  readonly kind: "word" | "digits" | "sign";
  /** Folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
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

/** Letters (with the apostrophes inside words), digits, or anything else but space. */
const tokenPattern = /\p{L}+(?:'\p{L}+)*|\p{Nd}+|[^\s]/gu;
const plain = /^[\x20-\x7e\n\r\t]*$/;

export function readText(original: string): Text {
  const looked = original.length > mostCharacters ? original.slice(0, mostCharacters) : original;
  const { folded: all, indices } = fold(looked);
  const found = plain.test(all) ? plainTokens(all) : tokensOf(all);
  const beyond = found[mostTokens];
  const folded = beyond === undefined ? all : all.slice(0, beyond.start);
  const tokens = beyond === undefined ? found : found.slice(0, mostTokens);
  const originalIndex =
    indices === undefined ? (index: number) => index : (index: number) => indices[index] ?? looked.length;
  return { original, folded, tokens, originalIndex };
}

function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  for (const match of folded.matchAll(tokenPattern)) {
    const [text] = match;
    const start = match.index;
    tokens.push({ kind: kindOf(text), text, start, end: start + text.length });
  }
  return tokens;
}

/** The same, several times as fast, for what is nothing but ASCII once folded: most texts. */
function plainTokens(folded: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < folded.length; ) {
    const kind = plainKindAt(folded, start);
    let end = start + 1;
    if (kind === "word")
      while (plainKindAt(folded, end) === "word" || (folded[end] === "'" && plainKindAt(folded, end + 1) === "word"))
        end++;
    else if (kind === "digits") while (plainKindAt(folded, end) === "digits") end++;
    if (kind !== "space") tokens.push({ kind, text: folded.slice(start, end), start, end });
    start = end;
  }
  return tokens;
}

function plainKindAt(folded: string, at: number): Token["kind"] | "space" {
  const code = at < folded.length ? folded.charCodeAt(at) : 32;
  if (code >= 97 && code <= 122) return "word";
  if (code >= 48 && code <= 57) return "digits";
  return code <= 32 ? "space" : "sign";
}

/** Lower case without accents. */
export function foldWord(word: string): string {
  return fold(word).folded;
}

function kindOf(text: string): Token["kind"] {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return "digits";
  return (code >= 97 && code <= 122) || /\p{L}/u.test(text) ? "word" : "sign";
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

/** `indices` is absent when every unit stays in its place. */
function fold(text: string): { folded: string; indices?: Uint16Array } {
  if (plain.test(text)) return { folded: text.toLowerCase() };
  let folded = "";
  const indices = new Uint16Array(text.length * 4 + 1);
  let same = true;
  let index = 0;
  for (const character of text) {
    const units = foldCharacter(character);
    if (units.length !== character.length) same = false;
    for (let unit = 0; unit < units.length; unit++) {
      // Never into the middle of a pair: the same pair for both halves.
      indices[folded.length + unit] = units.length === character.length ? index + unit : index;
    }
    folded += units;
    index += character.length;
  }
  indices[folded.length] = index;
  return same ? { folded } : { folded, indices };
}

const folds = new Map<string, string>();

function foldCharacter(character: string): string {
  if (character.length === 1 && character < "\x7f") return character.toLowerCase();
  const known = folds.get(character);
  if (known !== undefined) return known;
  // NFKD also makes full-width and mathematical letters and digits plain. Marks and invisible characters vanish.
  const bare = character
    .normalize("NFKD")
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff\u00ad]/gu, "")
    .toLowerCase();
  // "2½" is two and a half, not 21/2.
  const spread = bare.includes("\u2044") ? ` ${bare.replace("\u2044", "/")}` : bare;
  const folded = replaced[character] ?? (spread.length > 4 ? character : digitsOf(spread));
  if (folds.size < 10_000) folds.set(character, folded);
  return folded;
}

/** Digits of other scripts as ASCII. */
function digitsOf(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    if (digit <= "9") return digit;
    // Every script's ten digits stand in a row that starts at a multiple of ten after its zero.
    let zero = digit.codePointAt(0) ?? 48;
    const code = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
