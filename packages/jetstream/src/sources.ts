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

/**
 * One ordered reader for all partitions this replica owns of one source. When the set changes it is replaced by one that starts at the
 * lowest sequence any of them needs; what a partition has already is passed over.
 */
export class Source {
  readonly #deps: SourceDeps;
  readonly #partitions = new Map<string, Partition>();
  #reader: Reader | undefined;
  #changing: Promise<void> = Promise.resolve();
  /** Partitions whose commits come from within the process, without a gap. */
  readonly #fed = new Set<Partition>();
  readonly #unsubscribe: () => void;

  constructor(deps: SourceDeps) {
    this.#deps = deps;
    this.#unsubscribe = deps.feed.subscribe(deps.name, {
      service: deps.service,
      offer: (partition, commit) => this.#offer(partition, commit),
      ended: (partition) => this.#starve(this.#partitions.get(deps.subjectOf(partition))),
    });
  }

  /** Reads for exactly these partitions from now on. Rejects when NATS is away: to be asked again. */
  serve(partitions: Iterable<Partition>): Promise<void> {
    const wanted = new Map([...partitions].map((partition) => [this.#deps.subjectOf(partition.number), partition]));
    this.#changing = this.#changing.catch(() => undefined).then(() => this.#change(wanted));
    return this.#changing;
  }

  /** A partition has room again. */
  roomAgain(): void {
    if (!this.#allFed && ![...this.#partitions.values()].some((partition) => partition.full)) this.#reader?.resume();
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    await this.serve([]);
  }

  get #allFed(): boolean {
    return this.#fed.size > 0 && this.#fed.size === this.#partitions.size;
  }

  /** The server is asked for nothing as long as every partition is fed. */
  #offer(number: number, commit: FedCommit): void {
    const partition = this.#partitions.get(this.#deps.subjectOf(number));
    if (!partition) return;
    if (!partition.ingestFed(this.#deps.name, commit)) this.#starve(partition);
    else if (!this.#fed.has(partition)) {
      this.#fed.add(partition);
      if (this.#allFed) this.#reader?.pause();
    }
  }

  /** A gap: read on from the journal, from what the partitions have. */
  #starve(partition: Partition | undefined): void {
    if (!partition || !this.#fed.delete(partition)) return;
    const wasQuiet = this.#fed.size + 1 === this.#partitions.size;
    if (!wasQuiet) return;
    this.#changing = this.#changing.catch(() => undefined).then(() => this.#openAgain());
  }

  async #openAgain(): Promise<void> {
    for (;;) {
      try {
        await this.#reader?.stop();
        this.#reader = undefined;
        await this.#open();
        return;
      } catch (failure) {
        if (this.#deps.nc.isClosed()) return;
        this.#deps.log.warn({ error: String(failure) }, "a source could not be read on, trying again");
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  async #change(wanted: Map<string, Partition>): Promise<void> {
    const same =
      wanted.size === this.#partitions.size && [...wanted].every(([subject, p]) => this.#partitions.get(subject) === p);
    if (same && (this.#reader || wanted.size === 0)) return;
    await this.#reader?.stop();
    this.#reader = undefined;
    this.#partitions.clear();
    this.#fed.clear();
    for (const [subject, partition] of wanted) this.#partitions.set(subject, partition);
    await this.#open();
  }

  async #open(): Promise<void> {
    if (this.#partitions.size === 0) return;
    const { nc, name, stream, allSubjects, partitionCount, log } = this.#deps;
    const partitions = [...this.#partitions.values()];
    this.#reader = await openReader(nc, {
      stream,
      filterSubjects: partitions.length === partitionCount ? [allSubjects] : [...this.#partitions.keys()],
      startSeq: Math.min(...partitions.map((partition) => partition.nextSeq(name))),
      log,
      onMessage: (message) => {
        const partition = this.#partitions.get(message.subject);
        if (!partition) return;
        partition.ingest(name, message);
        if (partition.full) this.#reader?.pause();
      },
    });
    if (partitions.some((partition) => partition.full)) this.#reader.pause();
  }
}
