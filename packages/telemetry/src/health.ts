import { once } from "node:events";
import { createServer } from "node:http";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";

export type HealthSources = { metrics: Metrics; ready: () => Readiness };
export type HealthAnswer = { status: number; contentType: string; body: string };
export type HealthServer = { port: number; stop(): Promise<void> };

/**
 * Answers `/livez`, `/readyz` and `/metrics`; undefined for any other path. Liveness says only that the process answers:
 * it never depends on NATS, since a restart would not bring NATS back.
 */
export function healthRoutes({ metrics, ready }: HealthSources) {
  return async (path: string): Promise<HealthAnswer | undefined> => {
    switch (path) {
      case "/livez":
        return json(200, { status: "ok" });
      case "/readyz": {
        const now = ready();
        return now.ready
          ? json(200, { status: "ok" })
          : json(503, { error: { code: "not-ready", message: `not ready: ${now.reason}` } });
      }
      case "/metrics": {
        const body = await metrics.registry.metrics();
        return { status: 200, contentType: metrics.registry.contentType, body };
      }
      default:
        return undefined;
    }
  };
}

/** The health endpoints on a port of their own (0 = any free one). */
export async function startHealthServer(
  options: HealthSources & { host: string; port: number; log: Logger },
): Promise<HealthServer> {
  const { host, port, log } = options;
  const answer = healthRoutes(options);
  const notFound = json(404, { error: { code: "not-found", message: "only /livez, /readyz and /metrics are here" } });
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const reads = request.method === "GET" || request.method === "HEAD";
    Promise.resolve(reads ? answer(path) : undefined)
      .then((found) => found ?? notFound)
      .catch((failure: unknown) => {
        log.error({ err: failure }, "health endpoint failed");
        return json(500, { error: { code: "internal", message: "the metrics cannot be read" } });
      })
      .then(({ status, contentType, body }) => {
        response.writeHead(status, { "content-type": contentType, "content-length": Buffer.byteLength(body) });
        response.end(request.method === "HEAD" ? undefined : body);
      })
      .catch((failure: unknown) => log.error({ err: failure }, "health answer not sent"));
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    async stop() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
}

function json(status: number, value: unknown): HealthAnswer {
  return { status, contentType: "application/json; charset=utf-8", body: JSON.stringify(value) };
}
