import type { StateDefinition } from "@parley/actor/state";
import type { Language } from "@parley/business/translated";
import type { Reply } from "@parley/contract/reply";
import type { Asked, Forms } from "@parley/nlu/flow/dialogue";
import type { Known } from "../known.ts";
import type { AgentTurn } from "./agent-turn.ts";

export type AgentAnswer<S> = {
  state: S;
  /** In the order to send them; none is allowed. */
  replies: readonly Reply[];
  /** What the replies ask for; the next turns are read against it. */
  asks?: readonly Asked[];
  /** The chat goes to a person: why, in a few words for the summary. */
  handOver?: { reason: string };
  /** Wakes the agent (`wake`) at a time; the same name again replaces it, `atMs` undefined cancels it. */
  timers?: readonly { name: string; atMs: number | undefined }[];
  /** Something only one chat may have: the answer of the stock comes back to `settle`. Replies wait until then. */
  reserve?: Reservation;
  /** The agent does not know: the router counts it as a failure and may hand the turn to another agent. */
  failed?: boolean;
};

/** All of it or nothing. `release` gives back what an earlier reservation of the same id took. */
export type Reservation = {
  /** Of the order or booking. Reserving again with the same id replaces what it holds. */
  id: string;
  /** Catalog items and how many. */
  items?: readonly { item: string; quantity: number }[];
  /** Places of a bookable thing at a time: `<booking id>` on a local date-time. */
  places?: readonly { booking: string; at: string; people: number }[];
  release?: boolean;
};
export type ReservationOutcome =
  | { kind: "reserved"; id: string }
  | { kind: "refused"; id: string; short: readonly { item?: string; booking?: string; left: number }[] };

/** When an agent's timer came. */
export type WakeMoment = {
  now: number;
  chat: string;
  language: Language;
  /** When a person last wrote in the chat. */
  operatorAtMs?: number | undefined;
};

/** One workstream of answers with a state of its own in each chat. All functions are pure: same input, same answer. */
export type Agent<S extends object> = {
  name: string;
  state: StateDefinition<S>;
  /** What the agent would like to know now, by topic: the flow analyzer fills the slots. */
  forms: (state: S, known: Known) => Forms;
  /** What other agents may know of this one's work. */
  records?: (state: S) => Partial<AgentTurn["records"]>;
  answer: (state: S, turn: AgentTurn, known: Known) => AgentAnswer<S>;
  /** A reservation was answered; `turn` is the one that asked for it. */
  settle?: (state: S, turn: AgentTurn, known: Known, outcome: ReservationOutcome) => AgentAnswer<S>;
  /** A timer the agent set has come; replies go out without a turn. */
  wake?: (state: S, timer: string, moment: WakeMoment, known: Known) => AgentAnswer<S>;
};
