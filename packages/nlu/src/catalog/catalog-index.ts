import type { CatalogName } from "../recognizers.ts";
import { createSpelling, type Spelling } from "./spelling.ts";
import { sizeUnits, termsOf } from "./terms.ts";

/** A catalog prepared for look-ups. Built once a version of the catalog; about 4 kB an item. */
export type CatalogIndex = {
  /** Items by the sorted terms of one of their names. */
  byName: ReadonlyMap<string, NameEntry>;
  /** Items by a term of any of their names. */
  byTerm: ReadonlyMap<string, readonly number[]>;
  /** A bit for each first sign of a term: a short list is no term's for most words. */
  firstSigns: number;
  items: readonly IndexedItem[];
  spelling: Spelling;
  /** The most terms a name has. */
  longest: number;
};

export type IndexedItem = { id: string; terms: ReadonlySet<string>; nameTerms: readonly string[] };
export type NameEntry = { item: number; shared: boolean; terms: number };

const mostTerms = 10;

/** The key of a name whatever the order of its words. */
export function nameKey(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? "") : [...terms].sort().join(" ");
}

/** Prepares names and aliases for `findProducts` and `searchCatalog`; 10,000 items in under a second. */
export function createCatalogIndex(catalog: readonly CatalogName[]): CatalogIndex {
  const byName = new Map<string, NameEntry>();
  const byTerm = new Map<string, number[]>();
  let longest = 0;
  const items = catalog.map(({ id, name, aliases }, item) => {
    const nameTerms = termsOf(name);
    const terms = new Set<string>();
    for (const [place, spelling] of [name, ...aliases].entries()) {
      const full = place === 0 ? nameTerms : termsOf(spelling);
      for (const term of full) terms.add(term);
      for (const variant of [full, withoutSize(full)]) {
        if (variant.length === 0 || variant.length > mostTerms) continue;
        longest = Math.max(longest, variant.length);
        const key = nameKey(variant);
        const known = byName.get(key);
        if (known === undefined) byName.set(key, { item, shared: false, terms: variant.length });
        else if (known.item !== item) known.shared = true;
      }
    }
    for (const term of terms) {
      const postings = byTerm.get(term);
      if (postings === undefined) byTerm.set(term, [item]);
      else postings.push(item);
    }
    return { id, terms, nameTerms };
  });
  let firstSigns = 0;
  for (const term of byTerm.keys()) firstSigns |= bitOfFirst(term);
  return { byName, byTerm, firstSigns, items, spelling: createSpelling(byTerm.keys()), longest };
}

/** The bit of `CatalogIndex.firstSigns` for the first sign of a term. */
export function bitOfFirst(term: string): number {
  return 1 << (term.charCodeAt(0) & 31);
}

/** "arroz integral largo 5 kg" is asked for without "5 kg", if two words are left. */
function withoutSize(terms: readonly string[]): string[] {
  const kept = terms.filter((term, index) => {
    const isUnit = sizeUnits.has(term) && isNumber(terms[index - 1]);
    return !isUnit && !(isNumber(term) && sizeUnits.has(terms[index + 1] ?? ""));
  });
  return kept.length >= 2 ? kept : [];
}

function isNumber(term: string | undefined): boolean {
  return term !== undefined && /^\d+$/.test(term);
}
