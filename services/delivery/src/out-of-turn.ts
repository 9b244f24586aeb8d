import type { Context, Result } from "@parley/actor/actor";
import { type Out, send, store } from "@parley/actor/out";
import { effectId, providerIdHash, turnId } from "@parley/contract/ids";
import type { OutOfTurnMessage } from "@parley/contract/out-of-turn";
import type { ReplyRequested } from "@parley/contract/reply-requested";
import type { OutboxSettings } from "./outbox-settings.ts";
import { type OutboxState, outOfTurnMessages, type Queued } from "./outbox-state.ts";
import { piecesOf, queuedOf, shownOf } from "./pieces.ts";
import { sendHead } from "./send-head.ts";
import { isUnsent } from "./turn-story.ts";

/** Messages outside turns that the state keeps, with their status; the stored ones stay. */
export const mostMessages = 24;
const mostRequests = 256;
const requestHashLength = 16;

/** Queues a message that belongs to no turn behind what waits already. A request that was seen before changes nothing. */
export function acceptRequest(
  state: OutboxState,
  request: ReplyRequested,
  context: Context,
  settings: OutboxSettings,
): Result<OutboxState> {
  const hash = providerIdHash(request.id).slice(0, requestHashLength);
  if (state.requests.includes(hash)) return { state, outs: [] };
  let next: OutboxState = {
    ...state,
    requests: [...state.requests, hash].slice(-mostRequests),
    serviceWindowEndsAtMs: Math.max(state.serviceWindowEndsAtMs, request.serviceWindowEndsAtMs ?? 0),
  };
  const outs: Out[] = [];
  for (const piece of piecesOf(request.reply, settings.mostBodyChars)) {
    const n = next.messages + 1;
    const id = effectId(turnId(context.key, 0), n);
    const full = next.queue.length >= settings.mostQueued || isUnsent(messageIn(next, n)?.status);
    const error = { code: "mailbox.full", message: "too many messages of this chat wait already" };
    const message: OutOfTurnMessage = {
      id,
      ...shownOf(piece),
      status: full ? "failed" : "queued",
      chat: context.key,
      n,
      requestId: request.id,
      origin: request.origin,
      requestedAt: new Date(context.now).toISOString(),
      ...(full ? { error } : {}),
    };
    // One that failed for want of room is told, and not kept: its place belongs to one that waits.
    next = full
      ? { ...next, messages: n }
      : queued(withMessage({ ...next, messages: n }, message), queuedOf(id, piece));
    outs.push(storeMessage(message));
  }
  const [head] = next.queue;
  if (head !== undefined && state.queue.length === 0) outs.unshift(send("delivery", sendHead(head, 0)));
  return { state: next, outs };
}

type Counters = Partial<Pick<OutboxState, "queue" | "unknowns" | "messages">>;

/** The state with the message's newest form; the oldest one goes when a new one needs its place. */
export function withMessage(state: OutboxState, message: OutOfTurnMessage, changes: Counters = {}): OutboxState {
  const next: OutboxState = { ...state, ...changes };
  next[`message:${slotOf(message.n)}`] = message;
  return next;
}

export function storeMessage(message: OutOfTurnMessage): Out {
  return store("messages", `${message.chat}.${message.n}`, message);
}

function queued(state: OutboxState, item: Queued): OutboxState {
  return { ...state, queue: [...state.queue, item] };
}

function messageIn(state: OutboxState, n: number): OutOfTurnMessage | undefined {
  return [...outOfTurnMessages(state)].find((message) => slotOf(message.n) === slotOf(n));
}

function slotOf(n: number): number {
  return n % mostMessages;
}
