import { conceptsOf, writeOut } from "./concepts.ts";
import { createHashNumbers, type HashNumbers } from "./hash-numbers.ts";

/** Features of a text by their hashes, each once, with how often it has them. */
export type Features = { readonly hashes: Int32Array; readonly counts: Uint16Array };

/** Features while they are counted; used again for the next text. */
type Counting = { readonly numbers: HashNumbers; readonly counts: Uint16Array };

/** Longer texts say nothing new to a classifier of short messages; bounds the cost of a hostile one. */
const mostCharacters = 600;
const mostWords = 80;
const longestWord = 24;

const wordPattern = /[\p{L}\p{Nd}]+(?:'\p{L}+)?|[?$€£₹@#]/gu;
const plain = /^[\x20-\x7e\n\r\t]*$/;
const marks = /[\p{M}\u200b-\u200f\u2060\ufeff]/gu;
const quotes = /[’‘´`]/g;

/** Character 2-4-grams within words, words, their stems and concepts, neighbours and near pairs, as 32-bit hashes. */
export function featuresOf(text: string): Features {
  const features = counting;
  features.numbers.clear();
  const words = wordsOf(text);
  const hashes = words.map((word) => hash(word, kinds.word));
  const stems = words.map((word) => hash(stemOf(word), kinds.stem));
  for (const [index, word] of words.entries()) {
    addGrams(features, word);
    add(features, hashes[index] ?? 0);
    add(features, stems[index] ?? 0);
    for (const concept of conceptsOf(word)) add(features, hash(concept, kinds.concept));
  }
  addPairs(features, hashes, stems);
  return { hashes: features.numbers.hashes(), counts: features.counts.slice(0, features.numbers.size()) };
}

// A word has at most 72 grams, 4 concepts and 9 others.
const counting: Counting = { numbers: createHashNumbers(2_048), counts: new Uint16Array(mostWords * 100) };

const kinds = { gram: 1, word: 2, stem: 3, concept: 4, neighbours: 5, near: 6, edge: 7 } as const;
/** Pairs of stems at most this far apart count in any order. */
const nearWords = 4;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of fold(text.slice(0, mostCharacters)).matchAll(wordPattern)) {
    if (words.length === mostWords) break;
    words.push(writeOut(found.replace(/\d/g, "0").slice(0, longestWord)));
  }
  return words;
}

function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.toLowerCase().replace(quotes, "'").normalize("NFKD").replace(marks, "");
}

/** Endings off, coarsely, for English and Spanish alike: it only has to send forms of a word to one feature. */
function stemOf(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:amos|ando|iendo|aron|ieron|ies|ing|ed|es|as|os|an|en|ar|er|ir|ly|s|e|a|o|y)$/, "");
}

function addGrams(features: Counting, word: string): void {
  const whole = `<${word}>`;
  for (let start = 0; start + 2 <= whole.length; start++) {
    let state = begin(kinds.gram);
    const end = Math.min(start + 4, whole.length);
    for (let at = start; at < end; at++) {
      state = step(state, whole.charCodeAt(at));
      if (at > start) add(features, finish(state));
    }
  }
}

function addPairs(features: Counting, words: readonly number[], stems: readonly number[]): void {
  let before: number = kinds.edge;
  for (const [index, word] of words.entries()) {
    add(features, pair(before, word, kinds.neighbours));
    before = word;
    const stem = stems[index] ?? 0;
    for (let far = 1; far <= nearWords && index + far < stems.length; far++) {
      const other = stems[index + far] ?? 0;
      add(features, stem < other ? pair(stem, other, kinds.near) : pair(other, stem, kinds.near));
    }
  }
  if (words.length > 0) add(features, pair(before, kinds.edge, kinds.neighbours));
}

function add({ numbers, counts }: Counting, feature: number): void {
  const known = numbers.size();
  const number = numbers.add(feature);
  counts[number] = number === known ? 1 : (counts[number] ?? 0) + 1;
}

function hash(text: string, kind: number): number {
  let state = begin(kind);
  for (let index = 0; index < text.length; index++) state = step(state, text.charCodeAt(index));
  return finish(state);
}

const begin = (kind: number) => 0x811c9dc5 ^ (kind * 0x9e3779b1);
const step = (state: number, code: number) => Math.imul(state ^ code, 0x01000193);

function pair(first: number, second: number, kind: number): number {
  return finish(Math.imul(begin(kind) ^ first, 0x85ebca6b) ^ second);
}

/** FNV alone spreads short texts badly. */
function finish(state: number): number {
  const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 12)) | 0;
}
