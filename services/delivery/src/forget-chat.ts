import type { Context, Result } from "@parley/actor/actor";
import { dropTimers, type Out, remove, removeAll, send } from "@parley/actor/out";
import { type ChatForget, Forgotten, forgottenFor } from "@parley/contract/chat-forget";
import { providerIdHash } from "@parley/contract/ids";
import { keptTurns, type OutboxState, outboxState, outOfTurnMessages } from "./outbox-state.ts";

/**
 * Keeps nothing but numbers and hashed request ids. Replies that wait are not sent; one that is on its way has been waited for. The timeline
 * goes with all that was stored of it before.
 */
export function forgetChat(state: OutboxState, order: ChatForget, { key }: Pick<Context, "key">): Result<OutboxState> {
  const { lastTurn, messages, requests, pairPaidUntilMs } = state;
  const remains = { lastTurn, messages, requests, pairPaidUntilMs, forgotten: forgottenFor(order) };
  const onward: ChatForget = { ...order, by: "delivery" };
  const outs = [dropTimers(), ...removeKept(state), removeAll("timeline", key), send("resilience", onward)];
  return { state: { ...outboxState.initial(key), ...remains }, outs };
}

/** Of what the state still follows the newest form may not be stored yet: it is named, so that nobody stores it later. */
function removeKept(state: OutboxState): Out[] {
  const ofTurns = [...keptTurns(state)].flatMap(({ entry: { chat, turn, messageId } }) => [
    remove("turn-index", providerIdHash(messageId)),
    remove("timeline", `${chat}.${turn}`),
  ]);
  const ofMessages = [...outOfTurnMessages(state)].map(({ chat, n }) => remove("messages", `${chat}.${n}`));
  return [...ofTurns, ...ofMessages];
}

/** Until when what remains of a forgotten chat is kept, Unix ms; undefined for any other. */
export function keptUntilMs(state: OutboxState): number | undefined {
  return "forgotten" in state ? Forgotten.safeParse(state.forgotten).data?.untilMs : undefined;
}

/** What the actor begins with: without remains whose time is over, and without their mark when something new has come. */
export function withoutRemains(
  state: OutboxState,
  message: { type: string },
  { key, now }: Pick<Context, "key" | "now">,
): OutboxState {
  const untilMs = keptUntilMs(state);
  if (untilMs === undefined) return state;
  if (untilMs <= now) return outboxState.initial(key);
  if (!revives.has(message.type)) return state;
  const { forgotten: _, ...alive }: OutboxState & { forgotten?: unknown } = state;
  return alive;
}

const revives = new Set(["turn.answered", "turn.failed", "reply.requested"]);
