import { type Context, defineActor, type Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import type { AgentWake } from "@parley/contract/agent-wake";
import type { ChatForget } from "@parley/contract/chat-forget";
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
import {
  aliveAgain,
  forgetConversation,
  isAhead,
  isForgetDue,
  isForgotten,
  toBeForgotten,
  withoutExpired,
} from "./forget-chat.ts";
import { answerTurn, takeStock, understandNext } from "./take-turn.ts";
import type { TurnDependencies } from "./turn-dependencies.ts";
import type { Understood } from "./understand-turn.ts";
import { sendOperatorReply, switchBot, wakeAgent } from "./without-a-turn.ts";

export type ConversationDependencies = {
  /** As they are now; the same reference as long as neither business file nor model has changed. */
  engines: () => Engines;
  /** The model to ask where the local path is unsure, for the engines of the moment; absent when none is configured. */
  assist?: (engines: Engines) => Assist;
  /** A late turn older than this is understood but not answered, ms. */
  lateReplyWithinMs: number;
};

type ConversationMessage =
  | TurnOpened
  | TurnFailed
  | StockAnswered
  | OperatorReplied
  | BotSwitched
  | AgentWake
  | ChatForget;

type Unsure = { message: TurnOpened; understood: Understood; deps: TurnDependencies & { assist: Assist } };
type Handled = { result: Result<ConversationState>; unsure?: never } | { unsure: Unsure; result?: never };

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

  /** Answers a turn, or tells what is understood of it when a model has to be asked first. */
  function handleAlone(state: ConversationState, message: Waiting, now: number): Handled {
    if (message.type === "turn.failed") {
      const handled = Math.max(state.handled, message.entry.turn);
      return { result: { state: { ...state, handled }, outs: [send("delivery", message)] } };
    }
    const deps = dependencies();
    const understood = understandNext(state, message, deps);
    const { assist: model } = deps;
    if (model !== undefined && wantsHelp(understood, state)) {
      return { unsure: { message, understood, deps: { ...deps, assist: model } } };
    }
    return { result: answerTurn(state, { message, understood, now }, deps) };
  }

  function handle(
    state: ConversationState,
    message: Waiting,
    context: Context,
  ): Result<ConversationState> | Promise<Result<ConversationState>> {
    const { result, unsure } = handleAlone(state, message, context.now);
    if (unsure === undefined) return result;
    const { deps, ...turn } = unsure;
    const asking = askModel({ ...turn, signal: context.signal }, deps);
    return asking.then((helped) => answerTurn(state, { ...helped, message: turn.message, now: context.now }, deps));
  }

  /**
   * Takes the turns that have only waited for this one. One that fails, or needs a model, comes back by itself: its failure and its time are
   * its own.
   */
  function drain(result: Result<ConversationState>, context: Context): Result<ConversationState> {
    let { state } = result;
    const outs = [...result.outs];
    while (state.reserving === undefined && !isForgetDue(state)) {
      const taken = takeNext(state);
      if (taken === undefined || isAhead(state, taken.next)) break;
      try {
        const { result: done } = handleAlone(taken.state, taken.next, context.now);
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
    if (isForgotten(state, message)) return { state, outs: [] };
    if (turn <= state.handled) return handle(state, message, context); // replayed here or in an earlier stage
    if (turn === state.handled + 1 && state.reserving === undefined && !isAhead(state, message)) {
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
    receives: [
      ...(["turn.opened", "turn.failed", "stock.answered", "operator.replied"] as const),
      ...(["bot.switched", "agent.wake", "chat.forget"] as const),
    ],
    endsParking: ["chat.forget"],
    receive: (before, message, context) => {
      const state = withoutExpired(before, message, context);
      const done = take(state, message, context);
      const settle = (result: Result<ConversationState>) => forgetDue(aliveAgain(state, result), context);
      return done instanceof Promise ? done.then(settle) : settle(done);
    },
    failed: (state, message, failure, context) =>
      forgetDue(aliveAgain(state, fail(state, message, failure, context)), context),
  });

  function take(
    state: ConversationState,
    message: ConversationMessage,
    context: Context,
  ): Result<ConversationState> | Promise<Result<ConversationState>> {
    // Only a customer brings a forgotten chat back: session must count its turns, too.
    if (state.forgotten !== undefined && isAside(message)) return { state, outs: [] };
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
      case "chat.forget":
        return { state: toBeForgotten(state, message), outs: [] };
    }
  }

  /** What is to be forgotten and waits for nothing any more goes now; then the turns after it. */
  function forgetDue(result: Result<ConversationState>, context: Context): Result<ConversationState> {
    let current = result;
    while (isForgetDue(current.state)) {
      const { state, outs } = forgetConversation(current.state, context, dependencies().engines.known);
      const { outs: more, state: next } = aliveAgain(state, drain({ state, outs: [] }, context));
      current = { state: next, outs: [...current.outs, ...outs, ...more] };
    }
    return current;
  }

  function fail(
    state: ConversationState,
    message: ConversationMessage,
    failure: CodedError,
    context: Context,
  ): Result<ConversationState> {
    if (message.type !== "turn.opened" && message.type !== "turn.failed") {
      // The turn that waits for the shelves must end, or the chat would wait for ever.
      return message.type === "stock.answered" ? endReserving(state, failure, context) : { state, outs: [] };
    }
    const { turn } = message.entry;
    const ended = message.type === "turn.failed" ? message : turnFailed(message, failure);
    if (turn > state.handled + 1) return { state: setAsideInAnyCase(state, withoutText(ended)), outs: [] };
    const moved = { ...state, handled: Math.max(state.handled, turn) };
    return drain({ state: moved, outs: [send("delivery", ended)] }, context);
  }

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

/** Belongs to no turn. */
function isAside({ type }: ConversationMessage): boolean {
  return type === "operator.replied" || type === "bot.switched" || type === "agent.wake";
}

/** It may come in numbers when a gap stays open; the text is in the dead letter. */
function withoutText(message: TurnFailed): TurnFailed {
  const { text: _, ...entry } = message.entry;
  return { ...message, entry };
}
