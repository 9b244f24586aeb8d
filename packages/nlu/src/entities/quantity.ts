import { type AmountReading, type Measure, touches, wordAt } from "./amount-reading.ts";
import { rateAfter } from "./rates.ts";
import { type Unit, units } from "./unit-lexicon.ts";

const idioms = new Set(
  "preguntas veces dias horas semanas minutos cosas meses anos dudas consejo advice questions things days hours weeks minutes".split(
    " ",
  ),
);
/** With an article these are other things: a bar, a ton of thanks, one unit. */
const notOne = new Set(
  "ton tons unit people bar unidad pieza nos hoja cup mayor sets in pie pies block cuadra tonelada bit rod grain grano barrel".split(
    " ",
  ),
);
const squares: ReadonlyMap<string, string> = new Map([
  ["meter", "square_meter"],
  ["foot", "square_foot"],
  ["centimeter", "square_centimeter"],
  ["kilometer", "square_kilometer"],
  ["inch", "square_inch"],
  ["yard", "square_yard"],
]);

/** A number and the unit of measure, container, counter or people behind it. */
export function readQuantity(reading: AmountReading): Measure | undefined {
  const { tokens, number, context } = reading;
  let at = number.to;
  if (wordAt(reading, at) === "-" && touches(tokens, at) && touches(tokens, at + 1)) at++;
  else if (isOfAfterFraction(reading, at)) at++;
  if (isTiedToName(reading)) return undefined;
  const prefix = squarePrefix(reading, at);
  if (prefix !== undefined || /^(?:metric|short|long|nautical|fluid)$/.test(wordAt(reading, at))) at++;
  const word = wordAt(reading, at);
  const rate = context.style?.amounts?.mathematics === true ? rateAfter(reading, at) : undefined;
  if (rate !== undefined) return rate;
  const unit = units.get(word);
  if (unit === undefined || tokens[at]?.kind !== "word" || !fits(reading, unit, at)) return undefined;
  if (isCounted(reading, unit)) return undefined;
  const exponent =
    prefix === undefined ? exponentAfter(reading, unit, at + 1) : { name: `${prefix}_${unit.name}`, to: at + 1 };
  const more = halfAfter(reading, exponent.to, unit.name);
  const amount = (number.value + more.amount) * unit.times;
  return {
    type: "quantity",
    from: number.from,
    to: more.to,
    amount: Number(amount.toPrecision(12)),
    unit: exponent.name,
    confidence: 0.95,
  };
}

const measured = new Set(
  "kilogram gram milligram microgram pound ounce ton quintal arroba stone liter milliliter centiliter hectoliter gallon pint quart meter centimeter millimeter kilometer mile foot inch yard hectare acre square_foot square_meter cup tablespoon teaspoon byte bit radian decimeter barrel picometer nanometer micrometer decameter dram grain nautical_mile fathom rod bushel".split(
    " ",
  ),
);

/** What a style counts but does not measure: people, boxes, dozens. */
function isCounted({ context }: Pick<AmountReading, "context">, unit: Unit): boolean {
  return context.style?.amounts?.counters === "number" && !measured.has(unit.name);
}

/** "DX-200 m", "scp173": digits of a name; "3/8 bit": those of a fraction. */
function isTiedToName({ number, tokens }: AmountReading): boolean {
  const before = tokens[number.from - 1];
  if (before === undefined || !touches(tokens, number.from)) return false;
  const isFraction =
    before.text === "/" && tokens[number.from - 2]?.kind === "digits" && touches(tokens, number.from - 1);
  return (
    isFraction ||
    before.kind === "word" ||
    (before.text === "-" && tokens[number.from - 2]?.kind === "word" && touches(tokens, number.from - 1))
  );
}

function isOfAfterFraction({ number, tokens }: AmountReading, at: number): boolean {
  return (
    (!Number.isInteger(number.value) || (number.value >= 1_000_000 && number.written !== "digits")) &&
    (tokens[at]?.text === "de" || tokens[at]?.text === "of")
  );
}

function squarePrefix(reading: AmountReading, at: number): string | undefined {
  const word = wordAt(reading, at);
  if (word === "square" || word === "sq") return "square";
  return word === "cubic" ? "cubic" : undefined;
}

/** Whether the word can be a unit of this number. */
function fits(reading: AmountReading, unit: Unit, at: number): boolean {
  const { number, tokens, context } = reading;
  const word = wordAt(reading, at);
  const next = wordAt(reading, at + 1);
  const isOf = next === "of" || next === "de";
  if (unit.only === "of" && !isOf) return false;
  // To a shop a bit is a tool or a little.
  if (unit.name === "bit" && word.length < 5 && context.style?.amounts === undefined) return false;
  if (unit.only === "letter" || word === "cc") {
    if (number.written === "words" || number.article) return false;
    // "3T" is a size of toddlers.
    const unitToken = tokens[at];
    if (
      word === "t" &&
      unitToken !== undefined &&
      reading.text.original.charAt(reading.text.originalIndex(unitToken.start)) === "T"
    )
      return false;
    if (word === "u" || word === "t" || word === "mi" || word === "gs") return touches(tokens, at);
    // 4G and 5G are networks.
    // "5120 L-33", "812m47": a code.
    const behind = tokens[at + 1];
    if (behind !== undefined && touches(tokens, at + 1) && /^[-\d]/.test(behind.text) && !/^[23]$/.test(behind.text))
      return false;
    if (word === "g" && touches(tokens, at) && number.value < 7) return false;
  }
  if (word === "nos" && (context.region !== "IN" || number.written === "words")) return false;
  if (number.article) return fitsArticle(reading, unit, at);
  return !(tokens[at]?.start === tokens[number.to]?.start && startsNewLine(reading, at));
}

function fitsArticle(reading: AmountReading, unit: Unit, at: number): boolean {
  const word = wordAt(reading, at);
  const article = wordAt(reading, reading.number.from);
  if (unit.only === "people" || notOne.has(word)) return article === "one" && unit.only === "people";
  // "a" before a Spanish word is a preposition; "uno" stands alone.
  if ((article === "a" || article === "an") && (word.endsWith("s") || isSpanish(word))) return false;
  if (article === "uno") return false;
  return !(unit.name === "pair" && idioms.has(wordAt(reading, at + 2)));
}

function isSpanish(word: string): boolean {
  return /[ao]$/.test(word) && word !== "kilo";
}

function startsNewLine({ text, tokens }: AmountReading, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && text.folded.slice(before.end, token.start).includes("\n");
}

/** "m2", "metros cuadrados", "fl oz". */
function exponentAfter(reading: AmountReading, unit: Unit, at: number): { name: string; to: number } {
  const { tokens } = reading;
  const word = wordAt(reading, at);
  const square = squares.get(unit.name);
  if (touches(tokens, at) && (word === "2" || word === "3") && square !== undefined)
    return { name: word === "2" ? square : square.replace("square", "cubic"), to: at + 1 };
  if (/^cuadrad[oa]s?$/.test(word) && square !== undefined) return { name: square, to: at + 1 };
  if (/^cubic[oa]s?$/.test(word) && square !== undefined)
    return { name: square.replace("square", "cubic"), to: at + 1 };
  if (/^lineal(es)?$|^metric[ao]s?$/.test(word)) return { name: unit.name, to: at + 1 };
  return { name: unit.name, to: at };
}

/** "2 kilos y medio", "una docena y media", "a pound and a half", "kilo y cuarto". */
function halfAfter(reading: AmountReading, at: number, unit: string): { amount: number; to: number } {
  const inches = reading.tokens[at];
  if (
    unit === "foot" &&
    inches?.kind === "digits" &&
    /^(?:in|inch|inches|pulgadas?)$/.test(wordAt(reading, at + 1)) &&
    Number(inches.text) < 12
  )
    return { amount: Number(inches.text) / 12, to: at + 2 };
  const [link, next, last] = [wordAt(reading, at), wordAt(reading, at + 1), wordAt(reading, at + 2)];
  if (link === "y" && (next === "medio" || next === "media")) return { amount: 0.5, to: at + 2 };
  if (link === "y" && next === "cuarto") return { amount: 0.25, to: at + 2 };
  if ((link === "and" || link === "n") && next === "half") return { amount: 0.5, to: at + 2 };
  if ((link === "and" || link === "n") && next === "a" && last === "half") return { amount: 0.5, to: at + 3 };
  return { amount: 0, to: at };
}

/** "medio kilo", "half a dozen", "cuarto de kilo", "docena", "x4": amounts that begin with no number. */
export function readUnitAlone(
  reading: Pick<AmountReading, "tokens" | "text" | "context">,
  at: number,
): Measure | undefined {
  const word = wordAt(reading, at);
  if (reading.context.style?.amounts?.counters === "number" && (word === "x" || units.get(word)?.times === 12))
    return undefined;
  if (word === "x") return timesAfter(reading, at);
  const unit = units.get(word);
  if (unit?.times === 12) return dozenAlone(reading, at);
  const part = partAt(reading, at);
  if (part === undefined)
    return reading.context.style?.amounts?.unitsAlone === true ? bareUnit(reading, at) : undefined;
  if (reading.context.style?.amounts?.mathematics === true && /^(?:turn|vuelta)$/.test(wordAt(reading, part.to)))
    return { type: "quantity", from: at, to: part.to + 1, amount: part.amount, unit: "turn", confidence: 0.95 };
  const counted = units.get(wordAt(reading, part.to));
  if (counted !== undefined && isCounted(reading, counted)) return undefined;
  if (counted === undefined || counted.only !== undefined || (counted.times === 1 && counted.name === "unit"))
    return undefined;
  return {
    type: "quantity",
    from: at,
    to: part.to + 1,
    amount: part.amount * counted.times,
    unit: counted.name,
    confidence: 0.95,
  };
}

/** "in grams": a unit of measure without a number. */
function bareUnit({ tokens }: Pick<AmountReading, "tokens">, at: number): Measure | undefined {
  const word = tokens[at]?.text ?? "";
  const unit = units.get(word);
  if (unit === undefined || unit.only !== undefined || !measured.has(unit.name) || word.length < 3 || notBare.has(word))
    return undefined;
  const before = tokens[at - 1];
  if (before?.kind === "digits") return undefined;
  return { type: "quantity", from: at, to: at + 1, amount: 1, unit: unit.name, confidence: 0.6 };
}

/** Units that are other words when they stand alone. */
const notBare = new Set(
  "pie pies bit bits foot feet stone stones pound pounds libra libras cup cups rod rad grano granos yard yards ton tons can pinta pinto minuto".split(
    " ",
  ),
);

/** Whether `readUnitAlone` may find something at a word in our own style. */
export function isUnitAlone(word: string): boolean {
  return partWords.has(word) || word === "x" || units.get(word)?.times === 12;
}

const partWords = new Set("medio media half un tres cuarto quarter".split(" "));

function partAt(reading: Pick<AmountReading, "tokens">, at: number): { amount: number; to: number } | undefined {
  const [word, next, third] = [wordAt(reading, at), wordAt(reading, at + 1), wordAt(reading, at + 2)];
  if (word === "medio" || word === "media") return { amount: 0.5, to: at + 1 };
  if (word === "half")
    return { amount: 0.5, to: next === "a" || next === "an" || next === "-" || next === "of" ? at + 2 : at + 1 };
  if (word === "un" && next === "cuarto") return { amount: 0.25, to: third === "de" ? at + 3 : at + 2 };
  if (word === "tres" && next === "cuartos") return { amount: 0.75, to: third === "de" ? at + 3 : at + 2 };
  if (word === "cuarto") return { amount: 0.25, to: next === "de" ? at + 2 : at + 1 };
  if (word === "quarter") return { amount: 0.25, to: next === "of" && third === "a" ? at + 3 : at + 1 };
  return undefined;
}

const perDozen = new Set("la por per cada each the x las los".split(" "));

function dozenAlone(reading: Pick<AmountReading, "tokens">, at: number): Measure | undefined {
  if (perDozen.has(wordAt(reading, at - 1)) || wordAt(reading, at) === "doc") return undefined;
  const { amount, to } = halfAfterDozen(reading, at + 1);
  return { type: "quantity", from: at, to, amount, unit: "unit", confidence: 0.9 };
}

function halfAfterDozen(reading: Pick<AmountReading, "tokens">, at: number): { amount: number; to: number } {
  const isHalf = wordAt(reading, at) === "y" && wordAt(reading, at + 1) === "media";
  return isHalf ? { amount: 18, to: at + 2 } : { amount: 12, to: at };
}

/** "x4", "x 4"; not 2x4. */
function timesAfter({ tokens }: Pick<AmountReading, "tokens">, at: number): Measure | undefined {
  const digits = tokens[at + 1];
  if (digits?.kind !== "digits" || digits.text.length > 4) return undefined;
  const before = tokens[at - 1];
  if (before?.kind === "digits" || (tokens[at + 2]?.kind === "word" && touches(tokens, at + 2))) return undefined;
  if (!touches(tokens, at + 1) && units.has(tokens[at + 2]?.text ?? "")) return undefined;
  return { type: "quantity", from: at, to: at + 2, amount: Number(digits.text), unit: "unit", confidence: 0.93 };
}
