import type { Context, Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { languages } from "@parley/business/translated";
import type { AgentWake } from "@parley/contract/agent-wake";
import type { BotSwitched, OperatorReplied } from "@parley/contract/operator-messages";
import { bodyOf, type Reply } from "@parley/contract/reply";
import type { ReplyRequested } from "@parley/contract/reply-requested";
import { noteBusinessTurn, switchHandover } from "@parley/nlu/flow/business-turn";
import { handOverUnasked, operatorWrote, switchedBot } from "./agents/handover/hand-over.ts";
import { isAgentName } from "./agents/registry.ts";
import { timerOuts } from "./conclude-turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { TurnDependencies } from "./turn-dependencies.ts";

/** A person writes: the agents fall silent, and the message goes out in the order of the chat's replies. */
export function sendOperatorReply(
  state: ConversationState,
  { id, reply, atMs }: OperatorReplied,
  { engines }: TurnDependencies,
): Result<ConversationState> {
  const paused = operatorWrote(state.paused, atMs, engines.known);
  const noted = noteBusinessTurn(state.dialogue, { text: bodyOf(reply), from: "agent" });
  const dialogue = switchHandover(noted, "person");
  const requested: ReplyRequested = { type: "reply.requested", v: 1, id, reply, origin: "operator" };
  return { state: { ...state, paused, dialogue, operatorAtMs: atMs }, outs: [send("delivery", requested)] };
}

/** A person silences the agents, or gives the chat back to them. */
export function switchBot(
  state: ConversationState,
  switched: BotSwitched,
  { engines }: TurnDependencies,
): Result<ConversationState> {
  const { paused: before, ...rest } = state;
  const paused = switchedBot(before, switched, engines.known);
  const dialogue = switchHandover(state.dialogue, paused === undefined ? "none" : "person");
  return { state: paused === undefined ? { ...rest, dialogue } : { ...state, paused, dialogue }, outs: [] };
}

/**
 * An agent's timer has come: what it says belongs to no turn. While a person has the chat it says nothing; an agent that gives up on waiting
 * hands the chat to one.
 */
export function wakeAgent(
  state: ConversationState,
  { agent, timer }: AgentWake,
  { context, deps }: { context: Context; deps: TurnDependencies },
): Result<ConversationState> {
  if (!isAgentName(agent)) return { state, outs: [] };
  const { engines, registry } = deps;
  const { known } = engines;
  const language = languageOf(state, known.business.languages[0] ?? "es");
  const moment = { now: context.now, chat: context.key, language, operatorAtMs: state.operatorAtMs };
  const { stored, ...answer } = registry.agents[agent].wake(state[agent], { timer, moment }, known);
  const moved: ConversationState = { ...state, [agent]: stored };
  if (answer.handOver !== undefined && state.paused === undefined) {
    const records = registry.records(moved);
    const { paused, replies } = handOverUnasked(answer.handOver.reason, { ...moment, records }, known);
    moved.paused = paused;
    moved.dialogue = switchHandover(state.dialogue, "waiting");
    answer.replies = [...answer.replies, ...replies];
  } else if (state.paused !== undefined) answer.replies = [];
  if (answer.replies.length > 0) {
    const text = answer.replies.map(bodyOf).join("\n");
    const asks = answer.asks === undefined ? {} : { asks: answer.asks };
    moved.dialogue = noteBusinessTurn(moved.dialogue, { text, from: "bot", ...asks });
    if (moved.paused !== undefined) moved.dialogue = switchHandover(moved.dialogue, "waiting");
  }
  // The time is the message's, so the ids are the same if this is handled again.
  const idOf = (n: number) => `${agent}-${timer}-${Math.round(context.now)}-${n}`;
  const outs = answer.replies.map((reply, n) => send("delivery", requestedBy(reply, idOf(n + 1))));
  return { state: moved, outs: [...outs, ...timerOuts({ agent, timers: answer.timers ?? [] })] };
}

function requestedBy(reply: Reply, id: string): ReplyRequested {
  return { type: "reply.requested", v: 1, id, reply, origin: "agent" };
}

/** The one the customer wrote last. */
function languageOf({ language }: ConversationState, first: "es" | "en"): "es" | "en" {
  const known = languages.filter((code) => (language[code] ?? 0) > 0);
  return known.sort((a, b) => (language[b] ?? 0) - (language[a] ?? 0))[0] ?? first;
}
