import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
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

  constructor(deps: SourceDeps) {
    this.#deps = deps;
  }

  /** Reads for exactly these partitions from now on. Rejects when NATS is away: to be asked again. */
  serve(partitions: Iterable<Partition>): Promise<void> {
    const wanted = new Map([...partitions].map((partition) => [this.#deps.subjectOf(partition.number), partition]));
    this.#changing = this.#changing.catch(() => undefined).then(() => this.#change(wanted));
    return this.#changing;
  }

  /** A partition has room again. */
  roomAgain(): void {
    if (![...this.#partitions.values()].some((partition) => partition.full)) this.#reader?.resume();
  }

  async stop(): Promise<void> {
    await this.serve([]);
  }

  async #change(wanted: Map<string, Partition>): Promise<void> {
    const same =
      wanted.size === this.#partitions.size && [...wanted].every(([subject, p]) => this.#partitions.get(subject) === p);
    if (same && (this.#reader || wanted.size === 0)) return;
    await this.#reader?.stop();
    this.#reader = undefined;
    this.#partitions.clear();
    for (const [subject, partition] of wanted) this.#partitions.set(subject, partition);
    if (wanted.size === 0) return;
    const { nc, name, stream, allSubjects, partitionCount, log } = this.#deps;
    this.#reader = await openReader(nc, {
      stream,
      filterSubjects: wanted.size === partitionCount ? [allSubjects] : [...wanted.keys()],
      startSeq: Math.min(...[...wanted.values()].map((partition) => partition.nextSeq(name))),
      log,
      onMessage: (message) => {
        const partition = this.#partitions.get(message.subject);
        if (!partition) return;
        partition.ingest(name, message);
        if (partition.full) this.#reader?.pause();
      },
    });
    if ([...wanted.values()].some((partition) => partition.full)) this.#reader.pause();
  }
}
