/**
 * A rate limit as plain state (GCRA): `paidUntilMs` is the time up to which sends already made have used the rate. A send is allowed
 * while that lies less than `burst` intervals ahead, so a burst borrows from the future and is paid back one interval at a time.
 */
export type RateBucket = { readonly intervalMs: number; readonly burst: number; readonly paidUntilMs: number };

export type Taken = {
  bucket: RateBucket;
  /** 0: send now. Otherwise nothing was taken: ask again after this long. */
  waitMs: number;
};

/** One business number. Meta: 80 messages/s, up to 1000 by its own raise. The burst is a twentieth of a second's worth. */
export function numberLane(perSecond = 80): RateBucket {
  return { intervalMs: 1000 / perSecond, burst: Math.max(1, Math.ceil(perSecond / 20)), paidUntilMs: 0 };
}

/** One contact. Meta: one message in 6 s, up to 45 at once borrowed ahead (20 at once are paid back in about two minutes). */
export function pairLane(): RateBucket {
  return { intervalMs: 6000, burst: 45, paidUntilMs: 0 };
}

export function take(bucket: RateBucket, nowMs: number): Taken {
  const paidUntilMs = Math.max(bucket.paidUntilMs, nowMs);
  const waitMs = paidUntilMs - nowMs - (bucket.burst - 1) * bucket.intervalMs;
  // Rounded up to whole ms, as timers are; the tolerance keeps float dust from costing one.
  if (waitMs > 1e-6) return { bucket, waitMs: Math.ceil(waitMs - 1e-6) };
  return { bucket: { ...bucket, paidUntilMs: paidUntilMs + bucket.intervalMs }, waitMs: 0 };
}

/** Meta said "too fast": nothing is allowed for `pauseMs`, then the rate starts without a burst. */
export function pause(bucket: RateBucket, nowMs: number, pauseMs: number): RateBucket {
  const paidUntilMs = nowMs + pauseMs + (bucket.burst - 1) * bucket.intervalMs;
  return { ...bucket, paidUntilMs: Math.max(bucket.paidUntilMs, paidUntilMs) };
}
