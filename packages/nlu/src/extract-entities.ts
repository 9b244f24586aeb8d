import type { Entity } from "./entity.ts";
import type { Candidate, ReadContext, Recognizer } from "./recognizer.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";
import { readText, type Text } from "./text.ts";

export type EntityExtractor = (text: string | Text, context: ReadContext) => Entity[];

type Recognize = NonNullable<Recognizer["recognize"]>;

/** One pass over a text with all recognizers: each runs only where one of its triggers stands. */
export function createEntityExtractor(recognizers: readonly Recognizer[]): EntityExtractor {
  const byWord = new Map<string, Recognize[]>();
  const byDigits: Recognize[] = [];
  for (const { recognize, words = [], signs = "", digits } of recognizers) {
    if (recognize === undefined) continue;
    for (const trigger of new Set([...words, ...signs])) {
      const called = byWord.get(trigger);
      if (called === undefined) byWord.set(trigger, [recognize]);
      else called.push(recognize);
    }
    if (digits) byDigits.push(recognize);
  }
  const scans = recognizers.flatMap(({ scan }) => (scan === undefined ? [] : [scan]));

  let candidates: Candidate[] = [];
  const found = ({ type, start, end, value, confidence, source, rank = 0 }: Candidate) => {
    // Of one shape, whoever made it: they are compared many times.
    candidates.push({ type, start, end, value, confidence, source, rank });
  };

  return (input, context) => {
    const text = typeof input === "string" ? readText(input) : input;
    candidates = [];
    for (const scan of scans) scan(text, context, found);
    for (let at = 0; at < text.tokens.length; at++) {
      const token = text.tokens[at];
      if (token === undefined) break;
      const called = token.kind === "digits" ? byDigits : byWord.get(token.text);
      if (called === undefined) continue;
      for (const recognize of called) recognize(text, at, context, found);
    }
    return resolveOverlaps(candidates).map((candidate) => toEntity(candidate, text));
  };
}

function toEntity({ type, start, end, value, confidence, source }: Candidate, text: Text): Entity {
  const from = text.originalIndex(start);
  const to = text.originalIndex(end);
  return { type, start: from, end: to, text: text.original.slice(from, to), value, confidence, source };
}
