import type { Result } from "@parley/actor/actor";
import { cancelTimer } from "@parley/actor/out";
import type { ProviderError, StatusChanged } from "@parley/contract/status-changed";
import type { TurnReply } from "@parley/contract/turn";
import { failureOf } from "@parley/whatsapp/graph-errors";
import { fold } from "@parley/whatsapp/status-lattice";
import {
  type Kept,
  keptTurn,
  keptTurns,
  type OutboxState,
  replyOf,
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
  const { kept, reply } = found;
  const next = folded(reply, message);
  if (next === reply) return { state, outs: [] };
  if (state.queue[0]?.effect !== reply.id) {
    const { progress, story } = replaceReply(kept, next);
    const followed = withProgress(state, kept.slot, progress);
    const after = withoutRead(followed);
    const own = keptTurn(after, kept.entry.turn) === undefined ? [] : [story];
    return { state: after, outs: [...own, ...forgotten(followed, after)] };
  }
  const { state: settled, outs } = finishHead(state, kept, next, step);
  return { state: settled, outs: reply.status === "unknown" ? [cancelTimer(settleTimer), ...outs] : outs };
}

function find(state: OutboxState, { effect, providerId }: StatusChanged): { kept: Kept; reply: TurnReply } | undefined {
  if (effect !== undefined) return replyOf(state, effect);
  for (const kept of keptTurns(state)) {
    const reply = kept.progress.replies.find((sent) => sent.providerId === providerId);
    if (reply !== undefined) return { kept, reply };
  }
  return undefined;
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
