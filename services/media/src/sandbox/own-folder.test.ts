import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeOwnFolder, sweepOwnFolders } from "./own-folder.ts";

const nowMs = Date.now();

function aParent(): string {
  const parent = mkdtempSync(join(tmpdir(), "parley-folders-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return parent;
}

/** A folder like ours whose owner has this process id instead. */
async function aFolderOf(pid: number, parent: string): Promise<string> {
  const mine = await makeOwnFolder("reader", parent);
  const theirs = join(parent, basename(mine).replace(`-${process.pid}-`, `-${pid}-`));
  renameSync(mine, theirs);
  return theirs;
}

function aged(path: string, hours: number): string {
  const then = (nowMs - hours * 3_600_000) / 1_000;
  utimesSync(path, then, then);
  return path;
}

test("what a killed service has left is removed at the next start, with all that is in it", async () => {
  const parent = aParent();
  const program = spawn(process.execPath, ["-e", ""]);
  await once(program, "exit");
  const left = await aFolderOf(program.pid ?? 0, parent);
  writeFileSync(join(left, "spa.traineddata.gz"), "some data");
  expect(await sweepOwnFolders({ parent, nowMs })).toBe(1);
  expect(existsSync(left)).toBe(false);
});

test("the folders of a service that runs stay, however old they are", async () => {
  const parent = aParent();
  const mine = [await makeOwnFolder("reader", parent), await makeOwnFolder("speech", parent)];
  for (const path of mine) aged(path, 1_000);
  expect(await sweepOwnFolders({ parent, nowMs })).toBe(0);
  expect(mine.map(existsSync)).toEqual([true, true]);
});

test.runIf(existsSync("/proc/self/stat"))(
  "a process that got the id of the owner does not keep its folder",
  async () => {
    const parent = aParent();
    const other = await aFolderOf(process.ppid, parent);
    expect(await sweepOwnFolders({ parent, nowMs })).toBe(1);
    expect(existsSync(other)).toBe(false);
  },
);

test.each([
  ["parley-reader-1-17-99-abcDEF", "of another process table"],
  ["parley-reader-abcDEF", "of a version that named no owner"],
])("a folder like %s, %s, goes after a day only", async (name) => {
  const parent = aParent();
  const path = join(parent, name);
  mkdirSync(path);
  expect(await sweepOwnFolders({ parent, nowMs })).toBe(0);
  aged(path, 25);
  expect(await sweepOwnFolders({ parent, nowMs })).toBe(1);
  expect(existsSync(path)).toBe(false);
});

test("nothing else is touched, and a place that is not there is no failure", async () => {
  const parent = aParent();
  for (const name of ["parley-nats-abcDEF", "parley-reader-notes", "reader"]) mkdirSync(join(parent, name));
  expect(await sweepOwnFolders({ parent, nowMs: nowMs + 1e9 })).toBe(0);
  expect(await sweepOwnFolders({ parent: join(parent, "nowhere"), nowMs })).toBe(0);
});
