import { expect, onTestFinished, test } from "vitest";
import { startHealthServer } from "./health.ts";
import { createLogger } from "./logger.ts";
import { createMetrics } from "./metrics.ts";
import type { Readiness } from "./readiness.ts";

async function aHealthServer(ready: Readiness) {
  const log = createLogger("test", { level: "silent" });
  const server = await startHealthServer({
    host: "127.0.0.1",
    port: 0,
    metrics: createMetrics("session"),
    ready: () => ready,
    log,
  });
  onTestFinished(() => server.stop());
  return (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
}

test("a service that is not ready says why, and still counts as alive", async () => {
  const get = await aHealthServer({ ready: false, reason: "nats-unavailable" });
  const readyz = await get("/readyz");
  expect(readyz.status).toBe(503);
  expect(await readyz.json()).toEqual({ error: { code: "not-ready", message: "not ready: nats-unavailable" } });
  expect((await get("/livez")).status).toBe(200);
});

test("a ready service answers its probes and shows its metrics", async () => {
  const get = await aHealthServer({ ready: true });
  expect((await get("/readyz?probe=1")).status).toBe(200);
  expect(await (await get("/metrics")).text()).toContain("parley_partitions_owned");
});

test("any other path is not found", async () => {
  const get = await aHealthServer({ ready: true });
  expect((await get("/")).status).toBe(404);
});
