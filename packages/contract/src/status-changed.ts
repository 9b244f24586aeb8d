import { z } from "zod";
import { messageSchema } from "./message.ts";

export const ProviderError = z.object({
  code: z.number(),
  title: z.string().optional(),
  details: z.string().optional(),
});
export type ProviderError = z.infer<typeof ProviderError>;

/** What became of a message we sent. Inbox of delivery, key = chat. Order is not promised: fold with a lattice. */
export const StatusChanged = messageSchema("status.changed", 1, {
  chat: z.string(),
  providerId: z.string(),
  status: z.enum(["sent", "delivered", "read", "played", "failed"]),
  atMs: z.number(),
  /** Our effect id, when the provider gave `biz_opaque_callback_data` back: it settles a doubtful send. */
  effect: z.string().optional(),
  errors: z.array(ProviderError).optional(),
});
export type StatusChanged = z.infer<typeof StatusChanged>;
