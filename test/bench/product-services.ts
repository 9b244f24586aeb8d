import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { atProcessEnd } from "@parley/host/at-process-end";
import { pickFreePort } from "@parley/host/nats-port";
import type { Processes } from "./cpu.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const host = "127.0.0.1";
const names = ["gateway", "session", "media", "intel", "delivery", "resilience"] as const;
const readyWithinMs = 60_000;
const keptOutput = 2_000;

/** Every service as its npm script starts it, one process each. */
export type Services = {
  pids: Processes;
  /** Rejects when one ends by itself, with the end of what it printed. */
  failed: Promise<never>;
  kill(): void;
};

export async function startServices(gatewayPort: number, env: Record<string, string>): Promise<Services> {
  const ports = await Promise.all(names.map((name) => (name === "gateway" ? gatewayPort : pickFreePort(host))));
  const children = names.map((name, i) => {
    // The gateway has its health endpoints on its own port.
    return startService(name, { ...env, [name === "gateway" ? "PORT" : "METRICS_PORT"]: `${ports[i]}` });
  });
  const kill = () => {
    for (const child of children) child.kill();
  };
  const takeBack = atProcessEnd(kill);
  const failed = Promise.race(children.map(({ ended }) => ended));
  failed.catch(() => undefined); // also before anybody waits for it
  try {
    await Promise.race([Promise.all(ports.map(untilReady)), failed]);
  } catch (failure) {
    kill();
    throw failure;
  }
  return {
    pids: Object.fromEntries(names.map((name, i) => [name, children[i]?.pid ?? 0])),
    failed,
    kill() {
      takeBack();
      kill();
    },
  };
}

function startService(name: string, env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  const args = ["packages/host/bin/run.mjs", `services/${name}/src/main.ts`];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed = (printed + chunk.toString("utf8")).slice(-keptOutput);
    });
  }
  const ended = new Promise<never>((_resolve, reject) => {
    child.once("exit", (code, signal) => reject(new Error(`${name} ended with ${code ?? signal}:\n${printed}`)));
  });
  return { pid: child.pid ?? 0, ended, kill: () => void child.kill("SIGKILL") };
}

async function untilReady(port: number): Promise<void> {
  const giveUpAt = Date.now() + readyWithinMs;
  for (;;) {
    const answer = await fetch(`http://${host}:${port}/readyz`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    if (Date.now() > giveUpAt) throw new Error(`nothing is ready on port ${port} after ${readyWithinMs} ms`);
    await sleep(100);
  }
}
