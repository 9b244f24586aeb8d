import type { Text } from "../text.ts";
import { chatWords, wordEndings } from "./chat-words.ts";

/** How strongly a text speaks for each of the detector's languages, in their order; comparable to log-likelihoods. */
export type Evidence = number[];

/** Signs (as written, lower case) that only some languages use, and how much one of them says. */
const signs: readonly (readonly [pattern: RegExp, weight: number, languages: readonly string[]])[] = [
  [/[ñ¿¡]/, 5, ["es"]],
  [/[ãõ]/, 5, ["pt"]],
  [/ç/, 2, ["pt", "fr", "ca"]],
  [/ß/, 6, ["de"]],
  [/[äöü]/, 2.5, ["de"]],
  [/[êîôû]/, 1.5, ["fr", "pt"]],
  [/[ëï]/, 1, ["fr", "nl", "ca"]],
  [/œ/, 5, ["fr"]],
  [/[àè]/, 1.5, ["fr", "it", "ca"]],
  [/ò/, 2.5, ["it", "ca"]],
  [/ì|ù/, 2.5, ["it"]],
  [/[áíú]/, 1.5, ["es", "pt", "ca"]],
  [/ó/, 1.2, ["es", "pt", "ca"]],
  [/é/, 0.5, ["es", "pt", "fr", "ca"]],
  [/l·l|l\.l/, 3, ["ca"]],
];

const nonAscii = /[^\x20-\x7e\n]/;

export type WordEvidence = (text: Text) => Evidence;

/** Evidence of words, word endings and signs for the given languages; those without word lists get none. */
export function createWordEvidence(languages: readonly string[]): WordEvidence {
  const none = languages.map(() => 0);
  const ownSigns = signsOf(languages);
  const words = indexOf(languages, chatWords, 2.6);
  const endings = indexOf(languages, wordEndings, 0.9);
  const remembered = new Map<string, SharesOfWord>();

  function sharesOf(word: string): SharesOfWord {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size >= mostRemembered) remembered.clear();
    const found = words.get(word) ?? words.get(calm(word)) ?? endingOf(word, endings) ?? [];
    if (word.length <= longestRemembered) remembered.set(word, found);
    return found;
  }

  return (text) => {
    const evidence: Evidence = none.slice();
    let looked = 0;
    for (const token of text.tokens) {
      if (token.kind !== "word") continue;
      if (++looked > mostWords) break;
      addShares(evidence, sharesOf(token.text));
    }
    if (nonAscii.test(text.original)) {
      const lower = text.original.slice(0, 1000).toLowerCase();
      for (const { pattern, shares } of ownSigns) if (pattern.test(lower)) addShares(evidence, shares);
    }
    return evidence;
  };
}

/** More than this many words say nothing new. */
const mostWords = 60;

/** Chats say the same words again and again. */
const mostRemembered = 4_000;
const longestRemembered = 40;

type SharesOfWord = readonly { readonly language: number; readonly share: number }[];
type Shares = Map<string, SharesOfWord>;

function addShares(evidence: Evidence, shares: SharesOfWord): void {
  for (const { language, share } of shares) evidence[language] = (evidence[language] ?? 0) + share;
}

/** A word that several of the languages use says less: nothing when all do. */
function indexOf(languages: readonly string[], lists: Readonly<Record<string, string>>, weight: number): Shares {
  const users = new Map<string, Set<string>>();
  for (const code of languages)
    for (const word of lists[code]?.split(/\s+/) ?? []) {
      const folded = foldListed(word);
      users.set(folded, (users.get(folded) ?? new Set()).add(code));
    }
  return new Map(
    [...users].map(([word, codes]) => {
      const share = codes.size === 1 ? weight : codes.size === languages.length ? 0 : weight / codes.size ** 0.25;
      return [word, [...codes].map((code) => ({ language: languages.indexOf(code), share }))];
    }),
  );
}

function foldListed(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** "holaaa" is "hola"; double letters stay when the word is known so. */
function calm(word: string): string {
  return word.replace(/(.)\1+$/, "$1").replace(/(.)\1{2,}/g, "$1");
}

function endingOf(word: string, endings: Shares) {
  if (word.length < 5) return undefined;
  for (let length = Math.min(6, word.length - 2); length >= 1; length--) {
    const found = endings.get(word.slice(-length));
    if (found !== undefined) return found;
  }
  return undefined;
}

function signsOf(languages: readonly string[]): { pattern: RegExp; shares: SharesOfWord }[] {
  return signs.map(([pattern, share, codes]) => {
    const own = codes.filter((code) => languages.includes(code));
    return { pattern, shares: own.map((code) => ({ language: languages.indexOf(code), share })) };
  });
}
