import type { Business } from "@parley/business/business";
import { readText, type Text } from "@parley/nlu/text";

/** The intent a text names by a word or phrase of the business file, the longest first; undefined if it names none. */
export type KeywordRules = (text: Text) => string | undefined;

type Phrase = { words: readonly string[]; intent: string };

export function createKeywordRules({ intents, support }: Business): KeywordRules {
  const byFirst = new Map<string, Phrase[]>();
  const add = (phrase: string, intent: string, fewest: number) => {
    const words = wordsOf(readText(phrase));
    const [first] = words;
    if (first === undefined || words.length < fewest) return;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, intent }]);
  };
  for (const { name, keywords = {} } of intents) {
    for (const phrase of Object.values(keywords).flat()) add(phrase, name, 1);
  }
  // "reacción alérgica" says what is wrong; a lone "frío" may be what somebody would like.
  for (const { words } of support.categories) {
    for (const phrase of Object.values(words).flat()) add(phrase, "complaint", 2);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  if (byFirst.size === 0) return () => undefined;
  return (text) => {
    if (!text.tokens.some((token) => byFirst.has(token.text))) return undefined;
    const words = wordsOf(text);
    let best: Phrase | undefined;
    for (const [at, word] of words.entries()) {
      const found = byFirst
        .get(word)
        ?.find((phrase) => phrase.words.every((part, index) => words[at + index] === part));
      if (found !== undefined && found.words.length > (best?.words.length ?? 0)) best = found;
    }
    return best?.intent;
  };
}

function wordsOf({ tokens }: Text): string[] {
  return tokens.flatMap(({ kind, text }) => (kind === "sign" ? [] : [text]));
}
