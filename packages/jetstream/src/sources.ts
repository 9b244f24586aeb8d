import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import { partitionOf } from "@parley/contract/partition";
import { decodeCommit, readSection } from "./commit.ts";
import { decodeBatch, type Envelope } from "./envelope.ts";
import type { FedCommit, LocalFeed } from "./local-feed.ts";
import type { Partition, Positioned } from "./partition.ts";
import { openReader, type Reader, type ReadMessage } from "./reader.ts";

export type SourceDeps = {
  nc: NatsConnection;
  name: string;
  stream: string;
  /** All senders, all owners: each message has something for any of the partitions. */
  subject: string;
  partitionCount: number;
  /** The service that reads, and the commits it may get without the server. */
  service: string;
  feed: LocalFeed;
  log: Log;
};

/** A reader and the partitions it reads for, by number. */
type Lane = { partitions: Map<number, Partition>; reader: Reader };

// A partition that stays full this long gets a reader of its own: a slow chat must not hold the other partitions.
const patienceMs = 200;

/**
 * One ordered reader for all partitions this replica owns of one source. When the set changes it is replaced by one that starts at the
 * lowest sequence any of them needs; what a partition has already is passed over.
 */
export class Source {
  readonly #deps: SourceDeps;
  #partitions: readonly Partition[] = [];
  #lanes: Lane[] = [];
  #changing: Promise<void> = Promise.resolve();
  /** Partitions whose commits come from within the process, without a gap. */
  readonly #fed = new Set<Partition>();
  readonly #unsubscribe: () => void;

  constructor(deps: SourceDeps) {
    this.#deps = deps;
    this.#unsubscribe = deps.feed.subscribe(deps.name, {
      service: deps.service,
      offer: (commit) => this.#offer(commit),
      ended: (number) => this.#starve(this.#partitions.find((partition) => partition.number === number)),
    });
  }

  /** Reads for exactly these partitions from now on. Rejects when NATS is away: to be asked again. */
  serve(partitions: Iterable<Partition>): Promise<void> {
    const wanted = [...partitions];
    this.#changing = this.#changing.catch(() => undefined).then(() => this.#change(wanted));
    return this.#changing;
  }

  /** A partition has room again. */
  roomAgain(): void {
    if (this.#allFed) return;
    for (const lane of this.#lanes) if (!hasFull(lane)) lane.reader.resume();
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    await this.serve([]);
  }

  get #allFed(): boolean {
    return this.#fed.size > 0 && this.#fed.size === this.#partitions.length;
  }

  /** The server is asked for nothing as long as every partition is fed. */
  #offer(commit: FedCommit): void {
    for (const partition of this.#partitions) {
      const envelopes = commit.envelopes.get(partition.number);
      if (!envelopes) continue;
      if (!partition.ingestFed(this.#deps.name, commit, envelopes)) this.#starve(partition);
      else if (!this.#fed.has(partition)) {
        this.#fed.add(partition);
        if (this.#allFed) for (const { reader } of this.#lanes) reader.pause();
      }
    }
  }

  /** A gap: read on from the journal, from what the partitions have. */
  #starve(partition: Partition | undefined): void {
    const wasQuiet = this.#allFed;
    if (!partition || !this.#fed.delete(partition) || !wasQuiet) return;
    this.#changing = this.#changing.catch(() => undefined).then(() => this.#openAgain());
  }

  async #change(wanted: readonly Partition[]): Promise<void> {
    const same =
      wanted.length === this.#partitions.length && wanted.every((partition) => this.#partitions.includes(partition));
    if (same && (this.#lanes.length > 0 || wanted.length === 0)) return;
    await this.#close();
    this.#partitions = wanted;
    this.#fed.clear();
    if (wanted.length > 0) await this.#open(wanted);
  }

  async #openAgain(): Promise<void> {
    while (!this.#deps.nc.isClosed() && this.#partitions.length > 0) {
      try {
        await this.#close();
        await this.#open(this.#partitions);
        return;
      } catch (failure) {
        this.#deps.log.warn({ error: String(failure) }, "a source could not be read on, trying again");
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  async #close(): Promise<void> {
    const lanes = this.#lanes;
    this.#lanes = [];
    await Promise.all(lanes.map((lane) => lane.reader.stop()));
  }

  async #open(partitions: readonly Partition[]): Promise<void> {
    const { nc, name, stream, subject, log } = this.#deps;
    const lane: Lane = { partitions: new Map(partitions.map((each) => [each.number, each])), reader: noReader };
    lane.reader = await openReader(nc, {
      stream,
      filterSubjects: [subject],
      startSeq: Math.min(...partitions.map((partition) => partition.nextSeq(name))),
      log,
      onMessage: (message) => this.#read(lane, message),
    });
    this.#lanes.push(lane);
    if (hasFull(lane)) lane.reader.pause();
  }

  #read(lane: Lane, message: ReadMessage): void {
    const { storedAtMs, found } = this.#sort(message);
    const at = { seq: message.seq, storedAtMs, timeMs: message.timeMs };
    for (const [number, partition] of lane.partitions) {
      partition.ingest(this.#deps.name, at, found.get(number) ?? nothing);
      if (partition.full) this.#hold(lane, partition);
    }
  }

  /** What a message has for each partition. One that cannot be read is passed over, loudly: our own programs wrote it. */
  #sort(message: ReadMessage): { storedAtMs: number; found: Map<number, Positioned[]> } {
    const found = new Map<number, Positioned[]>();
    const put = (number: number, index: number, envelope: Envelope | undefined) => {
      if (!envelope)
        this.#deps.log.error(
          { source: this.#deps.name, seq: message.seq, index },
          "an envelope could not be read and is passed over",
        );
      else {
        const list = found.get(number);
        if (list) list.push({ index, envelope });
        else found.set(number, [{ index, envelope }]);
      }
    };
    try {
      if (this.#deps.name === "inbox") {
        for (const [index, envelope] of decodeBatch(message.data).entries()) {
          put(envelope ? partitionOf(envelope.key, this.#deps.partitionCount) : -1, index, envelope);
        }
        return { storedAtMs: message.timeMs, found };
      }
      const commit = decodeCommit(message.data);
      for (const part of commit.parts) {
        for (const [index, envelope] of readSection(part, this.#deps.service).entries())
          put(part.partition, index, envelope);
      }
      return { storedAtMs: commit.atMs, found };
    } catch (failure) {
      this.#deps.log.error(
        { source: this.#deps.name, seq: message.seq, error: String(failure) },
        "a stored message could not be read and is passed over",
      );
      return { storedAtMs: message.timeMs, found };
    }
  }

  #hold(lane: Lane, partition: Partition): void {
    lane.reader.pause();
    if (lane.partitions.size === 1) return;
    setTimeout(() => {
      if (!partition.full || !this.#lanes.includes(lane) || lane.partitions.size === 1) return;
      this.#changing = this.#changing.catch(() => undefined).then(() => this.#split(lane, partition));
      this.#changing.catch((failure: unknown) =>
        this.#deps.log.warn({ error: String(failure) }, "a full partition holds others"),
      );
    }, patienceMs).unref();
  }

  /** What the lane still brings for the partition it no longer knows is read again by the new lane. */
  async #split(lane: Lane, partition: Partition): Promise<void> {
    if (!partition.full || !this.#lanes.includes(lane)) return;
    lane.partitions.delete(partition.number);
    if (!hasFull(lane)) lane.reader.resume();
    await this.#open([partition]);
  }
}

const nothing: Positioned[] = [];
const noReader: Reader = { pause: () => undefined, resume: () => undefined, stop: async () => undefined };

function hasFull({ partitions }: Lane): boolean {
  return [...partitions.values()].some((partition) => partition.full);
}
