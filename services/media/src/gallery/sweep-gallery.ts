import { setImmediate } from "node:timers/promises";
import type { Log } from "@parley/actor/actor";
import { chooseExpired, type Retention } from "./choose-expired.ts";
import type { GalleryStore, KeptEntry } from "./gallery-store.ts";

/**
 * How long a file without an entry stays, ms: its turn is still being read, or tried again. Above the time a turn may take
 * in media, queue and retries included.
 */
export const graceMs = 600_000;

const atATime = 100;
const atOnce = 10_000;

export type Swept = { entries: number; files: number };

/** Removes what is too old or too much, and every file that no entry shows any more. */
export async function sweepGallery(gallery: GalleryStore, retention: Retention, now: number): Promise<Swept> {
  const entries: KeptEntry[] = [];
  await gallery.eachEntry((entry) => entries.push(entry));
  const expired = new Set(chooseExpired(entries, retention, now));
  await removeEntries(gallery, [...expired]);
  const shown = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    // 100,000 in one go would keep turns waiting.
    if (at % atOnce === 0) await setImmediate();
    if (entry.sha256 !== undefined && !expired.has(entry)) shown.add(entry.sha256);
  }
  const files = await gallery.removeFiles((sha256) => !shown.has(sha256), now - graceMs);
  return { entries: expired.size, files };
}

async function removeEntries(gallery: GalleryStore, expired: readonly KeptEntry[]): Promise<void> {
  for (let at = 0; at < expired.length; at += atATime) {
    await Promise.all(expired.slice(at, at + atATime).map(({ id }) => gallery.removeEntry(id)));
  }
}

export type SweepOptions = {
  gallery: GalleryStore;
  retention: Retention;
  everyMs: number;
  clock: { now: () => number };
  /** Whether this replica is the one that sweeps now. */
  isMine: () => boolean;
  log: Log;
};

/** Sweeps every `everyMs`, one sweep at a time. A sweep that fails is made up for by the next. */
export function startSweeping({ gallery, retention, everyMs, clock, isMine, log }: SweepOptions) {
  let running = Promise.resolve();
  let busy = false;
  const sweep = async () => {
    try {
      const swept = await sweepGallery(gallery, retention, clock.now());
      if (swept.entries + swept.files > 0) log.info(swept, "gallery swept");
    } catch (failure) {
      log.warn({ error: String(failure) }, "the gallery could not be swept, trying again later");
    }
    busy = false;
  };
  const timer = setInterval(() => {
    if (busy || !isMine()) return;
    busy = true;
    running = sweep();
  }, everyMs);
  timer.unref();
  return {
    /** Lets a sweep that runs come to its end. */
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
