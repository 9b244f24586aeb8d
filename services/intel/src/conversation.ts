import { type Context, defineActor, type Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { type CodedError, PermanentError } from "@parley/contract/errors";
import type { TurnFailed, TurnOpened } from "@parley/contract/turn-opened";
import { answerTurn, type Knowledge } from "./answer-turn.ts";
import type { Business } from "./business.ts";
import {
  type ConversationState,
  conversationState,
  setAside,
  setAsideInAnyCase,
  takeNext,
  type Waiting,
} from "./conversation-state.ts";
import { buildIntentIndex } from "./intent-index.ts";

export type ConversationDependencies = {
  /** The business file as it is now; the same reference as long as it has not changed. */
  business: () => Business;
  /** A late turn older than this is understood but not answered, ms. */
  lateReplyWithinMs: number;
};

/**
 * One chat's conversation: takes turn n only after n - 1, understands it and answers. Turns that come early wait in the
 * state; `turn.failed` closes a gap as well as the turn itself.
 */
export function conversationActor({ business, lateReplyWithinMs }: ConversationDependencies) {
  const know = indexed(business);

  function handle(state: ConversationState, message: Waiting, now: number): Result<ConversationState> {
    const handled = Math.max(state.handled, message.entry.turn);
    if (message.type === "turn.failed") return { state: { ...state, handled }, outs: [send("delivery", message)] };
    const { answered, prior } = answerTurn(message, state.language, know(), { now, lateReplyWithinMs });
    return { state: { ...state, handled, language: prior }, outs: [send("delivery", answered)] };
  }

  /** Takes the turns that have only waited for this one. One that fails comes back by itself, so its failure is its own. */
  function drain(result: Result<ConversationState>, context: Context): Result<ConversationState> {
    let { state } = result;
    const outs = [...result.outs];
    for (let taken = takeNext(state); taken !== undefined; taken = takeNext(state)) {
      try {
        const done = handle(taken.state, taken.next, context.now);
        state = done.state;
        outs.push(...done.outs);
      } catch (failure) {
        context.log.warn({ turn: taken.next.entry.turn, err: failure }, "a waiting turn failed, trying it by itself");
        return { state: taken.state, outs: [...outs, send("intel", taken.next)] };
      }
    }
    return { state, outs };
  }

  return defineActor<ConversationState, TurnOpened | TurnFailed>({
    service: "intel",
    name: "conversation",
    state: conversationState,
    receives: ["turn.opened", "turn.failed"],
    receive: (state, message, context) => {
      const { turn } = message.entry;
      if (turn <= state.handled) return handle(state, message, context.now); // replayed here or in an earlier stage
      if (turn === state.handled + 1) {
        const result = handle(state, message, context.now);
        return Object.keys(state.waiting).length === 0 ? result : drain(result, context);
      }
      const aside = setAside(state, message);
      // Not transient: trying again would hold up the very message that closes the gap. As a dead letter it can be replayed.
      if (aside === "full") throw new PermanentError("turn.gap", `turn ${state.handled + 1} is missing, too many wait`);
      return { state: aside, outs: [] };
    },
    failed: (state, message, failure, context) => {
      const { turn } = message.entry;
      const ended = message.type === "turn.failed" ? message : turnFailed(message, failure);
      if (turn > state.handled + 1) return { state: setAsideInAnyCase(state, withoutText(ended)), outs: [] };
      const moved = { ...state, handled: Math.max(state.handled, turn) };
      return drain({ state: moved, outs: [send("delivery", ended)] }, context);
    },
  });
}

function turnFailed(message: TurnOpened, failure: CodedError): TurnFailed {
  const { entry, serviceWindowEndsAtMs } = message;
  const { code, message: reason } = failure;
  return { type: "turn.failed", v: 1, entry, serviceWindowEndsAtMs, stage: "intel", code, reason };
}

/** It may come in numbers when a gap stays open; the text is in the dead letter. */
function withoutText(message: TurnFailed): TurnFailed {
  const { text: _, ...entry } = message.entry;
  return { ...message, entry };
}

function indexed(business: () => Business): () => Knowledge {
  let known: Knowledge | undefined;
  return () => {
    const now = business();
    if (known?.business !== now) known = { business: now, index: buildIntentIndex(now) };
    return known;
  };
}
