import type { Booking } from "@parley/business/booking";
import { foldName } from "@parley/business/fold-name";
import { onceFor } from "../once-for.ts";
import { foldedOf, namesIn } from "../said.ts";
import { clockOf } from "./booking-rules.ts";
import { type BookingDraft, type CommerceState, most } from "./commerce-state.ts";
import { openHalf, wishOf } from "./due-time.ts";
import type { Scene } from "./offer.ts";
import { isControl } from "./read-checkout.ts";

/** The bookable thing a turn names; the only one there is when it names none. */
export function bookingNamed({ turn, known }: Scene): Booking | undefined {
  const { bookings } = known.business;
  const said = namesIn(turn);
  const best = labelsOf(bookings).find(({ one, several }) => said.includes(one) || said.includes(several))?.booking;
  if (best !== undefined) return best;
  // "para 4 personas" is a booking that asks for people.
  const people = turn.slots.people !== undefined;
  const asking = bookings.filter(({ slots }) => people && slots.includes("people"));
  return bookings.length === 1 ? bookings[0] : asking.length === 1 ? asking[0] : undefined;
}

/** The names of what can be booked between spaces, in the singular and plural, the longest first. */
const labelsOf = onceFor((bookings: readonly Booking[]) =>
  bookings
    .flatMap((booking) => [...Object.values(booking.name), ...booking.aliases].map((name) => ({ booking, name })))
    .map(({ booking, name }) => ({ booking, one: ` ${foldName(name)} `, several: ` ${foldName(name)}s ` }))
    .sort((a, b) => b.one.length - a.one.length),
);

/** What a turn says for a booking, by slot. */
export function readBookingValues(
  state: CommerceState,
  booking: Booking,
  scene: Scene,
  picks: readonly string[],
): BookingDraft["values"] {
  const { turn, known } = scene;
  const said: Record<string, string> = {};
  for (const slot of booking.slots) {
    const value = turn.slots[slot];
    if (value === undefined || /^[a-z]+:/.test(value)) continue;
    if (slot === "date" || slot === "time") Object.assign(said, momentOf(value));
    else if (slot === "service") said.service = serviceNamed(booking, value, scene) ?? "";
    else if (slot !== "name" || !isControl(value)) said[slot] = value.slice(0, most.text);
  }
  for (const pick of picks) {
    if (pick.startsWith("time:")) said.time = pick.slice(5);
    if (pick.startsWith("service:")) said.service = pick.slice(8);
  }
  if (said.people === undefined) Object.assign(said, peopleIn(state, booking, scene));
  Object.assign(said, momentsIn(scene, said));
  if (booking.slots.includes("service") && (said.service ?? "") === "") {
    const product = turn.entities.find(
      ({ type, value }) => type === "product" && booking.services.includes(String(value)),
    );
    const service = product === undefined ? serviceNamed(booking, turn.text, scene) : String(product.value);
    if (service === undefined) delete said.service;
    else said.service = service;
  }
  if (said.name === undefined && booking.slots.includes("name")) {
    const person = turn.entities.find(({ type }) => type === "person")?.text;
    if (person !== undefined && !isControl(person)) said.name = person.slice(0, 100);
    else if (
      state.asked === "booking.name" &&
      /^\p{L}[\p{L}'. -]{1,60}$/u.test(turn.text.trim()) &&
      turn.text.trim().split(/\s+/).length <= 4
    ) {
      if (!isControl(turn.text)) said.name = turn.text.trim();
    }
  }
  const phone = turn.entities.find(({ type }) => type === "phone")?.value;
  if (said.phone === undefined && typeof phone === "string" && booking.slots.includes("phone")) said.phone = phone;
  if (said.time !== undefined)
    said.time = inOpeningHours(said.time, { booking, date: said.date ?? state.draft?.values.date }, { turn, known });
  return said;
}

/** "a las 5" at a place that opens in the daytime only is the afternoon's, "a las 10" the morning's. */
function inOpeningHours(
  time: string,
  { booking, date }: { booking: Booking; date: string | undefined },
  { turn, known }: Scene,
): string {
  const calendar = known.bookingCalendars.get(booking.id) ?? known.calendar;
  const day = date ?? calendar.localOf(turn.now + 86_400_000).date;
  return openHalf(time, { spans: calendar.openAt(day), said: turn.text });
}

function momentOf(value: string): { date?: string; time?: string } {
  const wish = wishOf(value) ?? wishOf(`T${value}`);
  return {
    ...(wish?.date === undefined ? {} : { date: wish.date }),
    ...(wish?.minutes === undefined ? {} : { time: clockOf(wish.minutes) }),
  };
}

/** Days and times the flow gave to no slot, in a turn about the booking. */
function momentsIn({ turn }: Scene, said: Readonly<Record<string, string>>): { date?: string; time?: string } {
  const found: { date?: string; time?: string } = {};
  for (const { type, value } of turn.entities) {
    if (type !== "datetime" || typeof value !== "string") continue;
    const { date, time } = momentOf(value);
    // The last one is meant: "no el viernes, mejor el sábado".
    if (date !== undefined && said.date === undefined) found.date = date;
    if (time !== undefined && said.time === undefined) found.time = time;
  }
  return found;
}

function peopleIn({ asked }: CommerceState, booking: Booking, { turn }: Scene): { people?: string } {
  if (!booking.slots.includes("people")) return {};
  const counted = turn.entities.find(
    ({ type, value }) => type === "quantity" && typeof value === "object" && value.unit === "person",
  );
  if (typeof counted?.value === "object") return { people: String(counted.value.amount) };
  const folded = foldedOf(turn);
  const bare = asked === "booking.people" ? /\b(\d{1,4})\b/.exec(folded)?.[1] : undefined;
  const said =
    /\b(?:somos|seremos|seriamos|para|for|we are|we'll be|party of|table of|mesa de)\s+(\d{1,4})\b(?!\s*(?::|am|pm|de))/.exec(
      folded,
    )?.[1];
  const people = said ?? bare;
  return people === undefined ? {} : { people };
}

function serviceNamed({ services }: Booking, said: string, { known }: Scene): string | undefined {
  if (services.includes(said)) return said;
  const hits = known.searchCatalog(said, 5).filter(({ id, score }) => score >= 0.5 && services.includes(id));
  return hits[0]?.id;
}
