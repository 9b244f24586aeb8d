import { z } from "zod";

/** More positions than this are no receipt of one page; they are summed up in the last line. */
export const mostDocumentLines = 50;

const line = z.object({
  name: z.string(),
  /** What was chosen: "grande, leche de avena". */
  choices: z.string().optional(),
  quantity: z.int().positive(),
  unitCents: z.int(),
  totalCents: z.int(),
});

/** An order as its receipt shows it, complete: the same order is the same page, whatever the business file says by then. */
export const OrderDocument = z.object({
  business: z.object({ name: z.string(), address: z.string().optional(), phone: z.string().optional() }),
  number: z.string(),
  language: z.enum(["es", "en"]),
  /** IANA zone, ISO 3166 region and ISO 4217 currency: how times and amounts are written. */
  timeZone: z.string(),
  region: z.string(),
  currency: z.string(),
  placedAtMs: z.number(),
  /** When it is to be picked up or delivered. */
  dueAtMs: z.number(),
  cancelled: z.boolean().optional(),
  lines: z.array(line),
  feeCents: z.int(),
  totalCents: z.int(),
  method: z.enum(["pickup", "delivery"]),
  address: z.string().optional(),
  payment: z.string().optional(),
  name: z.string().optional(),
  note: z.string().optional(),
});
export type OrderDocument = z.infer<typeof OrderDocument>;
