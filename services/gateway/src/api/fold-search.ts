const maxLooked = 8_000;
const maxWordChars = 40;
const separator = 1;
const wordPart = 2;
// Asked of the regular expression once for each character that occurs; surrogates (emoji, above all) part words.
const kinds = new Uint8Array(65_536);

/** The words of a text as searches compare them: letters and digits, lower case, without accents. Of long texts the beginning. */
export function searchWords(text: string): string[] {
  const words: string[] = [];
  const end = Math.min(text.length, maxLooked);
  for (let at = 0, start = 0; at <= end; at += 1) {
    const code = at < end ? text.charCodeAt(at) : 0;
    if (kindOf(code) === wordPart) continue;
    if (at > start) {
      const word = fold(text.slice(start, Math.min(at, start + maxWordChars)));
      if (word !== "") words.push(word);
    }
    start = at + 1;
  }
  return words;
}

function kindOf(code: number): number {
  const known = kinds[code] ?? separator;
  if (known !== 0) return known;
  const kind = /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code)) ? wordPart : separator;
  kinds[code] = kind;
  return kind;
}

const plain = /^[\x20-\x7e]*$/;

function fold(word: string): string {
  const lower = word.toLowerCase();
  return plain.test(lower)
    ? lower
    : lower
        .normalize("NFKD")
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toLowerCase();
}

/** A field's value as one word that no text has: `=total=12.5`. Undefined for what has no simple value. */
export function fieldWord(name: string, value: unknown): string | undefined {
  const simple = simpleValue(value);
  if (simple === undefined) return undefined;
  const plain = simple.trim();
  // 12.50 and 12.5 are the same amount.
  const number = /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? String(Number(plain)) : undefined;
  const word = number ?? searchWords(plain).join("_");
  return word === "" ? undefined : `=${searchWords(name).join("_")}=${word.slice(0, 120)}`;
}

export function tagWord(tag: string): string {
  return `#${searchWords(tag).join("_")}`;
}

function simpleValue(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "object" && value !== null && "amount" in value) return simpleValue(value.amount);
  return undefined;
}
