import { actorServices } from "@parley/contract/names";
import { connectNats, onConnectionChange } from "@parley/jetstream/connection";
import { createRuntime, type Runtime } from "@parley/jetstream/runtime";
import { ensureTopology } from "@parley/jetstream/topology";
import { createLogger, type Logger, logLevels } from "@parley/telemetry/logger";
import { createMetrics, type Metrics } from "@parley/telemetry/metrics";
import { ReadinessTracker } from "@parley/telemetry/readiness";
import { z } from "zod";
import type { Environment } from "./config.ts";
import { provideNatsServer } from "./nats-binary.ts";
import { shareNatsServer } from "./nats-server.ts";
import { requireNewEnough } from "./nats-version.ts";

/** The variables every service has. */
export const PlatformConfig = z.object({
  /** Comma-separated servers. Absent: a nats-server of our own in PARLEY_DATA_DIR, shared by the processes there. */
  NATS_URL: z.string().optional(),
  NATS_CREDS: z.string().optional(),
  NATS_CA: z.string().optional(),
  /** Copies of every stream: 3 in a NATS cluster. */
  NATS_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  PARLEY_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/, "want a lower-case letter, then letters, digits or -")
    .default("parley"),
  /** Fixed at the first start of an installation. */
  PARLEY_PARTITIONS: z.coerce.number().int().min(1).max(256).default(16),
  PARLEY_DATA_DIR: z.string().default(".parley"),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  /** Health endpoints and metrics of a service without HTTP of its own; 0 picks a free port. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().default("127.0.0.1"),
});
export type PlatformConfig = z.infer<typeof PlatformConfig>;

/** What a service stands on. */
export type Platform = {
  runtime: Runtime;
  metrics: Metrics;
  readiness: ReadinessTracker;
  log: Logger;
  close(): Promise<void>;
};

/** NATS (our own when none is configured), streams and buckets, logger and metrics. */
export async function openPlatform(service: string, config: PlatformConfig, env: Environment): Promise<Platform> {
  const log = createLogger(service, { level: config.LOG_LEVEL });
  const metrics = createMetrics(service);
  const readiness = new ReadinessTracker(Date.now);
  const embedded = config.NATS_URL === undefined ? await embeddedNats(config, env, log) : undefined;
  const servers = config.NATS_URL ?? embedded?.url ?? "";
  const nc = await connectNats(
    { servers, name: `parley-${service}`, credentialsFile: config.NATS_CREDS, caFile: config.NATS_CA },
    log,
  );
  requireNewEnough(nc.info?.version ?? "", servers);
  onConnectionChange(nc, (connected) => (connected ? readiness.natsBack() : readiness.natsLost()));
  const runtime = createRuntime({
    nc,
    prefix: config.PARLEY_PREFIX,
    partitions: config.PARLEY_PARTITIONS,
    log,
    metrics,
  });
  await ensureTopology(nc, {
    names: runtime.names,
    services: actorServices,
    partitions: config.PARLEY_PARTITIONS,
    replicas: config.NATS_REPLICAS,
  });
  return {
    runtime,
    metrics,
    readiness,
    log,
    async close() {
      await nc.close();
      await embedded?.stop();
    },
  };
}

async function embeddedNats(config: PlatformConfig, env: Environment, log: Logger) {
  const binary = await provideNatsServer({ env, log });
  return shareNatsServer({ binary: binary.path, dataDir: config.PARLEY_DATA_DIR, log });
}
