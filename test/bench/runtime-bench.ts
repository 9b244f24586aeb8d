import { partitionOf } from "@parley/contract/partition";
import { connectNats } from "@parley/jetstream/connection";
import { openPages } from "@parley/jetstream/pages";
import { createRuntime } from "@parley/jetstream/runtime";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { openNats } from "@parley/testkit/temporary-nats";
import { z } from "zod";
import { type Child, startChild } from "./child.ts";
import { watchCpu } from "./cpu.ts";
import { Arrivals, chatName, HopState, partitions, stages } from "./hops.ts";
import { latencyColumns, progress, type Row } from "./report.ts";

export type RuntimeSize = { chats: number; warmUp: number; burst: number; perSecond: number; openSeconds: number };
const Span = z.object({ startedAtMs: z.number(), endedAtMs: z.number() });
const outstanding = 4_000;

/** The five stages on the actor runtime, in one process or in five: a burst, then messages at a fixed rate. Throws on a wrong order. */
export async function benchRuntime(processes: "one" | "five", size: RuntimeSize): Promise<Row[]> {
  const nats = await openNats();
  const prefix = `bench${processes}`;
  const groups = processes === "one" ? [stages] : stages.map((stage) => [stage]);
  const children = groups.map(() => startChild(new URL("./runtime-stages.ts", import.meta.url)));
  const feed = startChild(new URL("./feed.ts", import.meta.url));
  try {
    await Promise.all(
      children.map((child, i) => child.ask("start", { url: nats.url, prefix, stages: groups[i] }, z.unknown())),
    );
    await Promise.all(children.map(untilAllOwned));
    await feed.ask("connect", { url: nats.url, prefix }, z.unknown());
    const last = children.at(-1);
    if (!last) throw new Error("no stages");
    const run = async (name: string, ask: string, from: number, messages: number, more: object): Promise<Row> => {
      const named = children.map((child, i) => [groups[i]?.length === 1 ? groups[i].join() : "stages", child.pid]);
      const cpu = watchCpu({ server: nats.pid, ...Object.fromEntries(named), producer: feed.pid });
      const feeding = feed.ask(ask, { chats: size.chats, from, messages, ...more }, Span);
      const arrivals = await untilArrived(last, messages, `runtime, ${processes}: ${name}`);
      const { startedAtMs } = await feeding;
      const used = Object.entries(cpu()).map(([who, seconds]) => [`${who} s/1k`, (seconds / messages) * 1_000]);
      const perSecond = messages / ((arrivals.lastAtMs - startedAtMs) / 1_000);
      const latency = ask === "openLoop" ? latencyColumns(arrivals.latenciesMs ?? []) : {};
      return {
        run: `runtime, ${processes} process${processes === "one" ? "" : "es"}`,
        load: name,
        messages,
        "msg/s": Math.round(perSecond),
        ...latency,
        ...Object.fromEntries(used),
      };
    };
    const burst = { to: "runtime", outstanding };
    await run("warm-up", "burst", 0, size.warmUp, burst);
    const rows = [await run("burst", "burst", size.warmUp, size.burst, burst)];
    const open = size.perSecond * size.openSeconds;
    rows.push(
      await run(`${size.perSecond}/s`, "openLoop", size.warmUp + size.burst, open, { perSecond: size.perSecond }),
    );
    await Promise.all(children.map((child) => child.ask("stop", {}, z.unknown())));
    await verify(nats.url, prefix, size.chats, size.warmUp + size.burst + open);
    return rows;
  } finally {
    for (const child of [...children, feed]) child.signal("SIGKILL");
    await nats.stop();
  }
}

async function untilAllOwned(child: Child): Promise<void> {
  for (;;) {
    const owned = await child.ask("owned", {}, z.array(z.number()));
    if (owned.every((count) => count === partitions)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the last stage has seen so many, asking it every `everyMs`, and takes what it has seen. */
export async function untilArrived(last: Child, messages: number, title: string, everyMs = 50): Promise<Arrivals> {
  const stalledAfterMs = 30_000;
  let movedAt = Date.now();
  let before = 0;
  let told = Date.now();
  for (;;) {
    const { count } = await last.ask("progress", {}, Arrivals);
    if (count >= messages) break;
    if (count !== before) movedAt = Date.now();
    before = count;
    if (Date.now() - movedAt > stalledAfterMs) throw new Error(`${title}: ${count} of ${messages}, then nothing`);
    if (Date.now() - told > 2_000) {
      told = Date.now();
      progress(`${title}: ${count} of ${messages}`);
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return last.ask("take", {}, Arrivals);
}

/** Every chat at every stage exactly 1..n, by the pages. */
async function verify(url: string, prefix: string, chats: number, messages: number): Promise<void> {
  const log = createLogger("bench", { level: "warn" });
  const nc = await connectNats({ servers: url, name: "verify" }, log);
  const runtime = createRuntime({ nc, prefix, partitions, log, metrics: createMetrics("verify") });
  const wrong: string[] = [];
  for (const service of stages) {
    const pages = openPages(nc, runtime.publisher, runtime.names, service);
    for (let i = 0; i < chats; i++) {
      const chat = chatName(i);
      const page = await pages.read(partitionOf(chat, partitions), chat);
      const state = HopState.safeParse(page?.snapshot.state).data;
      const expected = Math.floor(messages / chats) + (i < messages % chats ? 1 : 0);
      if (state?.count !== expected || state.wrong !== 0 || page?.snapshot.n !== expected) {
        wrong.push(`${service} ${chat}: ${state?.count} of ${expected}, ${state?.wrong} out of order`);
      }
    }
  }
  await nc.close();
  if (wrong.length > 0) throw new Error(`${wrong.length} wrong states:\n${wrong.slice(0, 5).join("\n")}`);
}
