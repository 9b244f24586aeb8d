import type { Reservation } from "../agent.ts";
import type { CommerceState } from "./commerce-state.ts";
import { placeOf } from "./place-booking.ts";

/** What a chat has of the stock; `used`: its time has come, the goods are gone. */
export type Holding = { reservation: Reservation; used: boolean };

export function holdingsOf({ orders, bookings }: CommerceState, now: number): Holding[] {
  const ofOrders = orders
    .filter(({ status }) => status === "placed")
    .map(({ id, lines, dueAtMs }): Holding => {
      const items = lines.map(({ item, quantity }) => ({ item, quantity }));
      return { reservation: { id, items, release: true }, used: dueAtMs <= now };
    });
  const ofBookings = bookings
    .filter(({ status }) => status === "placed")
    .map(({ id, booking, values, startsAtMs }): Holding => {
      return { reservation: { id, places: [placeOf(booking, values)], release: true }, used: startsAtMs <= now };
    });
  return [...ofOrders, ...ofBookings];
}
