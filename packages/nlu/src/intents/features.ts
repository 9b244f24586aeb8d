import { kindAt, widthAt } from "../text.ts";
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
const longestRemembered = 40;
const remembered = new Map<string, WordFeatures>();

/** Of one of `wordsOf`. */
export function featuresOfWord(said: string): WordFeatures {
  const known = remembered.get(said);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const word = writeOut(said.replace(digits, "0").slice(0, longestWord));
  const itself = hash(word, kinds.word);
  const stem = hash(stemOf(word), kinds.stem);
  const concepts = conceptsOf(word).map((concept) => hash(concept, kinds.concept));
  const features = { own: Int32Array.from([...gramsOf(word), itself, stem, ...concepts]), word: itself, stem };
  if (said.length <= longestRemembered) remembered.set(said, features);
  return features;
}

const kinds = { gram: 1, word: 2, stem: 3, concept: 4, neighbours: 5, near: 6, edge: 7 } as const;
/** Pairs of stems at most this far apart count in any order. */
const nearWords = 4;

/** The words of a text as its features see them: folded, but neither cut nor written out yet. */
export function wordsOf(text: string): string[] {
  const folded = fold(text.slice(0, mostCharacters));
  const words: string[] = [];
  for (let start = 0; start < folded.length && words.length < mostWords; ) {
    const end = endOfWord(folded, start);
    if (end > start) words.push(folded.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return words;
}

function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text.toLowerCase().replace(quotes, "'").normalize("NFKD").replace(marks, "");
}

/** Where the word at a place ends: letters and digits, and letters behind an apostrophe; or one of the signs that say something. */
function endOfWord(folded: string, start: number): number {
  let end = start;
  while (isLetter(folded, end) || isDigit(folded, end)) end += widthAt(folded, end);
  if (end === start) return isTellingSign(folded.charCodeAt(start)) ? start + 1 : start;
  if (folded.charCodeAt(end) !== apostrophe || !isLetter(folded, end + 1)) return end;
  end++;
  while (isLetter(folded, end)) end += widthAt(folded, end);
  return end;
}

const apostrophe = 39;
const signs = new Set(Array.from("?$€£₹@#", (sign) => sign.charCodeAt(0)));

/** Most of what is no word is a space. */
function isTellingSign(code: number): boolean {
  return code > 32 && signs.has(code);
}

/** Compatibility forms ("ℌ") may have been folded to a capital. */
function isLetter(folded: string, at: number): boolean {
  const code = at < folded.length ? folded.charCodeAt(at) : 0;
  if (code > 127) return kindAt(folded, at) === "word";
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isDigit(folded: string, at: number): boolean {
  return kindAt(folded, at) === "digits";
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
