import { type ActorDefinition, defineActor } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import type { Message } from "@parley/contract/message";
import { z } from "zod";

/** One message on its way through the stages: the `n`th of its chat, due at `dueAtMs`. About 379 bytes in its envelope. */
export type Hop = Message & { type: "hop"; n: number; dueAtMs: number; text: string };

export const stages = ["s1", "s2", "s3", "s4", "s5"];
/** As in the product: `PARLEY_PARTITIONS`. Fewer make bigger commits, and with them fewer syncs. */
export const partitions = Number(process.env.PARLEY_PARTITIONS ?? 16);
const filler = "a customer's message of ordinary length ".repeat(10).slice(0, 300);

export function aHop(n: number, dueAtMs: number): Hop {
  return { type: "hop", v: 1, n, dueAtMs, text: filler };
}

/** `wrong` counts messages that did not come exactly after the one before. */
export const HopState = z.object({ count: z.number(), wrong: z.number(), text: z.string() });
export type HopState = z.infer<typeof HopState>;

const hopState = defineState<HopState>({
  version: 1,
  schema: HopState,
  initial: () => ({ count: 0, wrong: 0, text: "" }),
});

/** A stage: counts, remembers the text, passes on. */
export function hopActor(service: string, arrived: (hop: Hop) => void): ActorDefinition<HopState, Hop> {
  const next = stages[stages.indexOf(service) + 1];
  return defineActor<HopState, Hop>({
    service,
    name: "hop",
    state: hopState,
    receives: ["hop"],
    receive(state, hop) {
      if (next === undefined) arrived(hop);
      const wrong = state.wrong + (hop.n === state.count + 1 ? 0 : 1);
      return { state: { count: hop.n, wrong, text: hop.text }, outs: next === undefined ? [] : [send(next, hop)] };
    },
  });
}

export const clock = () => performance.timeOrigin + performance.now();
export const chatName = (index: number) => `bench~${String(index).padStart(5, "0")}`;

/** What the last stage has seen since the last question. */
export const Arrivals = z.object({
  count: z.number(),
  lastAtMs: z.number(),
  latenciesMs: z.array(z.number()).optional(),
});
export type Arrivals = z.infer<typeof Arrivals>;

export function countArrivals() {
  let count = 0;
  let lastAtMs = 0;
  let latenciesMs: number[] = [];
  return {
    arrived(hop: Hop): void {
      count++;
      lastAtMs = clock();
      latenciesMs.push(lastAtMs - hop.dueAtMs);
    },
    progress: (): Arrivals => ({ count, lastAtMs }),
    take(): Arrivals {
      const taken = { count, lastAtMs, latenciesMs };
      count = 0;
      latenciesMs = [];
      return taken;
    },
  };
}
