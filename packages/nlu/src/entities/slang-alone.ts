import { type AmountReading, type Measure, wordAt } from "./amount-reading.ts";
import { currencyNames, currencyOf } from "./currency-lexicon.ts";

const words: ReadonlyMap<string, { amount: number; regions: string; currency?: string }> = new Map([
  ["fiver", { amount: 5, regions: "GB IE US" }],
  ["tenner", { amount: 10, regions: "GB IE" }],
]);

const halves: ReadonlyMap<string, { amount: number; regions: string }> = new Map([
  ["palo", { amount: 500_000, regions: "AR UY CL CO" }],
  ["luca", { amount: 500, regions: "AR UY CL CO" }],
]);

/** Slang that is an amount by itself: "a fiver", "medio palo". */
export function readSlangAlone(
  { tokens, context }: Pick<AmountReading, "tokens" | "context">,
  at: number,
): Measure | undefined {
  const { region } = context;
  const word = wordAt({ tokens }, at);
  const whole = words.get(word);
  if (whole?.regions.includes(region)) return money(at, at + 1, whole.amount, region);
  const isHalf = word === "medio" || word === "media";
  const half = isHalf ? halves.get(wordAt({ tokens }, at + 1)) : undefined;
  return half?.regions.includes(region) ? money(at, at + 2, half.amount, region) : undefined;
}

/** Whether `readSlangAlone` may find something at a word. */
export function isSlangAlone(word: string): boolean {
  return words.has(word) || word === "medio" || word === "media";
}

/** "the dollar", "the euros" without any amount: one of them. */
export function readCurrencyAlone(
  { tokens }: Pick<AmountReading, "tokens" | "context">,
  at: number,
): Measure | undefined {
  const word = wordAt({ tokens }, at);
  const currency = plainNames.has(word) ? currencyNames.get(word)?.currency : undefined;
  if (currency === undefined || tokens[at - 1]?.kind === "digits") return undefined;
  return { type: "money", from: at, to: at + 1, amount: 1, unit: currency, confidence: 0.7 };
}

/** Names that are no other words. */
const plainNames = new Set("dollar dollars dolar dolares euro euros yen yenes yuan rupee rupees".split(" "));

function money(from: number, to: number, amount: number, region: string): Measure {
  return { type: "money", from, to, amount, unit: currencyOf(region), confidence: 0.9 };
}
