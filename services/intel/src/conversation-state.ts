import { defineState } from "@parley/actor/state";
import { TurnFailed, TurnOpened } from "@parley/contract/turn-opened";
import { z } from "zod";
import { noPrior } from "./language.ts";

const Waiting = z.union([TurnOpened, TurnFailed]);
export type Waiting = z.infer<typeof Waiting>;

/** What intel keeps of a chat. */
export const ConversationState = z.object({
  /** The last turn taken in order; 0 before the first. */
  handled: z.number().int().nonnegative(),
  /** Turns that overtook an earlier one, by number: usually texts that wait for a photo. */
  waiting: z.record(z.string(), Waiting),
  /** Rough size of `waiting`, in characters of JSON. */
  waitingChars: z.number(),
  language: z.object({ es: z.number(), en: z.number() }),
});
export type ConversationState = z.infer<typeof ConversationState>;

export const conversationState = defineState<ConversationState>({
  version: 1,
  schema: ConversationState,
  initial: () => ({ handled: 0, waiting: {}, waitingChars: 0, language: noPrior }),
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
