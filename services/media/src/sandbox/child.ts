import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Frame, frameParts, frameReader } from "./frames.ts";
import type { Isolation } from "./isolation.ts";

/** How a job ended. `failed`: the child says so and lives on; with `timeout`, `memory`, `died` the child is gone. */
export type JobEnding =
  | { kind: "done"; answer: unknown; bytes: Uint8Array }
  | { kind: "failed"; reason: string }
  | { kind: "timeout" | "memory" | "aborted" }
  | { kind: "died"; reason: string };

export type Job = { task: unknown; bytes: Uint8Array; timeoutMs: number };

export type ChildSettings = {
  /** The program; it must call `serveJobs`. */
  program: URL;
  isolation: Isolation;
  /** Resident memory above which the child is killed, bytes, and its heap, MB. */
  maxRssBytes: number;
  maxHeapMb: number;
  watchEveryMs: number;
  /** From the start of the process to its first sign of life. */
  startTimeoutMs: number;
};

const answerLimits = { header: 8_000_000, body: 32_000_000 };

/** A running child. One job at a time; `kill` ends the running job as `aborted`. */
export type Child = {
  run: (job: Job) => Promise<JobEnding>;
  kill: () => void;
  /** After any ending but `done` and `failed` there is no child any more. */
  alive: () => boolean;
  /** Resolves when the process is gone and its folder removed. */
  gone: Promise<void>;
  peakRssBytes: () => number;
};

/** Starts a child process: empty environment, own empty folder, no network where the system allows it. */
export async function startChild(settings: ChildSettings): Promise<Child> {
  const folder = await mkdtemp(join(tmpdir(), "parley-reader-"));
  const process = launch(settings, folder);
  let [alive, peak] = [true, 0];
  let settle: ((ending: JobEnding) => void) | undefined;
  const end = (ending: JobEnding) => {
    const ended = settle;
    settle = undefined;
    ended?.(ending);
  };
  const kill = (ending: JobEnding) => {
    alive = false;
    process.kill("SIGKILL");
    end(ending);
  };
  const watch = setInterval(async () => {
    const rss = await rssOf(process.pid);
    peak = Math.max(peak, rss);
    if (rss > settings.maxRssBytes) kill({ kind: "memory" });
  }, settings.watchEveryMs);
  watch.unref();
  const gone = new Promise<void>((resolve) => {
    const over = (reason: string) => {
      alive = false;
      clearInterval(watch);
      end({ kind: "died", reason });
      rm(folder, { recursive: true, force: true }).then(resolve, () => resolve());
    };
    process.once("error", (failure) => over(failure.message));
    process.once("exit", (code, signal) => over(`exit ${signal ?? code}`));
  });
  const received = (frame: Frame) => end(endingOf(frame));
  const { input, output } = pipesOf(process);
  output.on(
    "data",
    frameReader(answerLimits, received, (reason) => kill({ kind: "died", reason })),
  );
  // Writing to a child that was just killed fails; its exit says why.
  input.on("error", () => {});
  output.on("error", () => {});
  const wait = (timeoutMs: number) =>
    new Promise<JobEnding>((resolve) => {
      const timer = setTimeout(() => kill({ kind: "timeout" }), timeoutMs);
      settle = (ending) => {
        clearTimeout(timer);
        resolve(ending);
      };
    });
  const ready = wait(settings.startTimeoutMs);
  return {
    run: async ({ task, bytes, timeoutMs }) => {
      const started = await ready;
      if (started.kind !== "done") return started;
      if (!alive) return { kind: "died", reason: "between two jobs" };
      const answered = wait(timeoutMs);
      for (const part of frameParts({ header: task, bytes })) input.write(part);
      return answered;
    },
    kill: () => kill({ kind: "aborted" }),
    alive: () => alive,
    gone,
    peakRssBytes: () => peak,
  };
}

function launch({ program, isolation, maxHeapMb }: ChildSettings, folder: string): ChildProcess {
  const path = fileURLToPath(program);
  // Sources are TypeScript; in an image they are bundled.
  const typescript = path.endsWith(".ts")
    ? ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href]
    : [];
  const node = [process.execPath, `--max-old-space-size=${maxHeapMb}`, "--disable-proto=delete", ...typescript];
  const [command = "", ...argv] = [...isolation.prefix, ...node, path, String(process.pid)];
  return spawn(command, argv, {
    cwd: folder,
    env: { PATH: "/usr/bin:/bin", MALLOC_ARENA_MAX: "2", TMPDIR: folder, HOME: folder },
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
}

function pipesOf({ stdio }: ChildProcess): { input: Writable; output: Readable } {
  const [input, output] = [stdio[3], stdio[4]];
  if (input == null || output == null || !("write" in input) || !("read" in output)) throw new TypeError("no pipes");
  return { input, output };
}

function endingOf({ header, bytes }: Frame): JobEnding {
  if (typeof header !== "object" || header === null) return { kind: "failed", reason: "no answer" };
  if ("failed" in header) return { kind: "failed", reason: String(header.failed).slice(0, 500) };
  return { kind: "done", answer: "answer" in header ? header.answer : undefined, bytes };
}

async function rssOf(pid: number | undefined): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // Gone, or a system without /proc: there the heap limit and the time are what bounds it.
    return 0;
  }
}
