import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What the system grants: programs that are put before the child's own, each of which becomes the next by `exec`. */
export type Isolation = {
  network: "none" | "patched";
  limits: boolean;
  /** Everything else on the machine goes before the children. */
  lowPriority: boolean;
  prefix: readonly string[];
};

const run = promisify(execFile);
const probeMs = 5_000;

/**
 * Tries what this system allows: a network namespace of its own (`unshare -rn`; without it the child only loses Node's
 * ways to the network), limits on core files, written files and open files (`prlimit`), and a priority that many steps lower
 * (`nice`, 0 to 19; before the child starts, since it would not reach threads that are there already).
 */
export async function probeIsolation(niceness = 10): Promise<Isolation> {
  const yielding = ["nice", "-n", String(niceness)];
  const limit = ["prlimit", "--core=0", "--fsize=67108864", "--nofile=256:256", "--"];
  const unshare = ["unshare", "--map-root-user", "--net", "--"];
  const limits = await works([...limit, "true"]);
  const alone = await works([...unshare, "true"]);
  const lowPriority = niceness > 0 && (await works([...yielding, "true"]));
  return {
    network: alone ? "none" : "patched",
    limits,
    lowPriority,
    prefix: [...(lowPriority ? yielding : []), ...(alone ? unshare : []), ...(limits ? limit : [])],
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
