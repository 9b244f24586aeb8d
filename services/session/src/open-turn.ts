import { type Out, send, store } from "@parley/actor/out";
import { providerIdHash, turnId } from "@parley/contract/ids";
import type { MessageReceived } from "@parley/contract/message-received";
import type { Turn } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { addRecent, type IdBlock, idLength } from "./recent-ids.ts";
import type { SessionState } from "./session-state.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Meta's times are whole seconds and phones' clocks differ: this much out of order is not late. */
const outOfOrderMs = minuteMs;
const lateAfterMs = 10 * minuteMs;
/** A time further ahead of ours is a wrong clock; taken as it is, it would make every later message late. */
const mostAheadMs = minuteMs;

export type OpenedTurn = { state: SessionState; outs: Out[]; evicted: IdBlock | undefined };

/** Numbers a message that is known to be new. Pure. */
export function openTurn(state: SessionState, message: MessageReceived, idHash: string): OpenedTurn {
  const sentAtMs = Math.min(message.sentAtMs, message.receivedAtMs + mostAheadMs);
  const turn = state.turn + 1;
  const { session, resumed } = sessionOf(state, message.chat, turn, sentAtMs);
  const { recent, evicted } = addRecent(state, idHash.slice(0, idLength), message.sentAtMs);
  const serviceWindowEndsAtMs = Math.max(state.serviceWindowEndsAtMs, sentAtMs + dayMs);
  const late =
    message.backfilled === true ||
    sentAtMs < state.newestSentAtMs - outOfOrderMs ||
    sentAtMs < message.receivedAtMs - lateAfterMs;
  const { forgotten: _, ...known } = state;
  const next: SessionState = {
    ...known,
    turn,
    session,
    newestSentAtMs: Math.max(state.newestSentAtMs, sentAtMs),
    serviceWindowEndsAtMs,
    fresh: recent.fresh,
    older: recent.older,
    overflowNewestSentAtMs: Math.max(state.overflowNewestSentAtMs, evicted?.newestSentAtMs ?? 0),
  };
  const sessionPart = {
    sessionId: session.id,
    resumed,
    duplicate: false,
    late,
    serviceWindowEndsAt: iso(serviceWindowEndsAtMs),
  };
  const entry = entryOf(message, turn, sentAtMs, { session: sessionPart });
  const { chat, messageId, type, receivedAt } = entry;
  const opened = turnOpened(message, entry, sentAtMs, serviceWindowEndsAtMs);
  if (state.earlier !== undefined) opened.earlier = state.earlier;
  const outs = [
    store("turn-index", idHash, { chat, turn, messageId, type, receivedAt }),
    send(opened.media === undefined ? "intel" : "media", opened),
  ];
  return { state: next, outs, evicted };
}

/** A day without a message ends a session. The id follows from chat and first turn, so a repeated try finds the same. */
function sessionOf(state: SessionState, chat: string, turn: number, sentAtMs: number) {
  const { session } = state;
  if (session !== undefined && sentAtMs - state.newestSentAtMs < dayMs) return { session, resumed: true };
  return { session: { id: providerIdHash(`session ${turnId(chat, turn)}`), firstTurn: turn }, resumed: false };
}

function entryOf(message: MessageReceived, turn: number, sentAtMs: number, processing: Turn["processing"]): Turn {
  const entry: Turn = {
    id: turnId(message.chat, turn),
    chat: message.chat,
    turn,
    messageId: message.messageId,
    type: message.kind,
    receivedAt: iso(message.receivedAtMs),
    sentAt: iso(sentAtMs),
    status: "open",
    processing,
  };
  if (message.text !== undefined) entry.text = message.text;
  return entry;
}

function turnOpened(message: MessageReceived, entry: Turn, sentAtMs: number, serviceWindowEndsAtMs: number) {
  const { media, content, context, profileName } = message;
  const opened: TurnOpened = { type: "turn.opened", v: 1, entry, sentAtMs, serviceWindowEndsAtMs };
  if (media !== undefined && media.length > 0) opened.media = media;
  if (content !== undefined) opened.content = content;
  if (context !== undefined) opened.context = context;
  if (profileName !== undefined) opened.profileName = profileName;
  return opened;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
