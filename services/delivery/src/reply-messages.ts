import { messageSchema } from "@parley/contract/message";
import { z } from "zod";

/** The outbox to itself: send the reply at its head. Anything but the head is a leftover and is ignored. */
export const ReplySend = messageSchema("reply.send", 1, {
  effect: z.string(),
  /** The turn whose messages led here one after the other: its trace is this message's trace. */
  chain: z.number(),
});
export type ReplySend = z.infer<typeof ReplySend>;

/** A timer: the time to learn from a status whether the head was sent is over. `unknowns` tells an old timer from the new one. */
export const ReplySettle = messageSchema("reply.settle", 1, { effect: z.string(), unknowns: z.number() });
export type ReplySettle = z.infer<typeof ReplySettle>;
