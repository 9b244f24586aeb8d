import { readFileSync, readlinkSync } from "node:fs";
import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What works in folders of its own: children that read files, programs that listen to voice notes or read pictures. */
export type FolderUse = "reader" | "speech" | "ocr";

/** A process as its folders name it: its process table, its id there, and when it started (another one may get the id). */
type Owner = { table: string; pid: number; startedAt: string };

const folderName = /^parley-(?:reader|speech|ocr)-(?:(\d+)-(\d+)-(\d+)-)?[A-Za-z0-9]{6}$/;
// A child lives for 100 files at most, some hours: what is older has no owner, whoever that was.
const certainlyLeftMs = 86_400_000;

/** Makes an empty folder that says whose it is. The owner removes it; if it is killed, `sweepOwnFolders` of another start does. */
export function makeOwnFolder(use: FolderUse, parent = tmpdir()): Promise<string> {
  const { table, pid, startedAt } = self();
  return mkdtemp(join(parent, `parley-${use}-${table}-${pid}-${startedAt}-`));
}

/**
 * Removes the folders of owners that are gone. One in another process table (a container that shares the folder) cannot be
 * looked for: its folders go when they are a day old. Gives how many went; never throws.
 */
export async function sweepOwnFolders({
  parent = tmpdir(),
  nowMs,
}: {
  parent?: string;
  nowMs: number;
}): Promise<number> {
  const names = await readdir(parent).catch(() => []);
  let removed = 0;
  for (const name of names.filter((each) => folderName.test(each))) {
    const path = join(parent, name);
    try {
      if (!(await isLeft(path, name, nowMs))) continue;
      await rm(path, { recursive: true, force: true });
      removed += 1;
    } catch {
      // Somebody else's, or just removed by another service.
    }
  }
  return removed;
}

async function isLeft(path: string, name: string, nowMs: number): Promise<boolean> {
  const { uid, mtimeMs } = await lstat(path);
  if (uid !== (process.getuid?.() ?? uid)) return false;
  const [, table, pid, startedAt] = folderName.exec(name) ?? [];
  if (table === self().table && pid !== undefined) return !isAlive(Number(pid), startedAt ?? "");
  return nowMs - mtimeMs > certainlyLeftMs;
}

function self(): Owner {
  return { table: processTable(), pid: process.pid, startedAt: startOf(process.pid) ?? "0" };
}

/** 0 where there is only one. */
function processTable(): string {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? "0";
  } catch {
    return "0";
  }
}

function isAlive(pid: number, startedAt: string): boolean {
  const start = startOf(pid);
  if (start !== undefined) return start === startedAt;
  try {
    return process.kill(pid, 0);
  } catch (failure) {
    // Another user's process is one, too.
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
}

/** When a process started, in ticks since the machine did; undefined where nobody says, or when it is gone. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name before the fields may hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
