import { jetstreamManager } from "@nats-io/jetstream";
import { connect } from "@nats-io/transport-node";
import { openNats, type TemporaryNats } from "@parley/testkit/temporary-nats";
import { z } from "zod";
import { startChild } from "./child.ts";
import { watchCpu } from "./cpu.ts";
import { stages } from "./hops.ts";
import type { Row } from "./report.ts";
import { untilArrived } from "./runtime-bench.ts";

const Span = z.object({ startedAtMs: z.number(), endedAtMs: z.number() });

/** Publishing alone, one message each: the ceiling of any relay with a message per hop. */
export async function benchRaw(messages: number): Promise<Row[]> {
  const nats = await openNats();
  const feed = startChild(new URL("./feed.ts", import.meta.url));
  try {
    await addStreams(nats, ["raw"]);
    await feed.ask("connect", { url: nats.url, prefix: "raw" }, z.unknown());
    const burst = { chats: 1_000, outstanding: 1_024, to: "raw" };
    await feed.ask("burst", { ...burst, from: 0, messages: 1_000 }, Span);
    const cpu = watchCpu({ server: nats.pid, producer: feed.pid });
    const span = await feed.ask("burst", { ...burst, from: 1_000, messages }, Span);
    return [{ run: "raw publish", load: "window 1024", messages, ...rates(messages, span, cpu()) }];
  } finally {
    feed.signal("SIGKILL");
    await nats.stop();
  }
}

/** Five stages, each message put, published and acknowledged by itself. */
export async function benchRelay(processes: "one" | "five", messages: number): Promise<Row[]> {
  const nats = await openNats();
  const groups = processes === "one" ? [stages] : stages.map((stage) => [stage]);
  const children = groups.map(() => startChild(new URL("./relay-stages.ts", import.meta.url)));
  const feed = startChild(new URL("./feed.ts", import.meta.url));
  try {
    await addStreams(nats, stages);
    await Promise.all(
      children.map((child, i) => child.ask("start", { url: nats.url, stages: groups[i] }, z.unknown())),
    );
    await feed.ask("connect", { url: nats.url, prefix: "relay" }, z.unknown());
    const last = children.at(-1);
    if (!last) throw new Error("no stages");
    const burst = { chats: 1_000, outstanding: 1_000, to: "relay" };
    await feed.ask("burst", { ...burst, from: 0, messages: 1_000 }, Span);
    await untilArrived(last, 1_000, "relay: warm-up");
    const named = children.map((child, i) => [groups[i]?.length === 1 ? groups[i].join() : "stages", child.pid]);
    const cpu = watchCpu({ server: nats.pid, ...Object.fromEntries(named), producer: feed.pid });
    const feeding = feed.ask("burst", { ...burst, from: 1_000, messages }, Span);
    const { lastAtMs } = await untilArrived(last, messages, "relay: burst");
    const { startedAtMs } = await feeding;
    const used = cpu();
    const wrong = await Promise.all(children.map((child) => child.ask("wrong", {}, z.number())));
    if (wrong.some((count) => count > 0)) throw new Error(`the relay lost its order: ${wrong.join()}`);
    const title = `put, publish, ack; ${processes} process${processes === "one" ? "" : "es"}`;
    return [{ run: title, load: "burst", messages, ...rates(messages, { startedAtMs, endedAtMs: lastAtMs }, used) }];
  } finally {
    for (const child of [...children, feed]) child.signal("SIGKILL");
    await nats.stop();
  }
}

export function rates(
  messages: number,
  span: { startedAtMs: number; endedAtMs: number },
  cpu: Record<string, number>,
): Row {
  const used = Object.entries(cpu).map(([who, seconds]) => [`${who} s/1k`, (seconds / messages) * 1_000]);
  const perSecond = Math.round((messages / (span.endedAtMs - span.startedAtMs)) * 1_000);
  return { "msg/s": perSecond, ...Object.fromEntries(used) };
}

async function addStreams(nats: TemporaryNats, names: readonly string[]): Promise<void> {
  const nc = await connect({ servers: nats.url });
  const manager = await jetstreamManager(nc);
  for (const name of names) {
    const subjects = [name === "raw" ? "raw.>" : `relay.${name}.>`];
    await manager.streams.add({ name: name === "raw" ? "RAW" : `RELAY_${name}`, subjects });
  }
  await nc.close();
}
