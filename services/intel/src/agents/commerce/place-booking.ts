import { inLanguage } from "@parley/business/translated";
import type { Reservation, ReservationOutcome } from "../agent.ts";
import { words } from "../say.ts";
import { type Answer, ask, tell } from "./answer-parts.ts";
import { askBooking, timeOption } from "./ask-booking.ts";
import { objectionTo, otherTimes } from "./booking-rules.ts";
import { type Booked, type BookingDraft, type CommerceState, most } from "./commerce-state.ts";
import { wishOf } from "./due-time.ts";
import { numberOf } from "./number-of.ts";
import type { Scene } from "./offer.ts";

type Place = NonNullable<Reservation["places"]>[number];

/** Asks for the place; what comes of it is `settleBooking`'s. */
export function placeBooking(state: CommerceState, scene: Scene): Answer {
  const { draft } = state;
  const booking = scene.known.business.bookings.find(({ id }) => id === draft?.booking);
  if (draft === undefined || booking === undefined) return { state, replies: [] };
  const complete = booking.slots.every((slot) => (draft.values[slot] ?? "") !== "");
  if (!complete || objectionTo(draft, booking, scene) !== undefined) return askBooking(state, [], scene);
  const before = state.bookings.find(({ number }) => number === draft.changes);
  const moves = before !== undefined && before.values.date !== draft.values.date;
  // Each day has its own shelf: what the booking held on the other day goes back with the same reservation.
  const places = [
    placeOf(draft.booking, draft.values),
    ...(moves ? [{ ...placeOf(before.booking, before.values), people: 0 }] : []),
  ];
  return { state: { ...state, placing: "booking" }, replies: [], reserve: { id: before?.id ?? scene.turn.id, places } };
}

/** Where and when a booking holds its place. */
export function placeOf(booking: string, { date = "", time = "00:00", people }: BookingDraft["values"]): Place {
  return { booking, at: `${date}T${time}`, people: Number(people ?? 1) };
}

export function settleBooking(before: CommerceState, outcome: ReservationOutcome, scene: Scene): Answer {
  const { placing: _, draft, ...state } = before;
  if (draft === undefined) return { state, replies: [] };
  return outcome.kind === "reserved" ? booked(state, { draft, id: outcome.id }, scene) : full(state, draft, scene);
}

function booked(state: CommerceState, { draft, id }: { draft: BookingDraft; id: string }, scene: Scene): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const kind = known.business.bookings.find((one) => one.id === draft.booking);
  if (kind === undefined) return { state, replies: [] };
  const before = state.bookings.find(({ number }) => number === draft.changes);
  const { date = "", time = "00:00", people } = draft.values;
  const one: Booked = {
    id,
    number: before?.number ?? numberOf(kind.numberPrefix, id),
    booking: kind.id,
    text: `${inLanguage(kind.name, language)}, ${known.texts.formats.date(date, language)}, ${known.texts.formats.time(time, language)}`,
    status: "placed",
    placedAtMs: before?.placedAtMs ?? turn.now,
    values: draft.values,
    startsAtMs: known.calendar.instantOf(date, wishOf(`T${time}`)?.minutes ?? 0),
  };
  const others = state.bookings.filter(({ number }) => number !== one.number);
  const next = { ...state, bookings: [...others, one].slice(-most.bookings), reminded: false };
  const { number } = one;
  if (before !== undefined) {
    return tell(next, [
      words(known, language, "booking-changed", { number, day: date, time, people: Number(people ?? 0) }),
    ]);
  }
  return tell(next, [
    words(known, language, "booking-placed", { number, booking: inLanguage(kind.name, language), day: date, time }),
  ]);
}

/** No room: other times that do not overlap are offered; whether they have room shows when they are asked for. */
function full(state: CommerceState, draft: BookingDraft, scene: Scene): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const { date = "", time = "00:00" } = draft.values;
  const refused: BookingDraft = { ...draft, full: [...draft.full, `${date}T${time}`].slice(-most.full) };
  const kind = known.business.bookings.find((one) => one.id === draft.booking);
  const times = kind === undefined ? [] : otherTimes(refused, kind, scene);
  const { time: _, ...values } = draft.values;
  const next: CommerceState = { ...state, draft: { ...refused, values } };
  const said = words(known, language, "booking-full", { day: date, time });
  const options = times.map((one) => timeOption(one, scene));
  const before = state.bookings.find(({ number }) => number === draft.changes);
  if (before === undefined) return ask(next, { id: "booking.time", type: "time", body: said, options }, { scene });
  // The refusal gave back what the booking held: it is taken again before anything is said.
  const afterwards = `${said}\n${words(known, language, "booking-not-moved", { number: before.number })}`;
  return {
    state: { ...state, placing: "restored", afterwards },
    replies: [],
    reserve: { id: before.id, places: [placeOf(before.booking, before.values)] },
  };
}
