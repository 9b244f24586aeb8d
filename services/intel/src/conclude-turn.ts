import type { Result } from "@parley/actor/actor";
import { cancelTimer, type Out, send, setTimer } from "@parley/actor/out";
import type { AgentWake } from "@parley/contract/agent-wake";
import { bodyOf, type Reply } from "@parley/contract/reply";
import type { TurnAnswered } from "@parley/contract/turn-answered";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { noteBusinessTurn, switchHandover } from "@parley/nlu/flow/business-turn";
import type { AgentAnswer } from "./agents/agent.ts";
import type { AgentTurn } from "./agents/agent-turn.ts";
import { handOver } from "./agents/handover/hand-over.ts";
import type { AgentName } from "./agents/registry.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { TurnDependencies } from "./turn-dependencies.ts";

/** A turn that is being answered: `message` with intel's part filled in, `first` what is said before the answer. */
export type Step = { deps: TurnDependencies; message: TurnOpened; turn: AgentTurn; first?: readonly Reply[] };

/** What ends a turn; `agent` absent: nobody's. */
export type Ending = Pick<AgentAnswer<object>, "replies" | "asks" | "handOver" | "timers"> & { agent?: AgentName };

/** Ends a turn: its replies go to delivery, what they ask for is noted, and timers are set. */
export function conclude(state: ConversationState, step: Step, ending: Ending): Result<ConversationState> {
  const { message, turn, first = [] } = step;
  const { replies, asks, handOver: leaves } = ending;
  const over =
    leaves === undefined ? undefined : handOver({ reason: leaves.reason, turn, known: step.deps.engines.known });
  const said = [...first, ...replies, ...(over?.replies ?? [])];
  const bodies = said.map(bodyOf);
  let dialogue = state.dialogue;
  if (said.length > 0) {
    const text = bodies.join("\n");
    dialogue = noteBusinessTurn(dialogue, { text, from: "bot", ...(asks === undefined ? {} : { asks }) });
  }
  // Our own words say nothing about who has the chat: that is known.
  const paused = over?.paused ?? state.paused;
  dialogue = switchHandover(
    dialogue,
    paused === undefined ? "none" : dialogue.handover === "person" ? "person" : "waiting",
  );
  const handled = Math.max(state.handled, message.entry.turn);
  const recent = withSaid(state.recent, turn.text, bodies);
  const next: ConversationState = { ...state, handled, dialogue, recent };
  if (paused !== undefined) next.paused = paused;
  return { state: next, outs: [send("delivery", answered(message, said)), ...timerOuts(ending)] };
}

const mostRecent = 4;
const mostOfEach = 120;

function withSaid(recent: readonly string[], text: string, bodies: readonly string[]): string[] {
  const asked = text === "" ? [] : [`> ${text.slice(0, mostOfEach)}`];
  const answers = bodies.length === 0 ? [] : [bodies.join(" ").slice(0, mostOfEach)];
  return [...recent, ...asked, ...answers].slice(-mostRecent);
}

/** The timers an agent wants. */
export function timerOuts({ agent, timers = [] }: Pick<Ending, "agent" | "timers">): Out[] {
  if (agent === undefined) return [];
  return timers.map(({ name, atMs }) => {
    const timer = `${agent}-${name}`;
    if (atMs === undefined) return cancelTimer(timer);
    const wake: AgentWake = { type: "agent.wake", v: 1, agent, timer: name };
    return setTimer(timer, atMs, wake);
  });
}

function answered(message: TurnOpened, replies: readonly Reply[]): TurnAnswered {
  const { entry, serviceWindowEndsAtMs } = message;
  // An answer to an older message quotes it: the customer has written something else since.
  const late = entry.processing.session?.late === true;
  const quoted = late ? replies.map((reply) => quoting(reply, entry.messageId)) : [...replies];
  return { type: "turn.answered", v: 1, entry, replies: quoted, serviceWindowEndsAtMs };
}

function quoting(reply: Reply, messageId: string): Reply {
  return reply.kind === "text" || reply.kind === "buttons" || reply.kind === "list"
    ? { ...reply, replyTo: messageId }
    : reply;
}
