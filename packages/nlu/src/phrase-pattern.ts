import { beginningAt, beginningsOf } from "./phrase-beginnings.ts";

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
  return {
    test: (folded) => {
      if (rest?.test(folded)) return true;
      const { places, codes } = wordStartsOf(folded);
      for (let index = 0; index < codes.length; index++) {
        if (!beginnings.may(codes[index] ?? 0)) continue;
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

type WordStarts = { readonly places: readonly number[]; readonly codes: readonly number[] };

let lastText = "";
let lastStarts: WordStarts = { places: [], codes: [] };

/** One pass for all patterns that are asked about the same text in a row. */
function wordStartsOf(folded: string): WordStarts {
  if (folded === lastText) return lastStarts;
  const places: number[] = [];
  const codes: number[] = [];
  let before = false;
  for (let at = 0; at < folded.length; at++) {
    const inside = isWordCode(folded.charCodeAt(at));
    if (inside && !before) {
      places.push(at);
      codes.push(beginningAt(folded, at));
    }
    before = inside;
  }
  lastText = folded;
  lastStarts = { places, codes };
  return lastStarts;
}

/** As `\w` sees it. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}
