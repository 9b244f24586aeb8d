import type { Result } from "@parley/actor/actor";
import { cancelTimer } from "@parley/actor/out";
import type { ProviderError, StatusChanged } from "@parley/contract/status-changed";
import type { TurnReply } from "@parley/contract/turn";
import { failureOf } from "@parley/whatsapp/graph-errors";
import { fold } from "@parley/whatsapp/status-lattice";
import { storeMessage, withMessage } from "./out-of-turn.ts";
import {
  keptTurn,
  keptTurns,
  type OutboxState,
  outOfTurnMessages,
  type Tracked,
  trackedOf,
  withoutRead,
  withProgress,
} from "./outbox-state.ts";
import { finishHead, replaceReply, type Step, settleTimer } from "./settle-reply.ts";
import { forgotten } from "./turn-story.ts";

/** Takes over what WhatsApp says about a reply. A status of the head proves that it was sent, whatever we believed. */
export function followStatus(state: OutboxState, message: StatusChanged, step: Step): Result<OutboxState> {
  const found = find(state, message);
  if (found === undefined) {
    step.context.log.debug({ status: message.status }, "status of a message that is not followed any more");
    return { state, outs: [] };
  }
  const { reply } = found;
  const next = folded(reply, message);
  if (next === reply) return { state, outs: [] };
  if (state.queue[0]?.effect !== reply.id) return replaced(state, found, next);
  const { state: settled, outs } = finishHead(state, found, next, step);
  return { state: settled, outs: reply.status === "unknown" ? [cancelTimer(settleTimer), ...outs] : outs };
}

function replaced(state: OutboxState, found: Tracked, next: TurnReply): Result<OutboxState> {
  if (found.kind === "message") {
    const message = { ...withoutError(found.reply), ...next };
    return { state: withMessage(state, message), outs: [storeMessage(message)] };
  }
  const { progress, story } = replaceReply(found.kept, next);
  const followed = withProgress(state, found.kept.slot, progress);
  const after = withoutRead(followed);
  const own = keptTurn(after, found.kept.entry.turn) === undefined ? [] : [story];
  return { state: after, outs: [...own, ...forgotten(followed, after)] };
}

function find(state: OutboxState, { effect, providerId }: StatusChanged): Tracked | undefined {
  if (effect !== undefined) return trackedOf(state, effect);
  for (const kept of keptTurns(state)) {
    const reply = kept.progress.replies.find((sent) => sent.providerId === providerId);
    if (reply !== undefined) return { kind: "reply", kept, reply };
  }
  for (const reply of outOfTurnMessages(state)) if (reply.providerId === providerId) return { kind: "message", reply };
  return undefined;
}

function withoutError<T extends { error?: unknown }>({ error: _, ...rest }: T): Omit<T, "error"> {
  return rest;
}

/** The same reference when nothing is new. */
function folded(reply: TurnReply, message: StatusChanged): TurnReply {
  // We gave it up without an answer, so any status knows more than we did.
  const givenUp = reply.status === "failed" && reply.providerId === undefined;
  const status = fold(givenUp ? "unknown" : reply.status, message.status);
  if (status === reply.status && reply.providerId !== undefined) return reply;
  const { error: _, ...rest } = reply;
  const next: TurnReply = { ...rest, status, providerId: reply.providerId ?? message.providerId };
  if (status === "failed") next.error = errorOf(message.errors?.[0]);
  else next.sentAt ??= new Date(message.atMs).toISOString();
  return next;
}

function errorOf(error: ProviderError | undefined): { code: string; message: string } {
  if (error === undefined) return { code: "whatsapp.rejected", message: "WhatsApp gave no reason" };
  const message = [`${error.code}`, error.title, error.details].filter((part) => part !== undefined).join(" ");
  return { code: failureOf(error.code)?.code ?? "whatsapp.rejected", message };
}
