import { type CatalogItem, isLink } from "@parley/business/catalog";
import { inLanguage } from "@parley/business/translated";
import type { Reply } from "@parley/contract/reply";
import { words } from "../say.ts";
import type { CommerceState } from "./commerce-state.ts";
import type { Scene } from "./offer.ts";

/** The item's picture with name and price, unless the chat has just had it; undefined when there is none. */
export function pictureOf(
  { pictured }: CommerceState,
  item: CatalogItem,
  { turn, known }: Scene,
  wish?: "photo" | "details",
): Reply | undefined {
  const { image } = item;
  if (image === undefined || (pictured === item.id && wish !== "photo")) return undefined;
  const { language } = turn;
  const caption = words(known, language, "price", {
    item: inLanguage(item.name, language),
    price: item.price,
    ...(item.unit === undefined ? {} : { unit: inLanguage(item.unit, language) }),
  });
  return isLink(image) ? { kind: "image", link: image, caption } : { kind: "image", source: { path: image }, caption };
}
