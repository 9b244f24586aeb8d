import type { NatsConnection } from "@nats-io/transport-node";
import { CodedError } from "@parley/contract/errors";
import { kvStream, type Names } from "@parley/contract/names";
import { callApi } from "./api.ts";
import { JetStreamError } from "./publisher.ts";

export type TopologyOptions = {
  names: Names;
  /** Services with actors: each gets an inbox, a journal and a bucket of pages. */
  services: readonly string[];
  partitions: number;
  /** Copies of every stream: 1 on a single server, 3 in a cluster. */
  replicas?: number;
};

type StreamConfig = Record<string, unknown> & { name: string; metadata?: Record<string, string> };
const nanos = (ms: number) => ms * 1_000_000;
const partitionsKey = "parley.partitions";
const nameInUse = 10058;
const notFound = 10059;

/**
 * Creates what is missing and updates what differs; never recreates over data. Throws `CodedError("config.invalid")` when the installation
 * was made with another number of partitions: keys would land in other partitions than their journals.
 */
export async function ensureTopology(nc: NatsConnection, options: TopologyOptions): Promise<void> {
  for (const config of streamConfigs(options)) await ensureStream(nc, config, options.partitions);
}

async function ensureStream(nc: NatsConnection, config: StreamConfig, partitions: number): Promise<void> {
  const existing = await callApi<{ config: StreamConfig }>(nc, `STREAM.INFO.${config.name}`).catch(
    (failure: unknown) => {
      if (failure instanceof JetStreamError && failure.apiCode === notFound) return undefined;
      throw failure;
    },
  );
  if (!existing) {
    await callApi(nc, `STREAM.CREATE.${config.name}`, config).catch((failure: unknown) => {
      // Another replica may have been first.
      if (!(failure instanceof JetStreamError && failure.apiCode === nameInUse)) throw failure;
    });
    return;
  }
  const fixed = existing.config.metadata?.[partitionsKey];
  if (config.metadata?.[partitionsKey] && fixed && fixed !== String(partitions)) {
    throw new CodedError(
      "config.invalid",
      `PARLEY_PARTITIONS is ${partitions}, but this installation was made with ${fixed} and keeps it for life: set PARLEY_PARTITIONS=${fixed}, or use another PARLEY_PREFIX or data directory`,
    );
  }
  const merged = { ...existing.config, ...config, metadata: { ...existing.config.metadata, ...config.metadata } };
  const same = Object.entries(config).every(
    ([key, value]) => key === "metadata" || JSON.stringify(existing.config[key]) === JSON.stringify(value),
  );
  if (!same) await callApi(nc, `STREAM.UPDATE.${config.name}`, merged);
}

function streamConfigs({ names, services, partitions, replicas = 1 }: TopologyOptions): StreamConfig[] {
  const base = { retention: "limits", storage: "file", num_replicas: replicas, allow_direct: true };
  const log = { ...base, discard: "new", metadata: { [partitionsKey]: String(partitions) } };
  const streams: StreamConfig[] = [];
  for (const service of services) {
    streams.push(
      {
        ...log,
        name: names.inboxStream(service),
        subjects: [`${names.prefix}.inbox.${service}.*`, `${names.prefix}.sched.${service}.>`],
        // A stream with schedules refuses `discard: new`. Without limits nothing is discarded: a full disk still refuses the publish.
        discard: "old",
        allow_msg_schedules: true,
        allow_rollup_hdrs: true,
        allow_msg_ttl: true,
      },
      { ...log, name: names.journalStream(service), subjects: [`${names.prefix}.journal.${service}.*`] },
      // A page of a forgotten chat goes by itself.
      { ...bucket(base, names.stateBucket(service)), allow_msg_ttl: true },
    );
  }
  streams.push(
    {
      ...base,
      name: names.timelineStream,
      discard: "new",
      subjects: [`${names.prefix}.timeline.>`, `${names.prefix}.turn-index.*`],
      max_msgs_per_subject: 1,
      allow_atomic: true,
      allow_msg_ttl: true,
    },
    {
      ...base,
      name: names.deadLettersStream,
      discard: "new",
      subjects: [`${names.prefix}.dead-letters.>`],
      max_msgs_per_subject: 1,
      allow_msg_ttl: true,
    },
    // What became no turn (template and account updates, unreadable elements): kept for a month, the oldest go first.
    {
      ...base,
      name: names.auditStream,
      discard: "old",
      subjects: [`${names.prefix}.audit.>`],
      max_age: nanos(31 * 86_400_000),
      max_bytes: 1_000_000_000,
    },
    // Heartbeats, gone after two seconds; in a file all the same: a server that restarts forgets streams in memory, not only their messages.
    {
      ...bucket(base, names.membersBucket),
      allow_msg_ttl: true,
      subject_delete_marker_ttl: nanos(2_000),
    },
    { ...bucket(base, names.dedupeBucket), allow_msg_ttl: true, max_age: nanos(8 * 86_400_000) },
    bucket(base, names.aliasesBucket),
    // The mark of a deleted entry goes by itself.
    { ...bucket(base, names.galleryBucket), allow_msg_ttl: true },
    objectStore(base, names.mediaStore),
    // WhatsApp forgets an uploaded file after 30 days.
    { ...bucket(base, names.mediaIdsBucket), max_age: nanos(29 * 86_400_000) },
  );
  return streams;
}

/** The same shape the object store clients create. */
function objectStore(base: object, name: string): StreamConfig {
  return {
    ...base,
    name: `OBJ_${name}`,
    subjects: [`$O.${name}.C.>`, `$O.${name}.M.>`],
    discard: "new",
    allow_rollup_hdrs: true,
  };
}

/** The same shape the KV clients create, so that `nats kv` reads it. */
function bucket(base: object, name: string): StreamConfig {
  return {
    ...base,
    name: kvStream(name),
    subjects: [`$KV.${name}.>`],
    max_msgs_per_subject: 1,
    discard: "new",
    deny_delete: true,
    allow_rollup_hdrs: true,
    allow_atomic: true,
  };
}
