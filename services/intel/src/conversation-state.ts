import { defineState } from "@parley/actor/state";
import { ChatForget, Forgotten } from "@parley/contract/chat-forget";
import { TurnFailed, TurnOpened } from "@parley/contract/turn-opened";
import { DialogueState, initialDialogue } from "@parley/nlu/flow/dialogue";
import { LanguagePrior, noLanguagePrior } from "@parley/nlu/language/language-prior";
import { z } from "zod";
import { AgentTurn } from "./agents/agent-turn.ts";
import { StoredAgent } from "./agents/bound-agent.ts";
import { Paused } from "./agents/handover/paused.ts";
import { ReservationUnderWay } from "./stock/reserve.ts";

const Waiting = z.union([TurnOpened, TurnFailed]);
export type Waiting = z.infer<typeof Waiting>;

/** A turn whose replies depend on what the shelves say. */
const Reserving = z.object({
  /** As understood: `entry.processing.intel` is there. */
  message: TurnOpened,
  turn: AgentTurn,
  agent: z.enum(["info", "commerce", "support"]),
  reservation: ReservationUnderWay,
});
export type Reserving = z.infer<typeof Reserving>;

/** What intel keeps of a chat. Each agent's state is under its own key, so that a turn journals only what it changed. */
export const ConversationState = z.object({
  /** The last turn taken in order; 0 before the first. */
  handled: z.number().int().nonnegative(),
  /** Turns that overtook an earlier one, by number: usually texts that wait for a photo. */
  waiting: z.record(z.string(), Waiting),
  /** Rough size of `waiting`, in characters of JSON. */
  waitingChars: z.number(),
  language: LanguagePrior,
  dialogue: DialogueState,
  info: StoredAgent.optional(),
  commerce: StoredAgent.optional(),
  support: StoredAgent.optional(),
  /** A person has the chat; the agents are silent. */
  paused: Paused.optional(),
  reserving: Reserving.optional(),
  /** When a person of the business last wrote, Unix ms. */
  operatorAtMs: z.number().optional(),
  /** Turns of the chat before it was forgotten: what comes late of them is dropped. */
  earlierTurns: z.number().optional(),
  /** The chat was forgotten and nothing has come since. */
  forgotten: Forgotten.optional(),
  /** To be forgotten as soon as their turns are through, in order. */
  forgetting: z.array(ChatForget).optional(),
  /** The last things said, oldest first, shortened: for the person who takes the chat over. */
  recent: z.array(z.string()),
});
export type ConversationState = z.infer<typeof ConversationState>;

/** Version 1 knew languages and the order of turns only. */
const Version1 = z.looseObject({ language: LanguagePrior });

export const conversationState = defineState<ConversationState>({
  version: 2,
  schema: ConversationState,
  initial: () => ({
    handled: 0,
    waiting: {},
    waitingChars: 0,
    language: noLanguagePrior,
    dialogue: initialDialogue(),
    recent: [],
  }),
  keptUntilMs: ({ forgotten }) => forgotten?.untilMs,
  upcasters: { 1: (old) => ({ ...Version1.parse(old), dialogue: initialDialogue(), recent: [] }) },
});

const mostWaiting = 64;
/** A page must stay far under the 1 MB of a NATS message. */
const mostWaitingChars = 256 * 1024;

/** The state with `message` set aside, or `"full"`. */
export function setAside(state: ConversationState, message: Waiting): ConversationState | "full" {
  const next = setAsideInAnyCase(state, message);
  const tooMany = Object.keys(next.waiting).length > mostWaiting || next.waitingChars > mostWaitingChars;
  return tooMany ? "full" : next;
}

/** For the rare turn that failed before its time: without its place in the row the chat would wait for ever. */
export function setAsideInAnyCase(state: ConversationState, message: Waiting): ConversationState {
  const key = String(message.entry.turn);
  const before = state.waiting[key];
  const waitingChars = state.waitingChars + sizeOf(message) - (before === undefined ? 0 : sizeOf(before));
  return { ...state, waiting: { ...state.waiting, [key]: message }, waitingChars };
}

/** The turn that is next in order, if it has already come, and the state without it. */
export function takeNext(state: ConversationState): { next: Waiting; state: ConversationState } | undefined {
  const { [String(state.handled + 1)]: next, ...waiting } = state.waiting;
  if (next === undefined) return undefined;
  const empty = Object.keys(waiting).length === 0;
  const waitingChars = empty ? 0 : Math.max(0, state.waitingChars - sizeOf(next));
  return { next, state: { ...state, waiting, waitingChars } };
}

function sizeOf(message: Waiting): number {
  return JSON.stringify(message).length;
}
