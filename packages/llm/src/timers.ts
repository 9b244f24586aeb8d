/** Time as an argument. `after` runs something once, later; what it returns takes that back. */
export type Timers = { now: () => number; after: (ms: number, run: () => void) => () => void };

export const systemTimers: Timers = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
