import type { Recognizer } from "../recognizer.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { findProducts } from "./find-products.ts";

/** Items of the catalog; the value is the item's id. */
export function productRecognizer(index: CatalogIndex): Recognizer {
  return {
    name: "product",
    scan: (text, _context, found) => {
      for (const { id, start, end, confidence } of findProducts(index, text)) {
        found({ type: "product", start, end, value: id, confidence, source: "catalog", rank: 6 });
      }
    },
  };
}
