/** How many slow handlers of a service may run at once. Quick (synchronous) ones never enter. */
export class Gate {
  readonly #limit: number;
  #running = 0;
  #waiting: Array<() => void> = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get full(): boolean {
    return this.#running >= this.#limit;
  }

  /** Returns the function to call when the work is over. */
  enter(): () => void {
    this.#running++;
    return () => {
      this.#running--;
      const next = this.#waiting.splice(0, Math.max(0, this.#limit - this.#running));
      for (const start of next) start();
    };
  }

  whenFree(start: () => void): void {
    this.#waiting.push(start);
  }
}
