import { defineState } from "@parley/actor/state";
import { OutOfTurnMessage } from "@parley/contract/out-of-turn";
import { Reply } from "@parley/contract/reply";
import { Turn, TurnReply } from "@parley/contract/turn";
import { z } from "zod";

/** What changes of a turn's entry while its replies are on their way. */
const Progress = z.object({
  status: Turn.shape.status,
  replies: z.array(TurnReply),
  attempts: z.number(),
  timings: z.record(z.string(), z.union([z.object({ queuedMs: z.number(), handledMs: z.number() }), z.number()])),
});
export type Progress = z.infer<typeof Progress>;

const Queued = z.object({
  effect: z.string(),
  replyTo: z.string().optional(),
  /** What to send when it is not a text: a text's body stands in its turn. */
  reply: Reply.optional(),
});
export type Queued = z.infer<typeof Queued>;

const Outbox = z.object({
  /** Highest turn seen; 0 before the first. */
  lastTurn: z.number(),
  /** Turns that failed before they had replies, newest last: only these may still be answered, by a replay. */
  failedTurns: z.array(z.number()),
  /** Replies to send, in order; only the head is on its way. */
  queue: z.array(Queued),
  /** How often the head's outcome has been unknown. */
  unknowns: z.number(),
  /** The contact's rate, see `RateBucket`. */
  pairPaidUntilMs: z.number(),
  serviceWindowEndsAtMs: z.number(),
  /** How many messages outside turns there have been. */
  messages: z.number(),
  /** Hashes of the newest requests for them: each is sent once. */
  requests: z.array(z.string()),
});

type Outbox = z.infer<typeof Outbox>;

/**
 * `turn:<slot>` holds a turn's entry as intel gave it, `progress:<slot>` what has happened since: a status journals only the
 * second. Slots and not turn numbers, because objects that always have the same keys are copied ten times as fast. `message:<slot>` holds
 * a message outside turns.
 */
export type OutboxState = Outbox & { [key: `turn:${number}`]: Turn } & {
  [key: `progress:${number}`]: Progress;
} & { [key: `message:${number}`]: OutOfTurnMessage };

const entries = z.looseRecord(z.templateLiteral(["turn:", z.number()]), Turn);
const progresses = z.looseRecord(z.templateLiteral(["progress:", z.number()]), Progress);
const outOfTurn = z.looseRecord(z.templateLiteral(["message:", z.number()]), OutOfTurnMessage);

export const outboxState = defineState<OutboxState>({
  version: 2,
  schema: z.intersection(z.intersection(Outbox.loose(), outOfTurn), z.intersection(entries, progresses)),
  upcasters: { 1: (old) => (typeof old === "object" ? { ...old, messages: 0, requests: [] } : old) },
  initial: () => ({
    lastTurn: 0,
    failedTurns: [],
    queue: [],
    unknowns: 0,
    pairPaidUntilMs: 0,
    serviceWindowEndsAtMs: 0,
    messages: 0,
    requests: [],
  }),
});

const turnKeys = Array.from({ length: 64 }, (_, slot) => `turn:${slot}` as const);
const progressKeys = Array.from({ length: 64 }, (_, slot) => `progress:${slot}` as const);
const turnKey = (slot: number) => turnKeys[slot] ?? (`turn:${slot}` as const);
const progressKey = (slot: number) => progressKeys[slot] ?? (`progress:${slot}` as const);

/** What is kept of one turn. */
export type Kept = { slot: number; entry: Turn; progress: Progress };

/** The turns that are kept, in no order. Slots are filled from 0 without holes. */
export function* keptTurns(state: OutboxState): Generator<Kept> {
  for (let slot = 0; ; slot++) {
    const entry = state[turnKey(slot)];
    const progress = state[progressKey(slot)];
    if (entry === undefined || progress === undefined) return;
    yield { slot, entry, progress };
  }
}

export function keptTurn(state: OutboxState, turn: number): Kept | undefined {
  for (const kept of keptTurns(state)) if (kept.entry.turn === turn) return kept;
  return undefined;
}

/** The turn an effect id belongs to; no turn of ours for a foreign id. */
export function turnOf(effect: string): number {
  return Number(effect.slice(effect.lastIndexOf(":") + 1, effect.lastIndexOf("/")));
}

/** The messages outside turns that are kept, in no order. */
export function* outOfTurnMessages(state: OutboxState): Generator<OutOfTurnMessage> {
  if (state.messages === 0) return;
  for (const key of Object.keys(state)) {
    const message = isMessageKey(key) ? state[key] : undefined;
    if (message !== undefined) yield message;
  }
}

function isMessageKey(key: string): key is `message:${number}` {
  return key.startsWith("message:");
}

/** A reply that is followed, with its turn, or a message outside turns. */
export type Tracked = { kind: "reply"; kept: Kept; reply: TurnReply } | { kind: "message"; reply: OutOfTurnMessage };

export function trackedOf(state: OutboxState, effect: string): Tracked | undefined {
  const turn = turnOf(effect);
  if (turn === 0) {
    const message = [...outOfTurnMessages(state)].find(({ id }) => id === effect);
    return message && { kind: "message", reply: message };
  }
  const kept = keptTurn(state, turn);
  const reply = kept?.progress.replies.find(({ id }) => id === effect);
  return kept && reply ? { kind: "reply", kept, reply } : undefined;
}

export function withProgress(state: OutboxState, slot: number, progress: Progress, changes: Partial<Outbox> = {}) {
  const next: OutboxState = { ...state, ...changes };
  next[progressKey(slot)] = progress;
  return next;
}

/** Keeps a turn, in the place of one with nothing left to happen or of the oldest with nothing left to send. */
export function withTurn(state: OutboxState, entry: Turn, progress: Progress, mostTurns: number): OutboxState {
  const slots = [...keptTurns(state)];
  const next = { ...state };
  const slot = slots.find((kept) => kept.entry.turn === entry.turn)?.slot ?? freeSlot(slots, mostTurns);
  next[turnKey(slot)] = entry;
  next[progressKey(slot)] = progress;
  // Slots beyond `mostTurns` are for replies that pile up, and go when they are sent.
  for (let last = slots.length - 1; last >= mostTurns && last !== slot; last--) {
    if (slots[last]?.progress.status === "open") break;
    delete next[turnKey(last)];
    delete next[progressKey(last)];
  }
  return next;
}

/**
 * Forgets turns whose replies were all read: nothing can follow, and the page need not carry them. The newest stays, and so does one whose
 * file failed (a replay may still mend it) or is still read.
 */
export function withoutRead(state: OutboxState): OutboxState {
  let next = state;
  for (let slot = [...keptTurns(state)].length - 1; slot >= 0; slot--) {
    const entry = next[turnKey(slot)];
    const progress = next[progressKey(slot)];
    if (entry === undefined || progress === undefined || entry.turn >= state.lastTurn) continue;
    const mendable =
      entry.processing.media?.items.some(({ status }) => status === "failed" || status === "pending") ?? false;
    if (!mendable && progress.replies.every(({ status }) => status === "read")) next = withoutTurn(next, slot);
  }
  return next;
}

/** Forgets a turn; the last one takes its slot. */
function withoutTurn(state: OutboxState, slot: number): OutboxState {
  const slots = [...keptTurns(state)];
  const last = slots.length - 1;
  const moved = slots[last];
  const next = { ...state };
  if (moved && last !== slot) {
    next[turnKey(slot)] = moved.entry;
    next[progressKey(slot)] = moved.progress;
  }
  delete next[turnKey(last)];
  delete next[progressKey(last)];
  return next;
}

function freeSlot(slots: readonly Kept[], mostTurns: number): number {
  if (slots.length < mostTurns) return slots.length;
  const unneeded = slots
    .filter(({ progress }) => progress.status !== "open")
    .sort((a, b) => Number(isOver(b)) - Number(isOver(a)) || a.entry.turn - b.entry.turn);
  return unneeded[0]?.slot ?? slots.length;
}

function isOver({ progress }: Kept): boolean {
  return progress.replies.every(({ status }) => status === "read" || status === "failed");
}
