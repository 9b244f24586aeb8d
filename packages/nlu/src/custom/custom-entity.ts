import { createCatalogIndex } from "../catalog/catalog-index.ts";
import { findProducts } from "../catalog/find-products.ts";
import type { Candidate, Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { compilePattern, type SafePattern } from "./safe-pattern.ts";

/** A type of entity that the business file defines: listed values, patterns, or both. */
export type CustomEntity = {
  /** Its name, such as `table_zone`. */
  type: string;
  /** What customers may say; the entity's value is `value`. Typing errors and plurals are forgiven. */
  values?: readonly { value: string; aliases?: readonly string[] }[];
  /** Regular expressions in RE2's syntax; the entity's value is what they match. */
  patterns?: readonly string[];
};

const ownValue = 8;

/** Finds one custom type. Throws `PatternError` for a pattern that cannot be used. */
export function customRecognizer({ type, values = [], patterns = [] }: CustomEntity): Recognizer {
  const compiled = patterns.map((pattern) => compilePattern(pattern, `entity \`${type}\``));
  const index = createCatalogIndex(values.map(({ value, aliases = [] }) => ({ id: value, name: value, aliases })));
  return {
    name: `custom:${type}`,
    scan: (text, _context, found) => {
      for (const { id, start, end, confidence } of findProducts(index, text)) {
        found({ type, start, end, value: id, confidence, source: "catalog", rank: ownValue });
      }
      for (const pattern of compiled) for (const candidate of matchesOf(text, pattern, type)) found(candidate);
    },
  };
}

/** Finds ids of orders by the business's own patterns, as well as by the grammar. Throws `PatternError`. */
export function ownOrderIdRecognizer(patterns: readonly string[]): Recognizer {
  const compiled = patterns.map((pattern) => compilePattern(pattern, "order id"));
  return {
    name: "own-order-id",
    scan: (text, _context, found) => {
      for (const pattern of compiled) {
        for (const candidate of matchesOf(text, pattern, "order_id")) {
          found({ ...candidate, value: String(candidate.value).replace(/^#/, "") });
        }
      }
    },
  };
}

/** Patterns see the text folded, so "Mesa 4" and "MESA 4" are one; values are as typed. Pieces of longer words are left out. */
function matchesOf(text: Text, pattern: SafePattern, type: string): Candidate[] {
  return pattern(text.folded)
    .filter(
      ({ start, end }) =>
        !(isLetter(text.folded, start - 1) && isLetter(text.folded, start)) &&
        !(isLetter(text.folded, end - 1) && isLetter(text.folded, end)),
    )
    .map(({ start, end }) => ({
      type,
      start,
      end,
      value: text.original.slice(text.originalIndex(start), text.originalIndex(end)),
      confidence: 0.97,
      source: "pattern",
      rank: ownValue,
    }));
}

function isLetter(folded: string, index: number): boolean {
  return /[\p{L}\p{Nd}]/u.test(folded[index] ?? " ");
}
