import type { Names } from "@parley/contract/names";
import { type ActorRecord, encodeCommit, type Notes, type Offsets, type PartToEncode } from "./commit.ts";
import { positionOf } from "./envelope.ts";
import type { EncodedOut } from "./outs.ts";
import type { Pace } from "./pace.ts";
import type { Publisher } from "./publisher.ts";
import type { Place } from "./watermark.ts";

/** A handled message on its way into the journal. */
export type Finished = {
  place: Place;
  record: ActorRecord;
  recordBytes: Uint8Array;
  outs: readonly EncodedOut[];
  bytes: number;
  committed: () => void;
};
export type CommittedOut = { out: EncodedOut; position: number };
/** One partition's share of an acknowledged commit. */
export type CommittedPart = { seq: number; atMs: number; finished: Finished[]; outs: CommittedOut[] };

/** A partition as its owner's journal knows it. */
export type Journaled = {
  readonly number: number;
  /** Low watermarks as they will be once everything taken into the commit is done. */
  offsets(): Offsets;
  committed(part: CommittedPart): void;
};

export type OwnerJournalDeps = {
  publisher: Publisher;
  names: Names;
  service: string;
  /** Subject token of this owner: a replica and its incarnation. Never used twice. */
  owner: string;
  pace: Pick<Pace, "lingerMs">;
  /** After the partitions have taken their parts. `beforeSeq`: this owner's commit before. */
  onCommitted: (commit: { seq: number; beforeSeq: number; atMs: number; parts: Map<number, CommittedPart> }) => void;
  /** A commit was refused or its outcome is unknown: everything this owner has in memory is void. */
  onLost: (failure: unknown) => void;
  observe: (records: number, seconds: number) => void;
};

export const maxCommitBytes = 512 * 1024;
const maxRecords = 1_000;
// Per section of a partition, under the 4096 positions of one message.
const maxOuts = 3_000;
// Smaller batches wait for company when the process is saturated: a commit costs as much CPU as ten records.
const worthALinger = 64;

type Waiting = { partition: Journaled; finished: Finished };
type WaitingNote = { partition: Journaled; notes: Notes; resolve: () => void; reject: (failure: unknown) => void };

/**
 * One owner's commits for all its partitions of a service: one message in flight, what finishes meanwhile becomes the next. The batch
 * adapts to load and disk by itself: alone and at once when it is quiet, hundreds of records when it is not. Each commit expects this
 * owner's commit before it to be the newest of its subject; who takes a partition over writes a fence there first, so nothing of an
 * owner that was frozen comes after it.
 */
export class OwnerJournal {
  readonly subject: string;
  readonly #deps: OwnerJournalDeps;
  #lastSeq = 0;
  #buffer: Waiting[] = [];
  #notes: WaitingNote[] = [];
  #inFlight = false;
  #scheduled = false;
  #stopped = false;
  #pending = new Map<Journaled, number>();

  constructor(deps: OwnerJournalDeps) {
    this.#deps = deps;
    this.subject = deps.names.journal(deps.service, deps.owner);
  }

  get owner(): string {
    return this.#deps.owner;
  }

  /** Sequence of this owner's newest commit. */
  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** The first message, before any partition is opened: a fence on an owner that never wrote would otherwise fence nobody once it is purged. */
  async begin(): Promise<void> {
    this.#lastSeq = (await this.#publish(encodeCommit(Date.now(), []))).seq;
  }

  add(partition: Journaled, finished: Finished): void {
    if (this.#stopped) return;
    this.#buffer.push({ partition, finished });
    this.#pending.set(partition, (this.#pending.get(partition) ?? 0) + 1);
    this.#schedule();
  }

  /** Commits a note of the partition; resolves once it is durable. */
  note(partition: Journaled, notes: Notes): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#notes.push({ partition, notes, resolve, reject });
      this.#schedule();
    });
  }

  /** Nothing of the partition waits for the journal. */
  idle(partition: Journaled): boolean {
    return (this.#pending.get(partition) ?? 0) === 0;
  }

  stop(): void {
    this.#stopped = true;
    this.#buffer = [];
    for (const { reject } of this.#notes.splice(0)) reject(new Error("the owner has lost its partitions"));
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  #schedule(): void {
    if (this.#inFlight || this.#scheduled || this.#stopped) return;
    this.#scheduled = true;
    const flush = () => {
      this.#scheduled = false;
      void this.#flush();
    };
    const lingerMs = this.#buffer.length < worthALinger ? this.#deps.pace.lingerMs : 0;
    // At least until the messages of this read event have all been handled, so that they share a commit.
    if (lingerMs >= 1) setTimeout(flush, lingerMs);
    else setImmediate(flush);
  }

  async #flush(): Promise<void> {
    if (this.#inFlight || this.#stopped || (this.#buffer.length === 0 && this.#notes.length === 0)) return;
    const notes = this.#notes.splice(0);
    const batch = this.#takeBatch();
    const { encoded, parts } = layOut(batch, notes);
    const atMs = performance.timeOrigin + performance.now();
    this.#inFlight = true;
    try {
      const { seq } = await this.#publish(encodeCommit(atMs, encoded));
      if (this.#stopped) return;
      const beforeSeq = this.#lastSeq;
      this.#lastSeq = seq;
      this.#inFlight = false;
      this.#deps.observe(batch.length, (performance.timeOrigin + performance.now() - atMs) / 1000);
      this.#settle({ seq, beforeSeq, atMs, parts });
      for (const { resolve } of notes) resolve();
    } catch (failure) {
      for (const { reject } of notes) reject(failure);
      if (!this.#stopped) this.#deps.onLost(failure);
      return;
    }
    if (this.#buffer.length > 0 || this.#notes.length > 0) this.#schedule();
  }

  #settle(commit: { seq: number; beforeSeq: number; atMs: number; parts: Map<Journaled, CommittedPart> }): void {
    const { seq, beforeSeq, atMs } = commit;
    const byNumber = new Map<number, CommittedPart>();
    for (const [partition, part] of commit.parts) {
      part.seq = seq;
      part.atMs = atMs;
      for (const out of part.outs) out.position = positionOf(seq, out.position);
      this.#pending.set(partition, (this.#pending.get(partition) ?? 0) - part.finished.length);
      byNumber.set(partition.number, part);
      partition.committed(part);
    }
    this.#deps.onCommitted({ seq, beforeSeq, atMs, parts: byNumber });
  }

  #publish(bytes: Uint8Array) {
    const expected = ["Nats-Expected-Last-Subject-Sequence", String(this.#lastSeq)] as const;
    return this.#deps.publisher.publish(this.subject, bytes, [expected]);
  }

  #takeBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    let outs = 0;
    for (const { finished } of this.#buffer) {
      bytes += finished.bytes;
      outs += finished.outs.length;
      if (count > 0 && (bytes > maxCommitBytes || count >= maxRecords || outs > maxOuts)) break;
      count++;
    }
    const batch = count === this.#buffer.length ? this.#buffer : this.#buffer.slice(0, count);
    this.#buffer = count === this.#buffer.length ? [] : this.#buffer.slice(count);
    for (const { finished } of batch) finished.place.done = true;
    return batch;
  }
}

/** Outs by partition and section, in order; positions are still indexes within the section. */
function layOut(batch: readonly Waiting[], notes: readonly WaitingNote[]) {
  const parts = new Map<Journaled, CommittedPart>();
  const byPartition = new Map<Journaled, PartToEncode>();
  const partOf = (partition: Journaled): PartToEncode => {
    let part = byPartition.get(partition);
    if (!part) {
      part = { partition: partition.number, offsets: {}, records: [], sections: new Map(), notes: {} };
      byPartition.set(partition, part);
      parts.set(partition, { seq: 0, atMs: 0, finished: [], outs: [] });
    }
    return part;
  };
  for (const { partition, finished } of batch) {
    const part = partOf(partition);
    const committed = parts.get(partition);
    part.records.push(finished.recordBytes);
    committed?.finished.push(finished);
    for (const out of finished.outs) {
      let section = part.sections.get(out.section);
      if (!section) {
        section = [];
        part.sections.set(out.section, section);
      }
      committed?.outs.push({ out, position: section.length });
      section.push(out.bytes);
    }
  }
  for (const { partition, notes: said } of notes) {
    const part = partOf(partition);
    part.notes = { ...part.notes, ...said };
  }
  for (const [partition, part] of byPartition) part.offsets = partition.offsets();
  return { encoded: [...byPartition.values()], parts };
}
