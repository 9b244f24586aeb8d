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

/** For the tests of this package: an installation of its own on a real server, stopped when the test ends. */
export async function startLab(
  nats: { url: string },
  services: string[],
  prefix = `lab${process.pid}x${++installations}`,
) {
  const partitions = 4;
  const log = createLogger("lab", { level: "silent" });
  const nc = await connectNats({ servers: nats.url, name: "lab" }, log);
  const runtime = createRuntime({ nc, prefix, partitions, log, metrics: createMetrics("lab") });
  await ensureTopology(nc, { names: runtime.names, services, partitions });
  const running: ActorService[] = [];
  onTestFinished(async () => {
    await Promise.all(running.map((service) => service.stop(2_000)));
    await nc.close();
  });
  // biome-ignore lint/suspicious/noExplicitAny: an actor of any state.
  const run = async (
    service: string,
    actor: ActorDefinition<any, any>,
    reads: string[] = [],
    more: Partial<ActorServiceOptions> = {},
  ) => {
    const started = await startActorService(runtime, { service, run: { actor }, reads, readBy: [], ...more });
    running.push(started);
    return started;
  };
  const send = (service: string, key: string, message: Message) => runtime.inboxes.send(service, key, message);
  return {
    partitions,
    runtime,
    run,
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
    async state(service: string, key: string): Promise<any> {
      const page = await openPages(nc, runtime.publisher, runtime.names, service).read(
        partitionOf(key, partitions),
        key,
      );
      return page?.snapshot.state;
    },
    replica: () => ({
      run: async (service: string, actor: ActorDefinition<any, any>, reads: string[] = []) => {
        const other = createRuntime({ nc, prefix, partitions, log, metrics: createMetrics("lab") });
        const started = await startActorService(other, { service, run: { actor }, reads, readBy: [] });
        running.push(started);
        return started;
      },
    }),
  };
}
