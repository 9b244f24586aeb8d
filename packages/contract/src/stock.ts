import { z } from "zod";
import { messageSchema } from "./message.ts";

/**
 * Takes `quantity` from a shelf for `id` (an order or booking), in place of what that id held there before. A chat to stock, key = shelf.
 * Answered by `stock.answered` to the chat.
 */
export const StockReserve = messageSchema("stock.reserve", 1, {
  id: z.string(),
  chat: z.string(),
  /** 0 gives back what the id holds, together with what it takes elsewhere. */
  quantity: z.number().int().nonnegative(),
  /** What the business file says there is: at any time when `from` and `to` are given, in all otherwise. A change of it restocks. */
  limit: z.number().int().nonnegative(),
  /** Unix ms; only overlapping reservations share the limit. `to` exclusive. */
  from: z.number().optional(),
  to: z.number().optional(),
});
export type StockReserve = z.infer<typeof StockReserve>;

/** Gives back what `id` holds; nothing happens when it holds nothing. */
export const StockRelease = messageSchema("stock.release", 1, {
  id: z.string(),
  /** The goods are gone all the same: only who has them is forgotten. */
  sold: z.boolean().optional(),
});
export type StockRelease = z.infer<typeof StockRelease>;

/** Stock to intel, key = chat. */
export const StockAnswered = messageSchema("stock.answered", 1, {
  id: z.string(),
  shelf: z.string(),
  granted: z.boolean(),
  /** What is left for others, or for this one if it was refused. */
  left: z.number(),
});
export type StockAnswered = z.infer<typeof StockAnswered>;
