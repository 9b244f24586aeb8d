import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { CodedError } from "@parley/contract/errors";
import type { Logger } from "@parley/telemetry/logger";
import { atProcessEnd } from "./at-process-end.ts";
import { isAlive, withFileLock } from "./file-lock.mjs";
import {
  type NatsFiles,
  natsFiles,
  type RunningServer,
  readLogEnd,
  readRunning,
  removeRunning,
  writeConfig,
  writeRunning,
} from "./nats-files.ts";
import { isFree, pickFreePort, readServerInfo } from "./nats-port.ts";

export type NatsServerOptions = {
  /** The path of nats-server, from `provideNatsServer`. */
  binary: string;
  /** Holds the store, the configuration and the log, all below `nats/`. */
  dataDir: string;
  /** Default: a free one, the same as last time where possible. */
  port?: number;
  host?: string;
  log: Logger;
};

export type NatsServer = {
  readonly url: string;
  readonly port: number;
  /** Of the process that runs now; changes at a restart. */
  readonly pid: number;
  /** Ends it in order; kills it after 10 s. Nothing runs afterwards. */
  stop(): Promise<void>;
  /** `kill -9`: what a crash looks like. */
  kill(): Promise<void>;
  /** Kills it if it runs, and starts it again on the same port and store. */
  restart(): Promise<void>;
  /** Freezes it without closing a connection (SIGSTOP), until `resume`. */
  pause(): void;
  resume(): void;
};

const stopWithinMs = 10_000;
const startWithinMs = 30_000;
const loopback = "127.0.0.1";

/**
 * Starts nats-server in a process group of its own, so that Ctrl-C reaches us first, and waits until it takes clients.
 * It ends with this process. Throws `CodedError("nats.unavailable")` with the end of its log if it does not start, and
 * `CodedError("config.invalid")` if another process runs one on the same directory.
 */
export async function startNatsServer(options: NatsServerOptions): Promise<NatsServer> {
  const files = natsFiles(options.dataDir);
  await mkdir(files.directory, { recursive: true });
  return withFileLock(files.lock, async () => {
    const found = await findRunningServer(options.dataDir);
    if (found !== undefined && isAlive(found.ownerPid)) {
      const message = `process ${found.ownerPid} already runs nats-server on ${files.directory} at ${found.url}`;
      throw new CodedError("config.invalid", message);
    }
    return startHere(options, files, found);
  });
}

/** The server that another process of this machine runs on the directory; `stop` leaves it alone. Starts one if none. */
export async function shareNatsServer(options: NatsServerOptions): Promise<Pick<NatsServer, "url" | "stop">> {
  const files = natsFiles(options.dataDir);
  await mkdir(files.directory, { recursive: true });
  return withFileLock(files.lock, async () => {
    const found = await findRunningServer(options.dataDir);
    if (found !== undefined && isAlive(found.ownerPid)) return { url: found.url, stop: async () => undefined };
    return startHere(options, files, found);
  });
}

/** The live server of a data directory, whoever started it. */
export async function findRunningServer(dataDir: string): Promise<RunningServer | undefined> {
  const running = await readRunning(natsFiles(dataDir));
  if (running === undefined || !isAlive(running.pid)) return undefined;
  const info = await readServerInfo(new URL(running.url).hostname, running.port, 5_000);
  return info?.server_name === running.serverName ? running : undefined;
}

async function startHere(
  options: NatsServerOptions,
  files: NatsFiles,
  orphan: RunningServer | undefined,
): Promise<NatsServer> {
  const host = options.host ?? loopback;
  // Its owner was killed: replaced on the same port, so that clients it still has come back to us.
  if (orphan !== undefined) await endOrphan(orphan, options.log);
  const previous = orphan?.port ?? (await readRunning(files))?.port;
  const reusable = previous !== undefined && (await isFree(host, previous)) ? previous : undefined;
  const fixedPort = options.port ?? reusable;
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await pickFreePort(host));
    try {
      return await runServer(options, files, host, port);
    } catch (failure) {
      // Between looking for a free port and using it another process may have taken it.
      if (fixedPort !== undefined || attempt === 3) throw failure;
    }
  }
}

async function runServer(options: NatsServerOptions, files: NatsFiles, host: string, port: number) {
  const url = `nats://${host}:${port}`;
  let child = await launch(options, files, host, port);
  const takeBack = atProcessEnd(() => child.kill("SIGTERM"));
  const server: NatsServer = {
    url,
    port,
    get pid() {
      return pidOf(child);
    },
    async stop() {
      child.kill("SIGCONT"); // a frozen process does not see SIGTERM
      await end(child, "SIGTERM");
      takeBack();
      await removeRunning(files);
    },
    kill: () => end(child, "SIGKILL"),
    async restart() {
      await end(child, "SIGKILL");
      child = await launch(options, files, host, port);
    },
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
  };
  options.log.info({ url, pid: server.pid, dataDir: files.directory }, "nats-server started");
  return server;
}

async function launch({ binary, log }: NatsServerOptions, files: NatsFiles, host: string, port: number) {
  const serverName = `parley-${randomUUID()}`;
  await writeConfig(files, host, port, serverName);
  // What it says before it opens its log goes to the same file, read when it does not start.
  const output = await open(files.log, "a");
  const child = spawn(binary, ["--config", files.config], {
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
  });
  const failed = once(child, "error").then(([failure]) => failure);
  try {
    await Promise.race([untilReady(child, host, port, serverName), failed.then((failure) => Promise.reject(failure))]);
  } catch (failure) {
    await end(child, "SIGKILL");
    const message = `nats-server did not start on port ${port}:\n${await readLogEnd(files)}`;
    throw new CodedError("nats.unavailable", message, { cause: failure });
  } finally {
    await output.close();
  }
  child.on("exit", (code, signal) => log.info({ code, signal, port }, "nats-server ended"));
  const pid = pidOf(child);
  await writeRunning(files, { url: `nats://${host}:${port}`, port, pid, serverName, ownerPid: process.pid });
  return child;
}

async function untilReady(child: ChildProcess, host: string, port: number, serverName: string): Promise<void> {
  const giveUpAt = Date.now() + startWithinMs;
  // It opens its client port last, after it has recovered its streams: an answer with our name means ready.
  while ((await readServerInfo(host, port))?.server_name !== serverName) {
    if (hasEnded(child)) throw new CodedError("nats.unavailable", `it ended with code ${child.exitCode}`);
    if (Date.now() > giveUpAt) throw new CodedError("nats.unavailable", `not ready after ${startWithinMs} ms`);
    await sleep(10);
  }
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const exited = once(child, "exit");
  child.kill(signal);
  const killer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
  await exited;
  clearTimeout(killer);
}

async function endOrphan(orphan: RunningServer, log: Logger): Promise<void> {
  log.warn({ pid: orphan.pid }, "nats-server of a process that was killed is still running: replacing it");
  process.kill(orphan.pid, "SIGTERM");
  const killAt = Date.now() + stopWithinMs;
  while (isAlive(orphan.pid)) {
    if (Date.now() > killAt) process.kill(orphan.pid, "SIGKILL");
    await sleep(20);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new CodedError("nats.unavailable", "nats-server has no process");
  return child.pid;
}
