import { z } from "zod";

const Lines = z.array(z.looseObject({ item: z.string(), quantity: z.number() })).default([]);
const Commerce = z.looseObject({
  cart: Lines,
  orders: z.array(z.looseObject({ status: z.string(), totalCents: z.number(), lines: Lines })),
  bookings: z.array(
    z.looseObject({ booking: z.string(), status: z.string(), values: z.record(z.string(), z.string()) }),
  ),
});
const Support = z.looseObject({
  tickets: z.array(z.looseObject({ status: z.string(), category: z.string(), photos: z.number() })),
});
const Conversation = z.looseObject({
  commerce: z.looseObject({ state: Commerce }).optional(),
  support: z.looseObject({ state: Support }).optional(),
  paused: z.looseObject({ reason: z.string() }).optional(),
});

/** What of a conversation's state the stories look at; goods are counted by item. Undefined while there is no page of it. */
export function shownOf(conversation: unknown) {
  if (conversation === undefined) return undefined;
  const { commerce, support, paused } = Conversation.parse(conversation);
  const { cart, orders, bookings } = commerce?.state ?? { cart: [], orders: [], bookings: [] };
  return {
    cart: goodsOf(cart),
    orders: orders.map(({ status, totalCents, lines }) => ({ status, total: totalCents / 100, goods: goodsOf(lines) })),
    bookings: bookings.map(({ booking, status, values }) => ({ booking, status, ...values })),
    tickets: (support?.state.tickets ?? []).map(({ status, category, photos }) => ({ status, category, photos })),
    paused: paused !== undefined,
  };
}

function goodsOf(lines: z.infer<typeof Lines>): Record<string, number> {
  const goods: Record<string, number> = {};
  for (const { item, quantity } of lines) goods[item] = (goods[item] ?? 0) + quantity;
  return goods;
}

/** Whether `found` has all of `wanted`; lists and counts of goods have nothing else. */
export function shows(found: unknown, wanted: unknown, name = ""): boolean {
  if (typeof wanted !== "object" || wanted === null) return found === wanted;
  if (typeof found !== "object" || found === null) return false;
  const here = new Map<string, unknown>(Object.entries(found));
  const exact = Array.isArray(wanted) || name === "cart" || name === "goods";
  if (exact && here.size !== Object.keys(wanted).length) return false;
  return Object.entries(wanted).every(([key, value]) => shows(here.get(key), value, key));
}
