import { foldedOf } from "../said.ts";
import { words } from "../say.ts";
import { type Answer, ask, askForMore, tell } from "./answer-parts.ts";
import { searchItems, showItem, showItems, showMenu } from "./browse.ts";
import { continueCheckout } from "./checkout.ts";
import type { CommerceState } from "./commerce-state.ts";
import { askAboutUnknown } from "./edit-cart.ts";
import type { Scene } from "./offer.ts";
import { askPending } from "./pending-item.ts";
import { goodsCents } from "./prices.ts";

/** Thanks and goodbye while something is unfinished: one reminder. */
export function closed(state: CommerceState, scene: Scene): Answer | undefined {
  const { turn, known } = scene;
  if (!["thanks", "goodbye"].includes(turn.intent.name)) return undefined;
  const { language } = turn;
  if (state.cart.length === 0 || state.reminded)
    return tell(state, [words(known, language, turn.intent.name === "goodbye" ? "goodbye" : "thanks")]);
  const body = words(known, language, "remind-cart", { total: goodsCents(state.cart, known) / 100 });
  const options = [
    { id: "do:checkout", title: words(known, language, "option-checkout") },
    { id: "do:later", title: words(known, language, "option-no") },
  ];
  return ask({ ...state, reminded: true }, { id: "order.remind", type: "yes_no", body, options }, { scene });
}

const wishes =
  /^\W*(?:quiero|quisiera|dame|me das|agrega|ponme|i want|i'd like|can i (?:get|have)|give me|add|get me) (?:un[oa]?s? |an? |some |el |la |the )?(?!(?:finaliz\w*|termin\w*|pagar|cancel\w*|hacer|pedir|comprar|ordenar|ver|algo|saber|un pedido|to |pedido|order|something|place)\b)(\p{L}[\p{L} ]{2,30}?)(?: (?:por ?fa\w*|please|pls))?\W*$/u;

const question =
  /[?¿]|^\W*(?:y |oye |oigan |and |hey )?(?:que|cual|cuando|cuant[oa]s?|donde|como|quien|tienen|hay|aceptan|hacen|venden|puedo|pueden|se puede|what|which|when|where|how|who|do you|are you|can i|can you|is there|are there)\b/;

/** Nothing else fits: free words may still name goods; else the open question is asked again. */
export function searched(state: CommerceState, scene: Scene): Answer {
  const { turn, known } = scene;
  const { items, sure } = searchItems(turn.text, scene);
  const [first] = items;
  if (sure && first !== undefined)
    return items.length === 1 ? showItem(state, first, scene) : showItems(state, { items, notes: [] }, scene);
  const wished = wishes.exec(foldedOf(turn).slice(0, 80))?.[1];
  if (wished !== undefined)
    return askAboutUnknown(state, { unknown: [{ said: wished, quantity: 1 }], notes: [] }, scene);
  const again =
    state.stage !== "cart" && state.cart.length > 0
      ? continueCheckout(state, [], scene)
      : (askPending(state, [], scene) ?? (state.cart.length > 0 ? askForMore(state, [], scene) : undefined));
  // A question of the customer's is no answer: somebody else may know it before ours is asked again.
  if (again !== undefined) return question.test(foldedOf(turn).slice(0, 200)) ? { ...again, failed: true } : again;
  if (turn.intent.name === "place_order") return showMenu(state, [words(known, turn.language, "ask-items")], scene);
  return { ...showMenu(state, [], scene), failed: true };
}
