/** Where a file stands in lists: newest first, those of one moment by id. */
export type GalleryPlace = { sentAtMs: number; id: string };

/** Items by their place, which none shares with another. */
export class PlacedList<T extends GalleryPlace> {
  /** Oldest first. */
  readonly #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The oldest. */
  get first(): T | undefined {
    return this.#items[0];
  }

  insert(item: T): void {
    const at = this.#countBefore(item);
    if (at === this.#items.length) this.#items.push(item);
    else this.#items.splice(at, 0, item);
  }

  remove(item: T): void {
    const at = this.#countBefore(item);
    if (this.#items[at] === item) this.#items.splice(at, 1);
  }

  /** From the newest down, beginning below each of the places. */
  *downFrom(...below: readonly (GalleryPlace | undefined)[]): Generator<T> {
    const counts = below.map((place) => (place === undefined ? this.size : this.#countBefore(place)));
    for (let at = Math.min(...counts) - 1; at >= 0; at -= 1) {
      const item = this.#items[at];
      if (item !== undefined) yield item;
    }
  }

  #countBefore(place: GalleryPlace): number {
    let low = 0;
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
