import { type Out, send } from "@parley/actor/out";
import { escapeToken } from "@parley/contract/ids";
import type { StockAnswered, StockRelease, StockReserve } from "@parley/contract/stock";
import { z } from "zod";
import type { Reservation, ReservationOutcome } from "../agents/agent.ts";
import type { Known } from "../known.ts";

const Line = z.object({
  item: z.string().optional(),
  booking: z.string().optional(),
  /** Absent until the shelf has answered. */
  granted: z.boolean().optional(),
  left: z.number().optional(),
});

/** A reservation on its way: what each shelf has said so far. */
export const ReservationUnderWay = z.object({ id: z.string(), shelves: z.record(z.string(), Line) });
export type ReservationUnderWay = z.infer<typeof ReservationUnderWay>;

type Wanted = { shelf: string; line: z.infer<typeof Line>; message: Omit<StockReserve, "type" | "v" | "id" | "chat"> };

/**
 * Asks the shelves for what the business file limits. `underWay` undefined: nothing is limited, so all of it is granted; a release needs no
 * answer either.
 */
export function reserve(
  reservation: Reservation,
  chat: string,
  known: Known,
): { outs: Out[]; underWay: ReservationUnderWay | undefined } {
  const { release } = reservation;
  // Order numbers are unique in a chat only.
  const id = `${chat}/${reservation.id}`;
  const wanted = wantedOf(reservation, known);
  if (release === true) return { outs: wanted.map(({ shelf }) => giveBack(id, shelf)), underWay: undefined };
  const outs = wanted.map(({ shelf, message }) => {
    const ask: StockReserve = { type: "stock.reserve", v: 1, id, chat, ...message };
    return send("stock", ask, shelf);
  });
  const shelves = Object.fromEntries(wanted.map(({ shelf, line }) => [shelf, line]));
  return { outs, underWay: wanted.length === 0 ? undefined : { id, shelves } };
}

/** Takes one shelf's answer in. With the last one there is an outcome; on a refusal what others granted is given back. */
export function collect(
  underWay: ReservationUnderWay,
  { shelf, granted, left }: StockAnswered,
): { underWay: ReservationUnderWay; outs: Out[]; outcome?: ReservationOutcome } {
  const line = underWay.shelves[shelf];
  if (line === undefined) return { underWay, outs: [] };
  const { id } = underWay;
  const own = id.slice(id.indexOf("/") + 1);
  const shelves = { ...underWay.shelves, [shelf]: { ...line, granted, left } };
  const next = { id, shelves };
  const lines = Object.entries(shelves);
  if (lines.some(([, { granted: answer }]) => answer === undefined)) return { underWay: next, outs: [] };
  const short = lines.flatMap(([, { granted: answer, item, booking, left: rest = 0 }]) =>
    answer === true
      ? []
      : [{ ...(item === undefined ? {} : { item }), ...(booking === undefined ? {} : { booking }), left: rest }],
  );
  if (short.length === 0) return { underWay: next, outs: [], outcome: { kind: "reserved", id: own } };
  const outs = lines.flatMap(([name, { granted: answer }]) => (answer === true ? [giveBack(id, name)] : []));
  return { underWay: next, outs, outcome: { kind: "refused", id: own, short } };
}

function giveBack(id: string, shelf: string): Out {
  const message: StockRelease = { type: "stock.release", v: 1, id };
  return send("stock", message, shelf);
}

function wantedOf({ items = [], places = [] }: Reservation, known: Known): Wanted[] {
  const ofItems = items.flatMap(({ item, quantity }): Wanted[] => {
    const stock = known.itemsById.get(item)?.stock;
    if (typeof stock !== "number") return [];
    return [{ shelf: `item~${escapeToken(item)}`, line: { item }, message: { quantity, limit: stock } }];
  });
  const ofPlaces = places.flatMap(({ booking: id, at, people }): Wanted[] => {
    const booking = known.business.bookings.find((other) => other.id === id);
    if (booking?.capacityPerSlot === undefined) return [];
    const [date = "", time = "00:00"] = at.split("T");
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    const from = known.calendar.instantOf(date, hours * 60 + minutes);
    const to = from + (booking.lastsMinutes ?? booking.slotMinutes) * 60_000;
    const quantity = booking.slots.includes("people") ? people : Math.min(1, people);
    const message = { quantity, limit: booking.capacityPerSlot, from, to };
    return [{ shelf: `booking~${escapeToken(`${id} ${date}`)}`, line: { booking: id }, message }];
  });
  return [...ofItems, ...ofPlaces];
}
