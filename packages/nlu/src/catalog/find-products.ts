import type { Text } from "../text.ts";
import { bitOfFirst, type CatalogIndex, type NameEntry, nameKey } from "./catalog-index.ts";
import { phrasesOf, type Term } from "./terms.ts";

/** A name of the catalog in a text; offsets are those of `Text.folded`. */
export type ProductFound = { id: string; start: number; end: number; confidence: number };

type Word = { stem: string; token: number; known: string | undefined; slip: boolean };
type Match = { entry: NameEntry; from: number; to: number; slips: number };

/** Shorter words are too near to others to guess. */
const shortestGuess = 5;
const shortestLonelyGuess = 6;

/** Names and aliases in a text in any word order, plurals and small typing errors included; the longest ones, from the left. */
export function findProducts(index: CatalogIndex, text: Text): ProductFound[] {
  if (index.longest === 0) return [];
  const found: ProductFound[] = [];
  for (const phrase of phrasesOf(text)) {
    const words = wordsOf(index, phrase);
    if (words === undefined) continue;
    for (let at = 0; at < words.length; at++) {
      const match = longestAt(index, words, at);
      if (match === undefined) continue;
      const whole = widened(index, text, words, match);
      const product = toProduct(index, text, words, whole);
      if (product !== undefined) found.push(product);
      at = whole.to - 1;
    }
  }
  return found;
}

/** Undefined where no word is one of the names'. */
function wordsOf(index: CatalogIndex, phrase: readonly Term[]): Word[] | undefined {
  let words: Word[] | undefined;
  for (let at = 0; at < phrase.length; at++) {
    const term = phrase[at];
    if (term === undefined) break;
    const { stem, token, common } = term;
    const named = (index.firstSigns & bitOfFirst(stem)) !== 0 && index.byTerm.has(stem);
    const known = named ? stem : common ? undefined : guess(index, stem);
    if (known !== undefined)
      words ??= phrase.map((term) => ({ stem: term.stem, token: term.token, known: undefined, slip: false }));
    if (words !== undefined && known !== undefined) words[at] = { stem, token, known, slip: !named };
  }
  return words;
}

function guess(index: CatalogIndex, stem: string): string | undefined {
  return stem.length < shortestGuess ? undefined : index.spelling.nearest(stem);
}

function longestAt(index: CatalogIndex, words: readonly Word[], at: number): Match | undefined {
  let best: Match | undefined;
  let slips = 0;
  let worded = false;
  const terms: string[] = [];
  for (let to = at; to < words.length && terms.length < index.longest; to++) {
    const word = words[to];
    if (word?.known === undefined) break;
    terms.push(word.known);
    if (word.slip) slips++;
    worded ||= !/^\d/.test(word.known);
    // Lists of numbers are no names.
    const entry = worded || terms.length === 1 ? index.byName.get(nameKey(terms)) : undefined;
    if (entry === undefined || !isLikely(words, at, slips, terms.length)) continue;
    best = { entry, from: at, to: to + 1, slips };
  }
  return best;
}

/** A name of one word may be guessed only if it is long; of more words, at most half may be. */
function isLikely(words: readonly Word[], at: number, slips: number, terms: number): boolean {
  if (slips === 0) return true;
  return terms === 1 ? (words[at]?.known?.length ?? 0) >= shortestLonelyGuess : slips * 2 <= terms + 1;
}

/** Takes in neighbours that belong to the item's other names: "arroz integral" + "5 kg". A number to the left is a count. */
function widened(index: CatalogIndex, text: Text, words: readonly Word[], match: Match): Match {
  const terms = index.items[match.entry.item]?.terms;
  if (terms === undefined) return match;
  let { from, to } = match;
  while (to < words.length && belongs(words[to], terms) && startsNear(words[to - 1], words[to])) to++;
  while (from > 0 && belongs(words[from - 1], terms) && startsNear(words[from - 1], words[from])) {
    if (text.tokens[words[from - 1]?.token ?? 0]?.kind === "digits" || /^\d/.test(words[from - 1]?.known ?? "")) break;
    from--;
  }
  return { ...match, from, to };
}

function belongs(word: Word | undefined, terms: ReadonlySet<string>): boolean {
  return word?.known !== undefined && !word.slip && terms.has(word.known);
}

function startsNear(left: Word | undefined, right: Word | undefined): boolean {
  return left !== undefined && right !== undefined && right.token - left.token <= 2;
}

function toProduct(index: CatalogIndex, text: Text, words: readonly Word[], match: Match): ProductFound | undefined {
  const first = text.tokens[words[match.from]?.token ?? -1];
  const last = text.tokens[words[match.to - 1]?.token ?? -1];
  const item = index.items[match.entry.item];
  if (first === undefined || last === undefined || item === undefined) return undefined;
  const confidence = (match.entry.shared ? 0.6 : 0.97) - 0.1 * match.slips;
  return { id: item.id, start: first.start, end: last.end, confidence: Math.max(0.5, confidence) };
}
