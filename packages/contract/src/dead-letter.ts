import { z } from "zod";
import { messageSchema } from "./message.ts";

/** A message that cannot succeed, with everything needed to fix and replay it. */
export const DeadLetter = z.object({
  /** `<service>-<partition>-<stream sequence>-<index>` of the failed message's source position: the same failure has the same id. */
  id: z.string(),
  service: z.string(),
  key: z.string(),
  /** Where the message came from: `inbox`, `self` or an upstream service, and its position there. */
  source: z.string(),
  position: z.number(),
  code: z.string(),
  reason: z.string(),
  attempts: z.number(),
  failedAtMs: z.number(),
  /** The message as the handler got it. */
  payload: z.unknown(),
  status: z.enum(["open", "replaying", "resolved", "discarded"]),
  /** What became of it, newest last; bounded. */
  history: z.array(z.object({ at: z.number(), event: z.string(), detail: z.string().optional() })),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** The runtime of any service to resilience, key = chat. */
export const MessageDeadLettered = messageSchema("message.dead-lettered", 1, { letter: DeadLetter });
export type MessageDeadLettered = z.infer<typeof MessageDeadLettered>;

/** Operator, through resilience's inbox, key = chat. */
export const DeadLetterReplay = messageSchema("dead-letter.replay", 1, {
  id: z.string(),
  /** An edited payload to use instead. */
  payload: z.unknown().optional(),
});
export type DeadLetterReplay = z.infer<typeof DeadLetterReplay>;

export const DeadLetterDiscard = messageSchema("dead-letter.discard", 1, { id: z.string(), reason: z.string() });
export type DeadLetterDiscard = z.infer<typeof DeadLetterDiscard>;

/**
 * Resilience to the service that failed, key = chat: handle `payload` once more, at its place in the chat's order from now on. The
 * runtime unwraps it, so the handler sees the payload, and answers `message.replayed`.
 */
export const MessageReplay = messageSchema("message.replay", 1, { letterId: z.string(), payload: z.unknown() });
export type MessageReplay = z.infer<typeof MessageReplay>;

/** The runtime of the service to resilience: how the replay ended. A second failure comes as `message.dead-lettered` with the same id. */
export const MessageReplayed = messageSchema("message.replayed", 1, { letterId: z.string() });
export type MessageReplayed = z.infer<typeof MessageReplayed>;
