import type { Context, Result } from "@parley/actor/actor";
import { type Out, send, setTimer } from "@parley/actor/out";
import type { TurnReply } from "@parley/contract/turn";
import { storeMessage, withMessage } from "./out-of-turn.ts";
import type { OutboxSettings } from "./outbox-settings.ts";
import { type Kept, type OutboxState, type Progress, type Tracked, trackedOf, withProgress } from "./outbox-state.ts";
import type { ReplySettle } from "./reply-messages.ts";
import { sendHead } from "./send-head.ts";
import { addStage, statusOf, storeKept, timingsOf, totalMs } from "./turn-story.ts";

export const settleTimer = "settle";
/** A doubtful send is done once more; a second doubt is the end. */
const mostUnknowns = 2;

export type Step = {
  context: Context;
  settings: OutboxSettings;
  /** The turn whose trace the message carries on; 0 for none. */
  chain: number;
};

/** What has become of a reply. */
export type Change = Pick<TurnReply, "status"> &
  Partial<Pick<TurnReply, "providerId" | "sentAt" | "error" | "fileError">>;
type Counters = Partial<Pick<OutboxState, "queue" | "unknowns">>;

/** The state with the change, and the story of the reply's turn, or of the message outside turns. */
function changed(state: OutboxState, found: Tracked, { change, counters, step }: Changing) {
  if (found.kind === "message") {
    const message = { ...found.reply, ...change };
    return { state: withMessage(state, message, counters), story: storeMessage(message) };
  }
  const reply: TurnReply = { ...found.reply, ...change };
  const kept = step === undefined ? found.kept : timed(found.kept, reply, step);
  const { progress, story } = replaceReply(kept, reply);
  return { state: withProgress(state, kept.slot, progress, counters), story };
}
type Changing = { change: Change; counters?: Counters; step?: Step };

/** One reply replaced in its turn, and the turn as the timeline gets it. */
export function replaceReply({ entry, progress }: Kept, reply: TurnReply): { progress: Progress; story: Out } {
  const replies = progress.replies.map((before) => (before.id === reply.id ? reply : before));
  const next: Progress = { ...progress, replies, status: statusOf(replies) };
  return { progress: next, story: storeKept(entry) };
}

/** The head has reached its end, or WhatsApp: `change` is what it became. The next one goes on its way. */
export function finishHead(state: OutboxState, found: Tracked, change: Change, step: Step): Result<OutboxState> {
  const queue = state.queue.slice(1);
  const { state: next, story } = changed(state, found, { change, counters: { queue, unknowns: 0 }, step });
  const [head] = queue;
  const outs = head === undefined ? [story] : [send("delivery", sendHead(head, step.chain)), story];
  return { state: next, outs };
}

export function failHead(state: OutboxState, code: string, message: string, step: Step): Result<OutboxState> {
  const found = trackedOf(state, state.queue[0]?.effect ?? "");
  if (found === undefined) return { state, outs: [] };
  return finishHead(state, found, { status: "failed", error: { code, message } }, step);
}

/** Nobody can tell whether the head was sent: wait for a status that says so, for a while. */
export function doubtHead(state: OutboxState, found: Tracked, step: Step): Result<OutboxState> {
  const unknowns = state.unknowns + 1;
  const { state: next, story } = changed(state, found, { change: { status: "unknown" }, counters: { unknowns }, step });
  const settle: ReplySettle = { type: "reply.settle", v: 1, effect: found.reply.id, unknowns };
  const atMs = step.settings.clock.now() + step.settings.settleAfterMs;
  return { state: next, outs: [setTimer(settleTimer, atMs, settle), story] };
}

/** The time is over and no status came. */
export function settleHead(state: OutboxState, message: ReplySettle, step: Step): Result<OutboxState> {
  const [head] = state.queue;
  const found = trackedOf(state, message.effect);
  const current = found?.reply.status === "unknown" && state.unknowns === message.unknowns;
  if (head?.effect !== message.effect || found === undefined || !current) return { state, outs: [] };
  if (state.unknowns >= mostUnknowns) return failHead(state, "dependency.timeout", "whatsapp outcome unknown", step);
  const { state: next, story } = changed(state, found, { change: { status: "queued" } });
  return { state: next, outs: [send("delivery", sendHead(head, 0)), story] };
}

/** The turn with this attempt counted, and its total when `reply` ends it: the total is the time to the turn's end. */
function timed(kept: Kept, reply: TurnReply, { context, settings, chain }: Step): Kept {
  const { clock } = settings;
  const { entry, progress } = kept;
  const attempts = Math.max(progress.attempts, context.attempt);
  const timings = chain === entry.turn ? timingsOf(context, clock) : addStage(progress.timings, context, clock);
  const replies = progress.replies.map((before) => (before.id === reply.id ? reply : before));
  if (statusOf(replies) === "done") timings.totalMs = totalMs(entry, settings);
  return { ...kept, progress: { ...progress, attempts, timings } };
}
