import type { Context, Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { effectId } from "@parley/contract/ids";
import type { Turn, TurnReply } from "@parley/contract/turn";
import type { TurnAnswered } from "@parley/contract/turn-answered";
import type { TurnFailed } from "@parley/contract/turn-opened";
import type { OutboxSettings } from "./outbox-settings.ts";
import { keptTurn, type OutboxState, type Progress, type Queued, withoutRead, withTurn } from "./outbox-state.ts";
import { piecesOf, queuedOf, shownOf } from "./pieces.ts";
import { sendHead } from "./send-head.ts";
import { forgotten, statusOf, storeKept, storeStory, storyOf, timingsOf, totalMs } from "./turn-story.ts";

const mostFailedTurns = 32;
type Planned = { replies: TurnReply[]; queued: Queued[] };

/** Queues a turn's replies behind the earlier ones. A replay never sends a reply again that the turn already has. */
export function acceptTurn(
  state: OutboxState,
  message: TurnAnswered,
  context: Context,
  settings: OutboxSettings,
): Result<OutboxState> {
  const { entry } = message;
  const answeredBefore = entry.turn <= state.lastTurn && !state.failedTurns.includes(entry.turn);
  const before = answeredBefore ? keptTurn(state, entry.turn)?.progress : undefined;
  if (answeredBefore && before === undefined) {
    context.log.warn({ turn: entry.turn }, "a turn that was answered long ago is not answered again");
    return { state, outs: [] };
  }
  const { replies, queued } = plan(message, before?.replies ?? [], settings, state.queue.length);
  const status = statusOf(replies);
  const timings = timingsOf(context, settings.clock);
  const progress: Progress = { status, replies, attempts: context.attempt, timings };
  if (status === "done") progress.timings = { ...timings, totalMs: totalMs(entry, settings) };
  const next: OutboxState = {
    ...state,
    lastTurn: Math.max(state.lastTurn, entry.turn),
    failedTurns: without(state.failedTurns, entry.turn),
    queue: queued.length === 0 ? state.queue : [...state.queue, ...queued],
    serviceWindowEndsAtMs: Math.max(state.serviceWindowEndsAtMs, message.serviceWindowEndsAtMs),
  };
  const keep = replies.length > 0;
  const after = keep ? withoutRead(withTurn(next, entry, progress, settings.mostTurns)) : next;
  const outs = [keep ? storeKept(entry) : storeStory(storyOf(entry, progress)), ...forgotten(state, after)];
  const [first] = queued;
  if (first !== undefined && state.queue.length === 0) outs.unshift(send("delivery", sendHead(first, entry.turn)));
  return { state: after, outs };
}

/** A turn that an earlier stage could not handle: its story ends here. */
export function acceptFailedTurn(
  state: OutboxState,
  message: TurnFailed,
  context: Context,
  settings: OutboxSettings,
): Result<OutboxState> {
  const { entry, stage, code, reason } = message;
  if (entry.turn <= state.lastTurn && !state.failedTurns.includes(entry.turn)) {
    context.log.warn({ turn: entry.turn, stage, code }, "a replay of an answered turn failed; the turn stays as it is");
    return { state, outs: [] };
  }
  const error = { code, message: reason, stage };
  const resilience = { attempts: context.attempt, degradation: "full", breakers: [], error };
  const processing = { ...entry.processing, resilience, delivery: { replies: [], writeBacks: [] } };
  const timings = { ...timingsOf(context, settings.clock), totalMs: totalMs(entry, settings) };
  const failed: Turn = { ...entry, status: "failed", processing, timings };
  const next: OutboxState = {
    ...state,
    lastTurn: Math.max(state.lastTurn, entry.turn),
    failedTurns: [...without(state.failedTurns, entry.turn), entry.turn].slice(-mostFailedTurns),
    serviceWindowEndsAtMs: Math.max(state.serviceWindowEndsAtMs, message.serviceWindowEndsAtMs),
  };
  return { state: next, outs: [storeStory(failed)] };
}

/** Effect ids follow from the turn, so a replay finds the replies it has already made: those stay as they are. */
function plan(message: TurnAnswered, before: readonly TurnReply[], settings: OutboxSettings, waiting: number): Planned {
  const replies = [...before];
  const queued: Queued[] = [];
  const pieces = message.replies.flatMap((reply) => piecesOf(reply, settings.mostBodyChars));
  for (const piece of pieces.slice(before.length)) {
    const id = effectId(message.entry.id, replies.length + 1);
    if (waiting + queued.length >= settings.mostQueued) {
      const error = { code: "mailbox.full", message: `${settings.mostQueued} replies of this chat wait already` };
      replies.push({ id, ...shownOf(piece), status: "failed", error });
      continue;
    }
    replies.push({ id, ...shownOf(piece), status: "queued" });
    queued.push(queuedOf(id, piece));
  }
  return { replies, queued };
}

function without(turns: number[], turn: number): number[] {
  return turns.includes(turn) ? turns.filter((other) => other !== turn) : turns;
}
