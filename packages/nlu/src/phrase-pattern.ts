import { beginningsOf } from "./phrase-beginnings.ts";
import { enterStarts, wordStartsOf } from "./word-starts.ts";

/** A pattern whose `test` answers as that of the expression it is made from, but is tried only where one of its phrases may begin. */
export type PhrasePattern = { readonly test: (folded: string) => boolean };

/**
 * A long list of phrases, `\b(?:a lot|of them)\b` for folded text, that costs next to nothing where none of their first three letters
 * begins a word. Alternatives that do not start with `\b` are tested as they are. Not for the flags g and y.
 */
export function phrasePattern(pattern: RegExp): PhrasePattern {
  const { bounded, others } = splitAlternatives(pattern.source);
  const beginnings = bounded === undefined ? undefined : beginningsOf(bounded);
  if (bounded === undefined || beginnings?.inWord !== true || pattern.flags.includes("i")) return pattern;
  const rest = others === undefined ? undefined : new RegExp(others, pattern.flags);
  const here = new RegExp(bounded, `${pattern.flags}y`);
  const { table, bit } = enterStarts(beginnings.bits);
  return {
    test: (folded) => {
      if (rest?.test(folded)) return true;
      const { places, masks, all } = wordStartsOf(folded, table);
      if ((all & bit) === 0) return false;
      for (let index = 0; index < masks.length; index++) {
        if (((masks[index] ?? 0) & bit) === 0) continue;
        here.lastIndex = places[index] ?? 0;
        if (here.test(folded)) return true;
      }
      return false;
    },
  };
}

/** The alternatives of the whole pattern: those that start at a word's edge, and the others. */
function splitAlternatives(source: string): { bounded: string | undefined; others: string | undefined } {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (inClass) inClass = sign !== "]";
    else if (sign === "[") inClass = true;
    else if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "|" && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(source.slice(from));
  const joined = (list: string[]) => (list.length === 0 ? undefined : list.join("|"));
  return {
    bounded: joined(parts.filter((part) => part.startsWith("\\b"))),
    others: joined(parts.filter((part) => !part.startsWith("\\b"))),
  };
}
