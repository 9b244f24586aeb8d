import { CodedError } from "@parley/contract/errors";
import { runCommand } from "./run-command.ts";

/** Message schedules that survive restarts, consumer reset and exact batch limits need it. */
export const oldestNatsVersion = "2.14.0";

/** The version a nats-server binary states, as `2.14.5`; undefined if it does not run here. */
export async function versionOf(binary: string): Promise<string | undefined> {
  const { code, stdout } = await runCommand([binary, "--version"], { timeoutMs: 10_000 });
  return code === 0 ? parseVersion(stdout) : undefined;
}

/** Reads `nats-server: v2.14.5`. */
export function parseVersion(text: string): string | undefined {
  return /v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
}

export function isNewEnough(version: string): boolean {
  return compareVersions(version, oldestNatsVersion) >= 0;
}

/** Throws `CodedError("config.invalid")` that names the version wanted, for a server that an operator chose. */
export function requireNewEnough(version: string, where: string): void {
  if (isNewEnough(version)) return;
  throw new CodedError(
    "config.invalid",
    `${where} is nats-server ${version}; Parley needs ${oldestNatsVersion} or newer.`,
  );
}

/** Negative if `a` is older than `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
