import type { Token } from "../text.ts";
import { wordMark } from "../word-marks.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { type Feeling, feelingOf, type PhrasesOfFirst } from "./lexicon.ts";

/** All that a grammar says of a word by itself. */
export type WordSense = {
  readonly feeling: Feeling | undefined;
  /** Those that begin with it. */
  readonly phrases: PhrasesOfFirst | undefined;
  /** Its factor for the word behind it. */
  readonly degree: number;
  readonly contrasts: boolean;
  readonly expected: boolean;
  readonly negates: boolean;
};

/** Chats say the same words again and again: one look-up for six. */
const senses = new WeakMap<Grammar, Map<string, WordSense>>();
const mostRemembered = 4_000;
const longestRemembered = 30;

/** The senses of a grammar's words asked about before; for `senseOf`. */
export function sensesOf(grammar: Grammar): Map<string, WordSense> {
  const known = senses.get(grammar);
  if (known !== undefined) return known;
  const fresh = new Map<string, WordSense>();
  senses.set(grammar, fresh);
  return fresh;
}

export function senseOf(grammar: Grammar, remembered: Map<string, WordSense>, word: string): WordSense {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const sense = {
    feeling: feelingOf(grammar.lexicon, word),
    phrases: grammar.lexicon.phrases.get(word),
    degree: grammar.degrees.get(word) ?? 1,
    contrasts: grammar.contrasts.has(word),
    expected: grammar.expected.has(word),
    negates: grammar.negators.has(word),
  };
  if (remembered.size >= mostRemembered) remembered.clear();
  if (word.length <= longestRemembered) remembered.set(word, sense);
  return sense;
}

/** The sense of a word that no grammar has anything to say about: of most. */
export const silent: WordSense = {
  feeling: undefined,
  phrases: undefined,
  degree: 1,
  contrasts: false,
  expected: false,
  negates: false,
};

const telling = wordMark((word) => ["es", "en"].some((language) => tells(grammarOf(language), word)));

function tells(grammar: Grammar, word: string): boolean {
  const { feeling, phrases, degree, contrasts, expected, negates } = senseOf(grammar, sensesOf(grammar), word);
  return feeling !== undefined || phrases !== undefined || degree !== 1 || contrasts || expected || negates;
}

/** Whether any grammar has something to say about a word. */
export function saysSomething(token: Token | undefined): boolean {
  return token !== undefined && (token.marks & telling) !== 0;
}
