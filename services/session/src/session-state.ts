import { defineState } from "@parley/actor/state";
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
});
