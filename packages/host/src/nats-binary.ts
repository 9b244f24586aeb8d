import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { CodedError } from "@parley/contract/errors";
import { unpackDebianPackage } from "./nats-debian.ts";
import { downloadRelease } from "./nats-release.ts";
import { compareVersions, isNewEnough, oldestNatsVersion, versionOf } from "./nats-version.ts";

export type NatsBinary = { path: string; version: string; from: "path" | "cache" | "release" | "debian" };

export type ProvideOptions = {
  /** Where PATH, XDG_CACHE_HOME and HOME are read from. */
  env: Record<string, string | undefined>;
  log: { info(sentence: string): void };
  /** The ways to fetch a server when there is none, in this order; each unpacks into a directory and gives the binary. */
  sources?: readonly Source[];
};

export type Source = { name: "release" | "debian"; title: string; fetch: (directory: string) => Promise<string> };

const defaultSources: readonly Source[] = [
  { name: "release", title: "the official release from GitHub", fetch: (directory) => downloadRelease(directory) },
  { name: "debian", title: "Debian's package", fetch: unpackDebianPackage },
];

/**
 * Finds nats-server 2.14 or newer: on PATH, in the user's cache, else fetched into the cache (official release, Debian's
 * package). Nothing is installed on the system. Throws `CodedError("nats.unavailable")` that says how to install one.
 */
export async function provideNatsServer({ env, log, sources = defaultSources }: ProvideOptions): Promise<NatsBinary> {
  const cacheDir = join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "parley", "nats-server");
  const onPath = await findOnPath(env.PATH ?? "");
  if (onPath !== undefined && isNewEnough(onPath.version)) return onPath;
  const cached = await findCached(cacheDir);
  if (cached !== undefined) return cached;
  const failures =
    onPath === undefined ? [] : [`${onPath.path}: version ${onPath.version} is older than ${oldestNatsVersion}`];
  for (const source of sources) {
    log.info(`nats-server: trying ${source.title} …`);
    try {
      const fetched = await fetchIntoCache(source, cacheDir);
      log.info(`nats-server ${fetched.version}: ready, kept in ${cacheDir}`);
      return fetched;
    } catch (failure) {
      if (!(failure instanceof CodedError)) throw failure;
      failures.push(`${source.title}: ${failure.message}`);
      log.info(`nats-server: ${source.title}: ${failure.message.split("\n")[0]}`);
    }
  }
  throw new CodedError("nats.unavailable", howToInstall(failures));
}

async function findOnPath(path: string): Promise<NatsBinary | undefined> {
  for (const directory of path.split(delimiter).filter((part) => part !== "")) {
    const binary = join(directory, "nats-server");
    const version = await versionOf(binary);
    if (version !== undefined) return { path: binary, version, from: "path" };
  }
  return undefined;
}

async function findCached(cacheDir: string): Promise<NatsBinary | undefined> {
  const versions = (await readdir(cacheDir).catch(() => [])).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  for (const name of versions.filter(isNewEnough).sort(compareVersions).reverse()) {
    const path = join(cacheDir, name, "nats-server");
    const version = await versionOf(path);
    if (version !== undefined) return { path, version, from: "cache" };
  }
  return undefined;
}

// Unpacked aside and renamed into place: a second process that does the same at the same time sees all or nothing.
async function fetchIntoCache(source: Source, cacheDir: string): Promise<NatsBinary> {
  await mkdir(cacheDir, { recursive: true });
  const directory = await mkdtemp(join(cacheDir, ".unpacking-"));
  try {
    const unpacked = join(directory, "nats-server.ready");
    await copyFile(await source.fetch(directory), unpacked);
    await chmod(unpacked, 0o755);
    const version = await versionOf(unpacked);
    if (version === undefined)
      throw new CodedError("dependency.unavailable", "the binary does not run on this machine");
    if (!isNewEnough(version)) throw new CodedError("dependency.unavailable", `version ${version} is too old`);
    await mkdir(join(cacheDir, version), { recursive: true });
    const path = join(cacheDir, version, "nats-server");
    await rename(unpacked, path);
    return { path, version, from: source.name };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function howToInstall(failures: readonly string[]): string {
  return [
    `No nats-server ${oldestNatsVersion} or newer could be found or fetched:`,
    ...failures.map((failure) => `  - ${failure}`),
    "Install one, then start again:",
    "  brew install nats-server                                    (macOS, Linux)",
    "  docker run -p 4222:4222 nats:2.14 -js                       and set NATS_URL=nats://127.0.0.1:4222",
    "  https://github.com/nats-io/nats-server/releases             and put the binary on PATH",
  ].join("\n");
}
