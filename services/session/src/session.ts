import { type Context, defineActor, type Result } from "@parley/actor/actor";
import type { ChatForget } from "@parley/contract/chat-forget";
import { providerIdHash } from "@parley/contract/ids";
import type { MessageReceived } from "@parley/contract/message-received";
import { forgetChat, withoutExpired } from "./forget-chat.ts";
import { openTurn } from "./open-turn.ts";
import { type IdBlock, idLength, idsOf, isRecent } from "./recent-ids.ts";
import { type SessionState, sessionState } from "./session-state.ts";

/** Where the ids go that a chat's own state has no room for. Both throw `TransientError` when the store is away. */
export type DedupeStore = {
  /** Keeps the ids of the chat for 8 days, a day longer than Meta repeats a webhook. Resolves once they are stored. */
  remember: (chat: string, ids: readonly string[], signal: AbortSignal) => Promise<void>;
  seen: (chat: string, id: string, signal: AbortSignal) => Promise<boolean>;
};

export type SessionDependencies = {
  dedupe: DedupeStore;
  /** Called for every message that is dropped as a duplicate; for a counter. */
  duplicate?: () => void;
};

/** One chat's session: drops repeated messages, numbers the turns, knows the 24 h session and the service window. */
export function sessionActor({ dedupe, duplicate }: SessionDependencies) {
  const dropped = (state: SessionState, context: Context): Result<SessionState> => {
    duplicate?.();
    context.log.debug({ duplicates: state.duplicates + 1 }, "duplicate message dropped");
    return { state: { ...state, duplicates: state.duplicates + 1 }, outs: [] };
  };
  return defineActor<SessionState, MessageReceived | ChatForget>({
    service: "session",
    name: "session",
    state: sessionState,
    receives: ["message.received", "chat.forget"],
    endsParking: ["chat.forget"],
    receive: (before, message, context) => {
      const state = withoutExpired(before, context.now, context.key);
      if (message.type === "chat.forget") return forgetChat(state, message, context.key);
      const idHash = providerIdHash(message.messageId);
      if (isRecent(state, idHash.slice(0, idLength))) return dropped(state, context);
      const opened = openTurn(state, message, idHash);
      const mayHaveLeft = message.sentAtMs <= state.overflowNewestSentAtMs;
      const { evicted } = opened;
      if (!mayHaveLeft && evicted === undefined) return { state: opened.state, outs: opened.outs };
      return (async () => {
        const id = idHash.slice(0, idLength);
        if (mayHaveLeft && (await dedupe.seen(message.chat, id, context.signal))) return dropped(state, context);
        if (evicted !== undefined) await leave(evicted, message.chat, context.signal);
        return { state: opened.state, outs: opened.outs };
      })();
    },
  });

  function leave(block: IdBlock, chat: string, signal: AbortSignal): Promise<void> {
    return dedupe.remember(chat, idsOf(block), signal);
  }
}
