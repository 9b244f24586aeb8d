import { inLanguage } from "@parley/business/translated";
import { foldedOf } from "../said.ts";
import { words } from "../say.ts";
import { type Answer, ask, tell } from "./answer-parts.ts";
import { askBooking } from "./ask-booking.ts";
import type { Booked, CommerceState } from "./commerce-state.ts";
import type { Scene } from "./offer.ts";
import { placeOf } from "./place-booking.ts";
import { readBookingValues } from "./read-booking.ts";

/** A booking that is made: where it stands, another time for it, or giving it up. */
export function answerBooked(state: CommerceState, booked: Booked, scene: Scene): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const { number, booking: id } = booked;
  const kind = known.business.bookings.find((one) => one.id === id);
  if (booked.status === "cancelled" || kind === undefined)
    return tell(state, [words(known, language, "booking-cancelled", { number })]);
  const { date = "", time = "00:00" } = booked.values;
  const { name } = turn.intent;
  if (name === "order_status") {
    return tell(state, [
      words(known, language, "booking-status", { number, booking: inLanguage(kind.name, language), day: date, time }),
    ]);
  }
  if (booked.startsAtMs <= turn.now) {
    const handOver = { reason: `wants to change booking ${number}, which is over` };
    return { ...tell(state, [words(known, language, "booking-over", { number })]), handOver };
  }
  if (name === "cancel_order") {
    const options = [
      { id: "cancel:yes", title: words(known, language, "option-cancel-it") },
      { id: "cancel:no", title: words(known, language, "option-keep") },
    ];
    const body = words(known, language, "confirm-cancel-booking", { number, day: date, time });
    return ask({ ...state, cancelling: number }, { id: "booking.cancel", type: "yes_no", body, options }, { scene });
  }
  const said = readBookingValues(state, kind, scene, []);
  const draft = { booking: id, values: { ...booked.values, ...said }, changes: number, full: [] };
  if (Object.keys(said).length > 0) return askBooking({ ...state, draft }, [], scene);
  const body = words(known, language, "booking-ask-change", { number });
  return ask({ ...state, draft }, { id: "booking.change", type: "text", body }, { scene });
}

/** The customer has said yes or no to giving a booking up. */
export function settleBookingCancelled(
  before: CommerceState,
  { turn, known }: Scene,
  picks: readonly string[],
): Answer | undefined {
  const { cancelling, ...state } = before;
  const booked = state.bookings.find(({ number }) => number === cancelling);
  if (booked === undefined) return undefined;
  const folded = foldedOf(turn);
  const no = picks.includes("cancel:no") || turn.confirmation === "no" || /^\W*(?:no|nop|nope)\b/.test(folded);
  const yes =
    picks.includes("cancel:yes") || turn.confirmation === "yes" || /^\W*(?:si|yes|ok|dale|claro|cancel)/.test(folded);
  const { number, id } = booked;
  if (!yes || no) return tell(state, [words(known, turn.language, "booking-kept", { number })]);
  const bookings = state.bookings.map((one) => (one === booked ? { ...one, status: "cancelled" as const } : one));
  return {
    ...tell({ ...state, bookings }, [words(known, turn.language, "booking-cancelled", { number })]),
    reserve: { id, places: [placeOf(booked.booking, booked.values)], release: true },
  };
}
