import { z } from "zod";
import { TurnReply } from "./turn.ts";

/** A message to the customer that belongs to no turn, as it is stored and shown. */
export const OutOfTurnMessage = TurnReply.extend({
  chat: z.string(),
  /** Counts the chat's messages outside turns from 1. */
  n: z.number(),
  /** Id of the request: the operator's message id. */
  requestId: z.string(),
  origin: z.enum(["operator", "agent"]),
  requestedAt: z.string(),
});
export type OutOfTurnMessage = z.infer<typeof OutOfTurnMessage>;
