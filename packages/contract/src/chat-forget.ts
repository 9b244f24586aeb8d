import { z } from "zod";
import { messageSchema } from "./message.ts";
import { actorServices } from "./names.ts";

const dayMs = 86_400_000;

/**
 * Delete what is kept of a chat, key = chat. An operator asks session; each service that has forgotten hands it on: session, intel (after all
 * turns before it), delivery, resilience, media. So it comes after everything that was under way.
 */
export const ChatForget = messageSchema("chat.forget", 1, {
  /** When it was asked for, Unix ms. */
  atMs: z.number(),
  /** The last turn of what is to be forgotten, as session knows it; absent: all there is. */
  turn: z.number().int().nonnegative().optional(),
  /** Who has forgotten and says so; absent: the operator's request. */
  by: z.enum(actorServices).optional(),
});
export type ChatForget = z.infer<typeof ChatForget>;

/**
 * What must remain of a forgotten chat, numbers and hashed ids only: Meta repeats webhooks for 7 days, and a message that was answered must
 * not be answered anew. At `untilMs` (Unix ms) that goes, too.
 */
export const Forgotten = z.object({ atMs: z.number(), untilMs: z.number() });
export type Forgotten = z.infer<typeof Forgotten>;

/** For the services that count a chat's turns as session numbers them. */
export function forgottenFor({ atMs }: Pick<ChatForget, "atMs">): Forgotten {
  return { atMs, untilMs: atMs + 8 * dayMs };
}

/** A day longer: who numbers turns must not begin again at 1 while others still know higher numbers. */
export function forgottenBySession({ atMs }: Pick<ChatForget, "atMs">): Forgotten {
  return { atMs, untilMs: atMs + 9 * dayMs };
}
