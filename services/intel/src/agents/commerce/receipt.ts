import { words } from "../say.ts";
import { meantBy, notFound } from "./after-order.ts";
import { type Answer, tell } from "./answer-parts.ts";
import type { CommerceState } from "./commerce-state.ts";
import { wishesReceipt } from "./file-wishes.ts";
import type { Scene } from "./offer.ts";
import { receiptOf } from "./receipt-document.ts";

/** The receipt of the order that is meant, to who asks for one. */
export function sendReceipt(state: CommerceState, scene: Scene): Answer | undefined {
  if (!wishesReceipt(scene.turn.text)) return undefined;
  const meant = meantBy(state, scene);
  if (meant?.kind === "unknown") return notFound(state, meant.number, scene);
  const order = meant?.kind === "order" ? meant.order : state.orders.at(-1);
  if (order === undefined) return tell(state, [words(scene.known, scene.turn.language, "receipt-none")]);
  return { ...tell(state, []), replies: [receiptOf(order, scene)] };
}
