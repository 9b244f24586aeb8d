import type { Context, Result } from "@parley/actor/actor";
import { setTimer } from "@parley/actor/out";
import { TransientError } from "@parley/contract/errors";
import { parseChatId } from "@parley/contract/ids";
import type { Reply } from "@parley/contract/reply";
import type { SendOutcome } from "@parley/whatsapp/graph-api";
import { pairBackoffMs } from "@parley/whatsapp/graph-errors";
import { take } from "@parley/whatsapp/rate";
import type { OutboxSettings } from "./outbox-settings.ts";
import { type OutboxState, type Queued, type Tracked, trackedOf } from "./outbox-state.ts";
import { replyToSend } from "./pieces.ts";
import type { ReplySend } from "./reply-messages.ts";
import { doubtHead, failHead, finishHead, type Step } from "./settle-reply.ts";

export type ReplyToSend = { account: string; contact: string; reply: Reply; effect: string };

/** `fileError`: its caption was sent as a text instead of the picture or file. */
export type Sent = SendOutcome & { fileError?: { code: string; message: string } };

export type SendDependencies = {
  /** Sends one message. Throws only when it cannot tell whether it was sent. */
  send: (reply: ReplyToSend, signal: AbortSignal) => Promise<Sent>;
  settings: OutboxSettings;
};

/** Shorter waits are not worth a timer: the bucket is stricter than Meta. */
const shortestTimerMs = 250;

/** Sends the head of the outbox. */
export function createReplySender({ send, settings }: SendDependencies) {
  // A second attempt usually means doubt. Here are the messages whose last attempt certainly sent nothing.
  const notSent = new WeakSet<ReplySend>();

  return (
    state: OutboxState,
    message: ReplySend,
    context: Context,
  ): Result<OutboxState> | Promise<Result<OutboxState>> => {
    const [head] = state.queue;
    const found = trackedOf(state, message.effect);
    if (head?.effect !== message.effect || found?.reply.status !== "queued") return { state, outs: [] };
    const step: Step = { context, settings, chain: message.chain };
    if (context.redelivered && !notSent.has(message)) return doubtHead(state, found, step);
    if (context.now >= state.serviceWindowEndsAtMs) {
      return failHead(state, "whatsapp.window-closed", "the 24 h service window is closed", step);
    }
    const bucket = { ...settings.pair, paidUntilMs: state.pairPaidUntilMs };
    const { waitMs } = take(bucket, context.now);
    if (waitMs > shortestTimerMs) {
      return { state, outs: [setTimer("send", context.now + waitMs, message)] };
    }
    notSent.delete(message);
    const pairPaidUntilMs = take(bucket, context.now + waitMs).bucket.paidUntilMs;
    return attempt({ ...state, pairPaidUntilMs }, { head, found, message, step });
  };

  type Attempt = { head: Queued; found: Tracked; message: ReplySend; step: Step };

  async function attempt(state: OutboxState, { head, found, message, step }: Attempt): Promise<Result<OutboxState>> {
    const outcome = await send(toSend(step.context.key, head, found.reply.body), step.context.signal);
    switch (outcome.kind) {
      case "accepted": {
        const sentAt = new Date(settings.clock.now()).toISOString();
        const { providerId, fileError } = outcome;
        const instead = fileError === undefined ? {} : { fileError };
        return finishHead(state, found, { status: "sent", providerId, sentAt, ...instead }, step);
      }
      case "rejected":
        return failHead(state, outcome.code, outcome.message, step);
      case "unknown":
        return doubtHead(state, found, step);
      case "throttled":
      case "unavailable":
      case "blocked":
        notSent.add(message);
        throw failureOf(outcome, step.context.attempt);
    }
  }
}

function toSend(chat: string, head: Queued, body: string): ReplyToSend {
  const { account, contact } = parseChatId(chat);
  return { account, contact, reply: replyToSend(head, body), effect: head.effect };
}

type NotSent = Extract<SendOutcome, { kind: "throttled" | "unavailable" | "blocked" }>;

/** All of these concern more than this one reply, or pass by themselves: the reply waits. */
function failureOf(outcome: NotSent, attempt: number): TransientError {
  if (outcome.kind === "unavailable") return new TransientError("dependency.unavailable", outcome.message);
  if (outcome.kind === "blocked") return new TransientError(outcome.code, outcome.message);
  const ownMs = outcome.scope === "pair" ? pairBackoffMs(attempt) : 0;
  const retryAfterMs = Math.max(outcome.retryAfterMs, ownMs);
  return new TransientError("dependency.rate-limited", `too fast for one ${outcome.scope}`, { retryAfterMs });
}
