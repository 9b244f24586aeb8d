import { type Child, type ChildSettings, type Job, type JobEnding, startChild } from "./child.ts";

export type SandboxSettings = ChildSettings & {
  children: number;
  /** Jobs that may wait for a child; one more ends as `busy`. */
  maxWaiting: number;
  /** A child is replaced after that many jobs: parsers leak. */
  recycleAfter: number;
  /** A child without work for this long is ended, ms. */
  idleMs: number;
};

export type SandboxEnding = JobEnding | { kind: "busy" };

/** A pool of killable child processes. No job ever throws; each has one typed ending. */
export type Sandbox = {
  run: (job: Job, signal?: AbortSignal) => Promise<SandboxEnding>;
  /** Ends running jobs as `aborted` and waits until every child is gone. */
  stop: () => Promise<void>;
  /** Highest resident memory any child has had, bytes. */
  peakRssBytes: () => number;
  /** Living children. */
  children: () => number;
};

type Slot = { child: Child; jobs: number; idle?: NodeJS.Timeout };
type Waiting = { start: () => void; refuse: () => void };

/** Opens a pool; children start with the first jobs. */
export function openSandbox(settings: SandboxSettings): Sandbox {
  const free: Slot[] = [];
  const slots = new Set<Slot>();
  const waiting: Waiting[] = [];
  let [busy, stopped, peak] = [0, false, 0];

  const drop = (slot: Slot) => {
    clearTimeout(slot.idle);
    slot.child.kill();
  };
  const open = async (): Promise<Slot> => {
    const known = free.pop();
    clearTimeout(known?.idle);
    if (known?.child.alive()) return known;
    const slot: Slot = { child: await startChild(settings), jobs: 0 };
    slots.add(slot);
    void slot.child.gone.then(() => slots.delete(slot));
    if (stopped) drop(slot);
    return slot;
  };
  const release = async (slot: Slot) => {
    peak = Math.max(peak, slot.child.peakRssBytes());
    if (stopped || slot.jobs >= settings.recycleAfter || !slot.child.alive()) {
      drop(slot);
      // Two generations at a time would be twice the memory.
      return slot.child.gone;
    }
    slot.idle = setTimeout(() => drop(slot), settings.idleMs).unref();
    free.push(slot);
  };
  const runOnce = async (job: Job, signal: AbortSignal | undefined): Promise<JobEnding> => {
    const slot = await open();
    const abort = () => slot.child.kill();
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    slot.jobs += 1;
    const ending = await slot.child.run(job);
    signal?.removeEventListener("abort", abort);
    await release(slot);
    const gone = ending.kind === "died" || ending.kind === "unavailable";
    return signal?.aborted && gone ? { kind: "aborted" } : ending;
  };
  const runOrUnavailable = async (job: Job, signal: AbortSignal | undefined): Promise<JobEnding> => {
    try {
      return await runOnce(job, signal);
    } catch (failure) {
      return { kind: "unavailable", reason: failure instanceof Error ? failure.message : String(failure) };
    }
  };
  const runIn = async (job: Job, signal: AbortSignal | undefined): Promise<JobEnding> => {
    const ending = await runOrUnavailable(job, signal);
    // A child that is slow to start, or ended while it was idle, is not the file's fault: a fresh one gets it.
    return ending.kind === "unavailable" && !stopped ? runOrUnavailable(job, signal) : ending;
  };
  const turn = (signal: AbortSignal | undefined) =>
    new Promise<"go" | "busy" | "aborted">((resolve) => {
      if (waiting.length >= settings.maxWaiting) return resolve("busy");
      const place = { start: () => resolve("go"), refuse: () => resolve("aborted") };
      waiting.push(place);
      signal?.addEventListener("abort", () => {
        const at = waiting.indexOf(place);
        if (at >= 0) waiting.splice(at, 1);
        resolve("aborted");
      });
    });

  return {
    run: async (job, signal) => {
      if (stopped || signal?.aborted) return { kind: "aborted" };
      const atOnce = busy < settings.children;
      if (atOnce) busy += 1;
      const may = atOnce ? "go" : await turn(signal);
      if (may !== "go") return { kind: may };
      try {
        return await runIn(job, signal);
      } finally {
        // The place goes to the next in line without ever being free.
        const next = waiting.shift();
        if (next === undefined) busy -= 1;
        else next.start();
      }
    },
    stop: async () => {
      stopped = true;
      for (const { refuse } of waiting.splice(0)) refuse();
      for (const slot of slots) drop(slot);
      await Promise.all([...slots].map(({ child }) => child.gone));
    },
    peakRssBytes: () => peak,
    children: () => slots.size,
  };
}
