import type { CatalogItem } from "@parley/business/catalog";
import { foldName } from "@parley/business/fold-name";
import { termsOf } from "@parley/nlu/catalog/terms";
import { onceFor } from "../once-for.ts";

/** All an item may be called, folded, the longest first. */
export const foldedNames = onceFor((item: CatalogItem) =>
  namesOf(item)
    .map(foldName)
    .sort((a, b) => b.length - a.length),
);

/** The terms of each of an item's names. */
export const namesTerms = onceFor((item: CatalogItem) => namesOf(item).map(termsOf));

/** What customers may call an item of their cart for short; never numbers or what all items have. */
export const shortNames = onceFor((item: CatalogItem) => ({
  id: item.id,
  terms: namesTerms(item)
    .flatMap((terms) => terms.slice(0, 2))
    .filter((term) => term.length > 2),
}));

function namesOf({ name, aliases }: CatalogItem): string[] {
  return [...Object.values(name), ...aliases];
}
