import { setTimeout as sleep } from "node:timers/promises";
import { connectNats } from "@parley/jetstream/connection";
import { createRuntime, type Runtime } from "@parley/jetstream/runtime";
import { ensureTopology } from "@parley/jetstream/topology";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { openNats } from "@parley/testkit/temporary-nats";
import { z } from "zod";
import { startChild } from "../bench/child.ts";
import { createCrew } from "./crew.ts";
import { type FaultKind, inject, planFaults } from "./faults.ts";
import { startLoad } from "./load.ts";
import { chatName, partitions, services, step } from "./stages.ts";
import { findViolations } from "./verify.ts";
import { type Watch, watchJournals } from "./watch.ts";

export type ChaosOptions = {
  chats: number;
  perSecond: number;
  workers: number;
  kinds: readonly FaultKind[];
  /** Of each kind. */
  faults: number;
  /** The load goes on at least this long. */
  seconds: number;
  say: (line: string) => void;
};

export type ChaosResult = {
  messages: number;
  repeats: number;
  seconds: number;
  faults: Array<{ kind: FaultKind; withoutProgressMs: number; stuck: number[]; takeovers: number }>;
  violations: string[];
};

const takeoverWithinMs = 5_000;
const progressWithinMs = 30_000;
const settleWithinMs = 60_000;

/** Load and faults together; then everything must be as if nothing had happened. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const startedAt = Date.now();
  const nats = await openNats();
  const log = createLogger("chaos", { level: "fatal" });
  const nc = await connectNats({ servers: nats.url, name: "chaos" }, log);
  const runtime = createRuntime({ nc, prefix: "chaos", partitions, log, metrics: createMetrics("chaos") });
  await ensureTopology(nc, { names: runtime.names, services, partitions });
  const crew = createCrew(async () => {
    const child = startChild(new URL("./worker.ts", import.meta.url));
    await child.ask("start", { url: nats.url, prefix: "chaos" }, z.unknown()).catch((failure: unknown) => {
      child.signal("SIGKILL");
      throw failure;
    });
    return child;
  });
  try {
    await Promise.all(Array.from({ length: options.workers }, () => crew.add()));
    const watch = await watchJournals(nc, runtime.names, { services, last: "last", partitions, log });
    const chats = Array.from({ length: options.chats }, (_, i) => chatName(i));
    const send = (chat: string, n: number) => runtime.inboxes.send("first", chat, step(chat, n));
    const load = startLoad({ chats, perSecond: options.perSecond, send });
    await watch.untilProgress(Date.now(), progressWithinMs);
    const faults: ChaosResult["faults"] = [];
    for (const kind of planFaults(options.kinds, options.faults)) {
      const fault = await strike(kind, { crew, nats }, watch);
      faults.push(fault);
      const { withoutProgressMs, takeovers, stuck } = fault;
      const still = stuck.length > 0 ? `, partitions ${stuck.join()} stand still` : "";
      const count = `${faults.length} of ${options.kinds.length * options.faults}`;
      options.say(`${count} ${kind}: ${withoutProgressMs} ms, ${takeovers} takeovers, ${load.stored()} stored${still}`);
    }
    await sleep(Math.max(0, startedAt + options.seconds * 1_000 - Date.now()));
    const sent = await load.stop();
    await settle(runtime, sent);
    await Promise.all(crew.all().map((child) => crew.leave(child)));
    const stalled = faults.filter(({ stuck }) => stuck.length > 0);
    const violations = [
      ...(await findViolations(runtime, sent)),
      ...stalled.map(
        ({ kind, stuck }) => `partitions ${stuck.join()} stood still for ${progressWithinMs} ms after ${kind}`,
      ),
    ];
    const seconds = (Date.now() - startedAt) / 1_000;
    return { messages: load.stored(), repeats: load.repeats(), seconds, faults, violations };
  } finally {
    for (const child of crew.all()) child.signal("SIGKILL");
    await nc.close();
    await nats.stop();
  }
}

async function strike(kind: FaultKind, target: Parameters<typeof inject.kill>[0], watch: Watch) {
  const before = watch.takeovers();
  let progress: ReturnType<Watch["untilProgress"]> | undefined;
  await inject[kind](target, () => {
    progress = watch.untilProgress(Date.now(), progressWithinMs);
  });
  const { ms = 0, stuck = [] } = (await progress) ?? {};
  // On a busy machine the others may commit for a while before somebody takes over; a server's fault need not have a takeover.
  const giveUpAt = Date.now() + takeoverWithinMs;
  while (kind !== "server" && watch.takeovers() === before && Date.now() < giveUpAt) await sleep(50);
  // Time to share out the partitions again, so that the next fault strikes something that works.
  await sleep(1_000);
  return { kind, withoutProgressMs: Math.round(ms), stuck, takeovers: watch.takeovers() - before };
}

/** Until everything is as it must be, or long enough to say that it will not be. */
async function settle(runtime: Runtime, sent: ReadonlyMap<string, number>): Promise<void> {
  const giveUpAt = Date.now() + settleWithinMs;
  while (Date.now() < giveUpAt && (await findViolations(runtime, sent)).length > 0) await sleep(500);
}

/** What a run must have had for its result to mean anything. */
export function findVacuous(options: ChaosOptions, result: ChaosResult): string[] {
  const missing: string[] = [];
  const least = options.perSecond * Math.min(options.seconds, 10) * 0.5;
  if (result.messages < least) missing.push(`only ${result.messages} messages`);
  for (const kind of options.kinds) {
    const those = result.faults.filter((fault) => fault.kind === kind);
    if (those.length !== options.faults) missing.push(`${those.length} faults of kind ${kind}`);
    const takeovers = those.reduce((sum, fault) => sum + fault.takeovers, 0);
    if (kind !== "server" && takeovers === 0) missing.push(`no takeover after ${kind}`);
  }
  if (options.kinds.includes("server") && result.repeats === 0)
    missing.push("no send failed while the server was down");
  return missing;
}
