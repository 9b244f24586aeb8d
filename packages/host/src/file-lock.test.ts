import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { withFileLock } from "./file-lock.mjs";

function aDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "parley-lock-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

test("the holders of a lock work one after the other, and leave nothing behind", async () => {
  const directory = aDirectory();
  let working = 0;
  const most: number[] = [];
  const work = async () => {
    most.push(++working);
    await nextTurn();
    working--;
  };
  await Promise.all([1, 2, 3].map(() => withFileLock(join(directory, "lock"), work)));
  expect(most).toEqual([1, 1, 1]);
  expect(readdirSync(directory)).toEqual([]);
});

test("the lock of a process that died is taken over", async () => {
  const lock = join(aDirectory(), "lock");
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(lock, String(pid));
  expect(await withFileLock(lock, () => "worked")).toBe("worked");
});
