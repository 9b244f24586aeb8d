// A process with some or all stages on the actor runtime.
import { type ActorService, startActorService } from "@parley/jetstream/actor-service";
import { connectNats } from "@parley/jetstream/connection";
import { createRuntime } from "@parley/jetstream/runtime";
import { ensureTopology } from "@parley/jetstream/topology";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { z } from "zod";
import { answerParent } from "./child.ts";
import { countArrivals, hopActor, partitions, stages } from "./hops.ts";

const Start = z.object({
  url: z.string(),
  prefix: z.string(),
  stages: z.array(z.string()),
  /** Of each stage; the runtime's own limit when absent. */
  warmActors: z.number().optional(),
});
const log = createLogger("bench", { level: "warn" });
const arrivals = countArrivals();
const services: ActorService[] = [];

answerParent({
  async start(argument) {
    const wanted = Start.parse(argument);
    const nc = await connectNats({ servers: wanted.url, name: "bench" }, log);
    const runtime = createRuntime({ nc, prefix: wanted.prefix, partitions, log, metrics: createMetrics("bench") });
    await ensureTopology(nc, { names: runtime.names, services: stages, partitions });
    for (const service of wanted.stages) {
      const at = stages.indexOf(service);
      const reads = stages.slice(Math.max(0, at - 1), at);
      const run = { actor: hopActor(service, arrivals.arrived) };
      const readBy = stages.slice(at + 1, at + 2);
      const limits = wanted.warmActors === undefined ? {} : { warmActors: wanted.warmActors };
      services.push(await startActorService(runtime, { service, run, reads, readBy, limits }));
    }
  },
  owned: () => services.map((service) => service.status().partitions.length),
  progress: () => arrivals.progress(),
  take: () => arrivals.take(),
  stop: async () => {
    await Promise.all(services.map((service) => service.stop()));
  },
});
