import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import { escapeToken } from "@parley/contract/ids";
import { createNames, kvStream, type Names } from "@parley/contract/names";
import type { Metrics } from "@parley/telemetry/metrics";
import { createInboxPublisher, type InboxPublisher } from "./inbox-publisher.ts";
import { createKeyedWriter } from "./keyed-writer.ts";
import { LocalFeed } from "./local-feed.ts";
import { Pace } from "./pace.ts";
import { createPublisher, type Publisher } from "./publisher.ts";
import { createStoreWriter, type StoreWriter } from "./store-writer.ts";

/** What all services of one process share: a connection and the ways to store through it. */
export type Runtime = {
  nc: NatsConnection;
  names: Names;
  partitions: number;
  /** This process among the replicas: another one after every start. */
  replica: string;
  publisher: Publisher;
  inboxes: InboxPublisher;
  stores: StoreWriter;
  /** Commits from one service to another within this process. */
  feed: LocalFeed;
  /** How busy this process is. */
  pace: Pace;
  log: Log;
  metrics: Metrics;
};

export type RuntimeOptions = {
  nc: NatsConnection;
  prefix: string;
  partitions: number;
  log: Log;
  metrics: Metrics;
  replica?: string;
};

export function createRuntime({ nc, prefix, partitions, log, metrics, replica }: RuntimeOptions): Runtime {
  const names = createNames(prefix);
  const publisher = createPublisher(nc);
  const self = replica ?? `${escapeToken(hostname()).slice(0, 40)}-${process.pid}-${randomBytes(3).toString("hex")}`;
  const timeline = createKeyedWriter(nc, publisher, names.timelineStream);
  return {
    nc,
    names,
    partitions,
    replica: self,
    publisher,
    inboxes: createInboxPublisher(publisher, names, self),
    stores: createStoreWriter({
      nc,
      names,
      partitions,
      writers: {
        timeline,
        messages: timeline,
        "turn-index": timeline,
        "dead-letters": createKeyedWriter(nc, publisher, names.deadLettersStream),
        gallery: createKeyedWriter(nc, publisher, kvStream(names.galleryBucket)),
      },
    }),
    feed: new LocalFeed(),
    pace: new Pace(),
    log,
    metrics,
  };
}
