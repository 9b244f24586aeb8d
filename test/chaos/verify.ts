import { partitionOf } from "@parley/contract/partition";
import { openPages } from "@parley/jetstream/pages";
import type { Runtime } from "@parley/jetstream/runtime";
import {
  ChainState,
  expectedSum,
  partitions,
  TallyState,
  tallyEvery,
  tallyName,
  tallyNames,
  timerEvery,
} from "./stages.ts";

/** Everything that is not as it must be after steps 1..n of every chat, from the stages' durable states. */
export async function findViolations(runtime: Runtime, sent: ReadonlyMap<string, number>): Promise<string[]> {
  const violations: string[] = [];
  const pages = (service: string) => openPages(runtime.nc, runtime.publisher, runtime.names, service);
  const readAll = async (service: string) => {
    const bucket = pages(service);
    const states = new Map<string, ChainState | undefined>();
    for (const chat of sent.keys()) {
      const page = await bucket.read(partitionOf(chat, partitions), chat);
      states.set(chat, ChainState.safeParse(page?.snapshot.state).data);
    }
    return states;
  };
  for (const service of ["first", "order", "last"]) {
    const states = await readAll(service);
    for (const [chat, n] of sent) {
      const state = states.get(chat);
      violations.push(...chainViolations(service, chat, n, state));
    }
  }
  const bucket = pages("tally");
  for (const name of tallyNames) {
    const page = await bucket.read(partitionOf(name, partitions), name);
    const state = TallyState.safeParse(page?.snapshot.state).data ?? { total: 0, adds: 0 };
    const expected = expectedTally(name, sent);
    if (state.total !== expected.total || state.adds !== expected.adds) {
      violations.push(`${name}: ${state.adds} adds, ${state.total}; expected ${expected.adds}, ${expected.total}`);
    }
  }
  return violations;
}

function chainViolations(service: string, chat: string, n: number, state: ChainState | undefined): string[] {
  const at = `${service} ${chat}`;
  if (!state) return n === 0 ? [] : [`${at}: no state after ${n} steps`];
  const found: string[] = [];
  if (state.count !== n) found.push(`${at}: ${state.count} steps of ${n}`);
  if (state.wrong > 0) found.push(`${at}: ${state.wrong} out of order`);
  // Before the first stage it is the sender who repeats.
  if (service !== "first" && state.repeats > 0) found.push(`${at}: ${state.repeats} steps came twice`);
  if (state.sum !== expectedSum(chat, state.count)) found.push(`${at}: another content than was sent`);
  if (Object.keys(state.waiting).length > 0) found.push(`${at}: steps wait for a missing one`);
  const ticks = service === "first" ? Math.floor(n / timerEvery) : 0;
  if (state.ticks !== ticks) found.push(`${at}: ${state.ticks} timers rang of ${ticks}`);
  return found;
}

function expectedTally(name: string, sent: ReadonlyMap<string, number>): { total: number; adds: number } {
  let total = 0;
  let adds = 0;
  for (const [chat, steps] of sent) {
    if (tallyName(chat) !== name) continue;
    for (let n = tallyEvery; n <= steps; n += tallyEvery) {
      total += n;
      adds++;
    }
  }
  return { total, adds };
}
