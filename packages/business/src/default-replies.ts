import { bookingReplies } from "./default-replies/bookings.ts";
import { cartReplies } from "./default-replies/cart.ts";
import { catalogReplies } from "./default-replies/catalog.ts";
import { infoReplies } from "./default-replies/info.ts";
import { orderReplies } from "./default-replies/orders.ts";
import { shoppingReplies } from "./default-replies/shopping.ts";
import { supportReplies } from "./default-replies/support.ts";
import type { ReplyText } from "./reply-text.ts";

/**
 * Everything the agents say, by key. To add a reply, add its key with variables and texts in one of the files of `default-replies/`; a
 * business file may say it otherwise under `replies`.
 */
export const defaultReplies = {
  ...infoReplies,
  ...catalogReplies,
  ...cartReplies,
  ...orderReplies,
  ...shoppingReplies,
  ...bookingReplies,
  ...supportReplies,
} as const;
export type ReplyKey = keyof typeof defaultReplies;

const byKey: ReadonlyMap<string, ReplyText> = new Map(Object.entries(defaultReplies));

/** The reply of a key that came from outside. */
export function replyOf(key: string): ReplyText | undefined {
  return byKey.get(key);
}
