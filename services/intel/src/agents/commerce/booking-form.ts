import type { BookingSlot } from "@parley/business/booking";
import type { Business } from "@parley/business/business";
import type { Forms } from "@parley/nlu/flow/dialogue";
import type { CommerceState } from "./commerce-state.ts";

/** How the flow reads each slot of a booking. */
export const slotTypes: Readonly<Record<BookingSlot, string>> = {
  people: "number",
  service: "product",
  date: "date",
  time: "time",
  name: "person",
  phone: "phone",
  email: "email",
  notes: "text",
};

/** The slots of the booking under way, or of all there are while none is. */
export function bookingForm({ draft }: CommerceState, { bookings }: Business): Forms {
  const meant = bookings.filter(({ id }) => draft === undefined || draft.booking === id);
  if (meant.length === 0) return {};
  const slots = new Set(meant.flatMap((booking) => booking.slots));
  return { booking: Object.fromEntries([...slots].map((slot) => [slot, slotTypes[slot]])) };
}
