import { readText, type Text } from "@parley/nlu/text";

/** The words of a text, lower case and without accents. */
export function wordsOf(text: string | Text): string[] {
  const { tokens } = typeof text === "string" ? readText(text) : text;
  const words: string[] = [];
  for (const { kind, text: word } of tokens) if (kind !== "sign") words.push(word);
  return words;
}

/** Two names are the same when they fold to the same: capitals, accents, signs and spaces aside. */
export function foldName(name: string): string {
  return wordsOf(name).join(" ");
}
