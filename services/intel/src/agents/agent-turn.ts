import { Language } from "@parley/business/translated";
import { Interaction } from "@parley/contract/interaction";
import { MediaItem } from "@parley/contract/turn";
import { z } from "zod";

const Entity = z.object({
  type: z.string(),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  value: z.union([
    z.string(),
    z.number(),
    z.object({
      amount: z.union([z.number(), z.string()]),
      currency: z.string().optional(),
      unit: z.string().optional(),
    }),
  ]),
  confidence: z.number(),
  source: z.string(),
});

export const OrderSummary = z.object({
  number: z.string(),
  status: z.string(),
  placedAtMs: z.number(),
  /** What was ordered, in a line. */
  text: z.string(),
});
export type OrderSummary = z.infer<typeof OrderSummary>;

export const TicketSummary = z.object({
  number: z.string(),
  status: z.string(),
  openedAtMs: z.number(),
  subject: z.string(),
});
export type TicketSummary = z.infer<typeof TicketSummary>;

/** What an agent sees of one turn, understood. */
export const AgentTurn = z.object({
  /** `<chat>:<n>`: the same every time the turn is handled, so numbers made from it are, too. */
  id: z.string(),
  chat: z.string(),
  now: z.number(),
  language: Language,
  /** What the customer wrote or said; empty when there are no words. */
  text: z.string(),
  /** The provider's kind: text, image, audio, order … */
  kind: z.string(),
  intent: z.object({ name: z.string(), confidence: z.number(), accepted: z.boolean() }),
  entities: z.array(Entity),
  topic: z.string(),
  /** Slots set or changed by this turn, asked for or volunteered, by the forms the agents offer. */
  slots: z.record(z.string(), z.string()),
  /** Ids of the questions this turn answered, and of those still open. */
  answered: z.array(z.string()),
  open: z.array(z.string()),
  confirmation: z.enum(["yes", "no"]).optional(),
  /** The turn takes back or changes what was said before ("no, mejor 4"). */
  correction: z.boolean(),
  /** It comes hours after the customer's last one. */
  resumed: z.boolean(),
  sentiment: z.object({ label: z.enum(["neg", "neu", "pos"]), score: z.number(), emotion: z.string().optional() }),
  /** Customer's turns in a row, before this one, that nobody could make sense of. */
  unclear: z.number(),
  /** A tapped option, a WhatsApp order, a shared place. */
  interaction: Interaction.optional(),
  media: z.array(MediaItem),
  /** The name of the contact's WhatsApp profile; a person's own name is asked for where it matters. */
  profileName: z.string().optional(),
  /** An answer a model has found in the business's own texts, for a question that nothing else answers. */
  suggestion: z.string().optional(),
  /** What was said before, the customer's (`> `) and ours, oldest first, shortened. */
  recent: z.array(z.string()),
  /** Orders and tickets of the chat, newest last, whichever agent keeps them. */
  records: z.object({ orders: z.array(OrderSummary), tickets: z.array(TicketSummary) }),
});
export type AgentTurn = z.infer<typeof AgentTurn>;
