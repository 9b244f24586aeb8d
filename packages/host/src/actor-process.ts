import { startHealthServer } from "@parley/telemetry/health";
import { createLogger } from "@parley/telemetry/logger";
import type { Environment } from "./config.ts";
import { openPlatform, type Platform, type PlatformConfig } from "./platform.ts";
import { type Part, type RunningPart, runService } from "./service.ts";

export type ProcessOptions = {
  name: string;
  config: PlatformConfig;
  env: Environment;
  /** Where `/metrics`, `/livez` and `/readyz` are when METRICS_PORT says nothing; undefined: the service serves them itself. */
  metricsPort?: number;
  start: (platform: Platform) => Promise<RunningPart>;
};

/** One service as a process: platform, health endpoints, the service; stopped in reverse order on a signal. */
export function runProcess({ name, config, env, metricsPort, start }: ProcessOptions): Promise<void> {
  let opened: Platform | undefined;
  const platform = (): Platform => {
    if (!opened) throw new Error("the platform is not open yet");
    return opened;
  };
  const parts: Part[] = [
    {
      name: "nats",
      async start() {
        opened = await openPlatform(name, config, env);
        return { stop: () => platform().close() };
      },
    },
  ];
  const port = config.METRICS_PORT ?? metricsPort;
  if (port !== undefined)
    parts.push({ name: "health endpoints", start: () => serveHealth(platform(), config.HOST, port) });
  parts.push({
    name,
    async start() {
      const running = await start(platform());
      platform().readiness.started();
      return {
        ...running,
        async stop() {
          platform().readiness.draining();
          await running.stop();
        },
      };
    },
  });
  return runService({ name, log: createLogger(name, { level: config.LOG_LEVEL }), parts });
}

async function serveHealth({ metrics, readiness, log }: Platform, host: string, port: number): Promise<RunningPart> {
  const server = await startHealthServer({ host, port, metrics, ready: () => readiness.current(), log });
  log.info({ port: server.port }, "health endpoints are up");
  return server;
}
