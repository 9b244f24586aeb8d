// Rows of bits, one bit a slot: which slots have a word that begins so. The first sign and the first two have rows of their own
// as far as they are a-z and 0-9; longer beginnings, and whole tags and fields, share the others by hash.
const signs = 36;
const hashedFrom = signs + signs * signs;
const hashedRows = 1_536;
const rows = hashedFrom + hashedRows;
const longestPrefix = 6;
const hashedLengths = (1 << 3) | (1 << 4) | (1 << 6);

/** The rows of a word's beginnings; a tag or a field has one, for all of it. */
export function signatureRows(word: string): number[] {
  const found: number[] = [];
  eachRow(word, (row) => found.push(row));
  return found;
}

/**
 * Which words an item may hold, in 360 bytes each: a search puts the rows of its words together and needs to look only into the
 * words of the slots that are left.
 */
export class WordSignatures {
  /** Slots there is room for, a multiple of 32. */
  #room = 1_024;
  #bits = new Uint32Array((rows * this.#room) / 32);
  readonly #free: number[] = [];
  #used = 0;

  /** The slot of a new signature. */
  add(words: Iterable<string>): number {
    const slot = this.#free.pop() ?? this.#used++;
    if (slot >= this.#room) this.#grow();
    const width = this.#room >>> 5;
    const column = slot >>> 5;
    const bit = 1 << (slot & 31);
    const set = (row: number) => {
      const at = row * width + column;
      this.#bits[at] = (this.#bits[at] ?? 0) | bit;
    };
    for (const word of words) eachRow(word, set);
    return slot;
  }

  remove(slot: number): void {
    const width = this.#room >>> 5;
    const others = ~(1 << (slot & 31));
    for (let at = slot >>> 5; at < this.#bits.length; at += width) this.#bits[at] = (this.#bits[at] ?? 0) & others;
    this.#free.push(slot);
  }

  /** The slots that may hold all of the words, as bits; undefined when there is no word to look for. */
  holding(words: readonly string[]): Uint32Array | undefined {
    const wanted = words.flatMap(signatureRows);
    if (wanted.length === 0) return undefined;
    const width = this.#room >>> 5;
    const left = new Uint32Array(width).fill(0xffffffff);
    for (const row of wanted) {
      const from = row * width;
      for (let at = 0; at < width; at += 1) left[at] = (left[at] ?? 0) & (this.#bits[from + at] ?? 0);
    }
    return left;
  }

  #grow(): void {
    const width = this.#room >>> 5;
    const larger = new Uint32Array(this.#bits.length * 2);
    for (let row = 0; row < rows; row += 1) {
      larger.set(this.#bits.subarray(row * width, (row + 1) * width), row * width * 2);
    }
    this.#bits = larger;
    this.#room *= 2;
  }
}

/** The slots of a set of bits. */
export function* slotsOf(bits: Uint32Array): Generator<number> {
  for (const [column, value] of bits.entries()) {
    for (let left = value; left !== 0; left &= left - 1) yield column * 32 + 31 - Math.clz32(left & -left);
  }
}

function eachRow(word: string, onRow: (row: number) => void): void {
  const marked = word.startsWith("#") || word.startsWith("=");
  const end = marked ? word.length : Math.min(word.length, longestPrefix);
  const first = signOf(word.charCodeAt(0));
  const second = signOf(word.charCodeAt(1));
  let hash = 0x811c9dc5;
  for (let length = 1; length <= end; length += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(length - 1), 0x01000193);
    if (marked ? length === end : ((hashedLengths >>> length) & 1) === 1) onRow(hashedRow(hash));
    else if (marked) continue;
    else if (length === 1) onRow(first === undefined ? hashedRow(hash) : first);
    else if (length === 2)
      onRow(first === undefined || second === undefined ? hashedRow(hash) : signs + first * signs + second);
  }
}

function hashedRow(hash: number): number {
  return hashedFrom + (((hash ^ (hash >>> 15)) >>> 0) % hashedRows);
}

function signOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 48 + 26 : undefined;
}
