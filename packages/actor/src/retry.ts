import { CodedError, type ErrorCode, PermanentError, TransientError } from "@parley/contract/errors";

export type RetryPolicy = { maxAttempts: number; backoffMs: (attempt: number) => number };
export type Decision =
  | { kind: "dead-letter"; code: ErrorCode }
  | { kind: "retry"; afterMs: number }
  | { kind: "park"; code: ErrorCode };

/** Exponential from `firstMs` to `mostMs`, with jitter of ± 25 %. `random` in [0, 1). */
export function backoff(firstMs: number, mostMs: number, random: () => number = Math.random) {
  return (attempt: number) => Math.min(mostMs, firstMs * 2 ** (attempt - 1)) * (0.75 + random() / 2);
}

/** The only place that turns a failure into a decision. `attempt` counts from 1. */
export function decide(failure: unknown, attempt: number, policy: RetryPolicy): Decision {
  const code = failure instanceof CodedError ? failure.code : "handler.failed";
  if (failure instanceof PermanentError) return { kind: "dead-letter", code };
  if (attempt < policy.maxAttempts) {
    const asked = failure instanceof TransientError ? (failure.retryAfterMs ?? 0) : 0;
    return { kind: "retry", afterMs: Math.max(asked, policy.backoffMs(attempt)) };
  }
  return { kind: "park", code }; // unknown failures count as transient: losing a message is worse than waiting
}
