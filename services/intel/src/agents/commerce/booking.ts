import type { Booking } from "@parley/business/booking";
import { inLanguage } from "@parley/business/translated";
import { foldedOf } from "../said.ts";
import { words } from "../say.ts";
import { answerBooked, settleBookingCancelled } from "./after-booking.ts";
import { meantBy } from "./after-order.ts";
import { type Answer, ask, tell } from "./answer-parts.ts";
import { askBooking } from "./ask-booking.ts";
import type { CommerceState } from "./commerce-state.ts";
import type { Scene } from "./offer.ts";
import { placeBooking } from "./place-booking.ts";
import { bookingNamed, readBookingValues } from "./read-booking.ts";

const wantsOne =
  /\b(?:reserv\w+|agend\w+|apart(?:ar|ame)|(?:quiero|quisiera|necesito|dame|want|need|get|have) (?:\w+ ){0,2}(?:mesa|cita|turno|table|appointment|booking|reservation|degustacion|tasting)|(?:book|reserve) (?:\w+ ){0,2}(?:table|appointment|tasting))\b/;

const moved =
  /\b(?:cambi\w*|mover|muev\w+|pas(?:ar|a|en)|reagend\w+|reprogram\w+|adelant\w+|change|move|reschedule|push)\b.{0,20}\b(?:mi|la|nuestra|my|our|the) (?:reserva\w*|mesa|cita|booking|reservation|table|appointment)\b/;

/** Answers a turn about a booking, new, under way or made; undefined when it is about none. */
export function answerBooking(state: CommerceState, scene: Scene, picks: readonly string[]): Answer | undefined {
  const { turn, known } = scene;
  const [which] = picks.filter((pick) => pick.startsWith("booking:"));
  if (which !== undefined)
    return begin(
      state,
      known.business.bookings.find(({ id }) => id === which.slice(8)),
      { scene, picks },
    );
  const cancelled = settleBookingCancelled(state, scene, picks);
  if (cancelled !== undefined) return cancelled;
  if (state.draft !== undefined) return goOn(state, scene, picks);
  const { name } = turn.intent;
  const folded = foldedOf(turn).slice(0, 300);
  if (state.asked === "booking.another" && agrees.test(folded))
    return begin(state, bookingNamed(scene), { scene, picks });
  const about = name === "book_appointment" || turn.topic === "booking" || wantsOne.test(folded);
  const moves = state.bookings.some(({ status }) => status === "placed") && moved.test(folded);
  const existing = moves || ["change_order", "cancel_order", "order_status"].includes(name);
  const meant = existing || turn.entities.some(({ type }) => type === "order_id") ? meantBy(state, scene) : undefined;
  if (meant?.kind === "booking" && (state.cart.length === 0 || about)) return answerBooked(state, meant.booked, scene);
  if (!about || turn.slots.order_number !== undefined) return undefined;
  if (existing && name !== "order_status" && turn.topic === "booking") {
    const body = words(known, turn.language, "booking-not-found");
    return ask(state, { id: "booking.another", type: "yes_no", body }, { scene });
  }
  // "gracias" after a booking is still of its topic.
  if (!wantsOne.test(folded) && name !== "book_appointment") return undefined;
  if (known.business.bookings.length === 0) return tell(state, [words(known, turn.language, "bookings-off")]);
  return begin(state, bookingNamed(scene), { scene, picks });
}

type Beginning = { scene: Scene; picks: readonly string[] };

function begin(state: CommerceState, booking: Booking | undefined, { scene, picks }: Beginning): Answer {
  const { turn, known } = scene;
  if (booking === undefined) {
    const options = known.business.bookings.map(({ id, name }) => ({
      id: `booking:${id}`,
      title: inLanguage(name, turn.language),
    }));
    const body = words(known, turn.language, "booking-ask-which", { bookings: options.map(({ title }) => title) });
    return ask(state, { id: "booking.which", type: "choice", body, options }, { scene });
  }
  const values = readBookingValues(state, booking, scene, picks);
  return askBooking({ ...state, draft: { booking: booking.id, values, full: [] } }, [], scene);
}

const refuses = /^\W*(?:no|nop|nope|ya no|mejor no|not|cancel\w*|olvidal[oa]|forget it|never ?mind|dejal[oa])\b/;
const agrees =
  /^\W*(?:si+|sip|claro|dale|va|vale|ok(?:ay)?|sale|confirm\w*|correcto|perfecto|asi es|yes+|yep|yeah|sure|please|correct|go ahead|great|perfect)\b/;

function goOn(state: CommerceState, scene: Scene, picks: readonly string[]): Answer | undefined {
  const { turn, known } = scene;
  const { draft } = state;
  const booking = known.business.bookings.find(({ id }) => id === draft?.booking);
  if (draft === undefined || booking === undefined) return undefined;
  const folded = foldedOf(turn).slice(0, 300);
  const other = wantsOne.test(folded) ? bookingNamed(scene) : undefined;
  if (other !== undefined && other.id !== booking.id) return begin(withoutDraft(state), other, { scene, picks });
  const stops = refuses.test(folded) && folded.trim().split(/\s+/).length <= 3 && state.asked !== "booking.confirm";
  if (stops && /^\W*(?:cancel|olvid|forget|never|ya no|dejal)/.test(folded)) {
    return tell(withoutDraft(state), [words(known, turn.language, "booking-not-placed")]);
  }
  const said = readBookingValues(state, booking, scene, picks);
  if (Object.keys(said).length > 0) {
    return askBooking({ ...state, draft: { ...draft, values: { ...draft.values, ...said } } }, [], scene);
  }
  const confirming = state.asked === "booking.confirm";
  const [pick] = picks.filter((one) => one.startsWith("book:"));
  if (pick === "book:yes" || (confirming && (turn.confirmation === "yes" || agrees.test(folded))))
    return placeBooking(state, scene);
  if (pick === "book:change") {
    return ask(
      state,
      { id: "booking.change", type: "text", body: words(known, turn.language, "ask-what-to-change") },
      { scene },
    );
  }
  const drops = turn.intent.name === "cancel_order" || pick === "book:no" || (turn.confirmation ?? "no") === "no";
  if (pick === "book:no" || (drops && refuses.test(folded))) {
    return tell(withoutDraft(state), [words(known, turn.language, "booking-not-placed")]);
  }
  const goods = turn.entities.some(({ type }) => type === "product") && turn.intent.name !== "book_appointment";
  if (
    goods ||
    turn.interaction?.kind === "order" ||
    picks.some((one) => /^(?:item|cat|do|pay|method|opt|zone|confirm):/.test(one))
  )
    return undefined;
  if (["thanks", "goodbye"].includes(turn.intent.name)) {
    return state.reminded
      ? tell(state, [words(known, turn.language, turn.intent.name === "thanks" ? "thanks" : "goodbye")])
      : askBooking({ ...state, reminded: true }, [words(known, turn.language, "remind-booking")], scene);
  }
  return askBooking(state, [], scene);
}

export function withoutDraft({ draft: _, ...state }: CommerceState): CommerceState {
  return state;
}
