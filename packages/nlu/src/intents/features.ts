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
const digit = /\d/;
const digits = /\d/g;
const plain = /^[\x20-\x7e\n\r\t]*$/;
const marks = /[\p{M}\u200b-\u200f\u2060\ufeff]/gu;
const quotes = /[’‘´`]/g;

/** What a word says by itself: its hashes in order, those that come twice also twice. */
export type WordFeatures = { readonly own: Int32Array; readonly word: number; readonly stem: number };

/** Character 2-4-grams within words, words, their stems and concepts, neighbours and near pairs, as 32-bit hashes. */
export function featuresOf(text: string): Features {
  const { numbers, counts } = counting;
  numbers.clear();
  const add = (feature: number) => {
    const known = numbers.size();
    const number = numbers.add(feature);
    counts[number] = number === known ? 1 : (counts[number] ?? 0) + 1;
  };
  const words = wordsOf(text).map(featuresOfWord);
  for (const { own } of words) for (const feature of own) add(feature);
  addPairs(words, add);
  return { hashes: numbers.hashes(), counts: counts.slice(0, numbers.size()) };
}

/** More than a text can have: a word has at most 72 grams, 4 concepts and 9 others. */
export const mostFeatures = mostWords * 100;
const counting: Counting = { numbers: createHashNumbers(2_048), counts: new Uint16Array(mostFeatures) };

/** Chats say the same words again and again. */
const mostRemembered = 4_000;
const remembered = new Map<string, WordFeatures>();

export function featuresOfWord(word: string): WordFeatures {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const itself = hash(word, kinds.word);
  const stem = hash(stemOf(word), kinds.stem);
  const concepts = conceptsOf(word).map((concept) => hash(concept, kinds.concept));
  const features = { own: Int32Array.from([...gramsOf(word), itself, stem, ...concepts]), word: itself, stem };
  remembered.set(word, features);
  return features;
}

const kinds = { gram: 1, word: 2, stem: 3, concept: 4, neighbours: 5, near: 6, edge: 7 } as const;
/** Pairs of stems at most this far apart count in any order. */
const nearWords = 4;

/** The words that features are made from: folded, written out and cut. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of fold(text.slice(0, mostCharacters)).matchAll(wordPattern)) {
    if (words.length === mostWords) break;
    words.push(writeOut((digit.test(found) ? found.replace(digits, "0") : found).slice(0, longestWord)));
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

function gramsOf(word: string): number[] {
  const grams: number[] = [];
  const whole = `<${word}>`;
  for (let start = 0; start + 2 <= whole.length; start++) {
    let state = begin(kinds.gram);
    const end = Math.min(start + 4, whole.length);
    for (let at = start; at < end; at++) {
      state = step(state, whole.charCodeAt(at));
      if (at > start) grams.push(finish(state));
    }
  }
  return grams;
}

/** The features of words side by side, and of words near each other in any order. */
export function addPairs(words: readonly WordFeatures[], add: (feature: number) => void): void {
  let before: number = kinds.edge;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]?.word ?? 0;
    add(pair(before, word, kinds.neighbours));
    before = word;
    const stem = words[index]?.stem ?? 0;
    for (let far = 1; far <= nearWords && index + far < words.length; far++) {
      const other = words[index + far]?.stem ?? 0;
      add(stem < other ? pair(stem, other, kinds.near) : pair(other, stem, kinds.near));
    }
  }
  if (words.length > 0) add(pair(before, kinds.edge, kinds.neighbours));
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
