import type { NatsConnection } from "@nats-io/transport-node";
import type { Log } from "@parley/actor/actor";
import type { RetryPolicy } from "@parley/actor/retry";
import { CodedError } from "@parley/contract/errors";
import type { Names } from "@parley/contract/names";
import { AfterCommit } from "./after-commit.ts";
import { Careful } from "./careful.ts";
import type { AnyActor, Cell, Input } from "./cell.ts";
import type { Offsets, StartingNote } from "./commit.ts";
import { type Envelope, positionOf, slotsPerMessage } from "./envelope.ts";
import type { Gate } from "./gate.ts";
import { Handler } from "./handler.ts";
import type { InboxPublisher } from "./inbox-publisher.ts";
import type { RuntimeObserver } from "./observer.ts";
import type { CommittedPart, Journaled, OwnerJournal } from "./owner-journal.ts";
import type { Checkpoint, Pages } from "./pages.ts";
import type { Publisher } from "./publisher.ts";
import type { Recovered, SourcePlace } from "./recovery.ts";
import type { StoreWriter } from "./store-writer.ts";
import { blankCell, WarmActors } from "./warm-actors.ts";
import { type Place, Watermark } from "./watermark.ts";
import { WriteBehind } from "./write-behind.ts";

/** An envelope with its index in its batch or section. */
export type Positioned = { index: number; envelope: Envelope };

export type PartitionLimits = {
  /** Inputs of one partition in memory; beyond that reading stops. */
  window: number;
  /** Warm actors of one partition; beyond that idle ones are forgotten (their page has them). */
  warmActors: number;
  handlerTimeoutMs: number;
};

export type PartitionDeps = {
  nc: NatsConnection;
  publisher: Publisher;
  inboxes: InboxPublisher;
  stores: StoreWriter;
  pages: Pages;
  names: Names;
  service: string;
  definition: AnyActor;
  stateless: boolean;
  deadLettersTo: string | undefined;
  retry: RetryPolicy;
  limits: PartitionLimits;
  gate: Gate;
  log: Log;
  observer: RuntimeObserver;
  /** Source name -> where its messages are: `inbox` and one for each upstream service. */
  sources: ReadonlyMap<string, SourcePlace>;
};

export type PartitionEvents = {
  /** The partition, and with it everything of this owner, is void. */
  onLost: (failure: unknown) => void;
  onRoom: () => void;
};

/**
 * One partition of one service while this replica owns it: actors in memory over pages and journal. All of it is void the moment a
 * commit is refused; the next owner, or we again, reads it back.
 */
export class Partition implements Journaled {
  readonly number: number;
  readonly #deps: PartitionDeps;
  readonly #journal: OwnerJournal;
  readonly #events: PartitionEvents;
  readonly #actors: WarmActors;
  readonly #marks = new Map<string, Watermark>();
  readonly #nextSeq = new Map<string, number>();
  readonly #abort = new AbortController();
  readonly #recovered: Recovered;
  readonly #handler: Handler;
  readonly #after: AfterCommit;
  readonly #behind: WriteBehind;
  #durable: Checkpoint;
  #starting: StartingNote | undefined;
  #inputs = 0;
  #full = false;
  #draining = false;
  #careful: Careful | undefined;

  /** Ready for inputs: what the owners before left is in `recovered`. */
  constructor(deps: PartitionDeps, journal: OwnerJournal, recovered: Recovered, events: PartitionEvents) {
    this.number = recovered.partition;
    this.#deps = deps;
    this.#journal = journal;
    this.#events = events;
    this.#recovered = recovered;
    this.#starting = recovered.starting;
    for (const source of [...deps.sources.keys(), "self"]) {
      const low = recovered.offsets[source] ?? 0;
      this.#marks.set(source, new Watermark(low));
      this.#nextSeq.set(source, Math.floor(low / slotsPerMessage));
    }
    this.#actors = new WarmActors({
      definition: deps.definition,
      pages: deps.pages,
      partition: this.number,
      limit: deps.limits.warmActors,
      tail: recovered.tail,
      signal: this.#abort.signal,
      log: deps.log,
      onWarm: (cell) => this.#warm(cell),
      onBehind: (cell) => this.#behind.touched(cell),
      onCrowded: () => this.#behind.flushSoon(),
    });
    this.#after = new AfterCommit({
      nc: deps.nc,
      inboxes: deps.inboxes,
      stores: deps.stores,
      publisher: deps.publisher,
      names: deps.names,
      service: deps.service,
      partition: this.number,
      toSelf: (position, envelope, storedAtMs) => this.#route("self", position, envelope, storedAtMs, false),
      viewOf: (job) => this.#actors.viewOf(job),
      onLost: (failure) => this.#lose(failure),
      offsets: recovered.offsets,
    });
    this.#behind = new WriteBehind({
      pages: deps.pages,
      partition: this.number,
      log: deps.log,
      checkpointSeq: recovered.checkpointSeq,
      checkpoint: () => this.#checkpoint(),
      unread: () => this.#actors.readTail(),
      keptUntilMs: (state) => deps.definition.state.keptUntilMs?.(state, Date.now()),
      onLost: (failure) => this.#lose(failure),
    });
    this.#handler = new Handler({
      ...deps,
      partition: this.number,
      timeoutMs: deps.limits.handlerTimeoutMs,
      signal: this.#abort.signal,
      commit: (finished) => this.#journal.add(this, finished),
      skip: (input) => this.#skipped(input.place),
      observe: deps.observer,
    });
    this.#durable = this.#durableNow();
    if (recovered.epoch.stuck > 0) this.#careful = this.#beCareful();
  }

  #beCareful(): Careful {
    return new Careful({
      before: this.#recovered.starting,
      signal: this.#abort.signal,
      announce: (note) => {
        this.#starting = note;
        return this.#journal.note(this, { starting: note });
      },
      cellOf: (key) => this.#cellOf(key),
      run: (cell, input) => this.#run(cell, input),
      poison: (cell, input, deaths) => this.#handler.poison(cell, input, deaths),
      committed: () => this.#journal.idle(this),
      onDone: (waiting) => {
        this.#careful = undefined;
        for (const input of waiting) this.#run(this.#cellOf(input.key), input);
      },
      onLost: (failure) => this.#lose(failure),
    });
  }

  #warm(cell: Cell): void {
    if (cell.now.parked) this.#deps.observer.parked(1);
    this.#handler.run(cell);
  }

  /** Goes on with what the owner before still had to do. */
  begin(): void {
    const { laneJobs, storeJobs, selfOuts, unclean } = this.#recovered;
    for (const { position, job } of laneJobs) this.#after.lane(position, job);
    for (const { position, job } of storeJobs) this.#after.store(position, job);
    for (const { position, envelope, storedAtMs } of selfOuts) {
      this.#route("self", position, envelope, storedAtMs, unclean);
    }
    this.#behind.flushSoon();
  }

  /** The first stream sequence of a source not taken yet. */
  nextSeq(source: string): number {
    return this.#nextSeq.get(source) ?? 0;
  }

  get full(): boolean {
    return this.#full;
  }

  get waiting(): number {
    return this.#inputs;
  }

  /** Takes what one message of a source has for this partition; `undefined` stands for what could not be read. Passes over what was taken before. */
  ingest(
    source: string,
    at: { seq: number; storedAtMs: number; timeMs: number },
    envelopes: ReadonlyArray<Positioned>,
  ): void {
    if (this.#draining || this.#abort.signal.aborted || at.seq < this.nextSeq(source)) return;
    this.#nextSeq.set(source, at.seq + 1);
    for (const { index, envelope } of envelopes) {
      const position = positionOf(at.seq, index);
      if (position <= (this.#recovered.offsets[source] ?? 0)) continue;
      this.#route(source, position, envelope, at.storedAtMs, this.#redelivered(at.timeMs));
    }
    if (this.#inputs >= this.#deps.limits.window) this.#full = true;
  }

  /** True when the commit followed directly what was taken before, and was taken. */
  ingestFed(
    source: string,
    at: { beforeSeq: number; seq: number; atMs: number },
    envelopes: readonly Envelope[],
  ): boolean {
    const next = this.nextSeq(source);
    if (this.#draining || this.#abort.signal.aborted || this.#full || next <= at.beforeSeq || next > at.seq)
      return false;
    this.#nextSeq.set(source, at.seq + 1);
    for (const [index, envelope] of envelopes.entries()) {
      this.#route(source, positionOf(at.seq, index), envelope, at.atMs, false);
    }
    if (this.#inputs >= this.#deps.limits.window) this.#full = true;
    return true;
  }

  #redelivered(storedAtMs: number): boolean {
    return this.#recovered.unclean && storedAtMs < this.#openedAtMs;
  }
  readonly #openedAtMs = Date.now();

  #route(source: string, position: number, envelope: Envelope, storedAtMs: number, redelivered: boolean): void {
    const place = this.#mark(source).add(position);
    if (this.#recovered.done.get(source)?.has(position)) {
      place.done = true;
      return;
    }
    if (this.#draining) return; // read again by the next owner
    this.#inputs++;
    const { key, message, trace, from, fromPosition, timer } = envelope;
    const input: Input = {
      key,
      source,
      position,
      place,
      message,
      trace,
      storedAtMs,
      redelivered,
      from,
      fromPosition,
      timer,
    };
    if (this.#careful) this.#careful.add(input);
    else this.#run(this.#cellOf(key), input);
  }

  #run(cell: Cell, input: Input): void {
    cell.queue.push(input);
    this.#handler.run(cell);
  }

  #cellOf(key: string): Cell {
    return this.#deps.stateless ? blankCell(this.#deps.definition, key) : this.#actors.get(key);
  }

  /** Messages that stateless workers are at: their cells live only as long. */
  get #workers(): number {
    return this.#deps.stateless ? this.#inputs : 0;
  }

  committed({ atMs, finished, outs }: CommittedPart): void {
    for (const item of finished) {
      item.committed();
      const cell = this.#actors.peek(item.record.key);
      if (cell?.dirty) this.#behind.touched(cell);
    }
    if (finished.length > 0) this.#starting = undefined;
    this.#freed(finished.length);
    this.#after.take(outs, atMs);
    this.#durable = this.#durableNow();
    this.#behind.committed();
  }

  /** Time for a checkpoint, though nothing happened here: retention goes by the oldest. */
  touch(): void {
    this.#behind.moved();
  }

  #skipped(place: Place): void {
    place.done = true;
    this.#freed(1);
    this.#behind.moved();
  }

  #freed(count: number): void {
    this.#inputs -= count;
    if (this.#full && this.#inputs < this.#deps.limits.window / 2) {
      this.#full = false;
      this.#events.onRoom();
    }
  }

  #mark(source: string): Watermark {
    let mark = this.#marks.get(source);
    if (!mark) {
      mark = new Watermark(0);
      this.#marks.set(source, mark);
    }
    return mark;
  }

  offsets(): Offsets {
    // Sources this program does not read (any more) keep their offset.
    const offsets: Record<string, number> = { ...this.#recovered.offsets };
    const journalEnd = positionOf(this.#journal.lastSeq, slotsPerMessage - 1);
    for (const [source, mark] of this.#marks) {
      // With nothing outstanding, all that was read is done, whoever it was for.
      mark.raise(source === "self" ? journalEnd : positionOf(this.nextSeq(source) - 1, slotsPerMessage - 1));
      offsets[source] = mark.low;
    }
    const { lane, store } = this.#after.raise(journalEnd);
    offsets["@lane"] = lane;
    offsets["@store"] = store;
    return offsets;
  }

  /** As of the newest acknowledged commit: what is on its way to the journal must not count as done yet. */
  #checkpoint(): Checkpoint {
    if (this.#journal.idle(this)) this.#durable = this.#durableNow();
    return this.#durable;
  }

  #durableNow(): Checkpoint {
    const marks = this.#deps.stateless ? [...this.#marks] : [];
    return {
      seq: this.#journal.lastSeq,
      offsets: this.offsets(),
      starting: this.#starting,
      done: Object.fromEntries(marks.map(([source, mark]) => [source, mark.doneAbove()])),
    };
  }

  /** Hands over: takes nothing new, finishes and commits what runs, writes the pages, closes the epoch. */
  async drain(withinMs: number): Promise<void> {
    this.#draining = true;
    const until = Date.now() + withinMs;
    // What has not begun is read again by the next owner.
    for (const cell of this.#actors.all()) cell.queue = [];
    while (!this.#abort.signal.aborted && Date.now() < until && this.#running()) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    try {
      if (!this.#abort.signal.aborted && !this.#running()) {
        // From here on nothing may be committed: once the epoch is closed the next owner fences nobody.
        this.#handler.stop();
        await this.#after.whenIdle(Math.max(0, until - Date.now()));
        await this.#behind.flush();
        const { epoch, epochSeq } = this.#recovered;
        await this.#deps.pages.writeEpoch(this.number, { ...epoch, closed: true }, epochSeq);
      }
    } catch (failure) {
      this.#deps.log.warn({ partition: this.number, error: String(failure) }, "partition could not be closed cleanly");
    }
    this.close();
  }

  /** A message between two attempts, or behind a page that cannot be read, is left to the next owner. */
  #running(): boolean {
    if (!this.#journal.idle(this) || this.#workers > 0) return true;
    for (const cell of this.#actors.all()) if (cell.phase === "running") return true;
    return false;
  }

  #lose(failure: unknown): void {
    if (this.#abort.signal.aborted) return;
    const reason = failure instanceof CodedError ? failure.code : String(failure);
    this.#deps.log.warn({ partition: this.number, reason }, "partition given up, its memory is void");
    this.close();
    this.#events.onLost(failure);
  }

  close(): void {
    this.#abort.abort();
    this.#behind.stop();
    this.#after.stop();
    for (const cell of this.#actors.all()) if (cell.now.parked) this.#deps.observer.parked(-1);
    this.#actors.clear();
  }
}
