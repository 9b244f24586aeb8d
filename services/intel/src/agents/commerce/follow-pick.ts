import { words } from "../say.ts";
import { settleCancelling } from "./after-order.ts";
import { type Answer, askForMore, tell } from "./answer-parts.ts";
import { showCategory, showMenu } from "./browse.ts";
import { continueCheckout } from "./checkout.ts";
import type { CommerceState } from "./commerce-state.ts";
import { cartText } from "./describe.ts";
import type { Scene } from "./offer.ts";
import { addItem, askPending } from "./pending-item.ts";
import { askWhatToChange, cleared, placeOrder } from "./place-order.ts";

/** Does what a tapped or named option stands for; undefined for those that answer a question of the checkout. */
export function followPick(state: CommerceState, scene: Scene, picks: readonly string[]): Answer | undefined {
  for (const pick of picks) {
    const at = pick.indexOf(":");
    const answer = follow(state, { kind: pick.slice(0, at), value: pick.slice(at + 1) }, scene);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

type Picked = { kind: string; value: string };

function follow(state: CommerceState, { kind, value }: Picked, scene: Scene): Answer | undefined {
  switch (kind) {
    case "cat":
      return showCategory(state, value, scene);
    case "item": {
      const [item = "", count] = value.split("*");
      const { state: next, notes } = addItem(
        state,
        { item, quantity: count === undefined ? undefined : Number(count) },
        scene,
      );
      return askPending(next, notes, scene) ?? askForMore(next, notes, scene);
    }
    case "confirm":
      return confirm(state, value, scene);
    case "cancel":
      return settleCancelling(state, value === "yes", scene);
    case "do":
      return act(state, value, scene);
    default:
      return undefined;
  }
}

/** An old summary's button counts only while there is something to confirm. */
function confirm(state: CommerceState, value: string, scene: Scene): Answer {
  const { turn, known } = scene;
  if (state.cart.length === 0) return askForMore(state, [], scene);
  if (value === "yes") return state.stage === "confirm" ? placeOrder(state, scene) : continueCheckout(state, [], scene);
  if (value === "change") return askWhatToChange(state, scene);
  return tell(cleared(state), [words(known, turn.language, "cart-cleared")]);
}

function act(state: CommerceState, value: string, scene: Scene): Answer | undefined {
  const { turn, known } = scene;
  switch (value) {
    case "checkout":
      return continueCheckout(state, [], scene);
    case "go-on":
      return state.stage === "cart"
        ? askForMore({ ...state, touchedAtMs: turn.now }, [], scene)
        : continueCheckout({ ...state, touchedAtMs: turn.now }, [], scene);
    case "cart":
      return askForMore(state, state.cart.length === 0 ? [] : [cartText(state.cart, scene)], scene);
    case "menu":
      return showMenu(state, [], scene);
    case "clear":
      return tell(cleared(state), [words(known, turn.language, "cart-cleared")]);
    case "later":
      return tell(state, [words(known, turn.language, "order-not-placed")]);
    default:
      return undefined;
  }
}
