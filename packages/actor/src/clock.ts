/** Time as an argument, so that tests decide what it is. */
export type Clock = { now: () => number };
export const systemClock: Clock = { now: Date.now };
