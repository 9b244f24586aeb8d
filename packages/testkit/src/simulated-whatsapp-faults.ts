import { z } from "zod";

export const faultKinds = [
  "401",
  "429",
  "130429",
  "131056",
  "5xx",
  "slow",
  "reset-after-accept",
  "reset-before-accept",
  "cut",
  "no-ranges",
  "wrong-range",
  "416",
] as const;

/** A fault of the send call, of uploads, or of downloads (the last four kinds only): for the next n calls, or for every nth until it is cleared. */
export const Fault = z.strictObject({
  kind: z.enum(faultKinds),
  /** `send` when absent. */
  on: z.enum(["send", "upload", "download"]).optional(),
  next: z.int().positive().optional(),
  every: z.int().positive().optional(),
  /** Of the answer's bytes, how many arrive before `cut` ends the connection; default 0. */
  afterBytes: z.int().nonnegative().optional(),
  /** How long `slow` takes (default 1 s) or what `Retry-After` says (default none). */
  delayMs: z.int().nonnegative().optional(),
});
export type Fault = z.infer<typeof Fault>;

export type Faults = ReturnType<typeof createFaults>;

type ActiveFault = { fault: Fault; left: number; seen: number };

/** The switches. `next` without a number means once; the fault switched on first wins. */
export function createFaults() {
  let active: ActiveFault[] = [];
  return {
    add: (fault: Fault) => {
      active.push({ fault, left: fault.every === undefined ? (fault.next ?? 1) : Number.POSITIVE_INFINITY, seen: 0 });
    },
    clear: () => {
      active = [];
    },
    list: () => active.map(({ fault }) => fault),
    /** The fault of this call, if any; counts down. */
    take: (call: "send" | "upload" | "download"): Fault | undefined => {
      const hits = active.filter((candidate) => {
        if ((candidate.fault.on ?? "send") !== call) return false;
        candidate.seen += 1;
        return candidate.fault.every === undefined || candidate.seen % candidate.fault.every === 0;
      });
      const [hit] = hits;
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) active = active.filter((candidate) => candidate !== hit);
      return hit.fault;
    },
  };
}
