import { type Context, defineActor, type Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import type { AgentWake } from "@parley/contract/agent-wake";
import { type CodedError, PermanentError } from "@parley/contract/errors";
import type { BotSwitched, OperatorReplied } from "@parley/contract/operator-messages";
import type { StockAnswered } from "@parley/contract/stock";
import type { TurnFailed, TurnOpened } from "@parley/contract/turn-opened";
import { createAgentRegistry } from "./agents/registry.ts";
import { askModel, wantsHelp } from "./ask-model.ts";
import type { Assist } from "./assist/assist.ts";
import {
  type ConversationState,
  conversationState,
  setAside,
  setAsideInAnyCase,
  takeNext,
  type Waiting,
} from "./conversation-state.ts";
import type { Engines } from "./engines.ts";
import { answerTurn, takeStock, understandNext } from "./take-turn.ts";
import type { TurnDependencies } from "./turn-dependencies.ts";
import { sendOperatorReply, switchBot, wakeAgent } from "./without-a-turn.ts";

export type ConversationDependencies = {
  /** As they are now; the same reference as long as neither business file nor model has changed. */
  engines: () => Engines;
  /** The model to ask where the local path is unsure, for the engines of the moment; absent when none is configured. */
  assist?: (engines: Engines) => Assist;
  /** A late turn older than this is understood but not answered, ms. */
  lateReplyWithinMs: number;
};

type ConversationMessage = TurnOpened | TurnFailed | StockAnswered | OperatorReplied | BotSwitched | AgentWake;

/**
 * One chat's conversation: takes turn n only after n - 1, understands it and answers. Turns that come early wait in the
 * state; `turn.failed` closes a gap as well as the turn itself.
 */
export function conversationActor({ engines, assist, lateReplyWithinMs }: ConversationDependencies) {
  const registry = createAgentRegistry();
  const dependencies = (): TurnDependencies => {
    const current = engines();
    return { engines: current, registry, lateReplyWithinMs, assist: assist?.(current) };
  };

  /** Undefined: a model has to be asked first. */
  function handleAlone(state: ConversationState, message: Waiting, now: number): Result<ConversationState> | undefined {
    if (message.type === "turn.failed") {
      const handled = Math.max(state.handled, message.entry.turn);
      return { state: { ...state, handled }, outs: [send("delivery", message)] };
    }
    const deps = dependencies();
    const understood = understandNext(state, message, deps);
    if (deps.assist !== undefined && wantsHelp(understood, state)) return undefined;
    return answerTurn(state, { message, understood, now }, deps);
  }

  function handle(
    state: ConversationState,
    message: Waiting,
    context: Context,
  ): Result<ConversationState> | Promise<Result<ConversationState>> {
    const alone = handleAlone(state, message, context.now);
    if (alone !== undefined || message.type === "turn.failed") return alone ?? { state, outs: [] };
    const { assist: model, ...deps } = dependencies();
    const understood = understandNext(state, message, deps);
    if (model === undefined) return answerTurn(state, { message, understood, now: context.now }, deps);
    const asking = askModel(state, { message, understood, signal: context.signal }, { ...deps, assist: model });
    return asking.then((helped) => answerTurn(state, { ...helped, message, now: context.now }, deps));
  }

  /**
   * Takes the turns that have only waited for this one. One that fails, or needs a model, comes back by itself: its failure and its time are
   * its own.
   */
  function drain(result: Result<ConversationState>, context: Context): Result<ConversationState> {
    let { state } = result;
    const outs = [...result.outs];
    while (state.reserving === undefined) {
      const taken = takeNext(state);
      if (taken === undefined) break;
      try {
        const done = handleAlone(taken.state, taken.next, context.now);
        if (done === undefined) return { state: taken.state, outs: [...outs, send("intel", taken.next)] };
        state = done.state;
        outs.push(...done.outs);
      } catch (failure) {
        context.log.warn({ turn: taken.next.entry.turn, err: failure }, "a waiting turn failed, trying it by itself");
        return { state: taken.state, outs: [...outs, send("intel", taken.next)] };
      }
    }
    return { state, outs };
  }

  function takeInOrder(
    state: ConversationState,
    message: Waiting,
    context: Context,
  ): Result<ConversationState> | Promise<Result<ConversationState>> {
    const { turn } = message.entry;
    if (turn <= state.handled) return handle(state, message, context); // replayed here or in an earlier stage
    if (turn === state.handled + 1 && state.reserving === undefined) {
      const result = handle(state, message, context);
      if (result instanceof Promise) return result.then((done) => drain(done, context));
      return Object.keys(state.waiting).length === 0 ? result : drain(result, context);
    }
    if (state.reserving?.message.entry.turn === turn) return { state, outs: [] };
    const aside = setAside(state, message);
    // Not transient: trying again would hold up the very message that closes the gap. As a dead letter it can be replayed.
    if (aside === "full") throw new PermanentError("turn.gap", `turn ${state.handled + 1} is missing, too many wait`);
    return { state: aside, outs: [] };
  }

  return defineActor<ConversationState, ConversationMessage>({
    service: "intel",
    name: "conversation",
    state: conversationState,
    receives: ["turn.opened", "turn.failed", "stock.answered", "operator.replied", "bot.switched", "agent.wake"],
    receive: (state, message, context) => {
      switch (message.type) {
        case "turn.opened":
        case "turn.failed":
          return takeInOrder(state, message, context);
        case "stock.answered":
          return drain(takeStock(state, message, dependencies()), context);
        case "operator.replied":
          return sendOperatorReply(state, message, dependencies());
        case "bot.switched":
          return switchBot(state, message, dependencies());
        case "agent.wake":
          return wakeAgent(state, message, { context, deps: dependencies() });
      }
    },
    failed: (state, message, failure, context) => {
      if (message.type !== "turn.opened" && message.type !== "turn.failed") {
        // The turn that waits for the shelves must end, or the chat would wait for ever.
        return message.type === "stock.answered" ? endReserving(state, failure, context) : { state, outs: [] };
      }
      const { turn } = message.entry;
      const ended = message.type === "turn.failed" ? message : turnFailed(message, failure);
      if (turn > state.handled + 1) return { state: setAsideInAnyCase(state, withoutText(ended)), outs: [] };
      const moved = { ...state, handled: Math.max(state.handled, turn) };
      return drain({ state: moved, outs: [send("delivery", ended)] }, context);
    },
  });

  function endReserving(state: ConversationState, failure: CodedError, context: Context): Result<ConversationState> {
    const { reserving, ...moved } = state;
    if (reserving === undefined) return { state, outs: [] };
    const handled = Math.max(moved.handled, reserving.message.entry.turn);
    return drain(
      { state: { ...moved, handled }, outs: [send("delivery", turnFailed(reserving.message, failure))] },
      context,
    );
  }
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
