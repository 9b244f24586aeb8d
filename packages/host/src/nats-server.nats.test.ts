import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "@parley/telemetry/logger";
import { expect, onTestFinished, test } from "vitest";
import { isAlive } from "./file-lock.mjs";
import { provideNatsServer } from "./nats-binary.ts";
import { readServerInfo } from "./nats-port.ts";
import { findRunningServer, shareNatsServer, startNatsServer } from "./nats-server.ts";

const log = createLogger("test", { level: "silent" });

async function aDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), "parley-data-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  return dataDir;
}

async function aServer(overrides: { dataDir?: string; port?: number } = {}) {
  const { path: binary } = await provideNatsServer({ env: process.env, log });
  const options = { binary, dataDir: overrides.dataDir ?? (await aDataDir()), log, ...overrides };
  const server = await startNatsServer(options);
  onTestFinished(() => server.stop());
  return { server, options };
}

const answers = async (port: number) => (await readServerInfo("127.0.0.1", port, 200)) !== undefined;

test("a started server takes clients at once, and none after it has stopped", async () => {
  const { server } = await aServer();
  expect(await answers(server.port)).toBe(true);
  await server.stop();
  expect(await answers(server.port)).toBe(false);
  expect(isAlive(server.pid)).toBe(false);
});

test("a server that was killed comes back on the same port", async () => {
  const { server } = await aServer();
  const { pid, port } = server;
  await server.kill();
  expect(isAlive(pid)).toBe(false);
  await server.restart();
  expect(server.pid).not.toBe(pid);
  expect(await answers(port)).toBe(true);
});

test("a paused server is silent until it is resumed, and can be stopped while paused", async () => {
  const { server } = await aServer();
  server.pause();
  expect(await answers(server.port)).toBe(false);
  server.resume();
  await expect.poll(() => answers(server.port)).toBe(true);
  server.pause();
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test("what is acknowledged is on disk: every write is synced", async () => {
  const { options } = await aServer();
  expect(await readFile(join(options.dataDir, "nats/nats.conf"), "utf8")).toContain("sync_interval: always");
});

test("a second user of a data directory shares its server, and leaves it running", async () => {
  const { server, options } = await aServer();
  const shared = await shareNatsServer(options);
  expect(shared.url).toBe(server.url);
  await shared.stop();
  expect(await findRunningServer(options.dataDir)).toMatchObject({ url: server.url, pid: server.pid });
  await expect(startNatsServer(options)).rejects.toThrow(/already runs nats-server/);
});

test("of several that start at the same time on one data directory, one starts the server", async () => {
  const { path: binary } = await provideNatsServer({ env: process.env, log });
  const dataDir = await aDataDir();
  const all = await Promise.all([1, 2, 3].map(() => shareNatsServer({ binary, dataDir, log })));
  onTestFinished(async () => void (await Promise.all(all.map((shared) => shared.stop()))));
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
});

test("a note about a server that is gone is replaced", async () => {
  const { server, options } = await aServer();
  await server.kill();
  expect(await findRunningServer(options.dataDir)).toBeUndefined();
  const next = await startNatsServer(options);
  onTestFinished(() => next.stop());
  expect(next.port).toBe(server.port);
});

test("a port that is taken is a clear failure", async () => {
  const { server } = await aServer();
  await expect(aServer({ port: server.port })).rejects.toThrow(
    /did not start on port \d+:[\s\S]*address already in use/,
  );
});

test("the server ends with the process that started it", async () => {
  const { path: binary } = await provideNatsServer({ env: process.env, log });
  const dataDir = await aDataDir();
  const program = `
    const { startNatsServer } = await import(${JSON.stringify(new URL("./nats-server.ts", import.meta.url).href)});
    const log = { info() {}, warn() {}, error() {} };
    const server = await startNatsServer({ binary: ${JSON.stringify(binary)}, dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(server.pid);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await once(child.stdout, "data");
  const pid = Number(String(output));
  expect(isAlive(pid)).toBe(true);
  child.kill("SIGTERM");
  await once(child, "exit");
  await expect.poll(() => isAlive(pid)).toBe(false);
});
