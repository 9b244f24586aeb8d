import type { Cell, Input } from "./cell.ts";
import type { StartingNote } from "./commit.ts";

export type CarefulDeps = {
  /** The message the owner before had announced when it ended. */
  before: StartingNote | undefined;
  signal: AbortSignal;
  /** Journals the announcement; resolves once it is durable. */
  announce: (note: StartingNote) => Promise<void>;
  cellOf: (key: string) => Cell;
  run: (cell: Cell, input: Input) => void;
  poison: (cell: Cell, input: Input, deaths: number) => void;
  committed: () => boolean;
  /** Normal work again: what still waits, in order. */
  onDone: (waiting: Input[]) => void;
  onLost: (failure: unknown) => void;
};

const carefulInputs = 256;
const deadlyDeaths = 2;

/**
 * How a partition works after an owner died on one of its messages: one at a time, each announced in the journal before it runs, so that a
 * killer is known by its position. One that two owners died of by name is a dead letter. Normal work again after 256 messages.
 */
export class Careful {
  readonly #deps: CarefulDeps;
  #before: StartingNote | undefined;
  #queue: Input[] = [];
  #left = carefulInputs;
  #running = false;

  constructor(deps: CarefulDeps) {
    this.#deps = deps;
    this.#before = deps.before;
  }

  add(input: Input): void {
    this.#queue.push(input);
    if (!this.#running) void this.#work();
  }

  async #work(): Promise<void> {
    this.#running = true;
    try {
      for (let input = this.#queue.shift(); input && !this.#deps.signal.aborted; input = this.#queue.shift()) {
        await this.#runAnnounced(input);
        if (--this.#left <= 0) break;
      }
    } catch (failure) {
      this.#deps.onLost(failure);
      return;
    }
    this.#running = false;
    if (this.#left <= 0) this.#deps.onDone(this.#queue.splice(0));
  }

  async #runAnnounced(input: Input): Promise<void> {
    const { source, position } = input;
    const known = this.#before?.source === source && this.#before.position === position;
    const deaths = known ? (this.#before?.deaths ?? 0) + 1 : 0;
    const cell = this.#deps.cellOf(input.key);
    await this.#until(() => cell.phase === "idle" && cell.queue.length === 0);
    if (deaths >= deadlyDeaths) {
      this.#before = undefined;
      this.#deps.poison(cell, input, deaths);
    } else {
      await this.#deps.announce({ source, position, deaths });
      this.#deps.run(cell, input);
      await this.#until(() => cell.phase === "idle" && cell.queue.length === 0);
    }
    await this.#until(this.#deps.committed);
  }

  async #until(done: () => boolean): Promise<void> {
    while (!done() && !this.#deps.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
