import type { KeptEntry } from "./gallery-store.ts";

/** 0: without end. */
export type Retention = { keepMs: number; keepBytes: number };

/**
 * The entries that go: those older than `keepMs`, then the oldest until the files of the rest fit into `keepBytes`. A file
 * that several entries show counts once, with its newest entry.
 */
export function chooseExpired(
  entries: readonly KeptEntry[],
  { keepMs, keepBytes }: Retention,
  now: number,
): KeptEntry[] {
  const oldestMs = keepMs === 0 ? Number.NEGATIVE_INFINITY : now - keepMs;
  const young = entries.filter(({ sentAtMs }) => sentAtMs >= oldestMs).sort((a, b) => b.sentAtMs - a.sentAtMs);
  const expired = entries.filter(({ sentAtMs }) => sentAtMs < oldestMs);
  if (keepBytes === 0) return expired;
  const counted = new Set<string>();
  let total = 0;
  let full = false;
  for (const entry of young) {
    const { sha256, bytes } = entry;
    if (sha256 === undefined || counted.has(sha256)) continue;
    total += bytes;
    full ||= total > keepBytes;
    if (full) expired.push(entry);
    else counted.add(sha256);
  }
  return expired;
}
