import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import * as z from "zod";

/** Where an embedded server keeps its things, all below `<dataDir>/nats`. */
export type NatsFiles = ReturnType<typeof natsFiles>;

export function natsFiles(dataDir: string) {
  const directory = join(resolve(dataDir), "nats");
  return {
    directory,
    store: join(directory, "store"),
    config: join(directory, "nats.conf"),
    log: join(directory, "nats.log"),
    lock: join(directory, "start.lock"),
    /** Says which server runs on this directory, so that a second process finds it. */
    running: join(directory, "running.json"),
  };
}

const RunningServer = z.object({
  url: z.string(),
  port: z.int(),
  pid: z.int().positive(),
  /** Differs at each start: proves that what answers on the port is this server. */
  serverName: z.string(),
  /** The process that started it and will stop it. */
  ownerPid: z.int().positive(),
});
export type RunningServer = z.infer<typeof RunningServer>;

export async function readRunning(files: NatsFiles): Promise<RunningServer | undefined> {
  const text = await readFile(files.running, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = RunningServer.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}

export async function writeRunning(files: NatsFiles, running: RunningServer): Promise<void> {
  const temporary = `${files.running}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(running)}\n`);
  await rename(temporary, files.running);
}

export async function removeRunning(files: NatsFiles): Promise<void> {
  await rm(files.running, { force: true });
}

/** The server's own configuration. Its journals must survive power loss, hence `sync_interval: always`. */
export async function writeConfig(files: NatsFiles, host: string, port: number, serverName: string): Promise<void> {
  await mkdir(files.store, { recursive: true });
  const lines = [
    `server_name: ${serverName}`,
    `host: ${JSON.stringify(host)}`,
    `port: ${port}`,
    `jetstream { store_dir: ${JSON.stringify(files.store)}, sync_interval: always }`,
    `log_file: ${JSON.stringify(files.log)}`,
    "log_size_limit: 10MB",
    "log_max_num: 2",
  ];
  await writeFile(files.config, `${lines.join("\n")}\n`);
}

/** The end of the server's log, for a message about why it did not start. */
export async function readLogEnd(files: NatsFiles): Promise<string> {
  const text = await readFile(files.log, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-5).join("\n");
}
