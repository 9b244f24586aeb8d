import type { CatalogItem } from "@parley/business/catalog";
import type { Known } from "../../known.ts";
import type { CartLine, Checkout } from "./commerce-state.ts";

/** An amount of the business file in hundredths of its currency: sums of these are exact. */
export function centsOf(amount: number): number {
  return Math.round(amount * 100);
}

/** Of one piece with the choices made; a choice that was not made is the first one. */
export function unitCents(item: CatalogItem, choices: CartLine["choices"]): number {
  let cents = centsOf(item.price);
  for (const { id, choices: offered } of item.options) {
    const made = offered.find((choice) => choice.id === choices[id]) ?? offered[0];
    cents += centsOf(made?.priceDelta ?? 0);
  }
  return Math.max(0, cents);
}

export function lineCents({ item, quantity, choices }: CartLine, known: Known): number {
  const found = known.itemsById.get(item);
  return found === undefined ? 0 : unitCents(found, choices) * quantity;
}

export function goodsCents(cart: readonly CartLine[], known: Known): number {
  return cart.reduce((sum, line) => sum + lineCents(line, known), 0);
}

/** The fee of a delivery; 0 for a pick-up and from the amount that is delivered free. */
export function feeCents(cart: readonly CartLine[], { method, zone }: Checkout, known: Known): number {
  const { delivery } = known.business.ordering;
  if (method !== "delivery" || delivery === undefined) return 0;
  const { freeFrom, zones } = delivery;
  if (freeFrom !== undefined && goodsCents(cart, known) >= centsOf(freeFrom)) return 0;
  return centsOf(zones.find(({ id }) => id === zone)?.fee ?? 0);
}
