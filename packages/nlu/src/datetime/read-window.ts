import { addMonths, civil, type DayNumber, dayNumber, mondayOf, monthAway } from "./civil.ts";
import type { TimeUnit } from "./moment.ts";
import { amountAt } from "./read-number.ts";
import type { Cut, Wide } from "./read-wide.ts";
import { type Reading, word } from "./reading.ts";
import { pad } from "./resolve-date.ts";
import { isoDay } from "./resolve-moment.ts";
import { timeUnits } from "./words.ts";

const past =
  /^(?:last|past|previous|preceding|ultimos|ultimas|pasados|pasadas|pasado|pasada|anteriores|previos|previas)$/;

const coming = /^(?:next|coming|following|upcoming|proximos|proximas|siguientes|venideros)$/;

const longUnits = new Map<string, { unit: TimeUnit; times: number }>([
  ...["quarters", "trimestres", "quarter"].map((one) => [one, { unit: "month", times: 3 }] as const),
  ...["decades", "decadas", "decade", "decada"].map((one) => [one, { unit: "year", times: 10 }] as const),
]);

/** "the last 3 months", "2 próximos meses", "5 años pasados", "6 años que vienen", "next few hours". */
export function windowAt(reading: Reading, at: number, cut: Cut): Wide | undefined {
  let to = /^(?:the|los|las)$/.test(word(reading, at)) ? at + 1 : at;
  let back: boolean | undefined;
  const side = () => {
    const text = word(reading, to);
    if (back === undefined && (past.test(text) || coming.test(text))) {
      back = past.test(text);
      to++;
    }
  };
  side();
  const amount = /^(?:few|pocos|pocas)$/.test(word(reading, to)) ? { value: 3, to: to + 1 } : amountAt(reading, to);
  if (amount === undefined) return undefined;
  to = amount.to;
  side();
  const unit = longUnits.get(word(reading, to)) ?? unitOf(word(reading, to));
  if (unit === undefined) return undefined;
  to++;
  side();
  if (back === undefined && /^(?:que|q)$/.test(word(reading, to)) && /^(?:vienen|viene)$/.test(word(reading, to + 1))) {
    back = false;
    to += 2;
  }
  if (back === undefined) return undefined;
  return { value: stretch(reading, { count: amount.value * unit.times, unit: unit.unit, back }, cut), to };
}

function unitOf(name: string): { unit: TimeUnit; times: number } | undefined {
  const unit = name.length > 1 ? timeUnits.get(name) : undefined;
  return unit === undefined ? undefined : { unit, times: 1 };
}

type Stretch = { count: number; unit: TimeUnit; back: boolean };

function stretch({ now }: Reading, { count, unit, back }: Stretch, cut: Cut): string {
  const minutes = { second: 1 / 60, minute: 1, hour: 60, day: 0, week: 0, month: 0, year: 0 }[unit];
  if (minutes > 0) {
    // Whole units: the running one counts as begun.
    const anchor = now.day * 1440 + now.minute + (cut === "aligned" && !back ? 1 : 0);
    const other = anchor + Math.round(count * minutes) * (back ? -1 : 1);
    return back ? `${instant(other)}/${instant(anchor)}` : `${instant(anchor)}/${instant(other)}`;
  }
  const start = cut === "aligned" ? aligned(now.day, unit, back) : back ? now.day : now.day + 1;
  const end = move(start, back ? -count : count, unit);
  return back ? `${isoDay(end)}/${isoDay(start)}` : `${isoDay(start)}/${isoDay(end)}`;
}

function instant(minutes: number): string {
  const day = Math.floor(minutes / 1440);
  const minute = minutes - day * 1440;
  return `${isoDay(day)}T${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}`;
}

/** The start of the running unit, or of the next one. */
function aligned(today: DayNumber, unit: TimeUnit, back: boolean): DayNumber {
  const { year, month } = civil(today);
  const next = back ? 0 : 1;
  if (unit === "week") return mondayOf(today) + 7 * next;
  if (unit === "month") {
    const first = monthAway({ year, month }, next);
    return dayNumber(first.year, first.month, 1);
  }
  return unit === "year" ? dayNumber(year + next, 1, 1) : today + next;
}

/** A day moved by whole or broken units. */
export function move(day: DayNumber, amount: number, unit: TimeUnit): DayNumber {
  if (unit === "month") return addMonths(day, Math.round(amount));
  if (unit === "year") return addMonths(day, Math.round(amount * 12));
  return day + Math.round(amount * (unit === "week" ? 7 : 1));
}
