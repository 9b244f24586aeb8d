import { defineActor } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import type { Message } from "@parley/contract/message";
import type { AnyActor } from "@parley/jetstream/cell";
import { z } from "zod";
import type { openSink } from "./peer-sink.ts";

/** What arrives; `n` numbers arrivals: the same id with another `n` is the sender's duplicate, with the same `n` its retry. */
export type Arrival = {
  id: string;
  chatId: string;
  from: string;
  timestamp: number;
  type: string;
  text: string;
  n: number;
};
type Dedupe = { c: number; ids: Record<string, readonly [number, number]> };
/** The stages' work, given by whoever compares. */
export type Work = {
  session(state: { turn: number; last: string[] } | undefined, m: Arrival): { turn: number; last: string[] };
  intel(m: Arrival): Record<string, string[]>;
  media<E extends { n: number }>(e: E): E | Promise<E>;
  dedupe(seen: Dedupe, id: string, n: number): { fresh: boolean; seq: number; changed: boolean; seen: Dedupe };
};

type Arrived = Message & { type: "arrived"; arrival: Arrival };
type Turn = Message & {
  type: "turn";
  arrival: Arrival;
  turn: number;
  entities?: Record<string, string[]>;
  fresh?: boolean;
  seq?: number;
};

export const stageNames = ["session", "intel", "media", "resilience", "delivery"] as const;

const none = defineState({ version: 1, schema: z.object({}), initial: () => ({}) });
const session = defineState({
  version: 1,
  schema: z.object({ turn: z.number(), last: z.array(z.string()), newest: z.number() }),
  initial: () => ({ turn: 0, last: [], newest: -1 }),
});
/** By message id: the arrival that owns it and its sequence number. A key each, so that the journal carries only the new one. */
const owners = defineState<Record<string, readonly [number, number]>>({
  version: 1,
  schema: z.record(z.string(), z.tuple([z.number(), z.number()])),
  initial: () => ({}),
});
const delivered = defineState({
  version: 1,
  schema: z.object({ count: z.number() }),
  initial: () => ({ count: 0 }),
});

/** The five stages, each an actor per chat, each reading the journal of the one before. */
export function peerStages(work: Work, sink: ReturnType<typeof openSink>): AnyActor[] {
  return [
    defineActor<z.infer<typeof session.schema>, Arrived>({
      service: "session",
      name: "session",
      state: session,
      receives: ["arrived"],
      receive(state, { arrival }) {
        // A chat's arrivals are numbered upwards and sent one by one: what is not newer was sent again after a lost answer.
        if (arrival.n <= state.newest) return { state, outs: [] };
        const next = work.session(state.turn === 0 ? undefined : state, arrival);
        const turn: Turn = { type: "turn", v: 1, arrival, turn: next.turn };
        return { state: { ...next, newest: arrival.n }, outs: [send("intel", turn)] };
      },
    }),
    defineActor<object, Turn>({
      service: "intel",
      name: "intel",
      state: none,
      receives: ["turn"],
      receive(state, turn) {
        const understood: Turn = { ...turn, entities: work.intel(turn.arrival) };
        return { state, outs: [send("media", understood)] };
      },
    }),
    defineActor<object, Turn>({
      service: "media",
      name: "media",
      state: none,
      receives: ["turn"],
      receive(state, turn) {
        const result = { state, outs: [send("resilience", turn)] };
        const waited = work.media({ n: turn.arrival.n, m: turn.arrival });
        return waited instanceof Promise ? waited.then(() => result) : result;
      },
    }),
    defineActor<Record<string, readonly [number, number]>, Turn>({
      service: "resilience",
      name: "dedupe",
      state: owners,
      receives: ["turn"],
      receive(state, turn) {
        const { id, n } = turn.arrival;
        const owner = state[id];
        const known = { c: Object.keys(state).length, ids: owner ? { [id]: owner } : {} };
        const { fresh, seq, changed } = work.dedupe(known, id, n);
        const next = changed ? { ...state, [id]: [n, seq] as const } : state;
        const judged: Turn = { ...turn, fresh, seq };
        return { state: next, outs: [send("delivery", judged)] };
      },
    }),
    defineActor<{ count: number }, Turn>({
      service: "delivery",
      name: "delivery",
      state: delivered,
      receives: ["turn"],
      receive(state, { arrival, turn, fresh, seq = 0 }, context) {
        const { chatId, id } = arrival;
        if (!fresh) {
          sink.drop(chatId, id);
          return { state, outs: [] };
        }
        sink.effect({ chatId, seq, id, turn }, context.redelivered);
        return { state: { count: state.count + 1 }, outs: [] };
      },
    }),
  ];
}
