import type { ReadContext } from "../recognizer.ts";
import type { Text, Token } from "../text.ts";
import type { NumberFound } from "./number-words.ts";

/** A number in its text, while it is asked what it counts. */
export type AmountReading = {
  readonly text: Text;
  readonly tokens: readonly Token[];
  readonly context: ReadContext;
  readonly number: NumberFound;
  /** Index of the first token with its minus sign, -1 or 1 for its value. */
  readonly from: number;
  readonly sign: 1 | -1;
};

/** What a number turned out to be: the tokens `from` to `to` (exclusive) and the amount of `unit`. */
export type Measure = {
  type: "money" | "quantity" | "percentage" | "temperature" | "age";
  from: number;
  to: number;
  amount: number;
  /** ISO code of money, unit of the others; empty for a percentage. */
  unit: string;
  confidence: number;
};

/** The folded text of a token, empty beyond either end. */
export function wordAt({ tokens }: { tokens: readonly Token[] }, at: number): string {
  return tokens[at]?.text ?? "";
}

/** Nothing stands between token `at` and the one before. */
export function touches(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && before.end === tokens[at]?.start;
}

/** A line break stands between token `at` and the one before, or nothing at all. */
export function startsLine({ text, tokens }: { text: Text; tokens: readonly Token[] }, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined) return true;
  // Between two tokens is nothing but space; one space is never a line break worth a copy of the text.
  if (token.start === before.end || (token.start - before.end === 1 && text.folded.charCodeAt(before.end) === 32))
    return false;
  return text.folded.slice(before.end, token.start).includes("\n");
}

const ends = ".!?;\n";

/** Up to `most` words before token `at` in its clause, the nearest first. */
export function wordsBefore(reading: { text: Text; tokens: readonly Token[] }, at: number, most: number): string[] {
  const words: string[] = [];
  for (let index = at - 1; index >= Math.max(0, at - 3 * most) && words.length < most; index--) {
    const token = reading.tokens[index];
    if (token === undefined || startsLine(reading, index + 1)) break;
    if (token.kind === "sign" && ends.includes(token.text) && !touches(reading.tokens, index + 1)) break;
    if (token.kind === "word") words.push(token.text);
  }
  return words;
}

/** Up to `most` words from token `at` on in its clause. */
export function wordsAfter(reading: { text: Text; tokens: readonly Token[] }, at: number, most: number): string[] {
  const words: string[] = [];
  for (let index = at; index < Math.min(reading.tokens.length, at + 3 * most) && words.length < most; index++) {
    const token = reading.tokens[index];
    if (token === undefined || (index > 0 && startsLine(reading, index))) break;
    if (token.kind === "sign" && ends.includes(token.text)) break;
    if (token.kind === "word") words.push(token.text);
  }
  return words;
}

const plainWords = new Set(
  `a al ante con contra de del desde e en entre hacia hasta o para pa por pues que q segun si sin sobre u y ya yo tu el ella la las los lo le les me te
  se nos os no ni mas muy pero porfa porfis plis xfa x favor gracias hoy ahora ahorita luego manana ayer aqui alli alla ahi solo nomas nada todo cada como cual
  cuando cuanto donde es son esta estan estaba era eran fue hay tiene tienen seria serian verdad cierto vale ok okay bueno dale igual tambien entonces
  porque pq xq aunque mejor maximo minimo exactos aprox apenas recien mil jaja the an and or of on in at to for from with without by as is are was were it its i we you he she they
  that this these those my your our but so if then than now today tomorrow please pls plz thanks thx ok only just total max min also too still not left right
  each off instead when before after via cash because cause bc since until all per altogether pues ps va vas van sera serian menos antes despues quedo queda seguro cash efectivo contado digo decis dices
  thank ty cheers yes yeah no nope hey maybe i'm it's that's i'll we'll we're asap again here there lol xx tmrw tomorrow mate senora senor sir madam ma'am bhai bhaiya veci vecino parce bro che wey amigo amiga na naa ji yaar sirji done already haan boss beta correct fine extra tbh btw imo yet didn't wasn't isn't tonight nomas porfis joven jefe maestro doc dear buddy guys folks love duck hun`.split(
    /\s+/,
  ),
);

/** What stands at `at` is no noun that the number before it could count: the end, a sign, or a small word. */
export function countsNothing(reading: { text: Text; tokens: readonly Token[] }, at: number): boolean {
  const token = reading.tokens[at];
  return token === undefined || token.kind === "sign" || plainWords.has(token.text) || startsLine(reading, at);
}
