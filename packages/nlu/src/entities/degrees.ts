import { type AmountReading, type Measure, touches, wordAt, wordsAfter, wordsBefore } from "./amount-reading.ts";

/** "15%", "20 por ciento". */
export function readPercentage(reading: AmountReading): Measure | undefined {
  const { number, sign } = reading;
  const { to } = number;
  const [word, next] = [wordAt(reading, to), wordAt(reading, to + 1)];
  const end =
    word === "%" ||
    word === "percent" ||
    word === "percents" ||
    word === "porciento" ||
    word === "porcentaje" ||
    word === "pct" ||
    word === "percentage"
      ? to + 1
      : (word === "por" && (next === "ciento" || next === "cien")) || (word === "per" && next === "cent")
        ? to + 2
        : undefined;
  if (end === undefined || number.article) return undefined;
  // "%20" of an address.
  if (word === "%" && reading.tokens[end]?.kind === "digits" && touches(reading.tokens, end)) return undefined;
  return { type: "percentage", from: reading.from, to: end, amount: number.value * sign, unit: "", confidence: 0.98 };
}

const turns = new Set("girar gira giro gire rotar rota angulo rotate turn tilt angle inclinacion inclinado".split(" "));
const heat = new Set(
  "fiebre febricula termometro thermometer temp's temps temp temperatura temperature calentura fever".split(" "),
);
const degreeWords = new Set(
  "grados degrees degree deg degs grado celsius centigrados centigrado fahrenheit".split(" "),
);
/** Behind "2°" these make a floor or a place in a series of it. */
const series = new Set(
  "piso planta dcha izq izda derecha izquierda a b c d e f g vez puesto lugar pedido ano grado floor turno".split(" "),
);

/** "39.5°", "38 grados", "100 degrees F", "2 bajo cero", "fiebre de 39". Fahrenheit only where it is said or in the US. */
export function readTemperature(reading: AmountReading): Measure | undefined {
  const { number, context } = reading;
  if (number.article) return undefined;
  if (wordsBefore(reading, number.from, 4).some((word) => turns.has(word))) return undefined;
  const own = context.region === "US" ? "F" : "C";
  const scale = scaleAfter(reading, number.to);
  const below = belowZero(reading, scale?.to ?? number.to);
  const end = below ?? scale?.to ?? bareEnd(reading);
  if (end === undefined) return undefined;
  const amount = number.value * (below === undefined ? reading.sign : -1);
  return { type: "temperature", from: reading.from, to: end, amount, unit: scale?.unit ?? own, confidence: 0.96 };
}

function scaleAfter(reading: AmountReading, at: number): { unit?: string; to: number } | undefined {
  const { tokens, number } = reading;
  const word = wordAt(reading, at);
  if (word === "°" || (word === "o" && touches(tokens, at) && /^[cf]$/.test(wordAt(reading, at + 1)))) {
    const letter = letterAt(reading, at + 1);
    if (letter === undefined && number.value < 13 && series.has(wordAt(reading, at + 1))) return undefined;
    if (
      letter === undefined &&
      number.value < 13 &&
      Number.isInteger(number.value) &&
      /^(el|la|del|al|piso|planta|the)$/.test(wordAt(reading, number.from - 1))
    )
      return undefined;
    return letter ?? { to: at + 1 };
  }
  if ((word === "oc" || word === "of") && touches(tokens, at)) return { unit: word === "oc" ? "C" : "F", to: at + 1 };
  if (degreeWords.has(word)) {
    if (word === "grado" && number.value !== 1) return undefined;
    const named = /^(c|f)/.exec(word);
    if (named !== null) return { unit: word.charAt(0).toUpperCase(), to: at + 1 };
    const dot = word.startsWith("deg") && word.length < 5 && wordAt(reading, at + 1) === "." ? at + 2 : at + 1;
    return letterAt(reading, dot) ?? { to: at + 1 };
  }
  if (word === "o" && isDegreeLetter(reading, at)) return letterAt(reading, at + 1) ?? { to: at + 1 };
  if (word !== "c" && word !== "f") return undefined;
  const isHeat = heatBefore(reading) || heat.has(wordAt(reading, at + 1));
  return (touches(tokens, at) && (isHeat || isScaleLetter(reading, at))) || heat.has(wordAt(reading, at + 1))
    ? { unit: word.toUpperCase(), to: at + 1 }
    : undefined;
}

/** "39º", "-18 ºC": the sign of ordinals, where no ordinal can be. */
function isDegreeLetter({ text, tokens, number }: AmountReading, at: number): boolean {
  const sign = tokens[at];
  if (sign === undefined || text.original.charAt(text.originalIndex(sign.start)) !== "º") return false;
  const next = tokens[at + 1];
  if (next !== undefined && touches(tokens, at + 1) && /^[cf]$/.test(next.text)) return true;
  return touches(tokens, at) && isHotOrdinal(number.value) && next?.kind !== "word";
}

/** Hardly anything is the 39th in a chat; it is a fever or an oven. */
export function isHotOrdinal(value: number): boolean {
  return value > 33 && value < 300;
}

/** "102F" and "180C" in capitals are degrees, "12c" a door. */
function isScaleLetter({ text, tokens, number, context }: AmountReading, at: number): boolean {
  const letter = tokens[at];
  if (letter === undefined || context.style?.amounts !== undefined) return false;
  const typed = text.original.charAt(text.originalIndex(letter.start));
  return typed === "F"
    ? number.value >= 60 && number.value <= 500
    : typed === "C" && number.value >= 30 && number.value <= 260;
}

function letterAt(reading: AmountReading, at: number): { unit: string; to: number } | undefined {
  const word = wordAt(reading, at);
  if (word === "c" || word === "celsius" || word === "centigrados" || word === "centigrado")
    return { unit: "C", to: at + 1 };
  return word === "f" || word === "fahrenheit" || word === "farenheit" ? { unit: "F", to: at + 1 } : undefined;
}

function belowZero(reading: AmountReading, at: number): number | undefined {
  const [word, next] = [wordAt(reading, at), wordAt(reading, at + 1)];
  return (word === "bajo" && next === "cero") || (word === "below" && next === "zero") ? at + 2 : undefined;
}

function heatBefore(reading: AmountReading): boolean {
  return wordsBefore(reading, reading.number.from, 3).some((word) => heat.has(word));
}

/** Bare after "fiebre de", or before "de fiebre". */
function bareEnd(reading: AmountReading): number | undefined {
  const { number } = reading;
  const next = wordAt(reading, number.to);
  const isHot = number.value >= 34 && number.value <= 110;
  // "running a 103 fever", "38.5, is that a fever?"
  if (heat.has(next) && isHot) return number.to;
  if (
    !Number.isInteger(number.value) &&
    number.value > 36 &&
    number.value < 43 &&
    wordsAfter(reading, number.to, 6).some((word) => heat.has(word) && word.startsWith("f"))
  )
    return number.to;
  if (next === "de" && heat.has(wordAt(reading, number.to + 1)) && isHot) return number.to;
  if (!isHot || !heatBefore(reading)) return undefined;
  return number.to;
}
