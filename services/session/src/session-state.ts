import { defineState } from "@parley/actor/state";
import { Forgotten } from "@parley/contract/chat-forget";
import { TurnOpened } from "@parley/contract/turn-opened";
import { z } from "zod";
import { noIds, recentIdsShape } from "./recent-ids.ts";

/** What session keeps of a chat. Small top-level keys: the journal stores only those that changed. */
export const SessionState = z.object({
  /** Number of the last turn; 0 before the first. */
  turn: z.number().int().nonnegative(),
  /** The 24 h session the last turn belongs to. */
  session: z.object({ id: z.string(), firstTurn: z.number() }).optional(),
  /** The newest provider time seen, Unix ms. */
  newestSentAtMs: z.number(),
  serviceWindowEndsAtMs: z.number(),
  ...recentIdsShape,
  /** Ids sent up to then may have left this state for the dedupe store, Unix ms. */
  overflowNewestSentAtMs: z.number(),
  /** Messages dropped because their id was known. */
  duplicates: z.number(),
  /** The chat was forgotten and nothing has come since. */
  forgotten: Forgotten.optional(),
  /** The chat was forgotten at some time: its turns now go on after those before. */
  earlier: TurnOpened.shape.earlier,
});
export type SessionState = z.infer<typeof SessionState>;

export const sessionState = defineState<SessionState>({
  version: 1,
  schema: SessionState,
  initial: () => ({
    turn: 0,
    newestSentAtMs: 0,
    serviceWindowEndsAtMs: 0,
    fresh: noIds.fresh,
    older: [],
    overflowNewestSentAtMs: 0,
    duplicates: 0,
  }),
  keptUntilMs: ({ forgotten }) => forgotten?.untilMs,
});
