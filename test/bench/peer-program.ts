import { createServer, type IncomingMessage } from "node:http";
import { pathToFileURL } from "node:url";
import { startActorService } from "@parley/jetstream/actor-service";
import { connectNats } from "@parley/jetstream/connection";
import { createRuntime } from "@parley/jetstream/runtime";
import { ensureTopology } from "@parley/jetstream/topology";
import { createLogger } from "@parley/telemetry/logger";
import { createMetrics } from "@parley/telemetry/metrics";
import { findOrStartEngine } from "./peer-engine.ts";
import { openSink } from "./peer-sink.ts";
import { type Arrival, peerStages, stageNames, type Work } from "./peer-stages.ts";

const { PEER_DIR = "", PORT = "", SINK_FILE = "", WORK_MODULE = "", LOG_LEVEL, PARLEY_PARTITIONS = "16" } = process.env;
const port = Number(PORT);
const work: Work = await import(pathToFileURL(WORK_MODULE).href);
const log = createLogger("peer", { level: LOG_LEVEL === "debug" ? "debug" : "warn" });
const nc = await connectNats({ servers: await findOrStartEngine(PEER_DIR, port + 1), name: "peer" }, log);
const runtime = createRuntime({
  nc,
  prefix: "peer",
  partitions: Number(PARLEY_PARTITIONS),
  log,
  metrics: createMetrics("peer"),
});
await ensureTopology(nc, { names: runtime.names, services: stageNames, partitions: runtime.partitions });

const actors = peerStages(work, openSink(SINK_FILE));
const services = await Promise.all(
  actors.map((actor, i) =>
    startActorService(runtime, {
      service: actor.service,
      run: { actor },
      reads: stageNames.slice(Math.max(0, i - 1), i),
      readBy: stageNames.slice(i + 1, i + 2),
    }),
  ),
);

const server = createServer(async (request, response) => {
  if (request.url !== "/enqueue") {
    response.writeHead(404).end();
    return;
  }
  try {
    const arrivals: Arrival[] = JSON.parse(await readBody(request));
    await Promise.all(
      arrivals.map((arrival) =>
        runtime.inboxes.send("session", arrival.chatId, { type: "arrived", v: 1, ...{ arrival } }),
      ),
    );
    response.writeHead(200).end();
  } catch (failure) {
    log.warn({ error: String(failure) }, "arrivals were not stored");
    response.writeHead(503).end();
  }
});
server.listen(port, "127.0.0.1");

process.once("SIGTERM", async () => {
  server.close();
  await Promise.all(services.map((service) => service.stop()));
  await nc.close();
  process.exit(0);
});

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
