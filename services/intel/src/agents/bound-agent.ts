import { reviveState } from "@parley/actor/state";
import type { Forms } from "@parley/nlu/flow/dialogue";
import { z } from "zod";
import type { Known } from "../known.ts";
import type { Agent, AgentAnswer, ReservationOutcome, WakeMoment } from "./agent.ts";
import type { AgentTurn } from "./agent-turn.ts";

/** An agent's state as a chat keeps it: with the version of its shape, so that each agent's may change by itself. */
export const StoredAgent = z.object({ version: z.number(), state: z.unknown() });
export type StoredAgent = z.infer<typeof StoredAgent>;

/** An answer with the new state ready to be stored. */
export type BoundAnswer = Omit<AgentAnswer<object>, "state"> & { stored: StoredAgent };

/** An agent with its state's type closed in: what the conversation works with. Throws `PermanentError("state.malformed")`. */
export type BoundAgent = {
  name: string;
  forms: (stored: StoredAgent | undefined, known: Known) => Forms;
  records: (stored: StoredAgent | undefined) => Partial<AgentTurn["records"]>;
  answer: (stored: StoredAgent | undefined, turn: AgentTurn, known: Known) => BoundAnswer;
  settle: (stored: StoredAgent | undefined, settled: Settled, known: Known) => BoundAnswer;
  wake: (stored: StoredAgent | undefined, wake: { timer: string; moment: WakeMoment }, known: Known) => BoundAnswer;
};
type Settled = { turn: AgentTurn; outcome: ReservationOutcome };

export function bindAgent<S extends object>(agent: Agent<S>): BoundAgent {
  // Checking a state costs some 50 µs: once for each time it is loaded, not for each turn.
  const opened = new WeakMap<StoredAgent, S>();

  const open = (stored: StoredAgent | undefined): S => {
    if (stored === undefined) return agent.state.initial("");
    const known = opened.get(stored);
    if (known !== undefined) return known;
    const state = reviveState(agent.state, stored.version, stored.state);
    opened.set(stored, state);
    return state;
  };
  const close = (before: StoredAgent | undefined, { state, ...answer }: AgentAnswer<S>): BoundAnswer => {
    // The same reference when nothing has changed: then nothing is journaled.
    if (before !== undefined && opened.get(before) === state) return { ...answer, stored: before };
    const stored = { version: agent.state.version, state };
    opened.set(stored, state);
    return { ...answer, stored };
  };
  const unchanged = (state: S): AgentAnswer<S> => ({ state, replies: [] });

  return {
    name: agent.name,
    forms: (stored, known) => agent.forms(open(stored), known),
    records: (stored) => agent.records?.(open(stored)) ?? {},
    answer: (stored, turn, known) => close(stored, agent.answer(open(stored), turn, known)),
    settle: (stored, { turn, outcome }, known) => {
      const state = open(stored);
      return close(stored, agent.settle?.(state, turn, known, outcome) ?? unchanged(state));
    },
    wake: (stored, { timer, moment }, known) => {
      const state = open(stored);
      return close(stored, agent.wake?.(state, timer, moment, known) ?? unchanged(state));
    },
  };
}
