import { defineState } from "@parley/actor/state";
import { Urgency } from "@parley/business/support";
import { z } from "zod";

export const Ticket = z.object({
  number: z.string(),
  status: z.enum(["open", "escalated", "answered", "closed"]),
  /** Of the business file. */
  category: z.string(),
  urgency: Urgency,
  order: z.string().optional(),
  said: z.string(),
  /** What the customer added, oldest first. */
  notes: z.array(z.string()),
  /** For a person: category, urgency, order, words, what was written before. */
  summary: z.string(),
  photos: z.number().int().nonnegative(),
  openedAtMs: z.number(),
  changedAtMs: z.number(),
  /** When it is escalated unless a person has answered. */
  dueAtMs: z.number(),
});
export type Ticket = z.infer<typeof Ticket>;

/** A problem that is not a ticket yet: something is asked first. */
export const Draft = z.object({
  category: z.string(),
  urgency: Urgency,
  order: z.string().optional(),
  said: z.string(),
  photos: z.number().int().nonnegative(),
  asked: z.array(z.enum(["description", "order", "faq"])),
});
export type Draft = z.infer<typeof Draft>;

export const SupportState = z.object({
  /** Newest last. */
  tickets: z.array(Ticket),
  draft: Draft.optional(),
  /** The customer's last messages, oldest first. */
  heard: z.array(z.string()),
  /** The number of the ticket that was asked about: is it solved? */
  askedSolved: z.string().optional(),
  /** An order number was asked for, or one was not found, so often. */
  missedOrders: z.number().int().nonnegative(),
});
export type SupportState = z.infer<typeof SupportState>;

export const most = { tickets: 20, heard: 5, heardChars: 160, said: 800, notes: 10, noteChars: 240, summary: 1200 };

export const supportState = defineState<SupportState>({
  version: 1,
  schema: SupportState,
  initial: () => ({ tickets: [], heard: [], missedOrders: 0 }),
});
