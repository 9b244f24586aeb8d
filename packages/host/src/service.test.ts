import { EventEmitter } from "node:events";
import { createLogger } from "@parley/telemetry/logger";
import { expect, test, vi } from "vitest";
import { type Part, runService } from "./service.ts";

function aProcess() {
  const events = new EventEmitter();
  const exits: number[] = [];
  return {
    on: events.on.bind(events),
    off: events.off.bind(events),
    exit: (code: number) => void exits.push(code),
    events,
    exits,
  };
}

function aPart(name: string, diary: string[], behaviour: Partial<Awaited<ReturnType<Part["start"]>>> = {}): Part {
  return {
    name,
    async start() {
      diary.push(`start ${name}`);
      return { stop: async () => void diary.push(`stop ${name}`), ...behaviour };
    },
  };
}

const log = createLogger("test", { level: "silent" });

test("parts start in order and a signal stops them in reverse order, cleanly", async () => {
  const host = aProcess();
  const diary: string[] = [];
  const signal: Part = {
    name: "signal",
    async start() {
      setImmediate(() => host.events.emit("SIGTERM"));
      return { stop: async () => undefined };
    },
  };
  await runService({ name: "x", log, parts: [aPart("bus", diary), aPart("http", diary), signal], process: host });
  expect(diary).toEqual(["start bus", "start http", "stop http", "stop bus"]);
  expect(host.exits).toEqual([0]);
  expect(host.events.listenerCount("SIGTERM")).toBe(0);
});

test("a part that does not start is named once, and those before it are stopped", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const host = aProcess();
  const diary: string[] = [];
  const broken: Part = { name: "http", start: () => Promise.reject(new Error("port 80 is taken")) };
  await runService({ name: "gateway", log, parts: [aPart("bus", diary), broken, aPart("late", diary)], process: host });
  expect(diary).toEqual(["start bus", "stop bus"]);
  expect(host.exits).toEqual([1]);
  expect(said.mock.calls.flat().join()).toMatch(/^gateway: http did not start: .*port 80 is taken/);
  said.mockRestore();
});

test("a part that fails later ends the service with 1, after the others have stopped", async () => {
  const host = aProcess();
  const diary: string[] = [];
  const failed = Promise.reject(new Error("fenced"));
  await runService({ name: "x", log, parts: [aPart("bus", diary), aPart("actors", diary, { failed })], process: host });
  expect(diary).toEqual(["start bus", "start actors", "stop actors", "stop bus"]);
  expect(host.exits).toEqual([1]);
});

test("a part that does not stop in time does not keep the process", async () => {
  const host = aProcess();
  const failed = Promise.reject(new Error("over"));
  const stuck = aPart("stuck", [], { failed, stop: () => new Promise(() => undefined) });
  await runService({ name: "x", log, parts: [stuck], stopWithinMs: 20, process: host });
  expect(host.exits).toEqual([1]);
});

test("a second signal ends the process at once, but not the one that npm passes on", async () => {
  const host = aProcess();
  let nowMs = 0;
  const stuck: Part = {
    name: "stuck",
    async start() {
      setImmediate(() => {
        host.events.emit("SIGINT");
        nowMs += 5;
        host.events.emit("SIGINT");
      });
      const stop = async () => {
        expect(host.exits).toEqual([]);
        nowMs += 2_000;
        host.events.emit("SIGINT");
      };
      return { stop };
    },
  };
  await runService({ name: "x", log, parts: [stuck], process: host, now: () => nowMs });
  expect(host.exits[0]).toBe(1);
});
