import { setTimeout as sleep } from "node:timers/promises";
import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import type { Names } from "@parley/contract/names";
import { decodeCommit, decodeRecords } from "@parley/jetstream/commit";
import { openReader } from "@parley/jetstream/reader";

export type Watch = {
  /** First commits of a partition of any service by another owner than the one before. */
  takeovers(): number;
  /**
   * Longest time from `sinceMs` until a partition of the last stage commits again, over all of its partitions; `stuck` are those that did
   * not within `withinMs`. Times are the server's.
   */
  untilProgress(sinceMs: number, withinMs: number): Promise<{ ms: number; stuck: number[] }>;
};

/** Follows the journals of all services: commits of the last one are progress. */
export async function watchJournals(
  nc: NatsConnection,
  names: Names,
  { services, last, partitions, log }: { services: readonly string[]; last: string; partitions: number; log: Log },
): Promise<Watch> {
  const owners = new Map<string, string>();
  let takeovers = 0;
  let commits: Array<{ partition: number; atMs: number }> = [];
  for (const service of services) {
    await openReader(nc, {
      stream: names.journalStream(service),
      filterSubjects: [`${names.prefix}.journal.${service}.*`],
      log,
      onMessage({ subject, data, timeMs }) {
        for (const { partition, records } of decodeCommit(data).parts) {
          if (decodeRecords(records).length === 0) continue;
          const place = `${service} ${partition}`;
          const before = owners.get(place);
          if (before !== undefined && before !== subject) takeovers++;
          owners.set(place, subject);
          if (service === last) commits.push({ partition, atMs: timeMs });
        }
      },
    });
  }
  return {
    takeovers: () => takeovers,
    async untilProgress(sinceMs, withinMs) {
      // What was on its way when the fault struck is no sign of life.
      const first = new Map<number, number>();
      for (;;) {
        for (const { partition, atMs } of commits) {
          if (atMs > sinceMs && !first.has(partition)) first.set(partition, atMs);
        }
        commits = [];
        const stuck = Array.from({ length: partitions }, (_, p) => p).filter((p) => !first.has(p));
        if (stuck.length === 0) return { ms: Math.max(...[...first.values()].map((atMs) => atMs - sinceMs)), stuck };
        if (Date.now() - sinceMs > withinMs) return { ms: withinMs, stuck };
        await sleep(20);
      }
    },
  };
}
