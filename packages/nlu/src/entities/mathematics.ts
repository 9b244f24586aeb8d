import type { Candidate, ReadContext } from "../recognizer.ts";
import type { Text, Token } from "../text.ts";
import { type Cardinal, cardinalAt } from "./cardinal.ts";
import { denominatorAt } from "./fraction-words.ts";
import { fractionAt } from "./fractions.ts";
import { greatOrdinalAt } from "./great-ordinals.ts";
import { insideNumeral, numeralAt } from "./numerals.ts";
import { powerAt, spacedAt } from "./powers.ts";

type Read = { value: number; to: number };

const mostTries = 1200;

/** Numbers as in mathematics: fractions, powers, dozens, signs, all scales; with a percent sign a percentage. */
export function scanMathematics(text: Text, context: ReadContext, found: (candidate: Candidate) => void) {
  let tries = mostTries;
  for (let at = 0; at < text.tokens.length && tries > 0; ) {
    const token = text.tokens[at];
    if (token === undefined || insideNumeral(text, at) || isInsideCode(text.tokens, at)) {
      at++;
      continue;
    }
    const leading = percentBefore(text, at, context);
    if (leading !== undefined) {
      found(candidate(text.tokens, { from: at, to: leading.to, value: leading.value, isPercentage: true }));
      at = leading.to;
      continue;
    }
    const ordinal = greatOrdinalAt(text.tokens, at);
    if (ordinal !== undefined) {
      found({
        ...candidate(text.tokens, { from: at, ...ordinal, isPercentage: false }),
        type: "ordinal",
        confidence: 0.95,
      });
      at = ordinal.to;
      continue;
    }
    const read = signedAt(text, at, context);
    if (read === undefined) {
      at++;
      continue;
    }
    tries--;
    const percent = percentEnd(text.tokens, read.to);
    found(
      candidate(text.tokens, {
        from: at,
        to: percent ?? read.to,
        value: read.value,
        isPercentage: percent !== undefined,
      }),
    );
    at = percent ?? read.to;
  }
}

function isInsideCode(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && before.end === tokens[at]?.start && before.kind !== "sign";
}

function candidate(
  tokens: readonly Token[],
  { from, to, value, isPercentage }: { from: number; to: number; value: number; isPercentage: boolean },
): Candidate {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return {
    type: isPercentage ? "percentage" : "number",
    start,
    end,
    value: Number(value.toPrecision(15)),
    confidence: isPercentage ? 0.98 : 0.9,
    source: "grammar",
    rank: isPercentage ? 6 : tokens[to - 1]?.kind === "word" && tokens[from]?.kind === "digits" ? 3 : -4,
  };
}

function percentEnd(tokens: readonly Token[], at: number): number | undefined {
  const [word, next] = [tokens[at]?.text, tokens[at + 1]?.text];
  if (word === "%" || word === "percent" || word === "percents" || word === "porciento") return at + 1;
  return (word === "por" && (next === "ciento" || next === "cien")) || (word === "per" && next === "cent")
    ? at + 2
    : undefined;
}

/** "percent of twenty"; without a number only where the style wants signs alone. */
function percentBefore(text: Text, at: number, context: ReadContext): Read | undefined {
  const { tokens } = text;
  const word = tokens[at]?.text ?? "";
  const isTwo = word === "per" && tokens[at + 1]?.text === "cent";
  if (!isTwo && !/^(?:percents?|%|percentages?)$/.test(word)) return undefined;
  const to = isTwo ? at + 2 : at + 1;
  const read = /^(?:of|de)$/.test(tokens[to]?.text ?? "") ? signedAt(text, to + 1, context) : undefined;
  if (read !== undefined) return read;
  return context.style?.amounts?.unitsAlone === true && !isTwo ? { value: 1, to } : undefined;
}

function signedAt(text: Text, at: number, context: ReadContext): Read | undefined {
  const word = text.tokens[at]?.text ?? "";
  if (!/^(?:-|minus|negative|menos|negativo)$/.test(word)) return unsignedAt(text, at, context);
  const before = text.tokens[at - 1];
  const isApart = word !== "-" || before === undefined || before.end < (text.tokens[at]?.start ?? 0);
  const read = isApart ? unsignedAt(text, at + 1, context) : undefined;
  return read === undefined ? undefined : { ...read, value: -read.value };
}

/** The longest of the readings at a token. */
function unsignedAt(text: Text, at: number, context: ReadContext): Read | undefined {
  const dozenAlone = halfDozenAt(text.tokens, at);
  if (dozenAlone !== undefined) return dozenAlone;
  const readings = [
    powerAt(text, at, context),
    fractionAt(text, at),
    inDigitsAt(text, at, context),
    decimalsAt(text, at),
  ];
  let best: Read | undefined;
  for (const read of readings) if (read !== undefined && read.to > (best?.to ?? at)) best = read;
  if (best === undefined) return undefined;
  if (isPronoun(text, at, best.to)) return undefined;
  const dozen = /^(?:docenas?|dozens?|dozs?)$/.test(text.tokens[best.to]?.text ?? "");
  return dozen ? { value: best.value * 12, to: best.to + 1 } : best;
}

/** "a dozen", "media docena", "half a dozen". */
function halfDozenAt(tokens: readonly Token[], at: number): Read | undefined {
  const first = tokens[at]?.text ?? "";
  const half = /^(?:media|medio|half)$/.test(first);
  if (!half && !/^(?:a|una|un)$/.test(first)) return undefined;
  const next = half && tokens[at + 1]?.text === "a" ? at + 2 : at + 1;
  return /^(?:docena|dozen|doz)$/.test(tokens[next]?.text ?? "") ? { value: half ? 6 : 12, to: next + 1 } : undefined;
}

/** "this one", "which one". */
function isPronoun({ tokens }: Text, at: number, to: number): boolean {
  if (to > at + 1 || tokens[at]?.text !== "one") return false;
  return /^(?:this|that|which|the|another|each|every|no|any|next|last|previous|right|wrong|new)$/.test(
    tokens[at - 1]?.text ?? "",
  );
}

function touches(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.end === tokens[at]?.start;
}

const letters = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["mm", 1e6],
  ["g", 1e9],
  ["b", 1e9],
  ["t", 1e12],
]);

/** "1 234 567,89", "-4/5", "2.33 k", "1,674.5 G", ",234". */
function inDigitsAt(text: Text, at: number, { region }: ReadContext): Read | undefined {
  const { tokens } = text;
  const first = tokens[at];
  const isBareDecimal =
    (first?.text === "." || first?.text === ",") && tokens[at + 1]?.kind === "digits" && touches(tokens, at + 1);
  if (isBareDecimal && tokens[at - 1]?.kind !== "digits")
    return { value: Number(`0.${tokens[at + 1]?.text}`), to: at + 2 };
  if (first?.kind !== "digits") return undefined;
  const spaced = spacedAt(text, at, region);
  if (spaced !== undefined) return spaced;
  const slash =
    tokens[at + 1]?.text === "/" &&
    tokens[at + 2]?.kind === "digits" &&
    touches(tokens, at + 1) &&
    touches(tokens, at + 2);
  const isDate = tokens[at + 3]?.text === "/" || Number(tokens[at + 2]?.text) === 0;
  if (slash && !isDate && first.text.length < 4)
    return { value: Number(first.text) / Number(tokens[at + 2]?.text), to: at + 3 };
  const numeral = first.text.length > 15 ? undefined : numeralAt(text, at, region);
  if (numeral === undefined) return undefined;
  const letter = tokens[numeral.to];
  const times = letter === undefined ? undefined : letters.get(letter.text);
  const typed = letter === undefined ? "" : text.original.charAt(text.originalIndex(letter.start));
  if (times !== undefined && (typed !== typed.toLowerCase() || typed === "k") && tokens[numeral.to + 1]?.text !== "'")
    return { value: numeral.value * times, to: numeral.to + 1 };
  // "4to", "812m47": no number by itself.
  if (letter?.kind === "word" && touches(tokens, numeral.to) && !/^(?:x|e)$/.test(letter.text)) return undefined;
  return { value: numeral.value, to: numeral.to };
}

/** "dos mil coma cinco", "ocho con veinte", "four point zero six". */
function decimalsAt(text: Text, at: number): Read | undefined {
  const { tokens } = text;
  const whole =
    text.tokens[at]?.kind === "word" || text.tokens[at]?.kind === "digits" ? cardinalAt(tokens, at) : undefined;
  if (whole === undefined) return undefined;
  const link = tokens[whole.to]?.text ?? "";
  if (/^(?:point|punto|coma|con)$/.test(link)) {
    let digits = "";
    let to = whole.to + 1;
    for (; /^(?:zero|cero|oh)$/.test(tokens[to]?.text ?? "") && digits.length < 12; to++) digits += "0";
    for (let rest = cardinalAt(tokens, to); rest !== undefined && digits.length < 12; rest = cardinalAt(tokens, to)) {
      digits += String(rest.value);
      to = rest.to;
      if (link !== "point" || rest.value > 9) break;
    }
    if (digits !== "" && denominatorAt(tokens, to) === undefined)
      return { value: Number(`${whole.value}.${digits}`), to };
  }
  return numeralOnly(text, at, whole) ? undefined : withHalf(text, whole);
}

/** Digits alone are read by `inDigitsAt`. */
function numeralOnly(text: Text, at: number, { to }: Cardinal): boolean {
  return text.tokens[at]?.kind === "digits" && to === at + 1;
}

/** "dos y medio", "uno y media". */
function withHalf({ tokens }: Text, whole: Cardinal): Read {
  const isHalf =
    /^(?:y|con)$/.test(tokens[whole.to]?.text ?? "") && /^(?:medio|media)$/.test(tokens[whole.to + 1]?.text ?? "");
  return isHalf
    ? { value: whole.value + 0.5 * (whole.last >= 1e6 ? whole.last : 1), to: whole.to + 2 }
    : { value: whole.value, to: whole.to };
}
