import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import type { Names } from "@parley/contract/names";
import { callApi } from "./api.ts";
import { getNext } from "./direct-get.ts";
import { seqOf } from "./envelope.ts";
import type { Pages } from "./pages.ts";
import { neededFrom } from "./recovery.ts";

export type RetentionDeps = {
  nc: NatsConnection;
  names: Names;
  service: string;
  partitionCount: number;
  pages: Pages;
  /** Pages of the services that read this service's journal: their checkpoints say what they still need. */
  readers: readonly Pages[];
  /** One replica of the service purges, the others watch. */
  isMine: () => boolean;
  log: Log;
};

const everyMs = 10_000;

/** Purges what every partition and every reader has behind its durable checkpoint. Nothing is ever dropped for age or size. */
export function startRetention(deps: RetentionDeps): { stop(): void; run(): Promise<void> } {
  const { nc, names, service, pages, readers, partitionCount } = deps;
  const purged = new Map<string, number>();
  const purge = async (stream: string, neededFrom: number, filter?: string) => {
    if (neededFrom <= (purged.get(stream) ?? 1)) return;
    await callApi(
      nc,
      `STREAM.PURGE.${stream}`,
      filter === undefined ? { seq: neededFrom } : { filter, seq: neededFrom },
    );
    purged.set(stream, neededFrom);
  };
  /** Pending timers live in the inbox's stream and must stay; only then is the slow purge by subject needed. */
  const purgeInbox = async (neededFrom: number) => {
    const stream = names.inboxStream(service);
    const timer = await getNext(nc, stream, names.schedule(service, ">"), 1);
    await purge(stream, neededFrom, timer && timer.seq < neededFrom ? names.inbox(service, "*") : undefined);
  };
  const run = async () => {
    const own = await Promise.all(every(partitionCount, (partition) => pages.readCheckpoint(partition)));
    const needed = own.map((stored) => (stored ? neededFrom(stored.checkpoint) : { journal: 0, inbox: 0 }));
    await purgeInbox(Math.min(...needed.map(({ inbox }) => inbox)));
    const others = readers.flatMap((reader) =>
      every(partitionCount, (partition) => readerNeeds(reader, service, partition)),
    );
    const first = Math.min(...needed.map(({ journal }) => journal), ...(await Promise.all(others)));
    // The whole stream, not by subject: that drops blocks, a filter would remove message by message, a sync each (measured: seconds).
    await purge(names.journalStream(service), first);
  };
  const timer = setInterval(() => {
    if (!deps.isMine()) return;
    void run().catch((failure: unknown) => deps.log.debug({ error: String(failure) }, "retention will try again"));
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer), run };
}

function every<T>(count: number, ask: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => ask(index));
}

/** A reader that never made a checkpoint needs everything. */
async function readerNeeds(pages: Pages, source: string, partition: number): Promise<number> {
  const stored = await pages.readCheckpoint(partition);
  return stored ? seqOf(stored.checkpoint.offsets[source] ?? 0) : 0;
}
