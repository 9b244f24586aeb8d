import { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { type Frame, frameParts, frameReader } from "./frames.ts";
import { removeNetwork } from "./remove-network.ts";

/** What a child does with a job; runs in the child. What it throws ends this job only. */
export type HandleJob = (task: unknown, bytes: Uint8Array) => Promise<{ answer: unknown; bytes?: Uint8Array }>;

const jobLimits = { header: 65_536, body: 110_000_000 };
const nothing = new Uint8Array();

/** Loads what the child's role needs; runs in the child, before the first job. A child that throws here never serves. */
export type PrepareChild = (role: string) => Promise<void>;

/** Serves the jobs of the parent one after the other over the pipes 3 and 4; ends with the parent. Runs in the child. */
export function serveJobs(handle: HandleJob, prepare: PrepareChild = async () => {}): void {
  dieWithParent(Number(process.argv[2]));
  const output = new Socket({ fd: 4, readable: false, writable: true });
  const write = (frame: Frame) => {
    for (const part of frameParts(frame)) output.write(part);
  };
  const answer = async (act: () => ReturnType<HandleJob>) => {
    try {
      const { answer, bytes: found = nothing } = await act();
      write({ header: { answer }, bytes: found });
    } catch (failure) {
      write({ header: { failed: failure instanceof Error ? failure.message : String(failure) }, bytes: nothing });
    }
  };
  const input = new Socket({ fd: 3, readable: true, writable: false });
  removeNetwork();
  input.on(
    "data",
    frameReader(
      jobLimits,
      ({ header, bytes }) => void answer(() => handle(header, bytes)),
      () => process.exit(1),
    ),
  );
  input.on("close", () => process.exit(0));
  // A library's stray promise must not look like the job's end; the time limit is what ends it then.
  process.on("unhandledRejection", () => {});
  void answer(async () => {
    await prepare(process.argv[3] ?? "");
    return { answer: "ready" };
  });
}

/** The end of the pipe is only seen between two steps of a job, so a thread looks after the parent meanwhile. */
function dieWithParent(parent: number): void {
  const program =
    'const { workerData } = require("node:worker_threads");' +
    'setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, "SIGKILL"); }, 500);';
  new Worker(program, { eval: true, workerData: parent, execArgv: [] }).unref();
}
