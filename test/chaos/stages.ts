import { type ActorDefinition, defineActor, defineWorker, type WorkerDefinition } from "@parley/actor/actor";
import { type Out, send, setTimer } from "@parley/actor/out";
import { defineState } from "@parley/actor/state";
import type { Message } from "@parley/contract/message";
import { z } from "zod";

/** The chain `first` -> `work` -> `order` -> `last`, and `tally`, which every chat adds to under another key. */
export const services = ["first", "work", "order", "last", "tally"] as const;
export const reads: Record<string, readonly string[]> = {
  first: [],
  work: ["first"],
  order: ["work"],
  last: ["order"],
  tally: [],
};
export const readBy = (service: string) => services.filter((reader) => reads[reader]?.includes(service));
export const partitions = 8;
export const tallyEvery = 5;
export const timerEvery = 10;
const tallies = 10;

export type Step = Message & { type: "step"; n: number; word: string };
type Add = Message & { type: "add"; amount: number };
type Tick = Message & { type: "tick" };

/**
 * `count`: steps taken, 1..count without a hole. `wrong`: steps that were neither the next one nor one known before; `repeats`: known ones.
 * `sum` depends on every word and on their order.
 */
export const ChainState = z.object({
  count: z.number(),
  sum: z.number(),
  wrong: z.number(),
  repeats: z.number(),
  ticks: z.number(),
  waiting: z.record(z.string(), z.string()),
});
export type ChainState = z.infer<typeof ChainState>;
const fresh = (): ChainState => ({ count: 0, sum: 7, wrong: 0, repeats: 0, ticks: 0, waiting: {} });
const chain = defineState({ version: 1, schema: ChainState, initial: fresh });

export const TallyState = z.object({ total: z.number(), adds: z.number() });
const tally = defineState({ version: 1, schema: TallyState, initial: () => ({ total: 0, adds: 0 }) });

export const chatName = (index: number) => `chaos~${String(index).padStart(4, "0")}`;
export const tallyName = (chat: string) => `tally~${Number(chat.slice(-4)) % tallies}`;
export const tallyNames = Array.from({ length: tallies }, (_, i) => `tally~${i}`);
export const wordOf = (chat: string, n: number) => `${chat}:${n}`;
export const step = (chat: string, n: number): Step => ({ type: "step", v: 1, n, word: wordOf(chat, n) });

function addUp(sum: number, word: string): number {
  let next = sum;
  for (let i = 0; i < word.length; i++) next = (Math.imul(next, 31) + word.charCodeAt(i)) >>> 0;
  return next;
}
/** What `sum` must be after steps 1..n. */
export function expectedSum(chat: string, n: number): number {
  let sum = fresh().sum;
  for (let i = 1; i <= n; i++) sum = addUp(sum, wordOf(chat, i));
  return sum;
}

function take(state: ChainState, { n, word }: Step): ChainState | undefined {
  if (n !== state.count + 1) return undefined;
  return { ...state, count: n, sum: addUp(state.sum, word) };
}
const refuse = (state: ChainState, n: number): ChainState =>
  n <= state.count ? { ...state, repeats: state.repeats + 1 } : { ...state, wrong: state.wrong + 1 };
const jitter = () => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * 20));

/** Senders repeat a step until it is stored, so only here a known step is nobody's fault. */
const first: ActorDefinition<ChainState, Step | Tick> = defineActor<ChainState, Step | Tick>({
  service: "first",
  name: "first",
  state: chain,
  receives: ["step", "tick"],
  receive(state, message, context) {
    if (message.type === "tick") return { state: { ...state, ticks: state.ticks + 1 }, outs: [] };
    const next = take(state, message);
    if (!next) return { state: refuse(state, message.n), outs: [] };
    const outs: Out[] = [send("work", message)];
    if (message.n % tallyEvery === 0) {
      const add: Add = { type: "add", v: 1, amount: message.n };
      outs.push(send("tally", add, tallyName(context.key)));
    }
    if (message.n % timerEvery === 0) outs.push(setTimer(`t${message.n}`, context.now + 500, { type: "tick", v: 1 }));
    return { state: next, outs };
  },
});

const work: WorkerDefinition<Step> = defineWorker<Step>({
  service: "work",
  name: "work",
  receives: ["step"],
  receive: async (message) => {
    await jitter();
    return [send("order", message)];
  },
});

/** Puts back into order what the worker stage let out of order. */
const order: ActorDefinition<ChainState, Step> = defineActor<ChainState, Step>({
  service: "order",
  name: "order",
  state: chain,
  receives: ["step"],
  async receive(state, message) {
    await jitter();
    const known = message.n <= state.count || state.waiting[message.n] !== undefined;
    if (known) return { state: { ...state, repeats: state.repeats + 1 }, outs: [] };
    const waiting: Record<string, string> = { ...state.waiting, [message.n]: message.word };
    const outs: Out[] = [];
    let next: ChainState = { ...state, waiting };
    for (let word = waiting[next.count + 1]; word !== undefined; word = waiting[next.count + 1]) {
      const ready: Step = { type: "step", v: 1, n: next.count + 1, word };
      delete waiting[ready.n];
      next = take(next, ready) ?? next;
      outs.push(send("last", ready));
    }
    return { state: next, outs };
  },
});

const last: ActorDefinition<ChainState, Step> = defineActor<ChainState, Step>({
  service: "last",
  name: "last",
  state: chain,
  receives: ["step"],
  receive: (state, message) => ({ state: take(state, message) ?? refuse(state, message.n), outs: [] }),
});

const adder = defineActor<z.infer<typeof TallyState>, Add>({
  service: "tally",
  name: "tally",
  state: tally,
  receives: ["add"],
  receive: (state, { amount }) => ({ state: { total: state.total + amount, adds: state.adds + 1 }, outs: [] }),
});

export const runs = {
  first: { actor: first },
  work: { worker: work },
  order: { actor: order },
  last: { actor: last },
  tally: { actor: adder },
};
