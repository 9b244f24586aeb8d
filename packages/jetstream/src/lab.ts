import type { ActorDefinition } from "@parley/actor/actor";
import type { Message } from "@parley/contract/message";
import { partitionOf } from "@parley/contract/partition";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { onTestFinished } from "vitest";
import { type ActorService, type ActorServiceOptions, startActorService } from "./actor-service.ts";
import { connectNats } from "./connection.ts";
import { openPages } from "./pages.ts";
import { createRuntime } from "./runtime.ts";
import { ensureTopology } from "./topology.ts";

let installations = 0;
const partitions = 4;
const log = createLogger("lab", { level: "silent" });

// biome-ignore lint/suspicious/noExplicitAny: an actor of any state.
type Actor = ActorDefinition<any, any>;
type More = Partial<ActorServiceOptions>;

/** For the tests of this package: an installation of its own on a real server, stopped when the test ends. */
export async function startLab(nats: { url: string }, services: string[]) {
  const prefix = `lab${process.pid}x${++installations}`;
  const ends: Array<() => Promise<unknown>> = [];
  onTestFinished(async () => {
    for (const end of ends.reverse()) await end();
  });

  /** A process of its own as far as NATS can tell: own connection, own name. */
  const replica = async () => {
    const nc = await connectNats({ servers: nats.url, name: "lab" }, log);
    const runtime = createRuntime({ nc, prefix, partitions, log, metrics: createMetrics("lab") });
    const running: ActorService[] = [];
    ends.push(async () => {
      if (nc.isClosed()) return;
      await Promise.all(running.map((service) => service.stop(2_000)));
      await nc.close();
    });
    return {
      runtime,
      async run(service: string, actor: Actor, reads: string[] = [], more: More = {}) {
        const started = await startActorService(runtime, { service, run: { actor }, reads, readBy: [], ...more });
        running.push(started);
        return started;
      },
      /** As kill -9: nothing more is said or stored. */
      die: () => nc.close(),
    };
  };

  const first = await replica();
  const { runtime } = first;
  await ensureTopology(runtime.nc, { names: runtime.names, services, partitions });
  const send = (service: string, key: string, message: Message) => runtime.inboxes.send(service, key, message);
  return {
    partitions,
    runtime,
    replica,
    run: first.run,
    send,
    async sendUntilStored(service: string, key: string, message: Message) {
      for (;;) {
        const stored = await send(service, key, message).then(
          () => true,
          () => false,
        );
        if (stored) return;
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    /** What the actor's page says. */
    async state(service: string, key: string): Promise<object | undefined> {
      const page = await openPages(runtime.nc, runtime.publisher, runtime.names, service).read(
        partitionOf(key, partitions),
        key,
      );
      return page?.snapshot.state;
    },
  };
}
