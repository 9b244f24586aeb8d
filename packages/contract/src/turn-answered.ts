import { z } from "zod";
import { messageSchema } from "./message.ts";
import { Turn } from "./turn.ts";

/** A reply to send. Only text for now; interactive and media replies get their own kinds. */
export const Reply = z.object({
  kind: z.literal("text"),
  body: z.string(),
  /** Quote this provider message id. */
  replyTo: z.string().optional(),
});
export type Reply = z.infer<typeof Reply>;

/** An understood turn with the agents' replies, in the order to send them. Intel to delivery, key = chat. */
export const TurnAnswered = messageSchema("turn.answered", 1, {
  entry: Turn,
  replies: z.array(Reply),
  serviceWindowEndsAtMs: z.number(),
});
export type TurnAnswered = z.infer<typeof TurnAnswered>;
