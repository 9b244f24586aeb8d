/** The newest `capacity` values by key; the stream sequence that brought each is its place in lists. */
export class RecentMap<T extends { seq: number }> {
  readonly #capacity: number;
  readonly #values = new Map<string, T>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#values.size;
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  /** Must be called with rising `seq`: insertion order is age. */
  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#capacity) return;
    for (const oldest of this.#values.keys()) {
      this.#values.delete(oldest);
      return;
    }
  }

  delete(key: string): void {
    this.#values.delete(key);
  }

  /** All values below `beforeSeq`, newest first. */
  newest(beforeSeq = Number.POSITIVE_INFINITY): T[] {
    const values = [...this.#values.values()].reverse();
    return beforeSeq === Number.POSITIVE_INFINITY ? values : values.filter((value) => value.seq < beforeSeq);
  }
}
