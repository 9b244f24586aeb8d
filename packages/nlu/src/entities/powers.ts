import type { ReadContext } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { touches } from "./amount-reading.ts";
import { numeralAt } from "./numerals.ts";

type Read = { value: number; to: number };

/** "1e10", "12,32e+14", "1.1^-23", "6.23x10^-4". */
export function powerAt(text: Text, at: number, { region }: ReadContext): Read | undefined {
  const { tokens } = text;
  const base = tokens[at]?.kind === "digits" ? numeralAt(text, at, region) : undefined;
  if (base === undefined || !touches(tokens, base.to)) return undefined;
  const sign = tokens[base.to]?.text ?? "";
  const isTen =
    (sign === "x" || sign === "*") && tokens[base.to + 1]?.text === "10" && tokens[base.to + 2]?.text === "^";
  if (sign !== "e" && sign !== "^" && !isTen) return undefined;
  let from = isTen ? base.to + 3 : base.to + 1;
  let times = 1;
  for (; /^[+-]$/.test(tokens[from]?.text ?? "") && from < base.to + 6; from++)
    if (tokens[from]?.text === "-") times = -times;
  if (tokens[from]?.kind !== "digits" || !touches(tokens, from)) return undefined;
  const power = Number(tokens[from]?.text) * times;
  return { value: sign === "^" ? base.value ** power : base.value * 10 ** power, to: from + 1 };
}

/** "1 234 567,89": at least three groups set apart by single spaces. */
export function spacedAt(text: Text, at: number, region: string): Read | undefined {
  const { tokens } = text;
  let digits = tokens[at]?.text ?? "";
  let to = at + 1;
  if (digits.length > 3) return undefined;
  while (
    to - at < 6 &&
    tokens[to]?.kind === "digits" &&
    tokens[to]?.text.length === 3 &&
    (tokens[to]?.start ?? 0) - (tokens[to - 1]?.end ?? 0) === 1
  ) {
    digits += tokens[to]?.text;
    to++;
  }
  if (to < at + 3) return undefined;
  const decimals = numeralAt(text, to - 1, region);
  const tail = decimals !== undefined && decimals.to > to ? tokens[to + 1]?.text : undefined;
  return tail === undefined ? { value: Number(digits), to } : { value: Number(`${digits}.${tail}`), to: to + 2 };
}
