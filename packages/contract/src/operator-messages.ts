import { z } from "zod";
import { messageSchema } from "./message.ts";
import { Reply } from "./reply.ts";

/** A person of the business wrote to the customer. Gateway to intel's inbox, key = chat. */
export const OperatorReplied = messageSchema("operator.replied", 1, {
  /** The client's, or made by the gateway: the same id again is the same message. */
  id: z.string(),
  reply: Reply,
  operator: z.string().optional(),
  atMs: z.number(),
});
export type OperatorReplied = z.infer<typeof OperatorReplied>;

/** A person paused or resumed the agents of a chat. Gateway to intel's inbox, key = chat. */
export const BotSwitched = messageSchema("bot.switched", 1, {
  enabled: z.boolean(),
  reason: z.string(),
  atMs: z.number(),
});
export type BotSwitched = z.infer<typeof BotSwitched>;
