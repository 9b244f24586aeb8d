import { type Candidate, nothingAt, type ReadContext, type Recognizer } from "../recognizer.ts";
import type { Text, Token } from "../text.ts";
import { wordMark } from "../word-marks.ts";
import { readAge } from "./age.ts";
import { type AmountReading, type Measure, touches, wordAt } from "./amount-reading.ts";
import { readPercentage, readTemperature } from "./degrees.ts";
import { isFreeNumber } from "./free-number.ts";
import { scanMathematics } from "./mathematics.ts";
import { readMoney } from "./money.ts";
import { beginsNumber, type NumberFound, numberAt } from "./number-words.ts";
import { insideNumeral } from "./numerals.ts";
import { ordinalOfDigits, ordinalOfWords, ordinalTail } from "./ordinal.ts";
import { ordinalWords } from "./ordinal-lexicon.ts";
import { isUnitAlone, readQuantity, readUnitAlone } from "./quantity.ts";
import { scanRelativeOrdinals } from "./relative-ordinals.ts";
import { isSlangAlone, readCurrencyAlone, readSlangAlone } from "./slang-alone.ts";

const multiples = new Map([
  ["twice", 2],
  ["thrice", 3],
]);
const concernsAmounts = wordMark(
  (word) =>
    beginsNumber(word) || ordinalWords.has(word) || isUnitAlone(word) || isSlangAlone(word) || multiples.has(word),
);

/** Reads every number of a text once and says what it counts: money, quantity, percentage, temperature, age, ordinal or only number. */
export const amountRecognizer: Recognizer = {
  name: "amounts",
  scan: (text, context, found) => {
    const style = context.style?.amounts;
    if (style?.mathematics === true) scanMathematics(text, context, found);
    if (style?.relativeOrdinals === true) scanRelativeOrdinals(text, found);
    let last: Reading | undefined;
    for (let at = 0; at < text.tokens.length; ) {
      // Our own style reads nothing where a word is none of these; others also take units alone.
      if (style === undefined && !mayBegin(text.tokens[at])) {
        at++;
        continue;
      }
      const number = startsNumber(text, at) ? numberAt(text, at, context.region) : undefined;
      if (number === undefined) {
        readWithoutNumber({ text, tokens: text.tokens, context }, at, found);
        at++;
        continue;
      }
      last = readNumber(
        withSign({ text, tokens: text.tokens, context, number, from: number.from, sign: 1 }),
        last,
        found,
      );
      at = number.to;
    }
  },
};

function mayBegin(token: Token | undefined): boolean {
  return token?.kind === "digits" || (token?.kind === "word" && (token.marks & concernsAmounts) !== 0);
}

type Reading = { reading: AmountReading; measure: Measure | undefined };
type Found = (candidate: Candidate) => void;

function startsNumber(text: Text, at: number): boolean {
  return text.tokens[at]?.kind !== "sign" && !insideNumeral(text, at);
}

const minusWords = new Set("menos minus negative negativo".split(" "));

function withSign(reading: AmountReading): AmountReading {
  const { tokens, number } = reading;
  const at = number.from - 1;
  const word = wordAt(reading, at);
  if (minusWords.has(word)) return { ...reading, sign: -1, from: at };
  if (word !== "-" || tokens[number.from]?.kind !== "digits") return reading;
  const isApart = at === 0 || (!touches(tokens, at) && tokens[at - 1]?.kind !== "digits");
  return isApart && touches(tokens, number.from) ? { ...reading, sign: -1, from: at } : reading;
}

function readWithoutNumber(
  place: { text: Text; tokens: Text["tokens"]; context: ReadContext },
  at: number,
  found: Found,
): void {
  const token = place.tokens[at];
  if (token?.kind !== "word") return;
  const ordinal = ordinalOfWords(place, at);
  if (ordinal !== undefined) found(ordinal);
  const alone = place.context.style?.amounts?.unitsAlone === true ? readCurrencyAlone(place, at) : undefined;
  const measure = readUnitAlone(place, at) ?? readSlangAlone(place, at) ?? alone;
  if (measure !== undefined) found(toCandidate(place.text, measure));
  const times = multiples.get(token.text);
  if (times !== undefined)
    found({
      type: "number",
      start: token.start,
      end: token.end,
      value: times,
      confidence: 0.85,
      source: "grammar",
      rank: -5,
    });
}

function readNumber(reading: AmountReading, last: Reading | undefined, found: Found): Reading {
  const { text, number } = reading;
  if (number.written === "digits" && number.to === number.from + 1) {
    const ordinal = ordinalOfDigits(reading, number.from);
    if (ordinal !== undefined) {
      found(ordinal);
      return { reading, measure: undefined };
    }
  }
  const tail = number.written === "words" && !number.article ? ordinalTail(reading, number) : undefined;
  if (tail !== undefined) {
    found(tail);
    return { reading, measure: undefined };
  }
  const measure =
    readPercentage(reading) ??
    readTemperature(reading) ??
    readMoney(reading) ??
    readAge(reading) ??
    readQuantity(reading);
  if (measure !== undefined) found(toCandidate(text, measure));
  else if (isFreeNumber(reading)) found(toNumber(reading));
  else if (isDeal(reading)) block(reading, found);
  // "a" between two numbers joins them.
  if (number.article && measure === undefined && last !== undefined) return last;
  const range = last === undefined ? undefined : rangeOf(last, { reading, measure });
  if (range !== undefined) found(range);
  return { reading, measure };
}

/** 2x1, 3x4, 24/7: nothing is in there. */
function isDeal({ tokens, number }: AmountReading): boolean {
  return (
    /^[x/]$/.test(tokens[number.to]?.text ?? "") &&
    tokens[number.to + 1]?.kind === "digits" &&
    touches(tokens, number.to + 1) &&
    touches(tokens, number.to)
  );
}

function block({ tokens, number }: AmountReading, found: Found): void {
  if (wordAt({ tokens }, number.to) !== "x") return;
  const end = tokens[number.to + 1]?.end;
  const start = tokens[number.from]?.start;
  if (start !== undefined && end !== undefined) found(nothingAt(start, end, 0.8));
}

function toNumber({ tokens, number, sign, from }: AmountReading): Candidate {
  const start = tokens[number.written === "words" || from === number.from || sign === 1 ? from : from]?.start ?? 0;
  return {
    type: "number",
    start,
    end: tokens[number.to - 1]?.end ?? start,
    value: number.value * sign,
    confidence: 0.85,
    source: "grammar",
    rank: -5,
  };
}

const ranks = { money: 4, quantity: 2, percentage: 4, temperature: 4, age: 5 } as const;

function toCandidate(
  { tokens }: Text,
  { type, from, to, amount, unit, confidence }: Measure,
  range?: string,
): Candidate {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  const value =
    type === "percentage"
      ? (range ?? amount)
      : type === "money"
        ? { amount: range ?? amount, currency: unit }
        : { amount: range ?? amount, unit };
  return { type, start, end, value, confidence, source: "grammar", rank: ranks[type] };
}

const joins = new Set("- a to o or y and hasta u".split(" "));

/** Two numbers with a joining word between, the second with its unit: "30-40 €", "de 2 a 3 kilos", "between $30 and $40". */
function rangeOf(last: Reading, { reading, measure }: Reading): Candidate | undefined {
  if (measure === undefined) return numberRangeOf(last, reading);
  const first = last.reading;
  const firstEnd = last.measure !== undefined && last.measure.type === measure.type ? last.measure.to : first.number.to;
  if (last.measure !== undefined && (last.measure.type !== measure.type || last.measure.unit !== measure.unit))
    return undefined;
  const join = wordAt(reading, firstEnd);
  if (
    !joins.has(join) ||
    firstEnd + 1 !== Math.min(measure.from, reading.from === measure.from - 1 ? reading.from : measure.from)
  ) {
    if (!(join === "-" && measure.from === firstEnd)) return undefined;
  }
  const from = Math.min(first.number.from, last.measure?.from ?? first.number.from);
  const frame = wordAt(reading, from - 1);
  const [low, high] = bounds(last, measure, first.number);
  if (low === undefined || low >= high || !isRange(join, frame, low, high)) return undefined;
  // "$20 or $25" are two, "2 o 3 kilos" is about one.
  if (last.measure !== undefined && (join === "o" || join === "or" || join === "u")) return undefined;
  const framed = isFrame(frame, join) ? from - 1 : from;
  return toCandidate(reading.text, { ...measure, from: framed, confidence: 0.95 }, `${low}-${high}`);
}

/** "8-10", "entre 8 y 10", "de 8 a 10": a number if nothing takes it for a time. */
function numberRangeOf(last: Reading, { text, tokens, number }: AmountReading): Candidate | undefined {
  const first = last.reading.number;
  const join = wordAt({ tokens }, first.to);
  const frame = wordAt({ tokens }, first.from - 1);
  if (last.measure !== undefined || first.article || number.from !== first.to + 1 || first.value >= number.value)
    return undefined;
  const isDash =
    join === "-" && first.value > 0 && number.value <= first.value * 3 && !isTiedOutside(tokens, first.from, number.to);
  if (!isDash && !isFrame(frame, join)) return undefined;
  const start = tokens[isFrame(frame, join) ? first.from - 1 : first.from]?.start ?? 0;
  const end = tokens[number.to - 1]?.end ?? start;
  if (text.folded.slice(start, end).includes("\n") || number.value > 9999) return undefined;
  return {
    type: "number",
    start,
    end,
    value: `${first.value}-${number.value}`,
    confidence: 0.7,
    source: "grammar",
    rank: /^(somos|seremos|seriamos|vamos|are|we're|be)$/.test(
      wordAt({ tokens }, tokens[first.from]?.start === start ? first.from - 1 : first.from - 2),
    )
      ? 9
      : -6,
  };
}

/** Letters, slashes or more hyphens stand against either end. */
function isTiedOutside(tokens: Text["tokens"], from: number, to: number): boolean {
  const before = tokens[from - 1];
  const next = tokens[to];
  const isBefore = before !== undefined && touches(tokens, from) && !"(¿¡,".includes(before.text);
  return isBefore || (next !== undefined && touches(tokens, to) && !".,;!?)".includes(next.text));
}

function bounds(last: Reading, measure: Measure, number: NumberFound): [number | undefined, number] {
  if (number.article) return [undefined, measure.amount];
  const high = Math.abs(measure.amount);
  if (last.measure !== undefined) return [Math.abs(last.measure.amount), high];
  // "30-40 lucas", "2 o 3 docenas", "80 a 100 mil": the unit's or the thousands' factor is the first's too.
  return [number.value, high];
}

function isFrame(frame: string, join: string): boolean {
  if (frame === "entre" || frame === "between")
    return join === "y" || join === "and" || join === "-" || join === "a" || join === "o";
  return (
    (frame === "de" || frame === "from" || frame === "desde") &&
    (join === "a" || join === "to" || join === "hasta" || join === "-")
  );
}

function isRange(join: string, frame: string, low: number, high: number): boolean {
  if (join === "y" || join === "and") return frame === "entre" || frame === "between";
  if (join === "o" || join === "or" || join === "u") return high - low === 1 || (high <= low * 1.5 && high - low <= 5);
  return join === "-" || isFrame(frame, join) || high <= low * 2;
}
