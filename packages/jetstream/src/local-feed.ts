import type { Envelope } from "./envelope.ts";

/** One commit as a reader in the same process gets it: the outs of its section, the commit before it in the partition, its own sequence. */
export type FedCommit = { beforeSeq: number; seq: number; atMs: number; envelopes: readonly Envelope[] };

export type LocalReader = {
  service: string;
  offer(partition: number, commit: FedCommit): void;
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
