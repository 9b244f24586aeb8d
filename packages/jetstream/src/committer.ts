import type { ActorRecord, Notes, Offsets, Sections } from "./commit.ts";
import { encodeCommit } from "./commit.ts";
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

/** `beforeSeq`: the commit before this one in the partition. */
export type CommittedBatch = {
  seq: number;
  beforeSeq: number;
  atMs: number;
  finished: Finished[];
  outs: CommittedOut[];
};

export type CommitterDeps = {
  publisher: Publisher;
  subject: string;
  /** Sequence of the partition's newest journal message: the fence. */
  journalSeq: number;
  /** Low watermarks as they will be once everything taken into this commit is done. */
  offsets: () => Offsets;
  onCommitted: (commit: CommittedBatch) => void;
  /** The commit was refused or its outcome is unknown: everything in memory is void. */
  onLost: (failure: unknown) => void;
  observe: (records: number, seconds: number) => void;
  pace: Pick<Pace, "lingerMs">;
};

export const maxCommitBytes = 512 * 1024;
const maxRecords = 400;
// Smaller batches wait for company when the process is saturated: a commit costs as much CPU as ten records.
const worthALinger = 64;
// Per section, under the 4096 positions of one message.
const maxOuts = 3_000;

/**
 * Group commit: one message in flight; what finishes meanwhile becomes the next. The batch adapts to the load by itself: alone and at once
 * when it is quiet, hundreds of records when it is not.
 */
export class Committer {
  readonly #deps: CommitterDeps;
  #journalSeq: number;
  #buffer: Finished[] = [];
  #notes: Array<{ notes: Notes; resolve: () => void; reject: (failure: unknown) => void }> = [];
  #inFlight = false;
  #scheduled = false;
  #stopped = false;
  #idleWaiters: Array<() => void> = [];

  constructor(deps: CommitterDeps) {
    this.#deps = deps;
    this.#journalSeq = deps.journalSeq;
  }

  get journalSeq(): number {
    return this.#journalSeq;
  }

  get idle(): boolean {
    return !this.#inFlight && this.#buffer.length === 0 && this.#notes.length === 0;
  }

  add(finished: Finished): void {
    this.#buffer.push(finished);
    this.#schedule();
  }

  /** Commits a note alone; resolves once it is durable. */
  note(notes: Notes): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#notes.push({ notes, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when nothing waits for the journal. */
  whenIdle(): Promise<void> {
    if (this.idle || this.#stopped) return Promise.resolve();
    return new Promise((resolve) => this.#idleWaiters.push(resolve));
  }

  stop(): void {
    this.#stopped = true;
    this.#buffer = [];
    for (const waiter of this.#idleWaiters.splice(0)) waiter();
    for (const { reject } of this.#notes.splice(0)) reject(new Error("partition closed"));
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
    const note = this.#buffer.length === 0 ? this.#notes.shift() : undefined;
    const batch = note ? [] : this.#takeBatch();
    const { records, sections, outs } = this.#layOut(batch);
    const offsets = this.#deps.offsets();
    const atMs = performance.timeOrigin + performance.now();
    this.#inFlight = true;
    try {
      const bytes = encodeCommit({ atMs, offsets, records, sections, notes: note?.notes ?? {} });
      const ack = await this.#deps.publisher.publish(this.#deps.subject, bytes, [
        ["Nats-Expected-Last-Subject-Sequence", String(this.#journalSeq)],
      ]);
      if (this.#stopped) return;
      const beforeSeq = this.#journalSeq;
      this.#journalSeq = ack.seq;
      this.#inFlight = false;
      this.#deps.observe(batch.length, (performance.timeOrigin + performance.now() - atMs) / 1000);
      for (const out of outs) out.position = positionOf(ack.seq, out.position);
      this.#deps.onCommitted({ seq: ack.seq, beforeSeq, atMs, finished: batch, outs });
      note?.resolve();
    } catch (failure) {
      if (this.#stopped) return;
      note?.reject(failure);
      this.#deps.onLost(failure);
      return;
    }
    this.#schedule();
    if (this.idle) for (const waiter of this.#idleWaiters.splice(0)) waiter();
  }

  #takeBatch(): Finished[] {
    let bytes = 0;
    let count = 0;
    let outs = 0;
    for (const finished of this.#buffer) {
      bytes += finished.bytes;
      outs += finished.outs.length;
      if (count > 0 && (bytes > maxCommitBytes || count >= maxRecords || outs > maxOuts)) break;
      count++;
    }
    const batch = this.#buffer.splice(0, count);
    for (const { place } of batch) place.done = true;
    return batch;
  }

  /** Outs by section, in order; `position` is still the index within the section. */
  #layOut(batch: Finished[]): { records: Uint8Array[]; sections: Sections; outs: CommittedOut[] } {
    const sections: Sections = new Map();
    const outs: CommittedOut[] = [];
    const records: Uint8Array[] = [];
    for (const finished of batch) {
      records.push(finished.recordBytes);
      for (const out of finished.outs) {
        let section = sections.get(out.section);
        if (!section) {
          section = [];
          sections.set(out.section, section);
        }
        outs.push({ out, position: section.length });
        section.push(out.bytes);
      }
    }
    return { records, sections, outs };
  }
}
