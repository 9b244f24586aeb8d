import { wordMark } from "../word-marks.ts";
import type { DatePart, Found, TimeUnit } from "./moment.ts";
import { beginsLength, readLength } from "./read-duration.ts";
import { amountAt } from "./read-number.ts";
import { mayBegin, type Reading, word } from "./reading.ts";
import { months, timeUnits } from "./words.ts";

/** Words that begin a distance or the edge of a month. */
export const distanceStarts: readonly string[] =
  "hace in en dentro within de last past next ultimos ultimas proximos proximas los las fin fines final finales principio principios inicio inicios mediados comienzos end beginning start early late mid a week couple".split(
    " ",
  );

const others =
  "ase hase previous pasados pasadas coming following upcoming siguientes principio comienzo primeros middle".split(
    " ",
  );
const ownStarts = new Set([...distanceStarts, ...others]);
const beginsDistance = wordMark((word) => ownStarts.has(word));

/** "hace 3 días", "2 weeks ago", "en 5 días", "de acá a un mes", "los últimos 3 meses", "a week on Tuesday", "fines de mayo". */
export function readDistance(reading: Reading, at: number): Found<DatePart> | undefined {
  if (!mayBegin(reading, at, beginsDistance | beginsLength)) return undefined;
  const length = oneUnit(reading, at);
  const counted = ago(reading, at, length);
  if (counted !== undefined || !mayBegin(reading, at, beginsDistance)) return counted ?? weekOn(reading, at, length);
  return ahead(reading, at) ?? window(reading, at) ?? edgeOfMonth(reading, at) ?? weekOn(reading, at, length);
}

function oneUnit(reading: Reading, at: number): Found<{ amount: number; unit: TimeUnit }> | undefined {
  const length = readLength(reading, at);
  const [first, second] = length?.value.amounts ?? [];
  if (length === undefined || first === undefined || length.value.upTo !== undefined) return undefined;
  if (second === undefined) return { ...length, value: first };
  // Hours and minutes together, in minutes; other mixtures are rare.
  if (first.unit === "hour" && second.unit === "minute")
    return { ...length, value: { amount: first.amount * 60 + second.amount, unit: "minute" } };
  return undefined;
}

type OneUnit = ReturnType<typeof oneUnit>;

function ago(reading: Reading, at: number, length: OneUnit): Found<DatePart> | undefined {
  const first = word(reading, at);
  if (first === "hace" || first === "ase" || first === "hase") {
    const from = /^(?:unos|unas|como|casi|mas|ya|apenas|solo)$/.test(word(reading, at + 1)) ? at + 2 : at + 1;
    const since = oneUnit(reading, word(reading, from) === "de" ? from + 1 : from);
    return since === undefined ? undefined : distance({ from: at, to: since.to }, since.value, -1);
  }
  if (length === undefined) return undefined;
  const next = word(reading, length.to);
  if (next === "ago" || next === "atras" || next === "back")
    return distance({ from: at, to: length.to + 1 }, length.value, -1);
  const second = word(reading, length.to + 1);
  if (next === "from" && second === "now") return distance({ from: at, to: length.to + 2 }, length.value, 1);
  if (next === "from" && second === "today") return distance({ from: at, to: length.to + 2 }, length.value, 1);
  if (next === "from" && (second === "tomorrow" || second === "yesterday") && length.value.unit !== "hour")
    return {
      value: { kind: "distance", ...length.value, fromDay: second === "tomorrow" ? 1 : -1 },
      from: at,
      to: length.to + 2,
    };
  return undefined;
}

function distance(
  { from, to }: { from: number; to: number },
  { amount, unit }: { amount: number; unit: TimeUnit },
  sign: 1 | -1,
): Found<DatePart> {
  return { value: { kind: "distance", amount: amount * sign, unit }, from, to };
}

/** "in/en/dentro de N days and longer" (shorter ones are lengths of time), "de aquí a dos semanas". */
function ahead(reading: Reading, at: number): Found<DatePart> | undefined {
  let from = at;
  const first = word(reading, at);
  if (first === "dentro" && word(reading, at + 1) === "de") from = at + 2;
  else if (first === "in" || first === "en") from = at + 1;
  else if (
    first === "de" &&
    /^(?:aca|aqui|hoy)$/.test(word(reading, at + 1)) &&
    /^(?:a|en)$/.test(word(reading, at + 2))
  )
    from = at + 3;
  else return undefined;
  if (/^(?:unos|unas|about|like|como|around|exactly|aprox|another)$/.test(word(reading, from))) from++;
  const length = oneUnit(reading, from);
  if (length === undefined) return undefined;
  const { unit } = length.value;
  const asPoint = reading.context.style?.datetime?.distances === "datetime";
  if (!asPoint && (unit === "second" || unit === "minute" || (unit === "hour" && first !== "de"))) return undefined;
  if (/^(?:noches?|nights?)$/.test(word(reading, length.to - 1))) return undefined;
  const time = /^(?:time|tiempo)$/.test(word(reading, length.to));
  // "en dos días que ..." stays; "3 times in 2 days" and "en 3 meses sin intereses" are lengths.
  if (/^(?:sin|row)$/.test(word(reading, length.to)) || word(reading, length.to) === "'") return undefined;
  return distance({ from: at, to: time ? length.to + 1 : length.to }, length.value, 1);
}

/** "los últimos 3 meses", "next two weeks", "3 próximas semanas". */
function window(reading: Reading, at: number): Found<DatePart> | undefined {
  const first = word(reading, at);
  const past = /^(?:last|past|previous|ultimos|ultimas|pasados|pasadas)$/.test(first);
  if (!past && !/^(?:next|coming|following|upcoming|proximos|proximas|siguientes)$/.test(first)) return undefined;
  const few = /^(?:few|par)$/.test(word(reading, at + 1));
  const amount = few ? { value: 3, to: at + 2 } : amountAt(reading, at + 1);
  const unit = amount === undefined ? undefined : timeUnits.get(word(reading, amount.to));
  if (amount === undefined || unit === undefined || word(reading, amount.to).length < 2) return undefined;
  return { value: { kind: "window", amount: amount.value, unit, past }, from: at, to: amount.to + 1 };
}

/** "fines de mayo", "end of April", "mid June". */
function edgeOfMonth(reading: Reading, at: number): Found<DatePart> | undefined {
  const first = word(reading, at);
  const edge = /^(?:fin|fines|final|finales|end|late)$/.test(first)
    ? "end"
    : /^(?:principios?|inicios?|comienzos?|primeros|beginning|start|early)$/.test(first)
      ? "start"
      : /^(?:mediados|mid|middle)$/.test(first)
        ? "middle"
        : undefined;
  if (edge === undefined) return undefined;
  const link = /^(?:de|of|-)$/.test(word(reading, at + 1)) ? at + 2 : at + 1;
  const month = months.get(word(reading, link));
  if (month === undefined || (link === at + 1 && word(reading, link) === "may" && edge === "end")) return undefined;
  return { value: { kind: "edge", edge, unit: "month", shift: 0, month }, from: at, to: link + 1 };
}

/** "a week on Tuesday", "two weeks on Monday". */
function weekOn(reading: Reading, at: number, length: OneUnit): Found<DatePart> | undefined {
  if (length?.value.unit !== "week" || word(reading, length.to) !== "on") return undefined;
  const weekday = weekOnDays.get(word(reading, length.to + 1));
  if (weekday === undefined) return undefined;
  return {
    value: { kind: "weekday", weekday, which: "nearest", weeks: length.value.amount },
    from: at,
    to: length.to + 2,
  };
}

const weekOnDays = new Map(
  "monday tuesday wednesday thursday friday saturday sunday"
    .split(" ")
    .map((name, index): [string, number] => [name, index + 1]),
);
