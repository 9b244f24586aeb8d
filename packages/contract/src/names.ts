import { partitionToken } from "./partition.ts";

/** The services that own partitions of actors. */
export const actorServices = ["session", "media", "intel", "stock", "resilience", "delivery"] as const;
export type ServiceName = (typeof actorServices)[number];

/** Named collections of values written behind the journal, each value under one subject, the newest wins. */
export type Collection = "timeline" | "messages" | "turn-index" | "dead-letters" | "gallery";

export type Names = ReturnType<typeof createNames>;

/** Every stream, subject and bucket of one installation. `prefix` is `PARLEY_PREFIX`. Services may be any token (benchmarks bring their own). */
export function createNames(prefix: string) {
  const upper = prefix.toUpperCase();
  return {
    prefix,
    inboxStream: (service: string) => `${upper}_INBOX_${service.toUpperCase()}`,
    /** One JetStream message = a batch of envelopes from one sender (a replica, or `timers`), for any partitions. */
    inbox: (service: string, sender: string) => `${prefix}.inbox.${service}.${sender}`,
    /** A pending timer, `<pp>.<key>.<name>`; lives in the inbox stream because its target must. */
    schedule: (service: string, timer: string) => `${prefix}.sched.${service}.${timer}`,
    journalStream: (service: string) => `${upper}_JOURNAL_${service.toUpperCase()}`,
    /** One JetStream message = one commit of one owner, for all partitions it has something to say of. */
    journal: (service: string, owner: string) => `${prefix}.journal.${service}.${owner}`,
    membersBucket: `${prefix}-members`,
    stateBucket: (service: string) => `${prefix}-${service}-state`,
    dedupeBucket: `${prefix}-dedupe`,
    aliasesBucket: `${prefix}-aliases`,
    mediaStore: `${prefix}-media`,
    /** Ids of files uploaded to WhatsApp: `<account>.<sha256>`, both of one token. */
    mediaIdsBucket: `${prefix}-media-ids`,
    /** One entry for each file of a turn, its key `pageKey` of the entry's id. */
    galleryBucket: `${prefix}-gallery`,
    timelineStream: `${upper}_TIMELINE`,
    deadLettersStream: `${upper}_DEAD_LETTERS`,
    auditStream: `${upper}_AUDIT`,
    /** One turn of a chat: `<chat>.<n>` is `id`. */
    timeline: (partition: number, chat: string, turn: number) =>
      `${prefix}.timeline.${partitionToken(partition)}.${chat}.${turn}`,
    /** One message to the customer that belongs to no turn, in the timeline's stream: `<chat>.<n>` is `id`. */
    outOfTurn: (partition: number, chat: string, n: number | "*") =>
      `${prefix}.timeline.${partitionToken(partition)}.${chat}.messages.${n}`,
    turnIndex: (messageIdHash: string) => `${prefix}.turn-index.${messageIdHash}`,
    deadLetter: (partition: number, chat: string, id: string) =>
      `${prefix}.dead-letters.${partitionToken(partition)}.${chat}.${id}`,
    /** Webhook elements that become no turn: unknown fields, unreadable elements. `kind` is one token. */
    audit: (kind: string) => `${prefix}.audit.${kind}`,
  };
}

/** An actor's page in its service's KV bucket; `~` is not allowed in KV keys, so a chat reads `<account>/<contact>`. */
export function pageKey(partition: number, key: string): string {
  return `${partitionToken(partition)}.${key.replace("~", "/")}`;
}

/** The partition's checkpoint in the same bucket. */
export function checkpointKey(partition: number): string {
  return partitionToken(partition);
}

/** Who owns the partition, in the same bucket. */
export function epochKey(partition: number): string {
  return `epoch.${partitionToken(partition)}`;
}

/** The subject behind a KV key. */
export function kvSubject(bucket: string, key: string): string {
  return `$KV.${bucket}.${key}`;
}

/** The stream behind a KV bucket. */
export function kvStream(bucket: string): string {
  return `KV_${bucket}`;
}
