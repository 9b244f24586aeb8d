import { wordMark } from "../word-marks.ts";
import type { Found, TimeUnit } from "./moment.ts";
import { amountAt, smallNumberAt } from "./read-number.ts";
import { isDigits, mayBegin, type Reading, touchesNext, word } from "./reading.ts";
import { smallNumbers, timeUnits } from "./words.ts";

/** A length of time: amounts by unit, and the other end if it is a range. */
export type Length = { amounts: readonly { amount: number; unit: TimeUnit }[]; upTo?: number };

const single = new Set(["s", "m", "sem", "noche", "noches", "night", "nights"]);

const lengthStarts = new Set(
  "medio media half tres three un a an cuarto cuartos quarter quarters - couple par another otra otro hora fortnight de entre between from".split(
    " ",
  ),
);
/** First words of lengths of time. */
export const beginsLength = wordMark((word) => lengthStarts.has(word) || smallNumbers.has(word));

/** A length of time that begins at a token: "2 horas y media", "an hour and a half", "3-4 days", "1h30". */
export function readLength(reading: Reading, at: number): Found<Length> | undefined {
  if (!mayBegin(reading, at, beginsLength)) return undefined;
  return halfUnit(reading, at) ?? idiom(reading, at) ?? counted(reading, at) ?? framed(reading, at);
}

/** "media hora", "half an hour", "tres cuartos de hora", "quarter of an hour". */
function halfUnit(reading: Reading, at: number): Found<Length> | undefined {
  const first = word(reading, at);
  if (first === "medio" || first === "media" || first === "half") {
    let to = at + 1;
    if (/^(?:a|an|of)$/.test(word(reading, to))) to++;
    if (/^(?:a|an)$/.test(word(reading, to))) to++;
    const unit = timeUnits.get(word(reading, to));
    if (
      unit === undefined ||
      (first !== "half" && unit !== "hour" && unit !== "day" && unit !== "year") ||
      word(reading, to).length < 3
    )
      return undefined;
    if (first === "medio" && unit === "day") return undefined;
    return { value: fraction(0.5, unit), from: at, to: to + 1 };
  }
  if (first === "1" && /^[/\u2044]$/.test(word(reading, at + 1)) && word(reading, at + 2) === "2") {
    const to = /^(?:an|a|de)$/.test(word(reading, at + 3)) ? at + 4 : at + 3;
    const unit = timeUnits.get(word(reading, to));
    return unit === undefined || word(reading, to).length < 2
      ? undefined
      : { value: fraction(0.5, unit), from: at, to: to + 1 };
  }
  const three = first === "tres" || first === "3" || first === "three";
  const from = three || first === "un" || first === "a" || first === "1" ? at + 1 : at;
  const joined = word(reading, from) === "-" ? from + 1 : from;
  if (!/^(?:cuartos?|quarters?)$/.test(word(reading, joined))) return undefined;
  let to = joined + 1;
  if (/^(?:de|of)$/.test(word(reading, to))) to++;
  if (/^(?:an|a)$/.test(word(reading, to))) to++;
  if (timeUnits.get(word(reading, to)) !== "hour" || word(reading, to).length < 4) return undefined;
  return { value: fraction(three ? 0.75 : 0.25, "hour"), from: at, to: to + 1 };
}

function fraction(amount: number, unit: TimeUnit): Length {
  return { amounts: [{ amount, unit }] };
}

/** "hora y media", "a fortnight", "quincena". */
function idiom(reading: Reading, at: number): Found<Length> | undefined {
  if (word(reading, at) === "hora" && word(reading, at + 1) === "y" && /^(?:media|cuarto)$/.test(word(reading, at + 2)))
    return { value: fraction(word(reading, at + 2) === "media" ? 1.5 : 1.25, "hour"), from: at, to: at + 3 };
  const from = word(reading, at) === "a" ? at + 1 : at;
  return word(reading, from) === "fortnight" ? { value: fraction(2, "week"), from: at, to: from + 1 } : undefined;
}

function counted(reading: Reading, at: number): Found<Length> | undefined {
  const first = amountAt(reading, at);
  if (first === undefined) return undefined;
  const range = rangeEnd(reading, first.to);
  let to = range?.to ?? first.to;
  let amount = first.value;
  // "dos y media horas", "one and a half hours", "2 1/2 hours".
  const half = halfAfter(reading, to);
  if (half !== undefined) {
    amount += half.value;
    to = half.to;
  }
  if (
    /^(?:mas|more|extra|full|whole|buenos|buenas|solid|largas?|long|other|calendar|business|working|consecutive)$/.test(
      word(reading, to),
    ) ||
    (word(reading, to) === "-" && touchesNext(reading, to - 1))
  )
    to++;
  const name = word(reading, to);
  const unit = timeUnits.get(name);
  if (unit === undefined || (name.length === 1 && !isDigits(reading, to - 1))) return undefined;
  if (
    single.has(name) &&
    !(name.length === 1 ? touchesNext(reading, to - 1) && name === "m" && false : /^(?:noches?|nights?)$/.test(name))
  )
    return undefined;
  to++;
  if (
    /^(?:habil|habiles|laborables?|corridos|naturales|enteros?|enteras?|seguidos|seguidas)$/.test(word(reading, to)) &&
    !/^(?:entero|entera|seguid)/.test(word(reading, to))
  )
    to++;
  if (range !== undefined) return { value: { amounts: [{ amount, unit }], upTo: range.value }, from: at, to };
  return furtherUnits(reading, { from: at, to, amounts: [{ amount, unit }] });
}

/** "de 3 a 5 días", "entre 24 y 48 horas": the frame belongs to the range. */
function framed(reading: Reading, at: number): Found<Length> | undefined {
  if (!/^(?:de|entre|between|from)$/.test(word(reading, at))) return undefined;
  const length = counted(reading, at + 1);
  return length?.value.upTo === undefined ? undefined : { ...length, from: at };
}

/** "2 y media" and "2 1/2" before the unit. */
function halfAfter(reading: Reading, at: number): { value: number; to: number } | undefined {
  const link = word(reading, at);
  if ((link === "y" || link === "and") && /^(?:media|medio|half|a|1\/2)$/.test(word(reading, at + 1))) {
    if (word(reading, at + 1) !== "a") return { value: 0.5, to: at + 2 };
    return word(reading, at + 2) === "half" ? { value: 0.5, to: at + 3 } : undefined;
  }
  return link === "1" && word(reading, at + 1) === "/" && word(reading, at + 2) === "2"
    ? { value: 0.5, to: at + 3 }
    : undefined;
}

/** "3 a 5", "3-5", "2 or 3", "24/48". */
function rangeEnd(reading: Reading, at: number): { value: number; to: number } | undefined {
  if (!/^(?:a|-|o|u|or|to|\/|y|and)$/.test(word(reading, at))) return undefined;
  const link = word(reading, at);
  if ((link === "y" || link === "and") && !/^(?:entre|between)$/.test(word(reading, at - 2))) return undefined;
  const end = smallNumberAt(reading, at + 1);
  return end === undefined || (link === "/" && end.value < 5) ? undefined : end;
}

/** "1 hora y media", "1 hora 30 minutos", "1h30", "2 weeks and 3 days". */
function furtherUnits(
  reading: Reading,
  { from, to, amounts }: { from: number; to: number; amounts: { amount: number; unit: TimeUnit }[] },
): Found<Length> {
  const [first] = amounts;
  const link = word(reading, to);
  if (first !== undefined && (link === "y" || link === "and" || link === "con")) {
    const article = word(reading, to + 1) === "a" ? to + 2 : to + 1;
    const what = word(reading, article);
    if (/^(?:media|medio|half)$/.test(what) && !timeUnits.has(word(reading, article + 1)))
      return { value: { amounts: [{ ...first, amount: first.amount + 0.5 }] }, from, to: article + 1 };
    if (/^(?:cuarto|quarter)$/.test(what) && first.unit === "hour")
      return { value: { amounts: [{ ...first, amount: first.amount + 0.25 }] }, from, to: article + 1 };
  }
  const next = link === "y" || link === "and" || link === "," || link === "con" ? to + 1 : to;
  const second = smallNumberAt(reading, next);
  if (first === undefined || second === undefined || amounts.length > 3) return { value: { amounts }, from, to };
  const unit = timeUnits.get(word(reading, second.to));
  const order = ["year", "month", "week", "day", "hour", "minute", "second"];
  if (unit !== undefined && order.indexOf(unit) > order.indexOf(first.unit) && word(reading, second.to).length > 1)
    return furtherUnits(reading, {
      from,
      to: second.to + 1,
      amounts: [...amounts, { amount: second.value, unit }].slice(-4),
    });
  const bareMinutes =
    first.unit === "hour" &&
    amounts.length === 1 &&
    second.value < 60 &&
    second.value >= 5 &&
    (touchesNext(reading, to - 1) || next > to) &&
    link !== ",";
  return bareMinutes && isDigits(reading, to) && touchesNext(reading, to - 1)
    ? { value: { amounts: [...amounts, { amount: second.value, unit: "minute" }] }, from, to: second.to }
    : { value: { amounts }, from, to };
}

const codes = { year: "Y", month: "M", week: "W", day: "D", hour: "H", minute: "M", second: "S" } as const;

/** ISO 8601, `P3D/P5D` if it is a range. */
export function isoLength({ amounts, upTo }: Length): string {
  const [first] = amounts;
  if (upTo !== undefined && first !== undefined) return `${isoOf([first])}/${isoOf([{ ...first, amount: upTo }])}`;
  return isoOf(amounts);
}

function isoOf(amounts: readonly { amount: number; unit: TimeUnit }[]): string {
  let date = "";
  let time = "";
  for (const { amount, unit } of amounts.flatMap(whole)) {
    if (unit === "hour" || unit === "minute" || unit === "second") time += `${amount}${codes[unit]}`;
    else date += `${amount}${codes[unit]}`;
  }
  return `P${date}${time === "" ? "" : `T${time}`}`;
}

const smaller = {
  year: ["month", 12],
  month: ["day", 30],
  week: ["day", 7],
  day: ["hour", 24],
  hour: ["minute", 60],
  minute: ["second", 60],
} as const;

/** Halves in the next smaller unit, since `PT1.5H` is rarely read. */
function whole({ amount, unit }: { amount: number; unit: TimeUnit }): { amount: number; unit: TimeUnit }[] {
  if (Number.isInteger(amount) || unit === "second") return [{ amount, unit }];
  const [name, factor] = smaller[unit];
  const floor = Math.floor(amount);
  const rest = { amount: Math.round((amount - floor) * factor), unit: name };
  return floor === 0 ? [rest] : [{ amount: floor, unit }, rest];
}
