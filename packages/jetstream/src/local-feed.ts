import type { Envelope } from "./envelope.ts";

/**
 * A commit as readers in the same process get it: the envelopes for them, by partition, and an empty list for each other partition its
 * owner holds. `beforeSeq` is the owner's commit before.
 */
export type FedCommit = { beforeSeq: number; seq: number; atMs: number; envelopes: Map<number, readonly Envelope[]> };

export type LocalReader = {
  service: string;
  offer(commit: FedCommit): void;
  /** The partition's owner is no longer in this process, or starts anew. */
  ended(partition: number): void;
};

/**
 * Services of one process hand commits on in memory once they are durable, so that a reader need not get them from the server again.
 * Only a short cut: a reader takes a commit that follows directly what it has, and reads everything else from the journal.
 */
export class LocalFeed {
  readonly #readers = new Map<string, Set<LocalReader>>();

  subscribe(source: string, reader: LocalReader): () => void {
    const readers = this.#readers.get(source) ?? new Set();
    this.#readers.set(source, readers.add(reader));
    return () => readers.delete(reader);
  }

  readersOf(source: string): Iterable<LocalReader> {
    return this.#readers.get(source) ?? [];
  }
}
