import type { Result } from "@parley/actor/actor";
import type { Out } from "@parley/actor/out";
import type { Reply } from "@parley/contract/reply";
import type { StockAnswered } from "@parley/contract/stock";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { switchHandover } from "@parley/nlu/flow/business-turn";
import type { ReservationOutcome } from "./agents/agent.ts";
import type { AgentTurn } from "./agents/agent-turn.ts";
import type { BoundAnswer } from "./agents/bound-agent.ts";
import { handOver, whilePaused } from "./agents/handover/hand-over.ts";
import { type AgentName, isAgentName } from "./agents/registry.ts";
import type { Helped } from "./ask-model.ts";
import { conclude, type Step } from "./conclude-turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import { type Decision, decideLane } from "./decide-lane.ts";
import { collect, reserve } from "./stock/reserve.ts";
import type { TurnDependencies } from "./turn-dependencies.ts";
import { intelPartOf, type Understood, understandTurn } from "./understand-turn.ts";

/** Kinds that are not something a customer asks. */
const silentKinds = new Set(["reaction", "system", "unsupported", "unknown", "edit", "revoke", "protocol"]);

/** What the local path makes of a turn, before anybody answers it. */
export function understandNext(state: ConversationState, message: TurnOpened, deps: TurnDependencies): Understood {
  const { engines, registry } = deps;
  const { language, dialogue } = state;
  return understandTurn(message, { language, dialogue, forms: registry.forms(state, engines.known) }, engines);
}

/** Lets an agent answer an understood turn. Pure; the turn must be the next one of its chat. */
export function answerTurn(
  before: ConversationState,
  received: Received,
  deps: TurnDependencies,
): Result<ConversationState> {
  const { message, understood, now } = received;
  const { known } = deps.engines;
  const { decision, dialogue } = decideLane(understood, known.business, received.routed);
  const turn = agentTurnOf(received, before, deps.registry.records(before));
  const state = { ...before, language: understood.language.prior, dialogue };
  const step = (reason: string): Step => ({
    deps,
    turn,
    message: withIntel(message, understood, { ...decision, reason }),
    first: received.first ?? [],
  });
  const silent = silentReason(message, now, deps.lateReplyWithinMs);
  if (silent !== undefined) return conclude(state, step(silent), { replies: [] });
  if (state.paused === undefined) return route(state, step(decision.reason), decision);
  const { paused, replies, answered } = whilePaused(state.paused, turn, known);
  if (paused !== undefined) return conclude({ ...state, paused }, step("a person has the chat"), { replies });
  if (answered === true) {
    const { paused: _, ...released } = state;
    return conclude(released, step("the customer wants the assistant back"), { replies });
  }
  const { paused: _, ...resumed } = before;
  const back = { ...resumed, dialogue: switchHandover(before.dialogue, "none") };
  return answerTurn(back, { message, now, understood: understandNext(back, message, deps), first: replies }, deps);
}

/** A turn with what is understood of it; `first` is said before the answer. */
type Received = Helped & { message: TurnOpened; now: number; first?: readonly Reply[] };

/** A shelf has answered. With the last answer the agent ends the turn that waits for it. */
export function takeStock(
  state: ConversationState,
  answered: StockAnswered,
  deps: TurnDependencies,
): Result<ConversationState> {
  const { reserving } = state;
  if (reserving === undefined || reserving.reservation.id !== answered.id) return { state, outs: [] };
  const { underWay, outs, outcome } = collect(reserving.reservation, answered);
  if (outcome === undefined) return { state: { ...state, reserving: { ...reserving, reservation: underWay } }, outs };
  const { reserving: _, ...moved } = state;
  const { message, turn, agent } = reserving;
  return withOuts(settle(moved, { deps, message, turn }, { agent, outcome }), outs);
}

function route(
  state: ConversationState,
  step: Step,
  { lane, agent: wanted, reason }: Decision,
): Result<ConversationState> {
  const { turn, deps } = step;
  const { known } = deps.engines;
  if (lane === "human") {
    const before = state.paused === undefined ? {} : { before: state.paused };
    const { paused, replies } = handOver({ reason, turn, known, ...before });
    return conclude({ ...state, paused, dialogue: switchHandover(state.dialogue, "waiting") }, step, { replies });
  }
  const agent: AgentName = isAgentName(wanted) ? wanted : "info";
  const answer = deps.registry.agents[agent].answer(state[agent], turn, known);
  const other = answer.failed === true ? whoElse(agent, state) : undefined;
  if (other !== undefined) {
    // Whatever the turn was taken for, it is nothing of that kind.
    const aside = { ...turn, intent: { ...turn.intent, accepted: false } };
    const told = deps.registry.agents[other].answer(state[other], aside, known);
    if (told.failed !== true && told.replies.length > 0) {
      return proceed({ ...state, [other]: told.stored }, step, { agent: other, answer: told });
    }
  }
  return proceed({ ...state, [agent]: answer.stored }, step, { agent, answer });
}

/** Who may know what an agent does not: of a question amid a task the one for questions, and the other way round. */
function whoElse(agent: AgentName, { dialogue }: ConversationState): AgentName | undefined {
  if (agent !== "info") return "info";
  return dialogue.open.some(({ id }) => /^(?:order|booking)\./.test(id)) ? "commerce" : undefined;
}

type Answered = { agent: AgentName; answer: BoundAnswer };

/** Ends the turn, or lets it wait for what the answer wants from the stock. */
function proceed(state: ConversationState, step: Step, { agent, answer }: Answered): Result<ConversationState> {
  if (answer.reserve === undefined) return conclude(state, step, { ...answer, agent });
  const { turn, deps } = step;
  const { outs, underWay } = reserve(answer.reserve, turn.chat, deps.engines.known);
  if (answer.reserve.release === true) return withOuts(conclude(state, step, { ...answer, agent }), outs);
  if (underWay === undefined) {
    return settle(state, step, { agent, outcome: { kind: "reserved", id: answer.reserve.id } });
  }
  return { state: { ...state, reserving: { message: step.message, turn, agent, reservation: underWay } }, outs };
}

function settle(
  state: ConversationState,
  step: Step,
  { agent, outcome }: { agent: AgentName; outcome: ReservationOutcome },
): Result<ConversationState> {
  const { engines, registry } = step.deps;
  const answer = registry.agents[agent].settle(state[agent], { turn: step.turn, outcome }, engines.known);
  return proceed({ ...state, [agent]: answer.stored }, step, { agent, answer });
}

function withOuts(result: Result<ConversationState>, outs: readonly Out[]): Result<ConversationState> {
  return { state: result.state, outs: [...outs, ...result.outs] };
}

function silentReason({ entry, sentAtMs }: TurnOpened, now: number, lateReplyWithinMs: number): string | undefined {
  if (silentKinds.has(entry.type)) return `a ${entry.type} needs no answer`;
  const late = entry.processing.session?.late === true && now - sentAtMs > lateReplyWithinMs;
  return late ? "came too late to answer" : undefined;
}

function withIntel(message: TurnOpened, understood: Understood, decision: Decision): TurnOpened {
  const { entry } = message;
  const { lane, intent, agent, reason } = decision;
  const intel = {
    ...intelPartOf(understood),
    decision: { lane, intent, agent: `${agent}-${understood.language.code}`, reason },
  };
  return { ...message, entry: { ...entry, processing: { ...entry.processing, intel } } };
}

function agentTurnOf(
  { message, understood, now, suggestion }: Received,
  before: ConversationState,
  records: AgentTurn["records"],
): AgentTurn {
  const { entry, profileName } = message;
  const { reading, classified, interaction } = understood;
  return {
    id: entry.id,
    chat: entry.chat,
    now,
    language: understood.language.code,
    text: understood.text,
    kind: entry.type,
    intent: { ...reading.intent, accepted: reading.intent.source !== "classifier" || classified.accepted },
    entities: [...understood.entities],
    topic: reading.thread.topic,
    slots: reading.flow.slots,
    answered: reading.flow.answered,
    open: reading.flow.open,
    ...(reading.confirmation === undefined ? {} : { confirmation: reading.confirmation }),
    correction: reading.correction,
    resumed: reading.resumed,
    sentiment: understood.sentiment,
    unclear: before.dialogue.unclear,
    ...(interaction === undefined ? {} : { interaction }),
    media: entry.processing.media?.items ?? [],
    ...(profileName === undefined ? {} : { profileName }),
    ...(suggestion === undefined ? {} : { suggestion }),
    recent: before.recent,
    records,
  };
}
