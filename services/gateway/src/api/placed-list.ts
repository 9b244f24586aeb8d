/** Where a file stands in lists: newest first, those of one moment by id. */
export type GalleryPlace = { sentAtMs: number; id: string };

/** Items by their place, which none shares with another. */
export class PlacedList<T extends GalleryPlace> {
  /** Oldest first, behind the places of those that left at this end: nearly all do, and to move 100,000 each time is slow. */
  #items: (T | undefined)[] = [];
  #left = 0;

  get size(): number {
    return this.#items.length - this.#left;
  }

  /** The oldest. */
  get first(): T | undefined {
    return this.#items[this.#left];
  }

  insert(item: T): void {
    const at = this.#countBefore(item);
    if (at === this.#items.length) this.#items.push(item);
    else this.#items.splice(at, 0, item);
  }

  remove(item: T): void {
    const at = this.#countBefore(item);
    if (this.#items[at] !== item) return;
    if (at === this.#left) this.#dropFirst();
    else this.#items.splice(at, 1);
  }

  /** From the newest down, beginning below each of the places. */
  *downFrom(...below: readonly (GalleryPlace | undefined)[]): Generator<T> {
    const counts = below.flatMap((place) => (place === undefined ? [] : [this.#countBefore(place)]));
    for (let at = Math.min(this.#items.length, ...counts) - 1; at >= this.#left; at -= 1) {
      const item = this.#items[at];
      if (item !== undefined) yield item;
    }
  }

  #dropFirst(): void {
    this.#items[this.#left] = undefined;
    this.#left += 1;
    if (this.#left <= this.size) return;
    this.#items = this.#items.slice(this.#left);
    this.#left = 0;
  }

  #countBefore(place: GalleryPlace): number {
    let low = this.#left;
    let high = this.#items.length;
    const last = this.#items[high - 1];
    // Nearly every file is newer than all that are here.
    if (last === undefined || isBefore(last, place)) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#items[middle];
      if (item !== undefined && isBefore(item, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By time, then by id. */
export function isBefore(a: GalleryPlace, b: GalleryPlace): boolean {
  return a.sentAtMs === b.sentAtMs ? a.id < b.id : a.sentAtMs < b.sentAtMs;
}
