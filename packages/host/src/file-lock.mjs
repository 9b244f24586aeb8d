// Plain JavaScript without dependencies: the installer needs it before anything is installed.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process of this machine holds the lock file at `path`. A holder that died loses it.
 * @template T
 * @param {string} path
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFileLock(path, work) {
  const own = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!take(own, path)) await sleep(50);
    try {
      return await work();
    } finally {
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}

// link() creates the lock together with its content, so nobody ever reads a lock without a holder.
/** @param {string} own @param {string} path */
function take(own, path) {
  try {
    linkSync(own, path);
    return true;
  } catch (failure) {
    if (codeOf(failure) !== "EEXIST") throw failure;
    const holder = readHolder(path);
    if (holder !== undefined && !isAlive(holder)) removeLockOf(holder, own, path);
    return false;
  }
}

// Renames before it removes: of two processes that find the same dead holder, the slower one must not remove the
// lock the faster one has taken since.
/** @param {number} holder @param {string} own @param {string} path */
function removeLockOf(holder, own, path) {
  const aside = `${own}.aside`;
  try {
    renameSync(path, aside);
    if (readHolder(aside) !== holder) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch (failure) {
    if (codeOf(failure) !== "ENOENT") throw failure;
  }
}

/** @param {string} path */
function readHolder(path) {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch (failure) {
    if (codeOf(failure) === "ENOENT") return undefined;
    throw failure;
  }
}

/**
 * Whether a process of this machine runs under that id.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (failure) {
    return codeOf(failure) === "EPERM";
  }
}

// In a container without an init process an orphan stays listed after its end.
/** @param {number} pid */
function isZombie(pid) {
  if (process.platform !== "linux") return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** @param {unknown} failure */
function codeOf(failure) {
  return failure instanceof Error && "code" in failure ? failure.code : undefined;
}
