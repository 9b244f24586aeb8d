import { readFile, rm } from "node:fs/promises";
import { type Frame, frameParts, frameReader } from "./frames.ts";
import { type ChildProgram, launchChild } from "./launch-child.ts";
import { makeOwnFolder } from "./own-folder.ts";

/**
 * How a job ended. `failed`: the child says so and lives on; with `timeout`, `memory`, `died` the child is gone.
 * `unavailable`: no child came to see the job, so nothing is known of it.
 */
export type JobEnding =
  | { kind: "done"; answer: unknown; bytes: Uint8Array }
  | { kind: "failed"; reason: string }
  | { kind: "timeout" | "memory" | "aborted" }
  | { kind: "died" | "unavailable"; reason: string };

/** `timeoutMs` is for the work alone: a child that is not ready yet has the time of its start beside. */
export type Job = { task: unknown; bytes: Uint8Array; timeoutMs: number };

export type ChildSettings = ChildProgram & {
  /** Resident memory above which the child is killed, bytes. */
  maxRssBytes: number;
  watchEveryMs: number;
  /** From the start of the process until it has loaded what it needs. */
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
  const folder = await makeOwnFolder("reader");
  const { process, input, output } = launchChild(settings, folder);
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
    const { rss, highest } = await memoryOf(process.pid);
    peak = Math.max(peak, highest);
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
      const unavailable = startFailure(await ready) ?? (alive ? undefined : unavailableBy("it ended between two jobs"));
      if (unavailable !== undefined) {
        kill(unavailable);
        return unavailable;
      }
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

/** Undefined for a child that is ready. */
function startFailure(started: JobEnding): JobEnding | undefined {
  switch (started.kind) {
    case "done":
      return undefined;
    case "aborted":
    case "unavailable":
      return started;
    case "timeout":
      return unavailableBy("it took too long to start");
    case "memory":
      return unavailableBy("it took too much memory to start");
    case "failed":
    case "died":
      return unavailableBy(`it did not start: ${started.reason}`);
  }
}

function unavailableBy(reason: string): JobEnding {
  return { kind: "unavailable", reason: `no reader: ${reason}` };
}

function endingOf({ header, bytes }: Frame): JobEnding {
  if (typeof header !== "object" || header === null) return { kind: "failed", reason: "no answer" };
  if ("failed" in header) return { kind: "failed", reason: String(header.failed).slice(0, 500) };
  return { kind: "done", answer: "answer" in header ? header.answer : undefined, bytes };
}

/** Resident memory now, and the most there was, bytes. */
async function memoryOf(pid: number | undefined): Promise<{ rss: number; highest: number }> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const bytesOf = (line: RegExp) => Number(line.exec(status)?.[1] ?? 0) * 1024;
    return { rss: bytesOf(/^VmRSS:\s+(\d+) kB/m), highest: bytesOf(/^VmHWM:\s+(\d+) kB/m) };
  } catch {
    // Gone, or a system without /proc: there the heap limit and the time are what bounds it.
    return { rss: 0, highest: 0 };
  }
}
