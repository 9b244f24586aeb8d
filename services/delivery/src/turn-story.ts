import type { Context } from "@parley/actor/actor";
import type { Clock } from "@parley/actor/clock";
import { type Out, store, storeView } from "@parley/actor/out";
import type { Turn, TurnReply } from "@parley/contract/turn";
import type { OutboxSettings } from "./outbox-settings.ts";
import { keptTurn, keptTurns, type OutboxState, type Progress } from "./outbox-state.ts";

const unsent = new Set<TurnReply["status"]>(["queued", "sending", "unknown"]);

export function isUnsent(status: TurnReply["status"] | undefined): boolean {
  return status !== undefined && unsent.has(status);
}

/** A turn is done when each reply has been accepted or has finally failed; what customers' phones say comes later. */
export function statusOf(replies: readonly TurnReply[]): "open" | "done" {
  return replies.some(({ status }) => isUnsent(status)) ? "open" : "done";
}

/** The stages of the trace, a stage that came up twice summed up; this one with what it has taken so far. */
export function timingsOf(context: Context, clock: Clock): Progress["timings"] {
  const timings: Record<string, { queuedMs: number; handledMs: number }> = {};
  const { stages } = context.trace;
  for (const [at, { stage, queuedMs, handledMs }] of stages.entries()) {
    const sum = timings[stage] ?? { queuedMs: 0, handledMs: 0 };
    const handled = at === stages.length - 1 ? Math.max(0, clock.now() - context.now) : handledMs;
    timings[stage] = { queuedMs: round(sum.queuedMs + queuedMs), handledMs: round(sum.handledMs + handled) };
  }
  return timings;
}

/** `timings` with the stage that runs now added: for a message that another turn's chain of messages led to. */
export function addStage(timings: Progress["timings"], context: Context, clock: Clock): Progress["timings"] {
  const last = context.trace.stages.at(-1);
  if (last === undefined) return { ...timings };
  const before = timings[last.stage];
  const sum = typeof before === "object" ? before : { queuedMs: 0, handledMs: 0 };
  const handledMs = round(sum.handledMs + Math.max(0, clock.now() - context.now));
  return { ...timings, [last.stage]: { queuedMs: round(sum.queuedMs + last.queuedMs), handledMs } };
}

/** From the gateway's 200 to now, the turn's end. */
export function totalMs(entry: Turn, { clock, turnEnded }: Pick<OutboxSettings, "clock" | "turnEnded">): number {
  const ms = Math.max(0, clock.now() - Date.parse(entry.receivedAt));
  turnEnded(ms);
  return ms;
}

/** The whole entry of a turn for the timeline. */
export function storyOf(entry: Turn, { status, replies, attempts, timings }: Progress): Turn {
  const resilience = { attempts, degradation: "full", breakers: [] };
  const processing = { ...entry.processing, resilience, delivery: { replies, writeBacks: [] } };
  return { ...entry, status, processing, timings };
}

/** For a turn that the state does not keep. */
export function storeStory(entry: Turn): Out {
  return store("timeline", storyId(entry), entry);
}

/** For a turn that the state keeps: its story is what `keptStory` says. */
export function storeKept(entry: Turn): Out {
  return storeView("timeline", storyId(entry));
}

export function keptStory(state: OutboxState, id: string): Turn | undefined {
  const kept = keptTurn(state, Number(id.slice(id.lastIndexOf(".") + 1)));
  return kept && storyOf(kept.entry, kept.progress);
}

/** Turns the state keeps no longer: their stories as they end. */
export function forgotten(before: OutboxState, after: OutboxState): Out[] {
  return [...keptTurns(before)]
    .filter(({ entry }) => keptTurn(after, entry.turn) === undefined)
    .map(({ entry, progress }) => storeStory(storyOf(entry, progress)));
}

function storyId({ chat, turn }: Turn): string {
  return `${chat}.${turn}`;
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
