/** Places for calls under way, and a short queue for them. */
export type CallSlots = {
  /** Resolves with what gives the place back, or `full` at once; `aborted` when the signal ends the wait. */
  enter: (signal: AbortSignal) => Promise<(() => void) | "full" | "aborted">;
};

export function createCallSlots({
  concurrent,
  waiting: mostWaiting,
}: {
  concurrent: number;
  waiting: number;
}): CallSlots {
  let used = 0;
  const waiting = new Set<() => void>();
  const leave = () => {
    const [next] = waiting;
    if (next === undefined) used--;
    else next();
  };
  const place = () => {
    let held = true;
    return () => {
      if (held) leave();
      held = false;
    };
  };
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve("aborted");
        if (used < concurrent) {
          used++;
          return resolve(place());
        }
        if (waiting.size >= mostWaiting) return resolve("full");
        const giveUp = () => {
          waiting.delete(goOn);
          resolve("aborted");
        };
        // The place passes from hand to hand: `used` stays.
        const goOn = () => {
          waiting.delete(goOn);
          signal.removeEventListener("abort", giveUp);
          resolve(place());
        };
        waiting.add(goOn);
        signal.addEventListener("abort", giveUp, { once: true });
      }),
  };
}
