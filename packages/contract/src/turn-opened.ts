import { z } from "zod";
import { messageSchema } from "./message.ts";
import { MediaReference } from "./message-received.ts";
import { Turn } from "./turn.ts";

/**
 * A numbered turn. Session sends it to intel, or to media first when it has files; media sends it on to intel with
 * `entry.processing.media` filled. Intel takes turn n only after n - 1.
 */
export const TurnOpened = messageSchema("turn.opened", 1, {
  /** The timeline entry as far as it is known. */
  entry: Turn,
  media: z.array(MediaReference).optional(),
  content: z.unknown().optional(),
  context: z.object({ messageId: z.string().optional(), forwarded: z.boolean().optional() }).optional(),
  profileName: z.string().optional(),
  sentAtMs: z.number(),
  /** Meta's 24 h customer-service window, Unix ms: free replies until then. */
  serviceWindowEndsAtMs: z.number(),
  /** The chat was forgotten: its turns go on after those before that. */
  earlier: z.object({ turns: z.number(), forgottenAtMs: z.number() }).optional(),
});
export type TurnOpened = z.infer<typeof TurnOpened>;

/** A turn that a stage could not handle (its message is a dead letter): keeps the order downstream. To intel or delivery. */
export const TurnFailed = messageSchema("turn.failed", 1, {
  entry: Turn,
  serviceWindowEndsAtMs: z.number(),
  stage: z.string(),
  code: z.string(),
  reason: z.string(),
});
export type TurnFailed = z.infer<typeof TurnFailed>;
