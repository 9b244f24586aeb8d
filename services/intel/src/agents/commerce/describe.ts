import type { CatalogItem } from "@parley/business/catalog";
import { inLanguage } from "@parley/business/translated";
import { words } from "../say.ts";
import type { CartLine, PendingItem } from "./commerce-state.ts";
import type { Scene } from "./offer.ts";
import { goodsCents, lineCents } from "./prices.ts";

/** The item's name as the customer reads it. */
export function nameOf(item: string, { turn, known }: Scene): string {
  const found = known.itemsById.get(item);
  return found === undefined ? item : inLanguage(found.name, turn.language);
}

/** "grande, leche de avena": what was chosen, and nothing for what was not. */
export function choicesText({ item, choices }: CartLine | PendingItem, { turn, known }: Scene): string | undefined {
  const options: CatalogItem["options"] = known.itemsById.get(item)?.options ?? [];
  const made = options.flatMap(({ id, choices: offered }) => {
    const choice = offered.find((one) => one.id === choices[id]);
    return choice === undefined ? [] : [inLanguage(choice.name, turn.language)];
  });
  return made.length === 0 ? undefined : made.join(", ");
}

/** "3 × Concha de vainilla". */
export function countText(line: CartLine, scene: Scene): string {
  const options = choicesText(line, scene);
  const item = nameOf(line.item, scene);
  return words(scene.known, scene.turn.language, "item-count", {
    quantity: line.quantity,
    item,
    ...(options === undefined ? {} : { options }),
  });
}

/** The positions with what each comes to. */
export function linesOf(cart: readonly CartLine[], scene: Scene): string[] {
  return cart.map((line) => {
    const options = choicesText(line, scene);
    return words(scene.known, scene.turn.language, "cart-line", {
      quantity: line.quantity,
      item: nameOf(line.item, scene),
      total: lineCents(line, scene.known) / 100,
      ...(options === undefined ? {} : { options }),
    });
  });
}

/** The whole cart with its sum. */
export function cartText(cart: readonly CartLine[], scene: Scene): string {
  const { turn, known } = scene;
  if (cart.length === 0) return words(known, turn.language, "cart-empty");
  return words(known, turn.language, "cart", {
    lines: linesOf(cart, scene),
    total: goodsCents(cart, known) / 100,
  });
}
