/**
 * Tokens a text will hardly exceed, to reserve with. Three UTF-8 bytes a token: measured tokenizers take 3.4-4.2 for English and Spanish,
 * newer Claude models up to a third more tokens, Chinese about one a character. What is paid is what the provider says.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 3);
}
