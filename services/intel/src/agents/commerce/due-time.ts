import type { Span } from "@parley/business/calendar";
import { foldWord } from "@parley/nlu/text";
import type { Known } from "../../known.ts";
import type { CartLine } from "./commerce-state.ts";

/** When an order will be handed over, or why the wish cannot be met. `earliest` Unix ms. */
export type Due =
  | { kind: "at"; atMs: number; wished: boolean }
  | { kind: "ask"; earliest: number }
  | { kind: "ask-time"; date: string }
  | { kind: "closed" | "too-soon"; earliest: number }
  | { kind: "too-far" };

export type DueInput = { cart: readonly CartLine[]; delivery: boolean; when: string | undefined; now: number };

const minuteMs = 60_000;
/** Nobody is surprised by an hour or two; from here on the customer is asked. */
const soonMs = 3 * 60 * minuteMs;
const farthestMs = 90 * 24 * 60 * minuteMs;

/** Checks the wish against preparation, notice of the items and opening hours. */
export function dueOf({ cart, delivery, when, now }: DueInput, known: Known): Due {
  const earliest = earliestOf({ cart, delivery, now }, known);
  if (when === undefined)
    return earliest - now > soonMs ? { kind: "ask", earliest } : { kind: "at", atMs: earliest, wished: false };
  if (when === "asap") return { kind: "at", atMs: earliest, wished: earliest - now > soonMs };
  const wish = wishOf(when);
  if (wish === undefined) return { kind: "ask", earliest };
  const { calendar } = known;
  const today = calendar.localOf(now);
  if (wish.minutes === undefined) return { kind: "ask-time", date: wish.date ?? today.date };
  let atMs = calendar.instantOf(wish.date ?? today.date, wish.minutes);
  // "at 5" said at 6 is tomorrow's.
  if (wish.date === undefined && atMs < now) atMs = calendar.instantOf(today.date, wish.minutes + 24 * 60);
  if (atMs - now > farthestMs) return { kind: "too-far" };
  // What is asked for at the last minute of a preparation time is meant as well as can be.
  if (atMs < earliest - 5 * minuteMs) return { kind: "too-soon", earliest };
  const open = calendar.isOpenAt(atMs) || calendar.isOpenAt(atMs - minuteMs);
  return open ? { kind: "at", atMs, wished: true } : { kind: "closed", earliest: nextFrom(atMs, known) ?? earliest };
}

function earliestOf({ cart, delivery, now }: Omit<DueInput, "when">, known: Known): number {
  const { prepMinutes, delivery: terms } = known.business.ordering;
  const lead = (delivery ? (terms?.minutes ?? prepMinutes) : prepMinutes) * minuteMs;
  const notice = Math.max(0, ...cart.map(({ item }) => known.itemsById.get(item)?.noticeHours ?? 0)) * 60 * minuteMs;
  const begins = known.calendar.isOpenAt(now) ? now : (known.calendar.nextOpening(now)?.fromMs ?? now);
  const ready = Math.max(begins + lead, now + notice);
  if (known.calendar.isOpenAt(ready)) return ready;
  const opens = known.calendar.nextOpening(ready)?.fromMs;
  return opens === undefined ? ready : opens + (ready === now + notice ? 0 : lead);
}

function nextFrom(atMs: number, known: Known): number | undefined {
  return known.calendar.nextOpening(atMs)?.fromMs;
}

/** The day and minute of a datetime value; a span counts from its beginning. Undefined for what names neither. */
export function wishOf(when: string): { date: string | undefined; minutes: number | undefined } | undefined {
  const [start = "", end = ""] = when.split("/");
  const found = /^(\d{4}-\d{2}-\d{2})?(?:T(\d{2}):(\d{2}))?/.exec(start === "" ? end : start);
  const [, date, hours, minutes] = found ?? [];
  if (date === undefined && hours === undefined) return undefined;
  return { date, minutes: hours === undefined ? undefined : Number(hours) * 60 + Number(minutes) };
}

/** A wish that keeps what the new one does not say: "mejor a las 6" keeps the day. */
export function mergedWish(before: string | undefined, next: string): string {
  const old = before === undefined || before === "asap" ? undefined : wishOf(before);
  const now = wishOf(next);
  if (now === undefined) return next;
  const date = now.date ?? old?.date;
  const minutes = now.minutes ?? (now.date === undefined ? old?.minutes : undefined);
  const clock = minutes ?? (now.date !== undefined ? old?.minutes : undefined);
  const time = clock === undefined ? "" : `T${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
  return `${date ?? ""}${time}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

const half = 12 * 60;
const saysHalf =
  /\b(?:am|a\.m|pm|p\.m|de la (?:manana|tarde|noche)|por la (?:manana|tarde|noche)|in the (?:morning|afternoon|evening)|at night|tonight)\b|\d(?:am|pm)\b|\b(?:1[3-9]|2[0-3])(?::\d\d|\s*h)|\b(?:noon|mediodia|medianoche|midnight)\b/;

/** A time said by the hand of the clock, in the half of the day in which there is an opening: `HH:MM`. */
export function openHalf(time: string, { spans, said }: { spans: readonly Span[]; said: string }): string {
  const minutes = wishOf(`T${time}`)?.minutes;
  if (minutes === undefined || spans.length === 0 || saysHalf.test(foldWord(said))) return time;
  const open = (at: number) => spans.some(({ from, to }) => from <= at && at <= to);
  const other = minutes < half ? minutes + half : minutes - half;
  return !open(minutes) && open(other) ? `${two(Math.floor(other / 60))}:${two(other % 60)}` : time;
}

/** The same for a wish with or without its day. */
export function openWish(when: string, said: string, { now, known }: { now: number; known: Known }): string {
  const wish = wishOf(when);
  if (wish?.minutes === undefined) return when;
  const date = wish.date ?? known.calendar.localOf(now).date;
  const time = `${two(Math.floor(wish.minutes / 60))}:${two(wish.minutes % 60)}`;
  return `${wish.date ?? ""}T${openHalf(time, { spans: known.calendar.openAt(date), said })}`;
}
