import { RE2JS } from "re2js";
import { type Beginnings, beginningAt, beginningsOf, mayBeginWith } from "../phrase-beginnings.ts";

/** A pattern of the business file that cannot be used; `message` says which and why. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** Finds all places of a pattern in linear time in a folded text, whatever it is. Offsets of the text given. */
export type SafePattern = (text: string) => { start: number; end: number; text: string }[];

const mostLetters = 500;
/** Of the compiled program: "(\\d{3}-){2}" has some 30; time is at most this times the length of the text. */
const mostInstructions = 1000;
const mostFinds = 50;

/**
 * Compiles a regular expression with RE2's syntax: no look-around and no back-references, so no text can make it slow. Upper and lower
 * case are the same. Throws `PatternError`.
 */
export function compilePattern(pattern: string, what = "pattern"): SafePattern {
  if (pattern.length > mostLetters) throw new PatternError(`${what}: longer than ${mostLetters} characters`);
  const compiled = compile(pattern, what);
  if (compiled.programSize() > mostInstructions) {
    throw new PatternError(`${what}: \`${pattern}\` is too large; use smaller repetitions`);
  }
  if (compiled.matcher("").find()) throw new PatternError(`${what}: \`${pattern}\` matches the empty text`);
  const beginnings = beginningsOf(pattern);
  return (text) => {
    const found: { start: number; end: number; text: string }[] = [];
    if (beginnings !== undefined && !mayMatch(text, beginnings)) return found;
    const matcher = compiled.matcher(text);
    while (found.length < mostFinds && matcher.find()) {
      const start = matcher.start();
      const end = matcher.end();
      if (end > start) found.push({ start, end, text: text.slice(start, end) });
    }
    return found;
  };
}

/** RE2 costs much more than a look at every three signs, and most texts have nothing for it. */
function mayMatch(text: string, beginnings: Beginnings): boolean {
  if (beginnings.needsDigit && !/[0-9]/.test(text)) return false;
  for (let at = 0; at < text.length; at++) if (mayBeginWith(beginnings, beginningAt(text, at))) return true;
  return false;
}

function compile(pattern: string, what: string): RE2JS {
  try {
    return RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = /\(\?<?[=!]|\\[1-9]/.test(pattern) ? " (look-around and back-references are not supported)" : "";
    throw new PatternError(`${what}: \`${pattern}\` cannot be used: ${reason}${hint}`, { cause: error });
  }
}
