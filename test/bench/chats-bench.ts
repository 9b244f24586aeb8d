import { partitionOf } from "@parley/contract/partition";
import { connectNats } from "@parley/jetstream/connection";
import { openPages } from "@parley/jetstream/pages";
import { createRuntime } from "@parley/jetstream/runtime";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { openNats } from "@parley/testkit/temporary-nats";
import { z } from "zod";
import { type Child, startChild } from "./child.ts";
import { residentMb } from "./cpu.ts";
import { chatName, HopState, partitions, stages } from "./hops.ts";
import { latencyColumns, type Row } from "./report.ts";
import { untilArrived } from "./runtime-bench.ts";

const warmActors = 1_000;
const coldLooks = 200;
const prefix = "benchmany";
const run = "many chats";
// The last stage: it counts what arrives and passes nothing on.
const service = stages.at(-1) ?? "";

/** One message of each of very many chats through one service that keeps 1,000 of them warm, then messages of cold chats, one by one. */
export async function benchManyChats(chats: number): Promise<Row[]> {
  const nats = await openNats();
  const stage = startChild(new URL("./runtime-stages.ts", import.meta.url));
  const feed = startChild(new URL("./feed.ts", import.meta.url));
  try {
    await stage.ask("start", { url: nats.url, prefix, stages: [service], warmActors }, z.unknown());
    await feed.ask("connect", { url: nats.url, prefix }, z.unknown());
    const rows: Row[] = [];
    let seen = 0;
    for (const share of [0.1, 0.4, 0.7, 1]) {
      const until = Math.floor(chats * share);
      const startedAt = Date.now();
      await send({ stage, feed }, { chats, from: seen, messages: until - seen });
      const perSecond = Math.round(((until - seen) / (Date.now() - startedAt)) * 1_000);
      const memory = { "service MB": residentMb(stage.pid), "server MB": residentMb(nats.pid) };
      rows.push({ run, "chats seen": until, messages: until - seen, "msg/s": perSecond, ...memory });
      seen = until;
    }
    // Far apart, and long out of the warm thousand.
    const cold = Array.from({ length: coldLooks }, (_, i) => Math.floor((i * chats) / coldLooks / 2));
    const latencies: number[] = [];
    for (const index of cold) {
      latencies.push(...(await send({ stage, feed }, { chats, from: chats + index, messages: 1 })));
    }
    rows.push({
      run: "many chats, a cold one",
      "chats seen": chats,
      messages: coldLooks,
      ...latencyColumns(latencies),
    });
    await stage.ask("stop", {}, z.unknown());
    await verify(nats.url, cold.map(chatName));
    return rows;
  } finally {
    for (const child of [stage, feed]) child.signal("SIGKILL");
    await nats.stop();
  }
}

async function send(
  { stage, feed }: { stage: Child; feed: Child },
  burst: { chats: number; from: number; messages: number },
): Promise<number[]> {
  const { messages } = burst;
  const feeding = feed.ask("burst", { ...burst, outstanding: Math.min(messages, 4_000), to: "last" }, z.unknown());
  const title = messages === 1 ? "a cold chat" : `${burst.from + messages} chats`;
  const { latenciesMs = [] } = await untilArrived(stage, messages, title, messages === 1 ? 1 : 50);
  await feeding;
  return latenciesMs;
}

/** A cold chat has gone on from its page: two messages, none out of order. */
async function verify(url: string, chats: readonly string[]): Promise<void> {
  const log = createLogger("bench", { level: "warn" });
  const nc = await connectNats({ servers: url, name: "verify" }, log);
  const runtime = createRuntime({ nc, prefix, partitions, log, metrics: createMetrics("verify") });
  const pages = openPages(nc, runtime.publisher, runtime.names, service);
  for (const chat of chats) {
    const page = await pages.read(partitionOf(chat, partitions), chat);
    const { count, wrong } = HopState.safeParse(page?.snapshot.state).data ?? {};
    if (count !== 2 || wrong !== 0) throw new Error(`${chat}: ${count} of 2 messages, ${wrong} out of order`);
  }
  await nc.close();
}
