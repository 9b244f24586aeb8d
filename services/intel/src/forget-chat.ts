import type { Context, Result } from "@parley/actor/actor";
import { dropTimers, type Out, send } from "@parley/actor/out";
import { reviveState } from "@parley/actor/state";
import { type ChatForget, forgottenFor } from "@parley/contract/chat-forget";
import type { StockRelease } from "@parley/contract/stock";
import { commerceState } from "./agents/commerce/commerce-state.ts";
import { holdingsOf } from "./agents/commerce/holdings.ts";
import { type ConversationState, conversationState, setAsideInAnyCase, type Waiting } from "./conversation-state.ts";
import type { Known } from "./known.ts";
import { reserve } from "./stock/reserve.ts";

/** Waits until all turns before it have been answered: delivery must not hear of them after it has forgotten. */
export function toBeForgotten(state: ConversationState, order: ChatForget): ConversationState {
  return { ...state, forgetting: [...(state.forgetting ?? []), order] };
}

export function isForgetDue({ forgetting, handled, reserving }: ConversationState): boolean {
  const [first] = forgetting ?? [];
  return first !== undefined && handled >= (first.turn ?? 0) && reserving === undefined;
}

/** Of a chat's next life, while the order to forget the one before is still on its way. */
export function isAhead(state: ConversationState, message: Waiting): boolean {
  return message.type === "turn.opened" && (message.earlier?.turns ?? 0) > (state.earlierTurns ?? 0);
}

/** Of a life that is forgotten: a replay, or a photo that took its time. */
export function isForgotten(state: ConversationState, { entry }: Waiting): boolean {
  return entry.turn <= (state.earlierTurns ?? 0);
}

/** Keeps nothing but numbers, gives back what the chat holds of the stock, and hands the order on. */
export function forgetConversation(
  state: ConversationState,
  { key, now }: Pick<Context, "key" | "now">,
  known: Known,
): Result<ConversationState> {
  const [order, ...later] = state.forgetting ?? [];
  if (order === undefined) return { state, outs: [] };
  const { turn = state.handled } = order;
  const waiting = Object.values(state.waiting).filter(({ entry }) => entry.turn > turn);
  const blank: ConversationState = {
    ...conversationState.initial(key),
    handled: Math.max(state.handled, turn),
    earlierTurns: turn,
    forgotten: forgottenFor(order),
    ...(later.length === 0 ? {} : { forgetting: later }),
  };
  const onward: ChatForget = { ...order, by: "intel" };
  const outs = [dropTimers(), ...giveBack(state, { key, now }, known)];
  return {
    state: waiting.reduce(setAsideInAnyCase, blank),
    outs: [...outs, send("delivery", onward), send("resilience", onward)],
  };
}

/** What the actor begins with: without the remains of a forgotten chat whose time is over, here or at session. */
export function withoutExpired(
  state: ConversationState,
  message: { type: string } | Waiting,
  { key, now }: Pick<Context, "key" | "now">,
): ConversationState {
  const current =
    state.forgotten !== undefined && state.forgotten.untilMs <= now ? conversationState.initial(key) : state;
  const earlier = "earlier" in message ? message.earlier : undefined;
  if (earlier === undefined || earlier.turns <= (current.earlierTurns ?? 0)) return current;
  if (forgottenFor({ atMs: earlier.forgottenAtMs }).untilMs > now) return current;
  return { ...current, earlierTurns: earlier.turns, handled: Math.max(current.handled, earlier.turns) };
}

/** A chat that something new has come to is kept like any other. */
export function aliveAgain(before: ConversationState, result: Result<ConversationState>): Result<ConversationState> {
  if (result.state.forgotten === undefined || result.state === before) return result;
  const { forgotten: _, ...state } = result.state;
  return { ...result, state };
}

function giveBack({ commerce }: ConversationState, at: Pick<Context, "key" | "now">, known: Known): Out[] {
  if (commerce === undefined) return [];
  const state = reviveState(commerceState, commerce.version, commerce.state);
  return holdingsOf(state, at.now).flatMap(({ reservation, used }) =>
    reserve(reservation, at.key, known).outs.map((out) => (used ? asSold(out) : out)),
  );
}

function asSold(out: Out): Out {
  if (out.kind !== "send" || !isRelease(out.message)) return out;
  const release: StockRelease = { ...out.message, sold: true };
  return { ...out, message: release };
}

function isRelease(message: { type: string }): message is StockRelease {
  return message.type === "stock.release";
}
