export type Place = { readonly position: number; done: boolean };

/**
 * The low watermark of one source: the highest position with everything before it done. Positions are added in rising order and
 * finished in any order, so a slow chat holds the mark back but not the other chats.
 */
export class Watermark {
  #places: Place[] = [];
  #head = 0;
  #low: number;

  constructor(low: number) {
    this.#low = low;
  }

  add(position: number, done = false): Place {
    const place = { position, done };
    this.#places.push(place);
    return place;
  }

  get low(): number {
    while (this.#head < this.#places.length) {
      const place = this.#places[this.#head];
      if (!place?.done) break;
      this.#low = place.position;
      this.#head++;
    }
    if (this.#head > 1024 && this.#head * 2 > this.#places.length) {
      this.#places = this.#places.slice(this.#head);
      this.#head = 0;
    }
    return this.#low;
  }

  /** With nothing outstanding everything up to `position` is done. */
  raise(position: number): void {
    if (this.outstanding === 0 && position > this.#low) this.#low = position;
  }

  get outstanding(): number {
    void this.low;
    return this.#places.length - this.#head;
  }

  /** Positions above the mark that are done already. */
  doneAbove(): number[] {
    return this.#places.slice(this.#head).flatMap((place) => (place.done ? [place.position] : []));
  }
}
