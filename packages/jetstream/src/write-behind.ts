import type { Log } from "@parley/actor/actor";
import type { Cell } from "./cell.ts";
import type { Checkpoint, Pages } from "./pages.ts";

export type WriteBehindDeps = {
  pages: Pages;
  partition: number;
  log: Log;
  /** Revision of the checkpoint, 0 when there is none. */
  checkpointSeq: number;
  /** What a checkpoint would say now; pages of everything up to its `seq` are written first. */
  checkpoint: () => Checkpoint;
  /** Actors whose records the journal has but whose pages may not: read into memory on demand. */
  unread: () => Promise<void>;
  /** Unix ms; undefined: for ever. */
  keptUntilMs: (state: object) => number | undefined;
  /** Somebody else owns the partition: a page or a checkpoint newer than ours exists. */
  onLost: (failure: unknown) => void;
};

const pagesAtOnce = 256;
const quietMs = 250;
// A page costs about as much as two records: under load it is written for many of them. What a crash leaves to be read again is bounded by the second.
const busyMs = 45_000;
const busyRecords = 5_000;

/** Pages and checkpoint behind the journal: soon when it is quiet, every 45 seconds or 5,000 records when it is not. */
export class WriteBehind {
  readonly #deps: WriteBehindDeps;
  #dirty = new Set<Cell>();
  #checkpointSeq: number;
  #flushing: Promise<void> | undefined;
  #lastCommitAt = 0;
  // At random, or partitions opened together would write all their pages together, and every commit would wait for them.
  #dueAt = Date.now() + Math.random() * busyMs;
  #records = 0;
  #changed = true;
  #stopped = false;
  readonly #timer: NodeJS.Timeout;

  constructor(deps: WriteBehindDeps) {
    this.#deps = deps;
    this.#checkpointSeq = deps.checkpointSeq;
    this.#timer = setInterval(() => this.#tick(), quietMs / 2);
    this.#timer.unref();
  }

  touched(cell: Cell): void {
    this.#dirty.add(cell);
    this.#records++;
  }

  committed(): void {
    this.#changed = true;
    this.#lastCommitAt = Date.now();
    if (this.#records >= busyRecords) this.flushSoon();
  }

  /** Something a checkpoint should say has moved without a commit (offsets past messages for others). */
  moved(): void {
    this.#changed = true;
  }

  flushSoon(): void {
    if (!this.#stopped) void this.flush().catch((failure: unknown) => this.#failed(failure));
  }

  /** Writes every dirty page, then the checkpoint. One flush at a time; a second call waits for a flush of its own. */
  async flush(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing.catch(() => undefined);
    this.#flushing = this.#flush().finally(() => {
      this.#flushing = undefined;
    });
    await this.#flushing;
  }

  stop(): void {
    this.#stopped = true;
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (!this.#changed || this.#flushing !== undefined) return;
    const now = Date.now();
    if (now - this.#lastCommitAt >= quietMs || now >= this.#dueAt) this.flushSoon();
  }

  #failed(failure: unknown): void {
    if (!this.#stopped) this.#deps.log.warn({ error: String(failure) }, "pages could not be written, trying again");
  }

  async #flush(): Promise<void> {
    this.#dueAt = Date.now() + busyMs * (0.5 + Math.random());
    this.#changed = false;
    this.#records = 0;
    try {
      await this.#deps.unread();
      const checkpoint = this.#deps.checkpoint();
      await this.#writePages();
      if (this.#stopped) return;
      const outcome = await this.#deps.pages.writeCheckpoint(this.#deps.partition, checkpoint, this.#checkpointSeq);
      if (outcome.kind === "newer") this.#deps.onLost(new Error(`checkpoint ${outcome.version} is newer than ours`));
      else {
        this.#checkpointSeq = outcome.seq;
      }
    } catch (failure) {
      this.#changed = true;
      throw failure;
    }
  }

  async #writePages(): Promise<void> {
    const cells = [...this.#dirty];
    this.#dirty = new Set();
    try {
      for (let i = 0; i < cells.length && !this.#stopped; i += pagesAtOnce)
        await this.#writeSome(cells.slice(i, i + pagesAtOnce));
    } finally {
      for (const cell of cells) if (cell.dirty) this.#dirty.add(cell);
    }
  }

  async #writeSome(cells: Cell[]): Promise<void> {
    const pages = cells.map(({ key, committed: snapshot, pageSeq: knownSeq }) => ({
      ...{ key, snapshot, knownSeq },
      keptUntilMs: this.#deps.keptUntilMs(snapshot.state),
    }));
    const outcomes = await this.#deps.pages.write(this.#deps.partition, pages);
    for (const [index, cell] of cells.entries()) {
      const outcome = outcomes[index];
      const snapshot = pages[index]?.snapshot;
      if (outcome?.kind === "newer") {
        this.#deps.onLost(new Error(`a page has record ${outcome.version}, we have ${snapshot?.n}`));
        return;
      }
      if (outcome) cell.pageSeq = outcome.seq;
      if (cell.committed === snapshot) cell.dirty = false;
    }
  }
}
