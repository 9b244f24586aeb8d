import type { GalleryEntry } from "@parley/contract/gallery";
import { fieldWord, searchWords, tagWord } from "./fold-search.ts";
import { type GalleryPlace, isBefore, PlacedList } from "./placed-list.ts";
import { holdsBeginning, sortWords } from "./sorted-words.ts";
import { countSlots, isIn, slotsOf, WordSignatures } from "./word-signatures.ts";

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
    /** Sorted. */
    words: string;
    /** Of `words`, in the signatures. */
    slot: number;
  };

const standardCapacity = 100_000;
// What the words of all items may take together, characters: about as many bytes.
const standardWordChars = 160_000_000;
const maxWordsOfItem = 4_000;
// More are met on the way through the list before they are all looked at.
const fewSlots = 5_000;

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
    const item: Item = { id, chat, kind, status, sentAtMs, words: sortWords(words), slot };
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
    const { chat, fromMs, toMs } = filter;
    const from = { sentAtMs: fromMs ?? Number.NEGATIVE_INFINITY, id: "" };
    const tops = [below, toMs === undefined ? undefined : { sentAtMs: toMs + 1, id: "" }];
    const list = chat === undefined ? this.#all : this.#byChat.get(chat);
    const holding = this.#signatures.holding(needlesOf(filter).map((needle) => needle.trim()));
    const fits = matcherOf(filter);
    const found: GalleryPlace[] = [];
    if (holding !== undefined && list === this.#all && countSlots(holding) <= fewSlots) {
      for (const slot of slotsOf(holding)) {
        const item = this.#bySlot[slot];
        if (item === undefined || isBefore(item, from) || !fits(item)) continue;
        if (tops.every((top) => top === undefined || isBefore(item, top))) found.push(placeOf(item));
      }
      return found.sort((a, b) => (isBefore(a, b) ? 1 : -1)).slice(0, limit);
    }
    for (const item of list?.downFrom(...tops) ?? []) {
      if (isBefore(item, from)) break;
      if (holding !== undefined && !isIn(item.slot, holding)) continue;
      if (fits(item)) found.push(placeOf(item));
      if (found.length === limit) break;
    }
    return found;
  }

  #forgetOldest(): void {
    const oldest = this.#all.first;
    if (oldest !== undefined) this.forget(oldest.id);
  }
}

function placeOf({ sentAtMs, id }: Item): GalleryPlace {
  return { sentAtMs, id };
}

function matcherOf(filter: GalleryFilter): (item: Item) => boolean {
  const { account, type, status } = filter;
  const ofAccount = account === undefined ? undefined : `${account}~`;
  const needles = needlesOf(filter);
  return (item) =>
    (type === undefined || item.kind === type) &&
    (status === undefined || item.status === status) &&
    (ofAccount === undefined || item.chat.startsWith(ofAccount)) &&
    needles.every((needle) => holdsBeginning(item.words, needle));
}

/** Beginnings of words; a space behind is a word's end. */
function needlesOf({ q = "", tags = [], fields = [] }: GalleryFilter): string[] {
  const words = [...new Set(searchWords(q))].sort((a, b) => b.length - a.length);
  const known = fields.map(({ name, value }) => fieldWord(name, value) ?? "==");
  return [...[...known, ...tags.map(tagWord)].map((word) => `${word} `), ...words];
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
