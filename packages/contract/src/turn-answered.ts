import { z } from "zod";
import { messageSchema } from "./message.ts";
import { Reply as AnyReply } from "./reply.ts";
import { Turn } from "./turn.ts";

/** A reply to send, see `reply.ts`. */
export type Reply = AnyReply;

/** An understood turn with the agents' replies, in the order to send them. Intel to delivery, key = chat. */
export const TurnAnswered = messageSchema("turn.answered", 1, {
  entry: Turn,
  replies: z.array(AnyReply),
  serviceWindowEndsAtMs: z.number(),
});
export type TurnAnswered = z.infer<typeof TurnAnswered>;
