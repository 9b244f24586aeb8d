import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provideNatsServer } from "@parley/host/nats-binary";
import { type NatsServer, startNatsServer } from "@parley/host/nats-server";
import { createLogger } from "@parley/telemetry/logger";

export type TemporaryNats = NatsServer & { readonly dataDir: string };

/** A real nats-server on its own port and store; `stop` ends it and removes the store. Ends with this process, too. */
export async function openNats(): Promise<TemporaryNats> {
  const log = createLogger("nats-server", { level: "silent" });
  const { path: binary } = await provideNatsServer({ env: process.env, log });
  const dataDir = await mkdtemp(join(tmpdir(), "parley-nats-"));
  const server = await startNatsServer({ binary, dataDir, log });
  return {
    dataDir,
    url: server.url,
    port: server.port,
    get pid() {
      return server.pid;
    },
    kill: () => server.kill(),
    restart: () => server.restart(),
    pause: () => server.pause(),
    resume: () => server.resume(),
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
