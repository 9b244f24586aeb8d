import { z } from "zod";
import { Price } from "./catalog.ts";
import { Label, Name, Translated } from "./translated.ts";

const Minutes = z
  .int()
  .nonnegative()
  .max(60 * 24 * 60);
/** Stands before the number of an order, booking or ticket: `P-1042`. */
export const NumberPrefix = z.string().regex(/^[A-Z]{1,5}$/, "want one to five capital letters");

const Zone = z.strictObject({
  id: Name,
  name: Label,
  aliases: z.array(z.string().trim().min(1).max(100)).max(50).default([]),
  fee: Price,
});
export type Zone = z.infer<typeof Zone>;

const Payment = z.strictObject({
  id: Name,
  name: Label,
  /** What the customer is told after ordering: the account for a transfer. A template. */
  instructions: Translated.optional(),
});
export type Payment = z.infer<typeof Payment>;

const Delivery = z.strictObject({
  zones: z.array(Zone).min(1).max(500),
  /** Orders from this amount are delivered free. */
  freeFrom: Price.optional(),
  /** The least amount that is delivered. */
  minimum: Price.default(0),
  /** How long it takes after the order, preparation included. */
  minutes: Minutes.default(60),
});

/** How orders are taken. Off unless `enabled`. */
export const Ordering = z
  .strictObject({
    enabled: z.boolean().default(false),
    numberPrefix: NumberPrefix.default("P"),
    pickup: z.boolean().default(true),
    /** Absent: nothing is delivered. */
    delivery: Delivery.optional(),
    payments: z
      .array(Payment)
      .min(1)
      .max(20)
      .prefault([{ id: "cash", name: { es: "Efectivo", en: "Cash" } }]),
    /** How long after placing it the customer may cancel or change an order alone; later a person decides. */
    cancelWithinMinutes: Minutes.default(30),
    changeWithinMinutes: Minutes.default(30),
    /** From the order until it can be picked up. */
    prepMinutes: Minutes.default(30),
    /** The receipt goes out as a PDF with the confirmation; otherwise only to who asks for it. */
    sendReceipt: z.boolean().default(false),
  })
  .prefault({});
export type Ordering = z.infer<typeof Ordering>;
