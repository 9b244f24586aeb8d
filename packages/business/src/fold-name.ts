import { readText } from "@parley/nlu/text";

/** The words of a text, lower case and without accents. */
export function wordsOf(text: string): string[] {
  return readText(text).tokens.flatMap(({ kind, text: word }) => (kind === "sign" ? [] : [word]));
}

/** Two names are the same when they fold to the same: capitals, accents, signs and spaces aside. */
export function foldName(name: string): string {
  return wordsOf(name).join(" ");
}
