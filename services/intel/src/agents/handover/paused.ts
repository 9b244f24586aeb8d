import { z } from "zod";

/** Why and how long the agents of a chat are silent. `GET /api/chats/{chat}` shows it. */
export const Paused = z.object({
  reason: z.string(),
  sinceMs: z.number(),
  /** The agents answer again from then on, unless a person writes before. */
  untilMs: z.number(),
  /** For the person who takes over. */
  note: z.string().optional(),
  lastOperatorAtMs: z.number().optional(),
  /** When the customer was last told that a person will answer. */
  remindedAtMs: z.number().optional(),
});
export type Paused = z.infer<typeof Paused>;
