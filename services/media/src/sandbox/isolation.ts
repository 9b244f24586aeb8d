import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What the system grants: programs that are put before the child's own, each of which becomes the next by `exec`. */
export type Isolation = { network: "none" | "patched"; limits: boolean; prefix: readonly string[] };

const run = promisify(execFile);
const probeMs = 5_000;

/**
 * Tries what this system allows: a network namespace of its own (`unshare -rn`; without it the child only loses Node's
 * ways to the network) and limits on core files, written files and open files (`prlimit`).
 */
export async function probeIsolation(): Promise<Isolation> {
  const limit = ["prlimit", "--core=0", "--fsize=67108864", "--nofile=256:256", "--"];
  const unshare = ["unshare", "--map-root-user", "--net", "--"];
  const limits = await works([...limit, "true"]);
  const alone = await works([...unshare, "true"]);
  return {
    network: alone ? "none" : "patched",
    limits,
    prefix: [...(alone ? unshare : []), ...(limits ? limit : [])],
  };
}

async function works([program, ...argv]: readonly string[]): Promise<boolean> {
  if (program === undefined) return false;
  try {
    await run(program, argv, { timeout: probeMs });
    return true;
  } catch {
    return false;
  }
}
