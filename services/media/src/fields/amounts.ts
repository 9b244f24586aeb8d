import { currencyAtEnd, currencyAtStart } from "./currencies.ts";
import type { PageLine } from "./page-lines.ts";

/** An amount of money as printed. `value` in units of the currency, `decimals` as printed (0 for "1939"). */
export type Amount = {
  value: number;
  decimals: number;
  currency?: string;
  line: number;
  start: number;
  end: number;
  /** The digits needed a repair (OCR): letters for digits, a gap before the decimals. */
  repaired: boolean;
};

const grouped = "\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{1,4})?";
const plain = "\\d{1,9}(?:[.,]\\d{1,4})?";
const number = new RegExp(
  `(?<![\\p{L}\\d./_]|\\d:)(?:${grouped}|${plain})(?![\\p{L}\\d/_:])(?![.,]\\d)(?!\\s?%)`,
  "gu",
);
// "RM86.00": a code may stand close to its digits.
const glued = new RegExp(
  `(?<=(?<!\\p{L})\\p{L}{1,3}\\.?)(?:${grouped}|${plain})(?![\\p{L}\\d/_:])(?![.,]\\d)(?!\\s?%)`,
  "gu",
);

// A line of a table has fewer; the sums are the last ones.
const maxAmounts = 16;

/** The amounts of a line, left to right. With `ocr` gaps and letters within digits are repaired first. */
export function amountsOf(line: PageLine, ocr = false): Amount[] {
  if (!/\d/.test(line.text)) return [];
  const text = ocr ? repair(line.text) : line.text;
  const apart = [...text.matchAll(number)];
  const close = [...text.matchAll(glued)].filter(
    ({ index }) =>
      currencyAtEnd(text.slice(Math.max(0, index - 10), index)) !== undefined &&
      !apart.some((other) => other.index === index),
  );
  const matches = [...apart, ...close].sort((a, b) => a.index - b.index).slice(-maxAmounts);
  return matches.flatMap(({ 0: digits, index }) => {
    const read = readNumber(digits);
    if (read === undefined) return [];
    // Only what is near is looked at: these tests run for every number of a page.
    const near = text.slice(Math.max(0, index - 10), index);
    const left = near.replace(/\s?[-−–~]?\s?$/u, "");
    const late = /^-(?![\p{L}\d])/u.test(text.slice(index + digits.length, index + digits.length + 8));
    const right = currencyAtStart(text.slice(index + digits.length + (late ? 1 : 0), index + digits.length + 9));
    const currency = currencyAtEnd(left) ?? right?.code;
    // A dash between words or numbers is none: "A-20", "10 - 20".
    const dashed = /(?<![\p{L}\d])[-−–~](?:\s?[^\s\d]{1,4}\s?)?$/u.test(near);
    const negative =
      dashed ||
      (/[-−–~]$/.test(near) && currencyAtEnd(left) !== undefined) ||
      late ||
      (/\(\s?$/.test(near) && /^\s?\)/.test(text.slice(index + digits.length, index + digits.length + 8)));
    return [
      {
        ...{ value: negative ? -read.value : read.value, decimals: read.decimals, line: line.index },
        ...{ start: index, end: index + digits.length + (late ? 1 : 0) + (right?.length ?? 0) },
        ...(currency === undefined ? {} : { currency }),
        repaired: text !== line.text,
      },
    ];
  });
}

/** "RM 8600" beside "RM 86.00": where the page has the amount a hundredth as large, with cents, OCR lost the separator. */
export function withLostSeparators(amounts: readonly (readonly Amount[])[]): Amount[][] {
  const cents = new Set(
    amounts.flat().flatMap(({ value, decimals }) => (decimals === 2 ? [Math.round(value * 100)] : [])),
  );
  return amounts.map((row) =>
    row.map((amount) =>
      amount.decimals === 0 && Math.abs(amount.value) >= 100 && cents.has(amount.value)
        ? { ...amount, value: amount.value / 100, decimals: 2, repaired: true }
        : amount,
    ),
  );
}

/** Digits with separators as a number; the last separator with one or two digits behind it is the decimal one. */
export function readNumber(digits: string): { value: number; decimals: number } | undefined {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  const behind = last < 0 ? 0 : digits.length - last - 1;
  const separator = last < 0 ? "" : digits.charAt(last);
  const alone = digits.split(separator).length === 2;
  const otherToo = /[.,' ]/.test(digits.slice(0, Math.max(last, 0)));
  const isDecimal = last >= 0 && (behind !== 3 || (alone && otherToo) || digits.startsWith("0")) && (alone || otherToo);
  const whole = (isDecimal ? digits.slice(0, last) : digits).replaceAll(/[^\d]/g, "");
  const value = Number(isDecimal ? `${whole}.${digits.slice(last + 1)}` : whole);
  return Number.isFinite(value) ? { value, decimals: isDecimal ? behind : 0 } : undefined;
}

// Same length in, same length out wherever possible: places stay places.
function repair(text: string): string {
  return text
    .replaceAll(/(?<![\p{L}\d])[\dOoIlSB]{1,6}[.,][\dOoIlSB]{2}(?![\p{L}\d.,])/gu, (token) =>
      /\d/.test(token) ? token.replaceAll(/[OoIlSB]/g, (letter) => digitFor[letter] ?? letter) : token,
    )
    .replaceAll(/(?<=(?:RM|[€$£:])\s?\d{1,4}) (?=\d{2}$)/g, ".")
    .replaceAll(/(?<=\d[.,]) (?=\d{2}(?!\d|[.,]\d|\s?[%xX*]))/g, "")
    .replaceAll(/(?<=(?<![\d.,/:-])\d{1,4}) (?=[.,]\d{2}(?!\d))/g, "");
}

const digitFor: Record<string, string> = { O: "0", o: "0", I: "1", l: "1", S: "5", B: "8" };
