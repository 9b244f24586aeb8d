import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import type { FedCommit, LocalFeed } from "./local-feed.ts";
import type { Partition } from "./partition.ts";
import { openReader, type Reader } from "./reader.ts";

export type SourceDeps = {
  nc: NatsConnection;
  name: string;
  stream: string;
  subjectOf: (partition: number) => string;
  /** Matches the subjects of all partitions: one filter is cheaper for the server than sixteen. */
  allSubjects: string;
  partitionCount: number;
  /** The service that reads, and the commits it may get without the server. */
  service: string;
  feed: LocalFeed;
  log: Log;
};

/** A reader and the partitions it reads for, by subject. */
type Lane = { partitions: Map<string, Partition>; reader: Reader };

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
      offer: (number, commit) =>
        this.#offer(
          this.#partitions.find((partition) => partition.number === number),
          commit,
        ),
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
  #offer(partition: Partition | undefined, commit: FedCommit): void {
    if (!partition) return;
    if (!partition.ingestFed(this.#deps.name, commit)) this.#starve(partition);
    else if (!this.#fed.has(partition)) {
      this.#fed.add(partition);
      if (this.#allFed) for (const { reader } of this.#lanes) reader.pause();
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
    const { nc, name, stream, allSubjects, partitionCount, subjectOf, log } = this.#deps;
    const bySubject = new Map(partitions.map((partition) => [subjectOf(partition.number), partition]));
    const early: Lane = { partitions: bySubject, reader: noReader };
    early.reader = await openReader(nc, {
      stream,
      filterSubjects: partitions.length === partitionCount ? [allSubjects] : [...bySubject.keys()],
      startSeq: Math.min(...partitions.map((partition) => partition.nextSeq(name))),
      log,
      onMessage: (message) => {
        const partition = bySubject.get(message.subject);
        if (!partition) return;
        partition.ingest(name, message);
        if (partition.full) this.#hold(early, partition);
      },
    });
    this.#lanes.push(early);
    if (hasFull(early)) early.reader.pause();
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
    lane.partitions.delete(this.#deps.subjectOf(partition.number));
    if (!hasFull(lane)) lane.reader.resume();
    await this.#open([partition]);
  }
}

const noReader: Reader = { pause: () => undefined, resume: () => undefined, stop: async () => undefined };

function hasFull({ partitions }: Lane): boolean {
  return [...partitions.values()].some((partition) => partition.full);
}
