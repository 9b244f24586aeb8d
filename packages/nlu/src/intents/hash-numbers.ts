/** Numbers 0, 1, 2 … for 32-bit hashes in the order they are added; several times as fast as a `Map`. */
export type HashNumbers = {
  readonly size: () => number;
  /** -1 for a hash that is not there. */
  readonly get: (hash: number) => number;
  /** The number of the hash, a new one if it is not there. */
  readonly add: (hash: number) => number;
  /** In order of their numbers. */
  readonly hashes: () => Int32Array<ArrayBuffer>;
  readonly clear: () => void;
};

/** Open addressing, at most half full. `expected` is only where it starts. */
export function createHashNumbers(expected = 1_024): HashNumbers {
  let mask = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2))) - 1;
  // A slot's hash lies beside its number + 1 (0 = free): most look-ups of a large table miss the cache once, not twice.
  let slots = new Int32Array(2 * (mask + 1));
  let places = new Int32Array((mask + 1) >> 1);
  let size = 0;

  function placeOf(hash: number): number {
    let place = (hash & mask) << 1;
    for (;;) {
      if (slots[place + 1] === 0 || slots[place] === hash) return place;
      place = (place + 2) & (2 * mask + 1);
    }
  }

  function put(hash: number, place: number, number: number): void {
    slots[place] = hash;
    slots[place + 1] = number + 1;
    places[number] = place;
  }

  function grow(): void {
    const old = hashes();
    mask = mask * 2 + 1;
    slots = new Int32Array(2 * (mask + 1));
    places = new Int32Array((mask + 1) >> 1);
    for (const [number, hash] of old.entries()) put(hash, placeOf(hash), number);
  }

  function hashes(): Int32Array<ArrayBuffer> {
    return places.slice(0, size).map((place) => slots[place] ?? 0);
  }

  return {
    size: () => size,
    get: (hash) => (slots[placeOf(hash) + 1] ?? 0) - 1,
    add: (hash) => {
      const place = placeOf(hash);
      const number = slots[place + 1] ?? 0;
      if (number > 0) return number - 1;
      if (size === places.length) {
        grow();
        put(hash, placeOf(hash), size);
      } else put(hash, place, size);
      return size++;
    },
    hashes,
    clear: () => {
      for (let number = 0; number < size; number++) slots[(places[number] ?? 0) + 1] = 0;
      size = 0;
    },
  };
}
