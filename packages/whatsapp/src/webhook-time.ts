import { numberOf } from "./json.ts";

// Year 5138: more is milliseconds by mistake, and far more is no date at all.
const latestSecond = 1e11;

/** Unix ms of Meta's whole seconds, which come as text or as a number. Undefined for anything else. */
export function timeOf(seconds: unknown): number | undefined {
  const value = numberOf(seconds);
  return value === undefined || value < 0 || value >= latestSecond ? undefined : Math.round(value * 1000);
}
