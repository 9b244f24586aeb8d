import type { Booking } from "@parley/business/booking";
import { inLanguage } from "@parley/business/translated";
import { addDays } from "@parley/business/zone";
import { words } from "../say.ts";
import type { BookingDraft } from "./commerce-state.ts";
import { wishOf } from "./due-time.ts";
import type { Scene } from "./offer.ts";

/** Why a value cannot stand: the slot to ask again, and what to say. */
export type Objection = { slot: "people" | "date" | "time"; body: string; times?: string[] };

/** Checks the draft's people, day and time against the rules of the booking and the calendar; undefined when all of it can be. */
export function objectionTo({ values }: BookingDraft, booking: Booking, scene: Scene): Objection | undefined {
  return (
    peopleObjection(values.people, booking, scene) ??
    dateObjection(values, booking, scene) ??
    timeObjection(values, booking, scene)
  );
}

function peopleObjection(said: string | undefined, booking: Booking, { turn, known }: Scene): Objection | undefined {
  if (said === undefined) return undefined;
  const people = Number(said);
  const { minPeople, maxPeople } = booking;
  if (people > maxPeople)
    return { slot: "people", body: words(known, turn.language, "booking-too-many", { most: maxPeople }) };
  return Number.isInteger(people) && people >= Math.max(1, minPeople)
    ? undefined
    : { slot: "people", body: words(known, turn.language, "booking-too-few", { least: Math.max(1, minPeople) }) };
}

function dateObjection({ date }: BookingDraft["values"], booking: Booking, scene: Scene): Objection | undefined {
  if (date === undefined) return undefined;
  const { turn, known } = scene;
  const { language } = turn;
  const calendar = known.bookingCalendars.get(booking.id) ?? known.calendar;
  const { date: today } = calendar.localOf(turn.now);
  if (date < today) return { slot: "date", body: words(known, language, "booking-past") };
  if (date > addDays(today, booking.horizonDays)) {
    return { slot: "date", body: words(known, language, "booking-too-far", { days: booking.horizonDays }) };
  }
  if (calendar.openAt(date).length > 0) return undefined;
  const holiday = calendar.holidayOn(date);
  const reason = holiday === undefined ? {} : { reason: inLanguage(holiday.name, language) };
  return { slot: "date", body: words(known, language, "booking-closed", { day: date, ...reason }) };
}

function timeObjection({ date, time }: BookingDraft["values"], booking: Booking, scene: Scene): Objection | undefined {
  if (date === undefined || time === undefined) return undefined;
  const { turn, known } = scene;
  const { language } = turn;
  const calendar = known.bookingCalendars.get(booking.id) ?? known.calendar;
  const minutes = wishOf(`T${time}`)?.minutes ?? 0;
  const atMs = calendar.instantOf(date, minutes);
  if (atMs < turn.now) return { slot: "time", body: words(known, language, "booking-past") };
  const starts = startsOn(date, booking, scene);
  const spans = calendar.openAt(date);
  const { formats } = known.texts;
  if (!spans.some(({ from, to }) => from <= minutes && minutes < to)) {
    const open = spans.map(({ from, to }) => `${formats.time(from, language)}–${formats.time(to, language)}`);
    return { slot: "time", body: words(known, language, "booking-closed-at", { day: date, time, spans: open }) };
  }
  if (atMs - turn.now < booking.noticeMinutes * 60_000) {
    const notice = noticeText(booking.noticeMinutes, scene);
    return { slot: "time", body: words(known, language, "booking-too-soon", { notice }) };
  }
  if (starts.includes(minutes)) return undefined;
  const times = nearest(starts, minutes, 3).map(clockOf);
  return {
    slot: "time",
    body: words(known, language, "booking-starts", { times: times.map((one) => formats.time(one, language)) }),
    times,
  };
}

/** The minutes of a day at which a booking may still begin. */
export function startsOn(date: string, booking: Booking, { turn, known }: Scene): number[] {
  const calendar = known.bookingCalendars.get(booking.id) ?? known.calendar;
  const earliest = turn.now + booking.noticeMinutes * 60_000;
  const starts: number[] = [];
  for (const { from, to } of calendar.openAt(date)) {
    for (let at = from; at < to && starts.length < 300; at += booking.slotMinutes) {
      if (calendar.instantOf(date, at) >= earliest) starts.push(at);
    }
  }
  return starts;
}

/** Times near a full one that do not overlap it and were not refused yet. */
export function otherTimes({ values, full }: BookingDraft, booking: Booking, scene: Scene): string[] {
  const { date, time } = values;
  if (date === undefined || time === undefined) return [];
  const wanted = wishOf(`T${time}`)?.minutes ?? 0;
  const lasts = booking.lastsMinutes ?? booking.slotMinutes;
  const taken = full.filter((one) => one.startsWith(date)).map((one) => wishOf(one)?.minutes ?? 0);
  const free = startsOn(date, booking, scene).filter((start) => taken.every((one) => Math.abs(start - one) >= lasts));
  return nearest(free, wanted, 3).map(clockOf);
}

function nearest(starts: readonly number[], wanted: number, count: number): number[] {
  const sorted = [...starts].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b);
  return sorted.slice(0, count).sort((a, b) => a - b);
}

export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function noticeText(minutes: number, { turn }: Scene): string {
  const hours = minutes >= 120 && minutes % 60 === 0;
  const unit = hours ? "hour" : "minute";
  const format = new Intl.NumberFormat(turn.language, { style: "unit", unit, unitDisplay: "long" });
  return format.format(hours ? minutes / 60 : minutes);
}
