import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import type { Names } from "@parley/contract/names";
import { callApi } from "./api.ts";
import { seqOf } from "./envelope.ts";
import type { Pages } from "./pages.ts";
import type { Partition } from "./partition.ts";

export type RetentionDeps = {
  nc: NatsConnection;
  names: Names;
  service: string;
  /** Pages of the services that read this service's journal: their checkpoints say what they still need. */
  readers: ReadonlyArray<{ pages: Pages }>;
  partitions: () => Iterable<Partition>;
  log: Log;
};

const everyMs = 10_000;

/** Purges what every reader has behind its durable checkpoint. Nothing is ever dropped for age or size. */
export function startRetention(deps: RetentionDeps): { stop(): void; run(): Promise<void> } {
  const purged = new Map<string, number>();
  const purge = async (stream: string, subject: string, neededFrom: number) => {
    if (neededFrom <= (purged.get(subject) ?? 1)) return;
    await callApi(deps.nc, `STREAM.PURGE.${stream}`, { filter: subject, seq: neededFrom });
    purged.set(subject, neededFrom);
  };
  const run = async () => {
    for (const partition of deps.partitions()) {
      const needed = partition.neededFrom;
      if (!needed) continue;
      const { names, service } = deps;
      await purge(names.inboxStream(service), names.inbox(service, partition.number), needed.inbox);
      const others = await Promise.all(
        deps.readers.map((reader) => readerNeeds(reader.pages, service, partition.number)),
      );
      await purge(
        names.journalStream(service),
        names.journal(service, partition.number),
        Math.min(needed.journal, ...others),
      );
    }
  };
  const timer = setInterval(() => {
    void run().catch((failure: unknown) => deps.log.debug({ error: String(failure) }, "retention will try again"));
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer), run };
}

/** A reader that never made a checkpoint needs everything. */
async function readerNeeds(pages: Pages, source: string, partition: number): Promise<number> {
  const stored = await pages.readCheckpoint(partition);
  return stored ? seqOf(stored.checkpoint.offsets[source] ?? 0) : 0;
}
