import type { Business } from "@parley/business/business";
import { type Known as KnownBusiness, prepareKnown } from "@parley/business/known";
import { type CatalogIndex, createCatalogIndex } from "@parley/nlu/catalog/catalog-index";
import { type CatalogHit, searchCatalog } from "@parley/nlu/catalog/search-catalog";
import type { CatalogName } from "@parley/nlu/recognizers";

/** What agents know: one version of the business file, ready to answer from. */
export type Known = KnownBusiness & {
  names: readonly CatalogName[];
  /** Items for a free query, best first. */
  searchCatalog: (query: string, limit: number) => CatalogHit[];
};

export function createKnown(business: Business): Known {
  const names = catalogNames(business);
  let index: CatalogIndex | undefined;
  const indexed = () => {
    index ??= createCatalogIndex(names);
    return index;
  };
  return { ...prepareKnown(business), names, searchCatalog: (query, limit) => searchCatalog(indexed(), query, limit) };
}

/** Items under all the names customers may use. */
function catalogNames({ catalog }: Business): CatalogName[] {
  return catalog.items.map(({ id, name, aliases }) => {
    const [first = id, ...others] = Object.values(name);
    return { id, name: first, aliases: [...others, ...aliases] };
  });
}
