// Rows of bits, one bit a slot: which slots have a word that begins so. The first sign and the first two have rows of their own
// as far as they are a-z and 0-9; longer beginnings, and whole tags and fields, share the others by hash. Every length up to 16 has
// a hash, because numbers of documents begin alike: with lengths 3, 4 and 6 only, a search for one looked into every item.
const signs = 36;
const hashedFrom = signs + signs * signs;
const hashedRows = 4_096;
const rows = hashedFrom + hashedRows;
const everyLengthUpTo = 16;
const longerLengths = new Set([20, 24, 32, 40]);

/** The rows of a word's beginnings; a tag or a field has two, for all of it. */
export function signatureRows(word: string): number[] {
  const found: number[] = [];
  eachRow(word, (row) => found.push(row));
  return found;
}

// Rows of 512 slots lie together: more room is another block, nothing is copied, and what belongs to a slot is near.
const wordsOfRow = 16;
const slotsOfBlock = wordsOfRow * 32;

/**
 * Which words an item may hold, in 680 bytes each: a search puts the rows of its words together and needs to look only into the
 * words of the slots that are left.
 */
export class WordSignatures {
  readonly #blocks: Uint32Array[] = [];
  readonly #free: number[] = [];
  #used = 0;

  /** The slot of a new signature. */
  add(words: Iterable<string>): number {
    const slot = this.#free.pop() ?? this.#used++;
    const block = this.#blockOf(slot);
    const column = (slot % slotsOfBlock) >>> 5;
    const bit = 1 << (slot & 31);
    const set = (row: number) => {
      const at = row * wordsOfRow + column;
      block[at] = (block[at] ?? 0) | bit;
    };
    for (const word of words) eachRow(word, set);
    return slot;
  }

  remove(slot: number): void {
    const block = this.#blockOf(slot);
    const others = ~(1 << (slot & 31));
    for (let at = (slot % slotsOfBlock) >>> 5; at < block.length; at += wordsOfRow)
      block[at] = (block[at] ?? 0) & others;
    this.#free.push(slot);
  }

  /** The slots that may hold all of the words, as bits; undefined when there is no word to look for. */
  holding(words: readonly string[]): Uint32Array | undefined {
    const wanted = [...new Set(words.flatMap(signatureRows))];
    if (wanted.length === 0) return undefined;
    const all = new Uint32Array(this.#blocks.length * wordsOfRow).fill(0xffffffff);
    for (const [n, block] of this.#blocks.entries()) {
      const left = all.subarray(n * wordsOfRow, (n + 1) * wordsOfRow);
      for (const row of wanted) {
        const from = row * wordsOfRow;
        for (let at = 0; at < wordsOfRow; at += 1) left[at] = (left[at] ?? 0) & (block[from + at] ?? 0);
      }
    }
    return all;
  }

  #blockOf(slot: number): Uint32Array {
    const n = Math.floor(slot / slotsOfBlock);
    const block = this.#blocks[n] ?? new Uint32Array(rows * wordsOfRow);
    this.#blocks[n] = block;
    return block;
  }
}

export function isIn(slot: number, bits: Uint32Array): boolean {
  return (((bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
}

export function countSlots(bits: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1) count += 1;
  }
  return count;
}

/** The slots of a set of bits. */
export function* slotsOf(bits: Uint32Array): Generator<number> {
  for (let column = 0; column < bits.length; column += 1) {
    for (let left = bits[column] ?? 0; left !== 0; left &= left - 1) yield column * 32 + 31 - Math.clz32(left & -left);
  }
}

function eachRow(word: string, onRow: (row: number) => void): void {
  const marked = word.startsWith("#") || word.startsWith("=");
  const first = signOf(word.charCodeAt(0));
  const second = signOf(word.charCodeAt(1));
  let hash = 0x811c9dc5;
  for (let length = 1; length <= word.length; length += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(length - 1), 0x01000193);
    if (marked) {
      if (length < word.length) continue;
      onRow(hashedRow(hash));
      // Others have a row for each of their lengths, which tells them apart better than one.
      onRow(hashedRow(Math.imul(hash, 0x9e3779b1)));
    } else if (length === 1) onRow(first ?? hashedRow(hash));
    else if (length === 2)
      onRow(first === undefined || second === undefined ? hashedRow(hash) : signs + first * signs + second);
    else if (length <= everyLengthUpTo || longerLengths.has(length)) onRow(hashedRow(hash));
  }
}

function hashedRow(hash: number): number {
  return hashedFrom + (((hash ^ (hash >>> 15)) >>> 0) % hashedRows);
}

function signOf(code: number): number | undefined {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 48 + 26 : undefined;
}
