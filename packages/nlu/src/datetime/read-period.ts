import { wordMark } from "../word-marks.ts";
import { standsAlone } from "./followers.ts";
import type { DatePart, Found, PeriodUnit } from "./moment.ts";
import { isCapital, isDigits, mayBegin, type Reading, startsClause, touchesNext, word } from "./reading.ts";
import { doubtfulWeekdays, months, weekdayPlurals, weekdays } from "./words.ts";

type Which = "this" | "next" | "coming" | "last";

const before = new Map<string, Which>([
  ...["este", "esta", "this", "sta", "current"].map((one): [string, Which] => [one, "this"]),
  ...["proximo", "proxima", "prox", "prox.", "siguiente", "coming", "upcoming"].map((one): [string, Which] => [
    one,
    "next",
  ]),
  ...["next", "nxt", "following", "nex"].map((one): [string, Which] => [one, "coming"]),
  ...["ultimo", "ultima", "pasado", "pasada", "last", "past", "previous", "lst"].map((one): [string, Which] => [
    one,
    "last",
  ]),
]);
const after = new Map<string, Which>([
  ...["proximo", "proxima", "entrante", "siguiente"].map((one): [string, Which] => [one, "next"]),
  ...["pasado", "pasada", "anterior", "ultimo", "ultima"].map((one): [string, Which] => [one, "last"]),
]);

const periodUnits = new Map<string, PeriodUnit>(
  (
    [
      ["week", "semana sem week wk semanita week's"],
      ["month", "mes month mth month's"],
      ["year", "ano anio year yr year's"],
      ["weekend", "finde weekend wknd wkend findesemana"],
      ["quarter", "trimestre quarter"],
    ] as const
  ).flatMap(([unit, names]) => names.split(" ").map((name): [string, PeriodUnit] => [name, unit])),
);

/** First words of periods. */
export const periodStarts: readonly string[] = [
  ...before.keys(),
  ...periodUnits.keys(),
  "every",
  "each",
  "cada",
  "todos",
  "todas",
  "los",
  "a",
  "fin",
];

const ownStarts = new Set([...periodStarts, ...weekdays.keys(), ...weekdayPlurals.keys(), ...months.keys()]);
const beginsPeriod = wordMark((word) => ownStarts.has(word));

/** A weekday, week, month or year with its "next", "que viene" or "pasado". */
export function readPeriod(reading: Reading, at: number): Found<DatePart> | undefined {
  if (!mayBegin(reading, at, beginsPeriod)) return undefined;
  return weekly(reading, at) ?? unitPeriod(reading, at) ?? weekday(reading, at) ?? namedMonth(reading, at);
}

/** "que viene", "q viene", "próximo", "pasado" behind a weekday or unit. */
function whichAfter(reading: Reading, at: number): { which: Which; to: number } | undefined {
  const text = word(reading, at);
  if (/^(?:que|q|k|qe)$/.test(text)) {
    const verb = word(reading, at + 1);
    if (/^(?:viene|vienen|entra|bien|biene|sigue)$/.test(verb)) return { which: "next", to: at + 2 };
    return verb === "paso" ? { which: "last", to: at + 2 } : undefined;
  }
  const which = after.get(text);
  return which === undefined || (text === "pasado" && /^(?:manana|mnn|mnna|el|del)$/.test(word(reading, at + 1)))
    ? undefined
    : { which, to: at + 1 };
}

function unitPeriod(reading: Reading, at: number): Found<DatePart> | undefined {
  const prior = before.get(word(reading, at));
  const from = prior === undefined ? at : at + 1;
  const fin = word(reading, from) === "fin" && word(reading, from + 1) === "de" && word(reading, from + 2) === "semana";
  const unit = fin ? "weekend" : periodUnits.get(word(reading, from));
  if (unit === undefined) return undefined;
  const named = fin ? from + 3 : from + 1;
  const later = whichAfter(reading, named);
  const which = prior ?? later?.which;
  if (which === undefined) return undefined;
  const to = later?.to ?? named;
  const double = prior === undefined ? undefined : word(reading, to);
  if (double === "pasado" && which === "this") return undefined;
  const shift = which === "this" ? 0 : which === "last" ? -1 : 1;
  // "la próxima" weekend in Spanish is the one to come, "next weekend" the one after it.
  const spanish = which === "next" && unit === "weekend" ? 0 : shift;
  return { value: { kind: "unit", unit, shift: spanish }, from: at, to };
}

function weekday(reading: Reading, at: number): Found<DatePart> | undefined {
  const both = before.has(word(reading, at)) && before.has(word(reading, at + 1)) ? at + 1 : at;
  const prior = before.get(word(reading, both));
  const from = prior === undefined ? at : both + 1;
  const number = weekdays.get(word(reading, from));
  if (number === undefined) return undefined;
  if (prior === undefined && !isWeekday(reading, from)) return undefined;
  if (prior !== undefined && doubtfulWeekdays.has(word(reading, from)) && word(reading, from) === "mar")
    return undefined;
  const dotted =
    word(reading, from + 1) === "." &&
    touchesNext(reading, from) &&
    doubtfulWeekdays.has(word(reading, from)) &&
    (isDigitsOrMonth(reading, from + 2) || (word(reading, from + 2) === "," && isDigitsOrMonth(reading, from + 3)));
  const named = dotted ? from + 2 : from + 1;
  const later = whichAfter(reading, named);
  const weeks = weeksAfter(reading, later?.to ?? named);
  const which = prior ?? later?.which ?? "nearest";
  return {
    value: { kind: "weekday", weekday: number, which, ...(weeks === undefined ? {} : { weeks: weeks.weeks }) },
    from: at,
    to: weeks?.to ?? later?.to ?? named,
  };
}

function isDigitsOrMonth(reading: Reading, at: number): boolean {
  return isDigits(reading, at) || months.has(word(reading, at));
}

/** "Saturday week", "martes en ocho", "Friday fortnight". */
function weeksAfter(reading: Reading, at: number): { weeks: number; to: number } | undefined {
  const text = word(reading, at);
  if (text === "week" && standsAlone(reading, at + 1)) return { weeks: 1, to: at + 1 };
  if (text === "fortnight") return { weeks: 2, to: at + 1 };
  if (text !== "en") return undefined;
  const days = word(reading, at + 1);
  const to = /^dias?$/.test(word(reading, at + 2)) ? at + 3 : at + 2;
  if (days === "ocho" || days === "8") return { weeks: 1, to };
  return days === "quince" || days === "15" ? { weeks: 2, to } : undefined;
}

const plainBefore =
  /^(?:on|this|next|last|for|by|until|till|til|from|every|to|since|el|este|los|del|al|pal|para|pa|de|and|or|y|o|before|after|proximo|hasta|desde|about|each|,|-|\/|entre|between|thru|through|ok|dia|dias|a|come)$/;
const plainAfter =
  /^(?:morning|afternoon|evening|night|nite|at|or|and|y|o|por|en|a|next|the|que|q|noon|[-/,]|am|pm|this|to|please|pls|for|proximo|work|works|works\?|thru|through|around|after|before|is|\?|week|lunch|dinner|temprano|tarde|noche|manana|al|mediodia|ok)$/;

/** Whether an abbreviation stands for a weekday here, and a weekday is no name. */
function isWeekday(reading: Reading, at: number): boolean {
  const text = word(reading, at);
  const prior = word(reading, at - 1);
  if (text === "domingo")
    return (
      !/^(?:santo|don|placido|soy|sr|senor|llamo|hola)$/.test(prior) &&
      !(isCapital(reading, at) && isCapital(reading, at + 1) && !weekdays.has(word(reading, at + 1)) && prior !== "el")
    );
  if (!doubtfulWeekdays.has(text)) return true;
  const next = word(reading, at + 1);
  if (
    text === "sun" &&
    (/^(?:the|of|in|after)$/.test(prior) || /^(?:screen|cream|block|set|glasses|hat|dress|protection)$/.test(next))
  )
    return false;
  if (text === "mar")
    return !/^(?:el|del|al|de|y|a|en|la|con)$/.test(prior)
      ? isDigits(reading, at + 1) || /^[-/]$/.test(next) || weekdays.has(prior)
      : /^(?:a|y|al)$/.test(prior) && weekdays.has(word(reading, at - 2));
  if (/^(?:we|i|they|he|she|you|who|it|just|been|have|had|cat|parcel|package|was|is|and then)$/.test(prior))
    return (next === "," || next === ".") && (isDigitsOrMonth(reading, at + 2) || isDigitsOrMonth(reading, at + 3));
  return (
    plainBefore.test(prior) ||
    isDigits(reading, at + 1) ||
    plainAfter.test(next) ||
    weekdays.has(prior) ||
    weekdays.has(next) ||
    months.has(next) ||
    reading.tokens.length === 1 ||
    (startsClause(reading, at) && standsAlone(reading, at + 1)) ||
    (standsAlone(reading, at + 1) && !/^(?:sat|sun|wed|mon|dom|tue)$/.test(text))
  );
}

/** "todos los lunes", "los sábados", "every friday", "Mondays". */
function weekly(reading: Reading, at: number): Found<DatePart> | undefined {
  const first = word(reading, at);
  let to = at;
  let recurring = false;
  if (/^(?:todos|cada|every|each|todas)$/.test(first)) {
    recurring = true;
    to++;
    if (/^(?:los|the|single|las)$/.test(word(reading, to))) to++;
  }
  const text = word(reading, to);
  const plural = weekdayPlurals.get(text);
  const number = plural ?? weekdays.get(text);
  if (number === undefined) return undefined;
  const los = word(reading, to - 1) === "los";
  if (!recurring && plural === undefined && !(los && /s$/.test(text))) return undefined;
  if (!recurring && los && /^(?:proximos|ultimos)$/.test(word(reading, to - 2))) return undefined;
  // "los lunes y miércoles" goes on with the other days.
  return { value: { kind: "weekly", weekday: number }, from: los && !recurring ? to : at, to: to + 1 };
}

/** "el próximo mayo", "last March", "this December". */
function namedMonth(reading: Reading, at: number): Found<DatePart> | undefined {
  const prior = before.get(word(reading, at));
  const month = months.get(word(reading, prior === undefined ? at : at + 1));
  if (month === undefined) return undefined;
  if (prior === undefined) {
    const later = whichAfter(reading, at + 1);
    return later === undefined
      ? undefined
      : { value: { kind: "month", month, shift: later.which === "last" ? -1 : 1 }, from: at, to: later.to };
  }
  if (isDigits(reading, at + 2)) return undefined;
  if (/^(?:may|march)$/.test(word(reading, at + 1)) && !standsAlone(reading, at + 2)) return undefined;
  return {
    value: { kind: "month", month, shift: prior === "last" ? -1 : prior === "this" ? 0 : 1 },
    from: at,
    to: at + 2,
  };
}
