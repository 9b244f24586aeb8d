import type { Log } from "@parley/actor/actor";
import { type AnyActor, applyRecord, blankSnapshot, type Cell, revive } from "./cell.ts";
import type { ActorRecord, StoreJob } from "./commit.ts";
import type { Pages } from "./pages.ts";

export type WarmActorsDeps = {
  definition: AnyActor;
  pages: Pages;
  partition: number;
  /** Beyond this idle ones are forgotten: their page has them. */
  limit: number;
  /** Records newer than the checkpoint, by actor; emptied as they are read. */
  tail: Map<string, ActorRecord[]>;
  signal: AbortSignal;
  log: Log;
  /** The actor's state is there: it can go on. */
  onWarm: (cell: Cell) => void;
  /** Its page lacks records. */
  onBehind: (cell: Cell) => void;
  /** Too many actors whose pages are not up to date. */
  onCrowded: () => void;
};

/** The actors of one partition in memory. A cold one is read from its page and the journal's tail when it is first needed. */
export class WarmActors {
  readonly #deps: WarmActorsDeps;
  readonly #cells = new Map<string, Cell>();
  readonly #loading = new Map<string, Promise<void>>();
  #uses = 0;
  #coolAbove = 0;

  constructor(deps: WarmActorsDeps) {
    this.#deps = deps;
  }

  /** At once, perhaps still `loading`. */
  get(key: string): Cell {
    const warm = this.#cells.get(key);
    if (warm) {
      warm.usedAt = this.#uses++;
      return warm;
    }
    const cell: Cell = { ...blankCell(this.#deps.definition, key), phase: "loading", usedAt: this.#uses++ };
    this.#cells.set(key, cell);
    this.#loading.set(
      key,
      this.#warmUp(cell).finally(() => this.#loading.delete(key)),
    );
    this.#coolDown();
    return cell;
  }

  peek(key: string): Cell | undefined {
    return this.#cells.get(key);
  }

  all(): Iterable<Cell> {
    return this.#cells.values();
  }

  clear(): void {
    this.#cells.clear();
  }

  /** Every actor the tail has records of, so that pages can catch up with the journal. */
  async readTail(): Promise<void> {
    const keys = [...this.#deps.tail.keys()];
    for (let i = 0; i < keys.length; i += 64) {
      await Promise.all(keys.slice(i, i + 64).map((key) => this.#readForPage(key)));
    }
  }

  /** What to store for a job without a value. The committed state is held until it is written, should the actor go cold. */
  viewOf({ collection, id }: StoreJob): (() => unknown) | Promise<() => unknown> {
    const key = id.slice(0, id.indexOf("."));
    const cell = this.get(key);
    const view = () => {
      const { state } = cell.committed;
      return () => this.#deps.definition.view?.(state, collection, id);
    };
    const loading = this.#loading.get(key);
    return loading === undefined ? view() : loading.then(view);
  }

  async #readForPage(key: string): Promise<void> {
    if (this.#deps.tail.has(key)) this.get(key);
    await this.#loading.get(key);
  }

  /** A page that cannot be read is tried again: the chat waits, nothing is lost. */
  async #warmUp(cell: Cell): Promise<void> {
    for (let attempt = 1; !this.#deps.signal.aborted; attempt++) {
      try {
        await this.#read(cell);
        cell.phase = "idle";
        this.#deps.onWarm(cell);
        return;
      } catch (failure) {
        this.#deps.log.warn({ error: String(failure), attempt }, "an actor's page could not be read, trying again");
        await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 50 * 2 ** attempt)));
      }
    }
  }

  /** Page, then what the journal has beyond it. */
  async #read(cell: Cell): Promise<void> {
    const { definition, pages, partition, tail } = this.#deps;
    const page = await pages.read(partition, cell.key);
    const known = page && page.snapshot.n > 0 ? page.snapshot : blankSnapshot(definition, cell.key);
    const stored = (tail.get(cell.key) ?? []).reduce(applyRecord, known);
    const { snapshot, upcast } = revive(definition, stored);
    cell.now = snapshot;
    cell.committed = snapshot;
    cell.writeFull = upcast;
    cell.pageSeq = page?.seq ?? 0;
    tail.delete(cell.key);
    if (snapshot.n > (page?.snapshot.n ?? 0)) {
      cell.dirty = true;
      this.#deps.onBehind(cell);
    }
  }

  /** Forgets the longer unused of what is above the limit, among actors whose page is up to date. */
  #coolDown(): void {
    const { limit, onCrowded } = this.#deps;
    if (this.#cells.size <= this.#coolAbove) return;
    const before = this.#uses - limit;
    for (const [key, cell] of this.#cells) {
      const idle = cell.phase === "idle" && cell.queue.length === 0 && cell.now === cell.committed;
      if (idle && !cell.dirty && !cell.now.parked && cell.usedAt < before) this.#cells.delete(key);
      if (this.#cells.size <= limit) break;
    }
    // Not again before a tenth more has come: a look at all of them is not for every new one.
    this.#coolAbove = Math.max(this.#cells.size, limit) * 1.1 + 16;
    if (this.#cells.size > limit * 1.5) onCrowded();
  }
}

/** An actor that knows nothing yet; for a stateless worker all there ever is. */
export function blankCell(definition: AnyActor, key: string): Cell {
  const blank = blankSnapshot(definition, key);
  return {
    key,
    now: blank,
    committed: blank,
    queue: [],
    phase: "idle",
    dirty: false,
    pageSeq: 0,
    writeFull: true,
    usedAt: 0,
  };
}
