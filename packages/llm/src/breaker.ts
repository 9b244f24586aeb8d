export const breakerStates = ["closed", "half-open", "open"] as const;
export type BreakerState = (typeof breakerStates)[number];

export type BreakerSettings = {
  /** So many failures within `windowMs` open it. */
  failures: number;
  windowMs: number;
  /** How long it stays open before one call is let through to try. */
  openMs: number;
};

/** One call's leave to go on; it is ended once, by one of these. */
export type Pass = {
  succeed: () => void;
  fail: () => void;
  /** It says nothing about the dependency's health. */
  release: () => void;
};

export type Breaker = { enter: () => Pass | undefined; state: () => BreakerState };

export type BreakerOptions = BreakerSettings & { now: () => number; onState: (state: BreakerState) => void };

/** Keeps calls away from a dependency that fails: of this process only. `onState` hears every change. */
export function createBreaker({ failures, windowMs, openMs, now, onState }: BreakerOptions): Breaker {
  let state: BreakerState = "closed";
  let openedAtMs = 0;
  let probing = false;
  /** Endings of calls that began under an earlier state no longer count. */
  let epoch = 0;
  let failedAtMs: number[] = [];
  const become = (next: BreakerState) => {
    state = next;
    epoch++;
    probing = false;
    failedAtMs = [];
    if (next === "open") openedAtMs = now();
    onState(next);
  };
  const fail = () => {
    if (state === "half-open") return become("open");
    const at = now();
    failedAtMs = [...failedAtMs.filter((earlier) => at - earlier < windowMs), at];
    if (failedAtMs.length >= failures) become("open");
  };
  const pass = (): Pass => {
    const begun = epoch;
    let over = false;
    const once = (what: () => void) => () => {
      if (over || begun !== epoch) return;
      over = true;
      what();
    };
    return {
      succeed: once(() => {
        if (state === "half-open") become("closed");
      }),
      fail: once(fail),
      release: once(() => {
        probing = false;
      }),
    };
  };
  return {
    state: () => state,
    enter: () => {
      if (state === "open" && now() - openedAtMs >= openMs) become("half-open");
      if (state === "open" || (state === "half-open" && probing)) return undefined;
      if (state === "half-open") probing = true;
      return pass();
    },
  };
}
