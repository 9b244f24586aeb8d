import type { GalleryEntry } from "@parley/contract/gallery";
import { fieldWord, searchWords, tagWord } from "./fold-search.ts";
import { type GalleryPlace, isBefore, PlacedList } from "./placed-list.ts";
import { slotsOf, WordSignatures } from "./word-signatures.ts";

export type GalleryFilter = {
  chat?: string | undefined;
  account?: string | undefined;
  type?: string | undefined;
  status?: string | undefined;
  /** Unix ms, both included. */
  fromMs?: number | undefined;
  toMs?: number | undefined;
  /** Beginnings of words that must all occur. */
  q?: string | undefined;
  tags?: readonly string[];
  fields?: readonly { name: string; value: string }[];
};

type Item = GalleryPlace &
  Pick<GalleryEntry, "chat" | "kind" | "status"> & {
    words: string;
    /** Of `words`, in the signatures. */
    slot: number;
  };

const standardCapacity = 100_000;
// What the words of all items may take together, characters: about as many bytes.
const standardWordChars = 160_000_000;
const maxWordsOfItem = 4_000;
const manyCandidates = 10_000;

/**
 * What lists of the gallery are filtered by, of the newest 100,000 files, in memory; the entries stay in their bucket. A search
 * looks only into the words of those whose signatures say that they may fit.
 */
export class GalleryIndex {
  readonly #capacity: number;
  readonly #wordChars: number;
  readonly #byId = new Map<string, Item>();
  readonly #all = new PlacedList<Item>();
  readonly #byChat = new Map<string, PlacedList<Item>>();
  readonly #signatures = new WordSignatures();
  readonly #bySlot: (Item | undefined)[] = [];
  #words = 0;

  constructor(capacity = standardCapacity, wordChars = standardWordChars) {
    this.#capacity = capacity;
    this.#wordChars = wordChars;
  }

  get size(): number {
    return this.#all.size;
  }

  /** A stored entry; a newer form of one that is here takes its place. */
  take(entry: GalleryEntry): void {
    const sentAtMs = Date.parse(entry.sentAt);
    if (Number.isNaN(sentAtMs)) return;
    this.forget(entry.id);
    const { id, chat, kind, status } = entry;
    const words = wordsOf(entry);
    const slot = this.#signatures.add(words);
    const item: Item = { id, chat, kind, status, sentAtMs, words: joinWords(words), slot };
    this.#byId.set(id, item);
    this.#bySlot[slot] = item;
    this.#all.insert(item);
    const ofChat = this.#byChat.get(chat) ?? new PlacedList<Item>();
    ofChat.insert(item);
    this.#byChat.set(chat, ofChat);
    this.#words += item.words.length;
    while (this.size > this.#capacity || this.#words > this.#wordChars) this.#forgetOldest();
  }

  forget(id: string): void {
    const item = this.#byId.get(id);
    if (item === undefined) return;
    this.#byId.delete(id);
    this.#all.remove(item);
    this.#signatures.remove(item.slot);
    this.#bySlot[item.slot] = undefined;
    this.#words -= item.words.length;
    const ofChat = this.#byChat.get(item.chat);
    ofChat?.remove(item);
    if (ofChat?.size === 0) this.#byChat.delete(item.chat);
  }

  /** At most `limit` places below `below`, newest first. */
  find(filter: GalleryFilter, limit: number, below?: GalleryPlace): GalleryPlace[] {
    const top = filter.toMs === undefined ? undefined : { sentAtMs: filter.toMs + 1, id: "" };
    const fits = matcherOf(filter);
    const found: GalleryPlace[] = [];
    for (const item of this.#candidates(filter, [below, top])) {
      if (item.sentAtMs < (filter.fromMs ?? Number.NEGATIVE_INFINITY)) break;
      if (!fits(item)) continue;
      found.push({ sentAtMs: item.sentAtMs, id: item.id });
      if (found.length === limit) break;
    }
    return found;
  }

  /** What may fit, below the places, newest first. */
  #candidates(filter: GalleryFilter, below: readonly (GalleryPlace | undefined)[]): Iterable<Item> {
    if (filter.chat !== undefined) return this.#byChat.get(filter.chat)?.downFrom(...below) ?? [];
    const holding = this.#signatures.holding(needlesOf(filter).map((needle) => needle.trim()));
    if (holding === undefined) return this.#all.downFrom(...below);
    const few: Item[] = [];
    for (const slot of slotsOf(holding)) {
      const item = this.#bySlot[slot];
      if (item === undefined || below.some((place) => place !== undefined && !isBefore(item, place))) continue;
      // So many that the first page is soon full from the newest down.
      if (few.push(item) > manyCandidates) return this.#all.downFrom(...below);
    }
    return few.sort((a, b) => (isBefore(a, b) ? 1 : -1));
  }

  #forgetOldest(): void {
    const oldest = this.#all.first;
    if (oldest !== undefined) this.forget(oldest.id);
  }
}

function matcherOf(filter: GalleryFilter): (item: Item) => boolean {
  const { account, type, status } = filter;
  const ofAccount = account === undefined ? undefined : `${account}~`;
  const needles = needlesOf(filter);
  return (item) =>
    (type === undefined || item.kind === type) &&
    (status === undefined || item.status === status) &&
    (ofAccount === undefined || item.chat.startsWith(ofAccount)) &&
    needles.every((needle) => item.words.includes(needle));
}

/** Words stand between spaces: a space before is the beginning of a word, one behind its end. */
function needlesOf({ q = "", tags = [], fields = [] }: GalleryFilter): string[] {
  const words = [...new Set(searchWords(q))].sort((a, b) => b.length - a.length);
  const known = fields.map(({ name, value }) => fieldWord(name, value) ?? "==");
  return [...[...known, ...tags.map(tagWord)].map((word) => ` ${word} `), ...words.map((word) => ` ${word}`)];
}

/** All that fit into what one item may take, tags and fields first. */
function wordsOf({ text, caption, filename, fields, tags }: GalleryEntry): Set<string> {
  const words = new Set<string>();
  let left = maxWordsOfItem;
  const add = (word: string) => {
    if (words.has(word) || word.length >= left) return;
    words.add(word);
    left -= word.length + 1;
  };
  for (const tag of tags) add(tagWord(tag));
  for (const [name, field] of Object.entries(fields ?? {})) {
    const value = typeof field === "object" && field !== null && "value" in field ? field.value : field;
    const word = fieldWord(name, value);
    if (word !== undefined) add(word);
    if (typeof value === "string") for (const part of searchWords(value)) add(part);
  }
  for (const part of [filename, caption, text]) for (const word of searchWords(part ?? "")) add(word);
  return words;
}

/** Between spaces; by way of bytes, because a joined string may be kept as its pieces, and those hold the text they are from. */
function joinWords(words: ReadonlySet<string>): string {
  return words.size === 0 ? "" : Buffer.from(` ${[...words].join(" ")} `).toString("utf8");
}
