import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CodedError } from "@parley/contract/errors";
import { runCommand } from "./run-command.ts";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const suite = "forky";

/**
 * Unpacks Debian's `nats-server` package into `directory` and gives the binary's path. It uses an apt state of its own:
 * nothing is installed and the system's lists stay as they are, so it needs no root. Throws `CodedError`.
 */
export async function unpackDebianPackage(directory: string): Promise<string> {
  const signedBy = await requireDebian();
  const archive = (await readArchiveAddress()) ?? "http://deb.debian.org/debian";
  for (const name of ["state/lists/partial", "cache/archives/partial", "root"]) {
    await mkdir(join(directory, name), { recursive: true });
  }
  await writeFile(join(directory, "sources.list"), `deb [signed-by=${signedBy}] ${archive} ${suite} main\n`);
  await writeFile(join(directory, "status"), "");
  await apt(directory, ["update"]);
  await apt(directory, ["download", "nats-server"]);
  const deb = (await readdir(directory)).find((name) => name.endsWith(".deb"));
  if (deb === undefined) throw unavailable("apt-get downloaded no package");
  await run(["dpkg-deb", "-x", join(directory, deb), join(directory, "root")], directory);
  for (const folder of ["usr/bin", "usr/sbin"]) {
    const binary = join(directory, "root", folder, "nats-server");
    if (await exists(binary)) return binary;
  }
  throw unavailable(`${deb} holds no nats-server`);
}

async function requireDebian(): Promise<string> {
  if (process.platform !== "linux") throw unavailable("not a Debian system");
  for (const command of ["apt-get", "dpkg-deb"]) {
    const { code } = await runCommand([command, "--version"], { timeoutMs: 10_000 });
    if (code !== 0) throw unavailable(`no ${command} here`);
  }
  if (!(await exists(keyring))) throw unavailable(`no ${keyring} to check the package's signature with`);
  return keyring;
}

/** The archive this machine already uses, which may be a mirror: the only one that is sure to be reachable. */
async function readArchiveAddress(): Promise<string | undefined> {
  const folder = "/etc/apt/sources.list.d";
  const listed = await readdir(folder).catch(() => []);
  for (const file of ["/etc/apt/sources.list", ...listed.map((name) => join(folder, name))]) {
    const address = findArchiveAddress(await readFile(file, "utf8").catch(() => ""));
    if (address !== undefined) return address;
  }
  return undefined;
}

/** Finds the main archive in a sources file of either format: an address whose path ends in `/debian`. */
export function findArchiveAddress(sources: string): string | undefined {
  const withoutComments = sources.replace(/^\s*#.*$/gm, "");
  return /https?:\/\/[^\s\]]+\/debian(?=\/?(\s|$))/.exec(withoutComments)?.[0];
}

async function apt(directory: string, args: readonly string[]): Promise<void> {
  const settings = {
    "Dir::State": join(directory, "state"),
    "Dir::State::status": join(directory, "status"),
    "Dir::Cache": join(directory, "cache"),
    "Dir::Etc::SourceList": join(directory, "sources.list"),
    "Dir::Etc::SourceParts": "/dev/null",
    "Dir::Etc::Preferences": "/dev/null",
    "Dir::Etc::PreferencesParts": "/dev/null",
    "Acquire::Languages": "none",
    "Acquire::Retries": "2",
    "Acquire::http::Timeout": "15",
    // Started by root, apt would download as _apt, who may not write into this directory.
    ...(process.getuid?.() === 0 ? { "APT::Sandbox::User": "root" } : {}),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
  await run(["apt-get", "-q", ...options, ...args], directory);
}

async function run(argv: [string, ...string[]], cwd: string): Promise<void> {
  const { code, stderr } = await runCommand(argv, { timeoutMs: 180_000, cwd });
  if (code !== 0) throw unavailable(`${argv[0]} ${argv.at(-2)} ${argv.at(-1)}: ${stderr.trim() || "timed out"}`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function unavailable(reason: string): CodedError {
  return new CodedError("dependency.unavailable", reason);
}
