import type { Context } from "@parley/actor/actor";
import type { Out } from "@parley/actor/out";
import type { PermanentError } from "@parley/contract/errors";
import { OutOfTurnMessage } from "@parley/contract/out-of-turn";
import { bodyOf, type Reply } from "@parley/contract/reply";
import type { ReplyRequested } from "@parley/contract/reply-requested";
import type { StatusChanged } from "@parley/contract/status-changed";
import { Turn } from "@parley/contract/turn";
import type { TurnAnswered } from "@parley/contract/turn-answered";
import type { TurnFailed } from "@parley/contract/turn-opened";
import { expect } from "vitest";
import { type OutboxMessage, outboxActor } from "./outbox.ts";
import { keptTurns, type OutboxState } from "./outbox-state.ts";
import type { ReplySend, ReplySettle } from "./reply-messages.ts";
import type { ReplyToSend, Sent } from "./send-reply.ts";

export const chat = "100~34600111222";
export const start = Date.parse("2026-11-20T10:00:00Z");
export const day = 86_400_000;

export function anEntry(turn: number): Turn {
  const receivedAt = new Date(start - 10).toISOString();
  return {
    id: `${chat}:${turn}`,
    chat,
    turn,
    messageId: `wamid.${turn}`,
    type: "text",
    receivedAt,
    status: "open",
    processing: {},
  };
}

export function anAnswer(turn: number, ...bodies: string[]): TurnAnswered {
  const replies = bodies.map((body) => ({ kind: "text" as const, body }));
  return { type: "turn.answered", v: 1, entry: anEntry(turn), replies, serviceWindowEndsAtMs: start + day };
}

export function aFailure(turn: number): TurnFailed {
  const failed = { stage: "intel", code: "handler.failed", reason: "a bug" };
  return { type: "turn.failed", v: 1, entry: anEntry(turn), serviceWindowEndsAtMs: start + day, ...failed };
}

export const anOperator = (id: string, reply: Reply, changes: Partial<ReplyRequested> = {}): ReplyRequested => ({
  type: "reply.requested",
  v: 1,
  id,
  reply,
  origin: "operator",
  serviceWindowEndsAtMs: start + day,
  ...changes,
});

export const sendOf = (turn: number, n = 1): ReplySend => ({
  type: "reply.send",
  v: 1,
  effect: `${chat}:${turn}/${n}`,
  chain: turn,
});
export const settleOf = (turn: number, unknowns: number): ReplySettle => ({
  type: "reply.settle",
  v: 1,
  effect: `${chat}:${turn}/1`,
  unknowns,
});
export const statusOf = (status: StatusChanged["status"], changes: Partial<StatusChanged> = {}): StatusChanged => ({
  type: "status.changed",
  v: 1,
  chat,
  providerId: "out.1",
  status,
  atMs: start + 500,
  ...changes,
});

/** An outbox with a WhatsApp that accepts unless `outcomes` says otherwise, and the runtime's part: self messages are handled. */
export function anOutbox(...outcomes: Sent[]) {
  const sent: ReplyToSend[] = [];
  const bodies = () => sent.map(({ reply }) => bodyOf(reply));
  let now = start;
  const actor = outboxActor({
    send: async (reply) => {
      sent.push(reply);
      return outcomes.shift() ?? { kind: "accepted", providerId: `out.${sent.length}` };
    },
    settings: { clock: { now: () => now }, mostQueued: 60 },
  });
  let state: OutboxState = actor.state.initial(chat);
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const context = (changes: Partial<Context>): Context => {
    const stages = [
      { stage: "session", queuedMs: 1, handledMs: 0.5 },
      { stage: "delivery", queuedMs: 2, handledMs: 0 },
    ];
    const signal = new AbortController().signal;
    return {
      key: chat,
      now,
      attempt: 1,
      redelivered: false,
      signal,
      log,
      trace: { originMs: start, stages },
      ...changes,
    };
  };
  const stored = new Map<string, Turn>();
  const messages = new Map<string, OutOfTurnMessage>();
  const take = (result: { state: OutboxState; outs: Out[] }) => {
    state = actor.state.schema.parse(result.state);
    expect(state).toEqual(result.state);
    for (const out of result.outs) {
      if (out.kind !== "store" || out.value === null) continue;
      const value = out.value ?? actor.view?.(state, out.collection, out.id);
      if (out.collection === "messages") messages.set(out.id, OutOfTurnMessage.parse(value));
      else stored.set(out.id, Turn.parse(value));
    }
    return result.outs;
  };
  const one = async (message: OutboxMessage, changes: Partial<Context> = {}) =>
    take(await actor.receive(state, message, context(changes)));
  const all = async (...messages: OutboxMessage[]) => {
    for (const message of messages) {
      for (let next: OutboxMessage | undefined = message; next !== undefined; ) {
        const outs: Out[] = await one(next);
        next = outs.flatMap((out) => (out.kind === "send" && isSend(out.message) ? [out.message] : []))[0];
      }
    }
  };
  const message = (n: number) => messages.get(`${chat}.${n}`);
  const story = (turn: number) => stored.get(`${chat}.${turn}`);
  const replies = (turn: number) => story(turn)?.processing.delivery?.replies;
  const fail = (message: OutboxMessage, failure: PermanentError) => {
    const result = actor.failed?.(state, message, failure, context({}));
    return result === undefined ? [] : take(result);
  };
  return {
    one,
    all,
    fail,
    sent,
    bodies,
    message,
    story,
    replies,
    state: () => state,
    pass: (ms: number) => (now += ms),
    now: () => now,
  };
}

export const kept = (state: OutboxState) => [...keptTurns(state)].map(({ entry }) => entry.turn).sort((a, b) => a - b);

function isSend(message: object): message is ReplySend {
  return "type" in message && message.type === "reply.send";
}
