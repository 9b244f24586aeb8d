import { z } from "zod";
import { messageSchema } from "./message.ts";
import { Reply } from "./reply.ts";

/** A reply that belongs to no turn: a person's, or an agent's that a timer woke. Intel to delivery, key = chat. */
export const ReplyRequested = messageSchema("reply.requested", 1, {
  /** Sent once, however often it is asked for. */
  id: z.string(),
  reply: Reply,
  origin: z.enum(["operator", "agent"]),
  serviceWindowEndsAtMs: z.number().optional(),
});
export type ReplyRequested = z.infer<typeof ReplyRequested>;
