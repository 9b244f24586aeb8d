import { z } from "zod";
import { messageSchema } from "./message.ts";

/** Kinds as Meta names them in `type`; anything new stays under its own name. */
export const MediaReference = z.object({
  id: z.string(),
  mimeType: z.string(),
  kind: z.enum(["image", "video", "audio", "document", "sticker"]),
  sha256: z.string().optional(),
  filename: z.string().optional(),
  /** A voice note, not a music file. */
  voice: z.boolean().optional(),
  url: z.string().optional(),
});
export type MediaReference = z.infer<typeof MediaReference>;

/** One customer message as the gateway read it. Inbox of session, key = chat. One element of a webhook or one bridge event. */
export const MessageReceived = messageSchema("message.received", 1, {
  chat: z.string(),
  account: z.string(),
  contact: z.string(),
  messageId: z.string(),
  /** Provider's kind: text, image, audio, interactive, order, reaction, system, unsupported … */
  kind: z.string(),
  /** What the customer wrote or tapped: body, caption, button title, list title. */
  text: z.string().optional(),
  media: z.array(MediaReference).optional(),
  /** The provider's body for the kind, as it came, when it says more than `text` and `media`. */
  content: z.unknown().optional(),
  /** The message this one answers, or the marks of a forwarded one. */
  context: z.object({ messageId: z.string().optional(), forwarded: z.boolean().optional() }).optional(),
  referral: z.unknown().optional(),
  errors: z.array(z.object({ code: z.number(), title: z.string().optional() })).optional(),
  profileName: z.string().optional(),
  /** The person in a group, when the chat is a group. */
  author: z.string().optional(),
  /** Provider's time, Unix ms (Meta: whole seconds). */
  sentAtMs: z.number(),
  /** When the gateway took it, Unix ms. */
  receivedAtMs: z.number(),
  /** Came late, from a bridge's backfill after a reconnect. */
  backfilled: z.boolean().optional(),
});
export type MessageReceived = z.infer<typeof MessageReceived>;
