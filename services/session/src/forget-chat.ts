import type { Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { type ChatForget, forgottenBySession } from "@parley/contract/chat-forget";
import { type SessionState, sessionState } from "./session-state.ts";

/**
 * Keeps nothing but the number of the last turn and the hashed ids: a webhook that Meta repeats must not be answered anew, and statuses of
 * old replies must not find new turns under their numbers.
 */
export function forgetChat(state: SessionState, request: ChatForget, chat: string): Result<SessionState> {
  const { turn, fresh, older, overflowNewestSentAtMs } = state;
  const next: SessionState = {
    ...sessionState.initial(chat),
    ...{ turn, fresh, older, overflowNewestSentAtMs },
    forgotten: forgottenBySession(request),
  };
  if (turn > 0) next.earlier = { turns: turn, forgottenAtMs: request.atMs };
  const order: ChatForget = { ...request, turn, by: "session" };
  return { state: next, outs: [send("intel", order), send("resilience", order)] };
}

/** What remained of a forgotten chat goes when its time is over, also from memory. */
export function withoutExpired(state: SessionState, now: number, chat: string): SessionState {
  return state.forgotten !== undefined && state.forgotten.untilMs <= now ? sessionState.initial(chat) : state;
}
