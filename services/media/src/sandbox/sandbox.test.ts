import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { probeIsolation } from "./isolation.ts";
import { openSandbox, type SandboxSettings } from "./sandbox.ts";

const isolation = await probeIsolation();
const nothing = new Uint8Array();

function aSandbox(changes: Partial<SandboxSettings> = {}) {
  return openSandbox({
    program: new URL("./noisy-child.fixture.ts", import.meta.url),
    isolation,
    ...{ maxRssBytes: 250_000_000, maxHeapMb: 128, watchEveryMs: 20, startTimeoutMs: 20_000 },
    ...{ children: 1, maxWaiting: 10, recycleAfter: 100, idleMs: 60_000 },
    ...changes,
  });
}

const sandbox = aSandbox();
const job = (task: string, timeoutMs = 20_000) => ({ task, bytes: nothing, timeoutMs });
afterAll(() => sandbox.stop());

describe("every ending has a type, and the pool goes on", () => {
  test("a job's answer comes with its bytes", async () => {
    const ending = await sandbox.run({ task: "count", bytes: new Uint8Array(5_000_000), timeoutMs: 20_000 });
    expect(ending).toMatchObject({ kind: "done", answer: 5_000_000 });
    expect(ending.kind === "done" && ending.bytes.byteLength).toBe(3);
  });
  test.each([
    ["throw", { kind: "failed", reason: "a broken file" }],
    ["exit", { kind: "died", reason: "exit 3" }],
    ["garbage", { kind: "died" }],
    ["memory", { kind: "memory" }],
  ])("a job that ends by %s", async (task, ending) => {
    expect(await sandbox.run(job(task))).toMatchObject(ending);
    expect(await sandbox.run(job("count"))).toMatchObject({ kind: "done" });
  });
  test("a job that never yields is killed when its time is over", async () => {
    expect(await sandbox.run(job("loop", 100))).toEqual({ kind: "timeout" });
  });
  test("a job that is given up is killed", async () => {
    const abort = new AbortController();
    const ending = sandbox.run(job("loop"), abort.signal);
    abort.abort();
    expect(await ending).toEqual({ kind: "aborted" });
  });
});

test("a child has no environment of ours, a folder of its own and no network", async () => {
  const ending = await sandbox.run(job("environment"));
  expect(ending).toMatchObject({
    answer: {
      env: expect.not.arrayContaining([expect.stringMatching(/^(USER|NODE_ENV|VITEST|WHATSAPP)/)]),
      cwd: expect.stringContaining("parley-reader-"),
    },
  });
  expect(await sandbox.run(job("network"))).toEqual({ kind: "failed", reason: "no network in the sandbox" });
});

test.runIf(isolation.lowPriority)("a child stands back for everything else, with all its threads", async () => {
  const ending = await sandbox.run(job("priority"));
  const lower = Math.min(19, getPriority() + 10);
  expect(ending).toMatchObject({ kind: "done", answer: expect.arrayContaining([lower]) });
  expect(new Set(ending.kind === "done" && Array.isArray(ending.answer) ? ending.answer : []).size).toBe(1);
});

test("jobs beyond the queue are refused, waiting ones end when the pool stops, and no child is left", async () => {
  const small = aSandbox({ maxWaiting: 1 });
  const first = await small.run(job("environment"));
  const endings = [small.run(job("loop")), small.run(job("count")), small.run(job("count"))];
  expect(await endings[2]).toEqual({ kind: "busy" });
  await small.stop();
  expect(await Promise.all(endings)).toMatchObject([{ kind: "aborted" }, { kind: "aborted" }, { kind: "busy" }]);
  const cwd = first.kind === "done" && JSON.stringify(first.answer).match(/"cwd":"([^"]+)"/)?.[1];
  expect(existsSync(String(cwd))).toBe(false);
  expect(small.children()).toBe(0);
  expect(await small.run(job("count"))).toEqual({ kind: "aborted" });
});

test("a child is replaced after its number of jobs", async () => {
  const short = aSandbox({ recycleAfter: 1 });
  const pids = [await short.run(job("environment")), await short.run(job("environment"))].map((ending) =>
    ending.kind === "done" ? JSON.stringify(ending.answer) : ending.kind,
  );
  expect(new Set(pids).size).toBe(2);
  await short.stop();
});

describe("the start of a child", () => {
  function aStarting(changes: Partial<SandboxSettings>) {
    const pool = aSandbox(changes);
    onTestFinished(() => pool.stop());
    return pool;
  }

  test("takes nothing of the time a file has", async () => {
    const pool = aStarting({ role: "loads 2000" });
    expect(await pool.run(job("count", 1_500))).toMatchObject({ kind: "done" });
  });
  test("that fails once is not the file's fault: a fresh child reads it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "parley-starts-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const pool = aStarting({ role: `dies-first ${join(folder, "once")}` });
    expect(await pool.run(job("count"))).toMatchObject({ kind: "done" });
  });
  test.each([
    ["hangs", { role: "hangs", startTimeoutMs: 100 }, "no reader: it took too long to start"],
    ["lacks a library", { role: "lacks sharp" }, "no reader: it did not start: no sharp"],
    ["dies", { role: "dies-first /nowhere/at/all" }, "no reader: it did not start: "],
    [
      "finds no program",
      { isolation: { ...isolation, prefix: ["/nowhere/node"] } },
      "no reader: it did not start: spawn /nowhere/node ENOENT",
    ],
  ])("that always %s ends each file typed, and leaves nothing", async (_, changes, reason) => {
    const pool = aStarting(changes);
    expect(await pool.run(job("count"))).toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining(reason),
    });
    await expect.poll(pool.children).toBe(0);
  });
});

test("a child that has nothing to do for a while ends, and the next file starts another", async () => {
  const pool = aSandbox({ idleMs: 10 });
  await pool.run(job("count"));
  await expect.poll(pool.children).toBe(0);
  expect(await pool.run(job("count"))).toMatchObject({ kind: "done" });
  await pool.stop();
});

test("a child that is killed while it is idle is replaced", async () => {
  const pool = aSandbox();
  const first = await pool.run(job("environment"));
  const pid = first.kind === "done" && /"pid":(\d+)/.exec(JSON.stringify(first.answer))?.[1];
  process.kill(Number(pid), "SIGKILL");
  await expect.poll(pool.children).toBe(0);
  expect(await pool.run(job("count"))).toMatchObject({ kind: "done" });
  await pool.stop();
});
