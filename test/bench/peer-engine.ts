import { spawn } from "node:child_process";
import { existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { provideNatsServer } from "@parley/host/nats-binary";
import { natsFiles, writeConfig } from "@parley/host/nats-files";
import { isFree, readServerInfo } from "@parley/host/nats-port";

const host = "127.0.0.1";

/**
 * A nats-server that outlives this program: its own process group, its pid in `<dir>/engine.pid`, its port in `<dir>/engine.port`. A
 * program started again, or a second one beside the first, finds it there.
 */
export async function findOrStartEngine(dir: string, port: number): Promise<string> {
  const pidFile = join(dir, "engine.pid");
  const portFile = join(dir, "engine.port");
  if (existsSync(portFile)) {
    const running = Number(readFileSync(portFile, "utf8"));
    if (!(await isFree(host, running))) return `nats://${host}:${running}`;
  }
  const { path } = await provideNatsServer({ env: process.env, log: console });
  const files = natsFiles(dir);
  await mkdir(files.directory, { recursive: true });
  await writeConfig(files, host, port, "peer");
  const output = openSync(files.log, "a");
  const child = spawn(path, ["--config", files.config], { detached: true, stdio: ["ignore", output, output] });
  child.unref();
  writeFileSync(pidFile, `${child.pid}\n`);
  while ((await readServerInfo(host, port))?.server_name !== "peer") {
    if (child.exitCode !== null) throw new Error(`nats-server ended: ${readFileSync(files.log, "utf8").slice(-600)}`);
    await sleep(20);
  }
  writeFileSync(portFile, String(port));
  return `nats://${host}:${port}`;
}
