import type { Context, Result } from "@parley/actor/actor";
import { setTimer } from "@parley/actor/out";
import type { MediaRead } from "@parley/contract/media-read";
import type { Turn } from "@parley/contract/turn";
import { keptTurn, type OutboxState, withTurn } from "./outbox-state.ts";
import { storeKept } from "./turn-story.ts";

const retryEveryMs = 5_000;
const mostRetries = 120;

/**
 * Adds what was read of a turn's files after the turn went on without it. The turn may still be at intel: then the
 * message comes again, for at most ten minutes. A turn that is kept no longer stays as it was stored.
 */
export function addMedia(
  state: OutboxState,
  message: MediaRead,
  context: Context,
  mostTurns: number,
): Result<OutboxState> {
  const kept = keptTurn(state, message.turn);
  if (kept !== undefined) {
    const entry = withItems(kept.entry, message);
    return { state: withTurn(state, entry, kept.progress, mostTurns), outs: [storeKept(entry)] };
  }
  if (message.turn > state.lastTurn && message.early < mostRetries) {
    const again: MediaRead = { ...message, early: message.early + 1 };
    return { state, outs: [setTimer(`media.${message.turn}`, context.now + retryEveryMs, again)] };
  }
  context.log.warn({ turn: message.turn }, "files were read after their turn was forgotten");
  return { state, outs: [] };
}

function withItems(entry: Turn, { items }: MediaRead): Turn {
  const before = entry.processing.media?.items ?? [];
  const after = before.map((item) => items.find(({ id }) => id === item.id) ?? item);
  return { ...entry, processing: { ...entry.processing, media: { items: after } } };
}
