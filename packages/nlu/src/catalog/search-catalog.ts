import { type CatalogIndex, nameKey } from "./catalog-index.ts";
import { termsOf } from "./terms.ts";

/** An item that answers a free query; `score` is 0 to 1, 1 = the whole name. */
export type CatalogHit = { id: string; score: number };

const mostQueryTerms = 12;

/** Ranks items for a free query ("algo con canela"), plurals and small typing errors included; best first, nothing for no common word. */
export function searchCatalog(index: CatalogIndex, query: string, limit: number): CatalogHit[] {
  const terms = termsOf(query.slice(0, 200)).slice(0, mostQueryTerms);
  const scores = new Map<number, number>();
  let possible = 0;
  for (const term of new Set(terms)) {
    const matches = matchesOf(index, term);
    // A word that no item has tells little: "algo", "busco".
    possible += matches.length === 0 ? 0.5 : Math.max(...matches.map(([known]) => weight(index, known)));
    const best = new Map<number, number>();
    for (const [known, closeness] of matches) {
      for (const item of index.byTerm.get(known) ?? []) {
        best.set(item, Math.max(best.get(item) ?? 0, closeness * weight(index, known)));
      }
    }
    for (const [item, score] of best) scores.set(item, (scores.get(item) ?? 0) + score);
  }
  const whole = index.byName.get(nameKey(terms));
  const hits = [...scores].map(([item, score]) => ({
    id: index.items[item]?.id ?? "",
    score: whole?.item === item ? 1 : Math.min(0.99, (score / possible) * 0.85 + 0.14 * coverage(index, item, terms)),
  }));
  return hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

/** Known terms that a term may mean, each with how sure that is. */
function matchesOf(index: CatalogIndex, term: string): [string, number][] {
  if (index.byTerm.has(term)) return [[term, 1]];
  const near = index.spelling.nearest(term);
  if (near !== undefined) return [[near, 0.75]];
  if (term.length < 4) return [];
  const longer: [string, number][] = [];
  for (const known of index.byTerm.keys()) {
    if (known.startsWith(term)) longer.push([known, 0.6]);
    if (longer.length === 20) break;
  }
  return longer;
}

/** Rare terms tell more: 1 for a term of a single item, falling with the logarithm. */
function weight(index: CatalogIndex, term: string): number {
  const items = index.byTerm.get(term)?.length ?? 1;
  return 0.3 + 0.7 * (1 - Math.log(items) / Math.log(index.items.length + 1));
}

/** The share of the item's name that the query says. */
function coverage(index: CatalogIndex, item: number, terms: readonly string[]): number {
  const name = index.items[item]?.nameTerms ?? [];
  return name.filter((term) => terms.includes(term)).length / Math.max(1, name.length);
}
