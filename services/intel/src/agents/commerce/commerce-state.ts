import { defineState } from "@parley/actor/state";
import { z } from "zod";

/** A position of a cart or order; `choices` by option id. */
export const CartLine = z.object({
  item: z.string(),
  quantity: z.number().int().positive(),
  choices: z.record(z.string(), z.string()),
});
export type CartLine = z.infer<typeof CartLine>;

/** What the checkout has been told so far. */
export const Checkout = z.object({
  method: z.enum(["pickup", "delivery"]).optional(),
  zone: z.string().optional(),
  address: z.string().optional(),
  /** A wish as it was said, `YYYY-MM-DD`, `THH:MM` or both; it is checked when the order is summed up. */
  when: z.string().optional(),
  payment: z.string().optional(),
  name: z.string().optional(),
  note: z.string().optional(),
});
export type Checkout = z.infer<typeof Checkout>;

export const Order = z.object({
  /** Of its reservation: the turn that placed it. */
  id: z.string(),
  number: z.string(),
  status: z.enum(["placed", "cancelled"]),
  placedAtMs: z.number(),
  /** What was ordered in a line, in the customer's language. */
  text: z.string(),
  lines: z.array(CartLine),
  checkout: Checkout,
  feeCents: z.number().int(),
  totalCents: z.number().int(),
  /** What a piece of each line cost when it was ordered; older orders do not know. */
  unitCents: z.array(z.number().int()).optional(),
  /** When it is to be picked up or delivered. */
  dueAtMs: z.number(),
});
export type Order = z.infer<typeof Order>;

/** A booking that is being asked for; values as the customer gave them. */
export const BookingDraft = z.object({
  booking: z.string(),
  values: z.record(z.string(), z.string()),
  /** The number of the booking it changes. */
  changes: z.string().optional(),
  /** Times (`YYYY-MM-DDTHH:MM`) that turned out to be full. */
  full: z.array(z.string()),
});
export type BookingDraft = z.infer<typeof BookingDraft>;

export const Booked = z.object({
  id: z.string(),
  number: z.string(),
  booking: z.string(),
  /** What was booked in a line, in the customer's language. */
  text: z.string(),
  status: z.enum(["placed", "cancelled"]),
  placedAtMs: z.number(),
  values: z.record(z.string(), z.string()),
  /** Unix ms of its start. */
  startsAtMs: z.number(),
});
export type Booked = z.infer<typeof Booked>;

/** An item that waits for a quantity or an option before it goes into the cart. */
export const PendingItem = z.object({
  item: z.string(),
  quantity: z.number().int().positive().optional(),
  choices: z.record(z.string(), z.string()),
});
export type PendingItem = z.infer<typeof PendingItem>;

export const CommerceState = z.object({
  cart: z.array(CartLine),
  /** When the cart was last touched, Unix ms; 0 before the first time. */
  touchedAtMs: z.number(),
  pending: z.array(PendingItem),
  /** The item that "one more" means. */
  focus: z.string().optional(),
  /** The item whose picture was shown last. */
  pictured: z.string().optional(),
  checkout: Checkout,
  stage: z.enum(["cart", "checkout", "confirm"]),
  /** The id of our latest question. */
  asked: z.string().optional(),
  /** The number of the placed order that the cart changes. */
  changes: z.string().optional(),
  orders: z.array(Order),
  draft: BookingDraft.optional(),
  bookings: z.array(Booked),
  /** What waits for the stock. */
  placing: z.enum(["order", "booking", "restored"]).optional(),
  /** What is said once the stock has what it had before. */
  afterwards: z.string().optional(),
  /** Number of the order or booking whose cancelling waits for a yes. */
  cancelling: z.string().optional(),
  /** The customer was reminded once of what is missing. */
  reminded: z.boolean(),
});
export type CommerceState = z.infer<typeof CommerceState>;

export const most = { lines: 50, pending: 10, orders: 20, bookings: 20, full: 10, text: 300 } as const;

export const commerceState = defineState<CommerceState>({
  version: 1,
  schema: CommerceState,
  initial: () => ({
    cart: [],
    touchedAtMs: 0,
    pending: [],
    checkout: {},
    stage: "cart",
    orders: [],
    bookings: [],
    reminded: false,
  }),
});
