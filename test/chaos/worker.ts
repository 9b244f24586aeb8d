// A replica of every service of the chain. Killed, frozen and started again by the run.
import { type ActorService, startActorService } from "@parley/jetstream/actor-service";
import { connectNats } from "@parley/jetstream/connection";
import { createRuntime } from "@parley/jetstream/runtime";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { z } from "zod";
import { answerParent } from "../bench/child.ts";
import { partitions, readBy, reads, runs, services } from "./stages.ts";

const Start = z.object({ url: z.string(), prefix: z.string() });
const log = createLogger("chaos-worker", { level: process.env.LOG_LEVEL === "warn" ? "warn" : "fatal" });
const running: ActorService[] = [];

answerParent({
  async start(argument) {
    const { url, prefix } = Start.parse(argument);
    const nc = await connectNats({ servers: url, name: "chaos-worker" }, log);
    const runtime = createRuntime({ nc, prefix, partitions, log, metrics: createMetrics("chaos") });
    for (const service of services) {
      running.push(
        await startActorService(runtime, {
          service,
          run: runs[service],
          reads: reads[service] ?? [],
          readBy: readBy(service),
        }),
      );
    }
  },
  owned: () => running.reduce((sum, service) => sum + service.status().partitions.length, 0),
  stop: async () => {
    await Promise.all(running.map((service) => service.stop()));
  },
});
