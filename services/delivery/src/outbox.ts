import { defineActor, type Result } from "@parley/actor/actor";
import type { ChatForget } from "@parley/contract/chat-forget";
import type { MediaRead } from "@parley/contract/media-read";
import type { ReplyRequested } from "@parley/contract/reply-requested";
import type { StatusChanged } from "@parley/contract/status-changed";
import type { TurnAnswered } from "@parley/contract/turn-answered";
import type { TurnFailed } from "@parley/contract/turn-opened";
import { acceptFailedTurn, acceptTurn } from "./accept-turn.ts";
import { addMedia } from "./add-media.ts";
import { followStatus } from "./follow-status.ts";
import { forgetChat, keptUntilMs, withoutRemains } from "./forget-chat.ts";
import { acceptRequest } from "./out-of-turn.ts";
import { defaultSettings, type OutboxSettings } from "./outbox-settings.ts";
import { type OutboxState, outboxState } from "./outbox-state.ts";
import type { ReplySend, ReplySettle } from "./reply-messages.ts";
import { createReplySender, type SendDependencies } from "./send-reply.ts";
import { failHead, type Step, settleHead } from "./settle-reply.ts";
import { keptStory } from "./turn-story.ts";

export type OutboxDependencies = {
  send: SendDependencies["send"];
  /** What differs from `defaultSettings`. */
  settings?: Partial<OutboxSettings>;
};
export type OutboxMessage =
  | TurnAnswered
  | TurnFailed
  | MediaRead
  | ReplyRequested
  | ReplySend
  | ReplySettle
  | StatusChanged
  | ChatForget;

/**
 * One chat's outbox: sends replies one at a time, in order, and follows their status. A reply leaves twice only when its
 * first outcome stayed unknown for `settleAfterMs`, and then at most once more.
 */
export function outboxActor(deps: OutboxDependencies) {
  const settings: OutboxSettings = { ...defaultSettings, ...deps.settings };
  const sendReply = createReplySender({ send: deps.send, settings });
  return defineActor<OutboxState, OutboxMessage>({
    service: "delivery",
    name: "outbox",
    state: { ...outboxState, keptUntilMs },
    receives: [
      ...(["turn.answered", "turn.failed", "media.read"] as const),
      ...(["reply.requested", "reply.send", "reply.settle", "status.changed", "chat.forget"] as const),
    ],
    endsParking: ["chat.forget"],
    receive: (before, message, context) => {
      const state = withoutRemains(before, message, context);
      const step: Step = { context, settings, chain: 0 };
      switch (message.type) {
        case "turn.answered":
          return acceptTurn(state, message, context, settings);
        case "turn.failed":
          return acceptFailedTurn(state, message, context, settings);
        case "media.read":
          return addMedia(state, message, context, settings.mostTurns);
        case "reply.requested":
          return acceptRequest(state, message, context, settings);
        case "reply.send":
          return sendReply(state, message, context);
        case "reply.settle":
          return settleHead(state, message, step);
        case "status.changed":
          return followStatus(state, message, step);
        case "chat.forget":
          return forgetChat(state, message, context);
      }
    },
    view: (state, _collection, id) => keptStory(state, id),
    failed: (state, message, failure, context): Result<OutboxState> => {
      const { code, message: reason } = failure;
      switch (message.type) {
        case "turn.answered": {
          const { entry, serviceWindowEndsAtMs } = message;
          const stage = "delivery";
          const ended: TurnFailed = { type: "turn.failed", v: 1, entry, serviceWindowEndsAtMs, stage, code, reason };
          return acceptFailedTurn(state, ended, context, settings);
        }
        case "reply.send":
        case "reply.settle": {
          if (state.queue[0]?.effect !== message.effect) return { state, outs: [] };
          return failHead(state, code, reason, { context, settings, chain: 0 });
        }
        case "turn.failed":
        case "media.read":
        case "reply.requested":
        case "status.changed":
        case "chat.forget":
          return { state, outs: [] };
      }
    },
  });
}
