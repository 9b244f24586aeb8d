import {
  type AmountReading,
  countsNothing,
  type Measure,
  touches,
  wordAt,
  wordsAfter,
  wordsBefore,
} from "./amount-reading.ts";
import { amountOf, payingWords, priceWords, readBare, slashDash } from "./bare-money.ts";
import {
  currencyAdjectives,
  currencyCodes,
  currencyNames,
  currencyOf,
  currencySigns,
  dollarLetters,
  dollarSignOf,
  regionalCodes,
  slangWorth,
} from "./currency-lexicon.ts";
import { numberWords } from "./number-lexicon.ts";
import { numberAt } from "./number-words.ts";

/** An amount by its sign, code, name or slang, or else by a price word in its clause. */
export function readMoney(reading: AmountReading): Measure | undefined {
  const { number } = reading;
  const before = markBefore(reading);
  const following = markAfter(reading, number.to);
  // "$20 $30", "usd 20 eur 30": with a mark before, one that stands before the next digits is theirs.
  const after =
    before !== undefined && following !== undefined && isNextOnes(reading, following.to) ? undefined : following;
  if (number.article && before === undefined && after?.times === undefined) return undefined;
  if (before === undefined && after === undefined) return readBare(reading);
  const mark = before === undefined ? "" : wordAt(reading, before.from);
  const times = after?.times ?? (millionCodes.has(mark) ? 1_000_000 : 1);
  const unit = after?.currency ?? before?.currency ?? currencyOf(reading.context.region);
  const to = after?.to ?? number.to;
  const cents = after?.cents ? undefined : centsAfter(reading, to, before !== undefined && after === undefined);
  const amount = amountOf(reading) * times + (cents?.amount ?? 0);
  const end = slashDash(reading, cents?.to ?? to);
  // "a tenner" begins with an article, "one dollar" with a number.
  const first = number.article && wordAt(reading, number.from) === "a" ? number.from + 1 : number.from;
  return { type: "money", from: before?.from ?? first, to: end, amount: round(amount), unit, confidence: 0.97 };
}

function isNextOnes({ tokens, number }: AmountReading, to: number): boolean {
  return (
    tokens[to]?.kind === "digits" &&
    to - number.to === 1 &&
    !touches(tokens, number.to) &&
    !centWords.has(tokens[to + 1]?.text ?? "")
  );
}

type Mark = { currency?: string; from: number };

function markBefore(reading: AmountReading): Mark | undefined {
  const { tokens, number, context } = reading;
  let at = number.from - 1;
  const sign = wordAt(reading, at);
  if (sign === "$") return dollarBefore(reading, at);
  const currency = currencySigns.get(sign);
  if (currency !== undefined) return { currency, from: at };
  // "S/ 20", "B/. 20", "Rs. 20", "Bs. 20"
  while ((wordAt(reading, at) === "." || wordAt(reading, at) === "/") && number.from - at < 3 && touches(tokens, at))
    at--;
  const word = wordAt(reading, at);
  const isSlashed = wordAt(reading, at + 1) === "/";
  if (isSlashed)
    return word === "s" ? { currency: "PEN", from: at } : word === "b" ? { currency: "PAB", from: at } : undefined;
  if (word === "s" || word === "d")
    return wordAt(reading, at - 1) === "$"
      ? { currency: "USD", from: wordAt(reading, at - 2) === "u" ? at - 2 : at - 1 }
      : regional(reading, at);
  const code = word.length > 1 ? currencyCodes.get(word) : undefined;
  if (
    code !== undefined &&
    tokens[at]?.kind === "word" &&
    !(word === "us" || word === "le" || word === "pt" || word === "re" || word === "eu")
  )
    return endsAmount(reading, at) ? undefined : { currency: code, from: at };
  if (!isLetterCode(word, context.region)) return nameBefore(reading, at);
  return regional(reading, at);
}

function isLetterCode(word: string, region: string): boolean {
  return regionalCodes.get(region)?.has(word) === true;
}

function regional(reading: AmountReading, at: number): Mark | undefined {
  const word = wordAt(reading, at);
  const currency = regionalCodes.get(reading.context.region)?.get(word);
  if (currency === undefined || word === "p" || word === "mangos") return undefined;
  // A single letter only against the digits.
  return word.length === 1 &&
    at === reading.number.from - 1 &&
    !touches(reading.tokens, reading.number.from) &&
    word !== "l" &&
    word !== "q"
    ? undefined
    : { currency, from: at };
}

/** "dólares 500", unless the name belongs to an amount before it. */
function nameBefore(reading: AmountReading, at: number): Mark | undefined {
  if (at !== reading.number.from - 1) return undefined;
  const name = currencyNames.get(wordAt(reading, at));
  if (name?.currency === undefined || endsAmount(reading, at)) return undefined;
  if (reading.number.written === "words") return undefined;
  const from = currencyAdjectives.has(wordAt(reading, at - 1)) ? at - 1 : at;
  return { currency: name.currency, from };
}

/** A number ends where this currency begins: "20 euros 50". */
function endsAmount({ tokens }: AmountReading, at: number): boolean {
  const before = tokens[at - 1];
  // "2 EUR70", "eur 15 gbp 40": it begins the next one.
  if (touches(tokens, at + 1) && !touches(tokens, at)) return false;
  if (before?.kind === "digits" && currencyCodes.has(tokens[at - 2]?.text ?? "")) return false;
  return before !== undefined && (before.kind === "digits" || numberWords.has(before.text));
}

function dollarBefore(reading: AmountReading, at: number): Mark {
  const { tokens, context, text } = reading;
  const letters = tokens[at - 1];
  const own = { currency: dollarSignOf(context.region), from: at };
  if (letters === undefined) return own;
  if (letters.text === "s" && wordAt(reading, at - 2) === "." && wordAt(reading, at - 3) === "u")
    return { currency: "USD", from: at - 3 };
  if (letters.text === "." && wordAt(reading, at - 2) === "s") return { currency: "USD", from: at - 4 };
  const currency = dollarLetters.get(letters.text);
  if (currency === undefined) return own;
  const typed = text.original.charAt(text.originalIndex(letters.start));
  const isApart = !touches(tokens, at);
  if (
    isApart &&
    typed === typed.toLowerCase() &&
    !/^(?:usd|c|mxn|hk|nz|rd)$/.test(letters.text) &&
    // "us $ 150", every token apart, is no pronoun.
    !(letters.text === "us" && !touches(tokens, reading.number.from))
  )
    return own;
  return letters.text === "s" && wordAt(reading, at - 2) === "u" ? own : { currency, from: at - 1 };
}

type Following = { currency?: string; times?: number; to: number; cents?: true };

function markAfter(reading: AmountReading, start: number): Following | undefined {
  const { tokens, context } = reading;
  let at = start;
  const joined = wordAt(reading, at) === "-" && touches(tokens, at) && touches(tokens, at + 1);
  if (joined) at++;
  // "dos millones de pesos"
  if (wordAt(reading, at) === "de" && at > start - 1 && isLargeBefore(reading, at)) at++;
  const sign = wordAt(reading, at);
  if (sign === "$" || currencySigns.has(sign)) {
    // A sign against the next digits is theirs.
    if (tokens[at + 1]?.kind === "digits" && touches(tokens, at + 1) && !touches(tokens, at)) return undefined;
    return { currency: currencySigns.get(sign) ?? dollarSignOf(context.region), times: 1, to: at + 1 };
  }
  if (wordAt(reading, at + 1) === "$" && touches(tokens, at + 1) && dollarLetters.has(sign))
    return { currency: dollarLetters.get(sign) ?? "USD", times: 1, to: at + 2 };
  if (sign === "¢") return { times: 0.01, to: at + 1, cents: true };
  const adjective = currencyAdjectives.get(wordAt(reading, at));
  if (adjective !== undefined && currencyNames.has(wordAt(reading, at + 1)))
    return { currency: adjective, times: 1, to: at + 2 };
  return nameAfter(reading, at);
}

function isLargeBefore({ number }: AmountReading, _at: number): boolean {
  return number.value >= 1000 && number.written !== "digits";
}

/** "MUSD 20": millions. */
const millionCodes = new Set("musd maud meur mgbp mcad mcop mclp mars mmxn".split(" "));

const centWords = new Set(
  "cent cents centavo centavos centimo centimos penny pence penique peniques ctvs cts sen sens kopiykas c p paise".split(
    " ",
  ),
);

function nameAfter(reading: AmountReading, at: number): Following | undefined {
  const { tokens, context, number } = reading;
  const word = wordAt(reading, at);
  if (tokens[at]?.kind !== "word") return undefined;
  const { region } = context;
  if (word === "p" || word === "c")
    return region === "GB" && word === "p" && touches(tokens, at)
      ? { currency: "GBP", times: 0.01, to: at + 1, cents: true }
      : undefined;
  if (centWords.has(word) && word !== "sen") {
    const currency = word.startsWith("pen") ? "GBP" : undefined;
    return { ...(currency === undefined ? {} : { currency }), times: 0.01, to: at + 1, cents: true };
  }
  if (word === "pound" || word === "pounds" || word === "libras") return pounds(reading, at);
  const slang = slangWorth(word, region);
  if (slang !== undefined && /^verdes?$/.test(wordAt(reading, at + 1)))
    return { currency: "USD", times: slang, to: at + 2 };
  if (slang !== undefined && !isGoods(reading, at)) return half(reading, slang, at + 1);
  if ((word === "verdes" || word === "verdecitos") && number.value >= 10)
    return { currency: "USD", times: 1, to: at + 1 };
  const name = currencyNames.get(word);
  if (name !== undefined && !(number.article && (name.currency === "BRL" || name.currency === "DEM"))) {
    const adjective = currencyAdjectives.get(wordAt(reading, at + 1));
    const to = adjective === undefined ? at + 1 : at + 2;
    const currency = adjective ?? name.currency;
    const code = currencyCodes.get(wordAt(reading, to));
    return {
      ...(currency === undefined ? {} : { currency }),
      times: 1,
      to: code !== undefined && code === currency ? to + 1 : to,
    };
  }
  const code =
    regionalCodes.get(region)?.get(word) ?? (word === "us" || word === "re" ? undefined : currencyCodes.get(word));
  if (code === undefined || (word.length === 1 && !touches(tokens, at))) return undefined;
  if (tokens[at + 1]?.kind === "digits" && touches(tokens, at + 1) && !touches(tokens, at)) return undefined;
  if (millionCodes.has(word)) return { currency: code, times: 1_000_000, to: at + 1 };
  if (word === "le" && region !== "EG" && region !== "US") return undefined;
  const scale = numberWords.get(wordAt(reading, at + 1));
  if (scale?.kind === "scale" && scale.value >= 1_000_000) return { currency: code, times: scale.value, to: at + 2 };
  return { currency: code, times: 1, to: wordAt(reading, at + 1) === "$" ? at + 2 : at + 1 };
}

/** "2 barras de pan" are no money. */
function isGoods(reading: AmountReading, at: number): boolean {
  const next = wordAt(reading, at + 1);
  return (next === "de" || next === "of") && !"pesos sena anticipo abono deposito".includes(wordAt(reading, at + 2));
}

/** "luca y media", "dos palos y medio" */
function half({ tokens, number }: AmountReading, worth: number, to: number): Following {
  const link = tokens[to]?.text;
  const next = tokens[to + 1]?.text;
  const isHalf = (link === "y" && (next === "medio" || next === "media")) || (link === "and" && next === "half");
  return isHalf ? { times: worth * (1 + 0.5 / number.value), to: to + 2 } : { times: worth, to };
}

/** Money in Britain, a weight elsewhere; "pounds of" is a weight everywhere. */
function pounds(reading: AmountReading, at: number): Following | undefined {
  const { region } = reading.context;
  const next = wordAt(reading, at + 1);
  if (currencyAdjectives.get(next) === "GBP" || next === "sterling") return { currency: "GBP", times: 1, to: at + 2 };
  if (reading.number.value >= 100_000 && next !== "of" && next !== "de")
    return { currency: "GBP", times: 1, to: at + 1 };
  const isHome = region === "GB" || region === "IE" || reading.context.style?.amounts?.pounds === "money";
  if (next === "of" || next === "de") return undefined;
  if (wordAt(reading, at) === "libras" && (region === "GB" || region === "IE")) return undefined;
  const around = [...wordsBefore(reading, reading.number.from, 8), ...wordsAfter(reading, at + 1, 3)];
  if (!isHome && !around.some((near) => priceWords.has(near) || payingWords.has(near))) return undefined;
  return { currency: "GBP", times: 1, to: at + 1 };
}

/** "15 dólares con 50", "20 dollars 43 cents", "$20 43". */
function centsAfter(reading: AmountReading, at: number, isSign: boolean): { amount: number; to: number } | undefined {
  const { text, context } = reading;
  const link = wordAt(reading, at);
  const linked = link === "con" || link === "y" || link === "and" || link === "with";
  const cents = numberAt(text, linked ? at + 1 : at, context.region);
  if (cents === undefined || cents.value >= 100 || !Number.isInteger(cents.value) || cents.article) return undefined;
  const named = centWords.has(wordAt(reading, cents.to));
  const isLast =
    reading.tokens[cents.to] === undefined || wordAt(reading, cents.to) === "." || wordAt(reading, cents.to) === ",";
  const plain = isSign
    ? link === "and" && cents.written === "words" && isLast
    : link === "con" || (isLast && (!linked || link === "and") && (cents.value > 9 || linked));
  if (!named && !(plain && countsNothing(reading, cents.to))) return undefined;
  return { amount: cents.value / 100, to: named ? cents.to + 1 : cents.to };
}

function round(value: number): number {
  return Number(value.toPrecision(12));
}
