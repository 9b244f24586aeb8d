/** What a text shows beyond being good or bad. */
export const emotions = ["joy", "anger", "sadness", "fear", "disgust", "surprise"] as const;
export type Emotion = (typeof emotions)[number];

/** How good (above 0) or bad something is, -4..4, and the emotion it shows. */
export type Feeling = { readonly weight: number; readonly emotion: Emotion | undefined };

/** Folded words and phrases with their feelings; made by `readLexicon`. */
export type Lexicon = {
  readonly words: ReadonlyMap<string, Feeling>;
  /** Starts of words that may have any ending of `endings`. */
  readonly stems: ReadonlyMap<string, Feeling>;
  /** By their first words. */
  readonly phrases: ReadonlyMap<string, PhrasesOfFirst>;
  readonly endings: ReadonlySet<string>;
};
type Phrase = { readonly rest: readonly string[]; readonly feeling: Feeling };
/** By the second word, or by `*` where it may have any ending; the longest first. */
export type PhrasesOfFirst = ReadonlyMap<string, readonly Phrase[]>;

/** Later sources win. `sign` turns the weights of a list of bad words. */
export function readLexicon(sources: readonly { source: string; sign?: -1 }[], endings: ReadonlySet<string>): Lexicon {
  const words = new Map<string, Feeling>();
  const stems = new Map<string, Feeling>();
  const phrases = new Map<string, Map<string, Phrase[]>>();
  for (const { source, sign = 1 } of sources)
    for (const line of source.trim().split("\n")) {
      const [head = "", list = ""] = line.split(": ");
      const [size, emotion] = head.split(" ");
      const feeling = { weight: sign * Number(size), emotion: asEmotion(emotion) };
      for (const entry of list.split(" ")) {
        const [first = "", ...rest] = entry.split("_");
        const [second = ""] = rest;
        if (rest.length > 0) addPhrase(phrases, [first, second.endsWith("*") ? "*" : second], { rest, feeling });
        else if (first.endsWith("*")) stems.set(first.slice(0, -1), feeling);
        else words.set(first, feeling);
      }
    }
  for (const bySecond of phrases.values())
    for (const list of bySecond.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return { words, stems, phrases, endings };
}

function addPhrase(
  phrases: Map<string, Map<string, Phrase[]>>,
  [first, second]: readonly [string, string],
  phrase: Phrase,
): void {
  const bySecond = phrases.get(first) ?? new Map<string, Phrase[]>();
  phrases.set(first, bySecond.set(second, [...(bySecond.get(second) ?? []), phrase]));
}

export function asEmotion(name: string | undefined): Emotion | undefined {
  return emotions.find((emotion) => emotion === name);
}

/** The feeling of a folded word; letters repeated for effect ("buenisimooo") are taken out if the word is not known with them. */
export function feelingOf(lexicon: Lexicon, word: string): Feeling | undefined {
  const found = lookUp(lexicon, word);
  if (found !== undefined || word.length > 200 || !repeated.test(word)) return found;
  const single = word.replace(everyRepeat, "$1");
  return lookUp(lexicon, word.replace(everyRepeat, "$1$1")) ?? lookUp(lexicon, single);
}

/** The phrase that starts at `words[at]`, one of the `phrases` of that word, and how many words it has. */
export function phraseAt(
  lexicon: Lexicon,
  phrases: PhrasesOfFirst,
  { words, at }: { words: readonly string[]; at: number },
): { feeling: Feeling; length: number } | undefined {
  const exact = phrases.get(words[at + 1] ?? "") ?? [];
  const loose = phrases.get("*") ?? [];
  const found =
    exact.find(({ rest }) => continues(lexicon, rest, { words, at })) ??
    loose.find(({ rest }) => continues(lexicon, rest, { words, at }));
  return found && { feeling: found.feeling, length: found.rest.length + 1 };
}

function continues(
  lexicon: Lexicon,
  rest: readonly string[],
  { words, at }: { words: readonly string[]; at: number },
): boolean {
  return rest.every((part, index) => fits(lexicon, part, words[at + 1 + index]));
}

const repeated = /(.)\1{2}|(.)\2$/;
const everyRepeat = /(.)\1+/g;
const longestEnding = 9;
const longestWord = 30;

function lookUp({ words, stems, endings }: Lexicon, word: string): Feeling | undefined {
  const exact = words.get(word);
  if (exact !== undefined || word.length > longestWord) return exact;
  for (let length = word.length; length >= Math.max(3, word.length - longestEnding); length--) {
    const feeling = stems.get(word.slice(0, length));
    if (feeling !== undefined && (length === word.length || endings.has(word.slice(length)))) return feeling;
  }
  return undefined;
}

function fits({ endings }: Lexicon, part: string, word: string | undefined): boolean {
  if (word === undefined || !part.endsWith("*")) return part === word;
  const stem = part.slice(0, -1);
  return word.startsWith(stem) && (word.length === stem.length || endings.has(word.slice(stem.length)));
}
