import { once } from "node:events";
import { access } from "node:fs/promises";
import { createConnection } from "node:net";
import { afterAll, expect, test } from "vitest";
import { startNats } from "./nats.ts";
import type { TemporaryNats } from "./temporary-nats.ts";

let earlier: TemporaryNats | undefined;

test("each test has a server of its own", async () => {
  const [first, second] = await Promise.all([startNats(), startNats()]);
  expect(first.url).not.toBe(second.url);
  const socket = createConnection(first.port, "127.0.0.1");
  const [greeting] = await once(socket, "data");
  socket.destroy();
  expect(String(greeting)).toContain('"jetstream":true');
  earlier = first;
});

afterAll(async () => {
  await expect(access(earlier?.dataDir ?? "")).rejects.toThrow(/ENOENT/);
});
