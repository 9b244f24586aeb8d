import type { Timers } from "./timers.ts";

/** The time one call has, whatever it does in it. */
export type Deadline = {
  /** Aborted when the time is over or the caller gives up. */
  signal: AbortSignal;
  ended: () => "timeout" | "aborted" | undefined;
  /** Resolves after `ms` with true; with false at once when that would be too late, or as soon as the call ends. */
  wait: (ms: number) => Promise<boolean>;
  close: () => void;
};

// Not AbortSignal.any and AbortSignal.timeout: on Node 20 the former keeps what it combined for as long as the caller's signal lives,
// and tests could not say when the latter is due.
export function openDeadline(
  timers: Timers,
  { timeoutMs, signal: outer }: { timeoutMs: number; signal?: AbortSignal | undefined },
): Deadline {
  const controller = new AbortController();
  const endsAtMs = timers.now() + timeoutMs;
  let ended: "timeout" | "aborted" | undefined;
  const end = (how: "timeout" | "aborted") => {
    ended ??= how;
    controller.abort();
  };
  const onAbort = () => end("aborted");
  const cancel = timers.after(timeoutMs, () => end("timeout"));
  if (outer?.aborted) onAbort();
  else outer?.addEventListener("abort", onAbort);
  return {
    signal: controller.signal,
    ended: () => ended,
    wait: (ms) =>
      new Promise((resolve) => {
        if (ended !== undefined || timers.now() + ms >= endsAtMs) return resolve(false);
        const giveUp = () => {
          cancelWait();
          resolve(false);
        };
        const cancelWait = timers.after(ms, () => {
          controller.signal.removeEventListener("abort", giveUp);
          resolve(true);
        });
        controller.signal.addEventListener("abort", giveUp, { once: true });
      }),
    close: () => {
      cancel();
      outer?.removeEventListener("abort", onAbort);
    },
  };
}
