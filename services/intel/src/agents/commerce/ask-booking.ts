import type { Booking, BookingSlot } from "@parley/business/booking";
import { inLanguage } from "@parley/business/translated";
import { words } from "../say.ts";
import { type Answer, ask } from "./answer-parts.ts";
import { slotTypes } from "./booking-form.ts";
import { clockOf, objectionTo, startsOn } from "./booking-rules.ts";
import type { BookingDraft, CommerceState } from "./commerce-state.ts";
import { nameOf } from "./describe.ts";
import type { Offered, Scene } from "./offer.ts";

/** Asks for the next thing a booking needs, says what cannot be, or sums it up to be confirmed. */
export function askBooking(state: CommerceState, notes: readonly string[], scene: Scene): Answer {
  const { draft } = state;
  const booking = scene.known.business.bookings.find(({ id }) => id === draft?.booking);
  if (draft === undefined || booking === undefined) return { state, replies: [] };
  const objection = objectionTo(draft, booking, scene);
  if (objection !== undefined) {
    const { [objection.slot]: _, ...values } = draft.values;
    const options = (objection.times ?? []).map((time) => timeOption(time, scene));
    const question = {
      id: `booking.${objection.slot}`,
      type: slotTypes[objection.slot],
      body: objection.body,
      options,
    };
    return ask({ ...state, draft: { ...draft, values } }, question, { notes, scene });
  }
  const slot = booking.slots.find((one) => draft.values[one] === undefined || draft.values[one] === "");
  if (slot === undefined) return askToConfirm(state, { draft, booking, notes }, scene);
  const { body, options } = questionFor(slot, { draft, booking }, scene);
  return ask(state, { id: `booking.${slot}`, type: slotTypes[slot], body, options }, { notes, scene });
}

type Asking = { draft: BookingDraft; booking: Booking };

function questionFor(
  slot: BookingSlot,
  { draft, booking }: Asking,
  scene: Scene,
): { body: string; options: Offered[] } {
  const { turn, known } = scene;
  const { language } = turn;
  if (slot === "service") {
    const options = booking.services.map((id) => ({ id: `service:${id}`, title: nameOf(id, scene) }));
    return {
      body: words(known, language, "booking-ask-service", { services: options.map(({ title }) => title) }),
      options,
    };
  }
  const body = words(known, language, `booking-ask-${slot}`, { booking: inLanguage(booking.name, language) });
  const { date } = draft.values;
  const starts = slot === "time" && date !== undefined ? startsOn(date, booking, scene) : [];
  // More would be cut off the list, as if they could not be had.
  const options = starts.length > 10 ? [] : starts.map((start) => timeOption(clockOf(start), scene));
  return { body, options };
}

export function timeOption(time: string, { turn, known }: Scene): Offered {
  return { id: `time:${time}`, title: known.texts.formats.time(time, turn.language) };
}

function askToConfirm(
  state: CommerceState,
  { draft, booking, notes }: Asking & { notes: readonly string[] },
  scene: Scene,
): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const { people, service, date = "", time = "", name, phone } = draft.values;
  const body = words(known, language, "confirm-booking", {
    booking: inLanguage(booking.name, language),
    people: Number(people ?? 0),
    day: date,
    time,
    ...(service === undefined ? {} : { service: nameOf(service, scene) }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  });
  const options = [
    { id: "book:yes", title: words(known, language, "option-confirm-booking") },
    { id: "book:change", title: words(known, language, "option-change") },
    { id: "book:no", title: words(known, language, "option-cancel") },
  ];
  return ask(state, { id: "booking.confirm", type: "yes_no", body, options }, { notes, scene });
}
