import type { Text, Token } from "../text.ts";
import { digitSuffixes, type NumberWord, numberWords } from "./number-lexicon.ts";
import { numeralAt } from "./numerals.ts";

/** A cardinal in digits or words, as it stands in the text. */
export type NumberFound = {
  value: number;
  /** Index of the first and after the last token. */
  from: number;
  to: number;
  written: "digits" | "words" | "mixed";
  /** It is a lone un, una, uno, one, a or an: more often an article than a count. */
  article?: true;
  /** The other reading where a separator can be for thousands or for decimals: "1.250". */
  other?: number;
  /** It ends in a half or fraction ("dos y media", "2 1/2"): the cardinal before it, as for a time of day. */
  beforeHalf?: { value: number; to: number };
};

/** The cardinal that begins at token `at`, the longest reading ("2.500,50", "mil doscientos", "two and a half"), or undefined. */
export function numberAt(text: Text, at: number, region: string): NumberFound | undefined {
  const token = text.tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "digits") return inDigits(text, at, region);
  if (token.kind !== "word") return undefined;
  const half = halfOfScale(text.tokens, at);
  if (half !== undefined) return half;
  if (!numberWords.has(token.text)) return undefined;
  return inWords(text, at);
}

/** Whether a cardinal in words may begin at a word. */
export function beginsNumber(word: string): boolean {
  return numberWords.has(word) || quarterStarts.has(word) || word === "medio" || word === "half";
}

function inDigits(text: Text, at: number, region: string): NumberFound | undefined {
  const { tokens } = text;
  const numeral = numeralAt(text, at, region);
  if (numeral === undefined) return undefined;
  const { value, to, other } = numeral;
  const fraction = to === at + 1 ? fractionAt(tokens, at) : undefined;
  if (fraction !== undefined) return { value: fraction, from: at, to: at + 3, written: "digits" };
  const suffix = tokens[to];
  const times = suffix?.start === tokens[to - 1]?.end ? digitSuffixes.get(suffix?.text ?? "") : undefined;
  // "l" is a litre unless the region counts in lakhs, and even there only the word is sure.
  if (times !== undefined && suffix?.text !== "l")
    return { value: round(value * times), from: at, to: to + 1, written: "mixed" };
  if (suffix !== undefined && scaleOf(suffix) !== undefined && isPlainSpace(text, to)) return scaled(text, at, numeral);
  const found: NumberFound = { value, from: at, to, written: "digits", ...(other === undefined ? {} : { other }) };
  return withHalf(text, found);
}

/** "3 mil", "1.5 millones", "2 mil 500": digits times scales, and what follows in words or digits. */
function scaled(text: Text, at: number, { value, to }: { value: number; to: number }): NumberFound {
  const { tokens } = text;
  let total = value;
  let end = to;
  let least = Number.POSITIVE_INFINITY;
  for (let scale = scaleOf(tokens[end]); scale !== undefined && end - to < 2; scale = scaleOf(tokens[end])) {
    total *= scale;
    least = scale;
    end++;
  }
  const rest = least >= 1000 ? restBelow(text, end, least) : undefined;
  if (rest !== undefined) return { value: round(total + rest.value), from: at, to: rest.to, written: "mixed" };
  return halfOfLast(text, { value: round(total), from: at, to: end, written: "mixed" }, least);
}

function restBelow(text: Text, at: number, scale: number): { value: number; to: number } | undefined {
  const token = text.tokens[at];
  if (token?.kind === "digits") {
    // "2 mil 500", but not "2 mil 5 personas".
    const follows = token.text.length === 3 && scale === 1000 && isPlainSpace(text, at);
    return follows ? { value: Number(token.text), to: at + 1 } : undefined;
  }
  const first = numberWords.get(token?.text ?? "");
  if (first === undefined || first.kind === "article" || first.kind === "scale" || !isPlainSpace(text, at))
    return undefined;
  const parsed = parse(text, at);
  return parsed !== undefined && parsed.value < scale ? parsed : undefined;
}

function inWords(text: Text, at: number): NumberFound | undefined {
  const parsed = parse(text, at);
  if (parsed === undefined) return undefined;
  const { value, to, least } = parsed;
  const word = text.tokens[at]?.text ?? "";
  const found: NumberFound = { value, from: at, to, written: "words" };
  const lone = to === at + 1;
  if (lone && numberWords.get(word)?.kind === "article") found.article = true;
  // "grand", "mill" or "lakh" alone are other words.
  if (lone && numberWords.get(word)?.kind === "scale" && word !== "mil") return undefined;
  const decimals = decimalsAfter(text, to);
  if (decimals !== undefined && value < 1000 && !found.article)
    return { value: Number(`${value}.${decimals.digits}`), from: at, to: decimals.to, written: "words" };
  return Number.isFinite(least) && least >= 100_000 ? halfOfLast(text, found, least) : withHalf(text, found);
}

/** Groups below a thousand, each before a smaller scale than the last; so a text of number words costs little at every word. */
function parse(text: Text, at: number): { value: number; to: number; least: number } | undefined {
  const { tokens } = text;
  let total = 0;
  let to = at;
  let least = Number.POSITIVE_INFINITY;
  while (to - at < 40) {
    let next = to;
    if (to > at && isLink(tokens[to]?.text, "and") && least < Number.POSITIVE_INFINITY) next++;
    if (to > at && !isPlainSpace(text, next)) break;
    const group = groupAt(text, next);
    let scale = scaleOf(tokens[group?.to ?? next]);
    let end = group?.to ?? next;
    if (group === undefined && (scale === undefined || to > at)) break;
    let value = group?.value ?? 1;
    if (scale === undefined) {
      if (value >= least || (group?.article === true && to > at)) break;
      total += value;
      to = end;
      break;
    }
    end++;
    const second = scaleOf(tokens[end]);
    if (scale === 1000 && second !== undefined && second > scale) {
      value *= scale;
      scale = second;
      end++;
    }
    if (scale >= 1_000_000 && scale > least && total > 0 && total < scale) {
      // "dos mil quinientos millones": the thousands count millions.
      total = (total + (group === undefined ? 0 : value)) * scale;
      least = scale;
      to = end;
      continue;
    }
    if (scale >= least) break;
    total += value * scale;
    least = scale;
    to = end;
  }
  return to === at ? undefined : { value: total, to, least };
}

/** A number below a thousand; "a" and "one" count as one, mostly before hundred or a scale. */
function groupAt(text: Text, at: number): { value: number; to: number; article?: true } | undefined {
  const { tokens } = text;
  const first = wordAt(tokens, at);
  if (first === undefined || first.kind === "scale") return undefined;
  if (first.kind === "times-hundred") return undefined;
  const second = wordAt(tokens, at + 1);
  if (second?.kind === "times-hundred" && first.value < 100 && isPlainSpace(text, at + 1))
    return afterHundreds(text, first.value * 100, at + 2);
  if (first.kind === "article") {
    // Spanish "a mil" is "at a thousand".
    const isPreposition = tokens[at]?.text === "a" && !isEnglishScale(tokens[at + 1]?.text);
    return isPreposition && scaleOf(tokens[at + 1]) !== undefined ? undefined : { value: 1, to: at + 1, article: true };
  }
  if (first.kind === "hundred") return afterHundreds(text, first.value, at + 1);
  return belowHundred(text, at);
}

function afterHundreds(text: Text, hundreds: number, at: number): { value: number; to: number } {
  const linked = isLink(text.tokens[at]?.text, "and") ? at + 1 : at;
  const rest = isPlainSpace(text, linked) ? belowHundred(text, linked) : undefined;
  // "doscientos y tres" are two numbers, "two hundred and three" is one; a lone 0 never follows.
  if (rest === undefined || rest.value === 0) return { value: hundreds, to: at };
  return { value: hundreds + rest.value, to: rest.to };
}

function belowHundred(text: Text, at: number): { value: number; to: number } | undefined {
  const { tokens } = text;
  const first = wordAt(tokens, at);
  if (first === undefined) return undefined;
  if (first.kind === "article")
    return tokens[at]?.text.startsWith("un") || tokens[at]?.text === "one" ? { value: 1, to: at + 1 } : undefined;
  if (first.kind === "unit" || first.kind === "teen") {
    // "diez y seis", "diez y ocho".
    const unit = first.value === 10 && tokens[at + 1]?.text === "y" ? wordAt(tokens, at + 2) : undefined;
    if (unit?.kind === "unit" && unit.value > 5) return { value: 10 + unit.value, to: at + 3 };
    return { value: first.value, to: at + 1 };
  }
  if (first.kind !== "ten") return undefined;
  const link = tokens[at + 1]?.text;
  const linked =
    link === "y" || link === "i" || (link === "-" && tokens[at + 1]?.start === tokens[at]?.end) ? at + 2 : at + 1;
  const unit = wordAt(tokens, linked);
  const isUnit =
    unit?.kind === "unit" || (unit?.kind === "article" && linked === at + 2) || tokens[linked]?.text === "one";
  if (unit === undefined || !isUnit || unit.value === 0 || !isPlainSpace(text, linked))
    return { value: first.value, to: at + 1 };
  // "treinta y una cajas" is 31; "veinte y un rodillo" too: nobody writes that for 20 and 1.
  return { value: first.value + unit.value, to: linked + 1 };
}

/** "dos y media", "two and a half", "2 1/2": half of one. */
function withHalf(text: Text, found: NumberFound): NumberFound {
  const { tokens } = text;
  const { value, from, to, written } = found;
  const fraction = written === "digits" && isPlainSpace(text, to) ? fractionAt(tokens, to) : undefined;
  if (fraction !== undefined && fraction < 1 && Number.isInteger(value))
    return { value: value + fraction, from, to: to + 3, written, beforeHalf: { value, to } };
  const end = halfAfter(tokens, to);
  if (end === undefined) return found;
  const scale = scaleOf(tokens[end]);
  const sum = value + 0.5;
  const scaledTo = scale === undefined ? end : end + 1;
  return { value: scale === undefined ? sum : sum * scale, from, to: scaledTo, written, beforeHalf: { value, to } };
}

/** "dos millones y medio": half of the scale before. */
function halfOfLast(text: Text, found: NumberFound, scale: number): NumberFound {
  const end = halfAfter(text.tokens, found.to);
  if (end === undefined || scale < 1000 || !Number.isFinite(scale)) return found;
  return { ...found, value: found.value + scale / 2, to: end };
}

/** After "y medio", "y media", "and a half"; undefined if that does not stand at `at`. */
function halfAfter(tokens: readonly Token[], at: number): number | undefined {
  const link = tokens[at]?.text;
  const next = tokens[at + 1]?.text;
  if (link === "y" && (next === "medio" || next === "media")) return at + 2;
  if ((link === "and" || link === "n" || link === "&") && next === "half") return at + 2;
  const isHalf = (link === "and" || link === "n" || link === "&") && next === "a" && tokens[at + 2]?.text === "half";
  return isHalf ? at + 3 : undefined;
}

/** "medio millón", "half a million". */
function halfOfScale(tokens: readonly Token[], at: number): NumberFound | undefined {
  const word = tokens[at]?.text;
  const quarter = word !== undefined && quarterStarts.has(word) ? quarterOfScale(tokens, at) : undefined;
  if (quarter !== undefined) return quarter;
  if (word !== "medio" && word !== "half") return undefined;
  const next = word === "half" && tokens[at + 1]?.text === "a" ? at + 2 : at + 1;
  const scale = scaleOf(tokens[next]);
  return scale === undefined || scale < 100_000
    ? undefined
    : { value: scale / 2, from: at, to: next + 1, written: "words" };
}

const quarterStarts = new Set("a un one three tres quarter quarters cuarto cuartos".split(" "));

/** "a quarter million", "three quarters of a million", "un cuarto de millón". */
function quarterOfScale(tokens: readonly Token[], at: number): NumberFound | undefined {
  const count = /^(?:three|tres)$/.test(tokens[at]?.text ?? "") ? 3 : 1;
  let next = /^(?:a|un|one|three|tres)$/.test(tokens[at]?.text ?? "") ? at + 1 : at;
  if (!/^(?:quarters?|cuartos?)$/.test(tokens[next]?.text ?? "")) return undefined;
  next++;
  if (/^(?:of|de)$/.test(tokens[next]?.text ?? "")) next++;
  if (/^(?:a|un)$/.test(tokens[next]?.text ?? "")) next++;
  const scale = scaleOf(tokens[next]);
  if (scale === undefined || scale < 100_000) return undefined;
  return { value: (scale * count) / 4, from: at, to: next + 1, written: "words" };
}

/** The value of "1/2" or "3/4" at `at`; the parts of a date or of a product's size are larger or odd. */
function fractionAt(tokens: readonly Token[], at: number): number | undefined {
  const [over, slash, under, after] = tokens.slice(at, at + 4);
  if (over?.kind !== "digits" || slash?.text !== "/" || under?.kind !== "digits") return undefined;
  if (over.end !== slash.start || slash.end !== under.start || (after?.text === "/" && after.start === under.end))
    return undefined;
  const isFraction =
    (under.text === "2" && over.text === "1") || (under.text === "4" && (over.text === "1" || over.text === "3"));
  return isFraction ? Number(over.text) / Number(under.text) : undefined;
}

/** "tres coma cinco", "two point five". */
function decimalsAfter(text: Text, at: number): { digits: number; to: number } | undefined {
  const link = text.tokens[at]?.text;
  if (link !== "coma" && link !== "punto" && link !== "point") return undefined;
  const rest = belowHundred(text, at + 1);
  return rest === undefined ? undefined : { digits: rest.value, to: rest.to };
}

function isLink(word: string | undefined, link: string): boolean {
  return word === link || (link === "and" && word === "n");
}

function wordAt(tokens: readonly Token[], at: number): NumberWord | undefined {
  const token = tokens[at];
  return token?.kind === "word" ? numberWords.get(token.text) : undefined;
}

function scaleOf(token: Token | undefined): number | undefined {
  const word = token?.kind === "word" ? numberWords.get(token.text) : undefined;
  return word?.kind === "scale" ? word.value : undefined;
}

const englishScales = new Set("thousand million billion trillion lakh lac crore mill".split(" "));

function isEnglishScale(word: string | undefined): boolean {
  return word !== undefined && englishScales.has(word);
}

/** Token `at` follows the one before on the same line, a few spaces away at most. */
function isPlainSpace({ folded, tokens }: Text, at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (before === undefined || token === undefined || token.start - before.end > 3) return false;
  return !folded.slice(before.end, token.start).includes("\n");
}

/** Without the tail that binary fractions leave: 1.1 * 1000. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
