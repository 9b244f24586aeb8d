import { setTimeout as sleep } from "node:timers/promises";
import type { NatsServer } from "@parley/host/nats-server";
import type { Crew } from "./crew.ts";

export const faultKinds = ["kill", "server", "freeze", "members"] as const;
export type FaultKind = (typeof faultKinds)[number];
export type Fault = {
  kind: FaultKind;
  /** Unix ms at which it struck. */
  atMs: number;
};

export type Target = { crew: Crew; nats: Pick<NatsServer, "kill" | "restart"> };
const between = (lowMs: number, highMs: number) => lowMs + Math.random() * (highMs - lowMs);

/** Does it, undoes it, and says when it struck; `struck` is called at that moment. */
export const inject: Record<FaultKind, (target: Target, struck: () => void) => Promise<void>> = {
  /** A worker dies at once; another process takes its place a little later. */
  async kill({ crew }, struck) {
    await crew.kill(crew.pick());
    struck();
    await sleep(between(100, 1_500));
    await crew.add();
  },
  /** The server dies with everything unsaid, and comes back on the same store. */
  async server({ nats }, struck) {
    await nats.kill();
    struck();
    await sleep(between(50, 1_000));
    await nats.restart();
  },
  /** An owner stops for longer than its lease, and wakes up believing that it still owns. */
  async freeze({ crew }, struck) {
    const sleeper = crew.pick();
    crew.freeze(sleeper);
    struck();
    await sleep(between(3_000, 6_000));
    crew.thaw(sleeper);
  },
  /** A replica joins, works a little, and leaves in order. */
  async members({ crew }, struck) {
    const guest = await crew.add();
    struck();
    await sleep(between(1_500, 3_000));
    await crew.leave(guest);
  },
};

/** `each` faults of every kind, in an order of their own. */
export function planFaults(kinds: readonly FaultKind[], each: number): FaultKind[] {
  const plan = kinds.flatMap((kind) => Array.from({ length: each }, () => kind));
  for (let i = plan.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    const [a, b] = [plan[i], plan[j]];
    if (a && b) [plan[i], plan[j]] = [b, a];
  }
  return plan;
}
