/** A word or a line as recognised; `confidence` 0..1. */
export type Recognised = { text: string; confidence: number };

/** Lines top to bottom; `confidence` says how sure the letters of all words are, dust and noise included. */
export type RecognisedText = { lines: Recognised[]; confidence: number };

// Dust reads as a sign or two. Real ones are read with more confidence; longer words may be right in part.
const sureSign = 0.6;
const sureShort = 0.5;
const shortLength = 2;
const noise = 0.3;

/** The tidy lines of words that were recognised line by line. */
export function tidyText(lines: readonly (readonly Recognised[])[]): RecognisedText {
  return { lines: lines.flatMap((words) => tidyLine(words) ?? []), confidence: confidenceOf(lines.flat()) };
}

/** Lines as one text. */
export const textOf = (lines: readonly Recognised[]): string => lines.map(({ text }) => text).join("\n");

/**
 * The line that words make: without those that are dust, and with the amounts whole that were read in two ("5. 06").
 * Undefined when nothing is left, or only noise.
 */
export function tidyLine(words: readonly Recognised[]): Recognised | undefined {
  const kept = words.filter(isWord);
  const confidence = confidenceOf(kept);
  if (confidence < noise) return undefined;
  return { text: wholeAmounts(kept.map(({ text }) => text).join(" ")), confidence };
}

function confidenceOf(words: readonly Recognised[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.text.length * word.confidence, 0) / letters;
}

function isWord({ text, confidence }: Recognised): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) && confidence < sureSign) return false;
  return text.length > shortLength || confidence >= sureShort;
}

// Behind the cents the line ends, or a sign, a number or a currency follows: "5. 12 personas" is no amount.
const cents = String.raw`(\d{2})(?![\d.,]|\s?%)(?=$|\s[^\p{L}\s]|\s[A-Z]{1,3}(?:\s|$))`;
const lateCents = new RegExp(String.raw`(?<![\d.,:/])(\d{1,4}[.,]) ${cents}`, "gu");
const lateSeparator = new RegExp(String.raw`(?<![\d.,:/])(\d{1,4}) ([.,])${cents}`, "gu");

function wholeAmounts(line: string): string {
  return line.replaceAll(lateCents, "$1$2").replaceAll(lateSeparator, "$1$2$3");
}
