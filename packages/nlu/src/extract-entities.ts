import type { Entity } from "./entity.ts";
import type { Candidate, ReadContext, Recognizer } from "./recognizer.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";
import { readText, type Text } from "./text.ts";

export type EntityExtractor = (text: string | Text, context: ReadContext) => Entity[];

/** One pass over a text with all recognizers: each runs only where one of its triggers stands. */
export function createEntityExtractor(recognizers: readonly Recognizer[]): EntityExtractor {
  const byWord = new Map<string, Recognizer[]>();
  for (const recognizer of recognizers) {
    for (const trigger of [...(recognizer.words ?? []), ...(recognizer.signs ?? "")]) {
      const callers = byWord.get(trigger);
      if (callers === undefined) byWord.set(trigger, [recognizer]);
      else if (!callers.includes(recognizer)) callers.push(recognizer);
    }
  }
  const byDigits = recognizers.filter(({ digits }) => digits);
  const scanning = recognizers.filter(({ scan }) => scan !== undefined);

  return (input, context) => {
    const text = typeof input === "string" ? readText(input) : input;
    const candidates: Candidate[] = [];
    const found = (candidate: Candidate) => {
      candidates.push(candidate);
    };
    for (const { scan } of scanning) scan?.(text, context, found);
    for (let at = 0; at < text.tokens.length; at++) {
      const token = text.tokens[at];
      if (token === undefined) break;
      const called = token.kind === "digits" ? byDigits : byWord.get(token.text);
      if (called === undefined) continue;
      for (const { recognize } of called) recognize?.(text, at, context, found);
    }
    return resolveOverlaps(candidates).map((candidate) => toEntity(candidate, text));
  };
}

function toEntity({ type, start, end, value, confidence, source }: Candidate, text: Text): Entity {
  const from = text.originalIndex(start);
  const to = text.originalIndex(end);
  return { type, start: from, end: to, text: text.original.slice(from, to), value, confidence, source };
}
