import { foldedOf } from "../said.ts";
import { words } from "../say.ts";
import {
  cancelOrder,
  meantBy,
  notFound,
  orderStatus,
  reopenOrder,
  repeatOrder,
  settleCancelling,
  showReopened,
} from "./after-order.ts";
import { type Answer, ask, askForMore, tell } from "./answer-parts.ts";
import { applyEdits } from "./apply-edits.ts";
import { browse } from "./browse.ts";
import { continueCheckout } from "./checkout.ts";
import { type Checkout, type CommerceState, most } from "./commerce-state.ts";
import { cartText } from "./describe.ts";
import { askAboutUnknown, editCart } from "./edit-cart.ts";
import { commands } from "./edit-words.ts";
import { followPick } from "./follow-pick.ts";
import type { Scene } from "./offer.ts";
import { offeredCount } from "./offered-count.ts";
import { askPending, fillPending } from "./pending-item.ts";
import { askWhatToChange, cleared, placeOrder } from "./place-order.ts";
import { readCheckout } from "./read-checkout.ts";
import { sendReceipt } from "./receipt.ts";
import { showWished } from "./show-wished.ts";
import { closed, searched } from "./unfinished-turn.ts";
import { asksForCart, verdictOf } from "./verdict.ts";

/** Answers a turn about buying: taps, whole-cart commands, changes of the cart, answers to the checkout, questions about goods. */
export function answerOrder(state: CommerceState, scene: Scene, picks: readonly string[]): Answer {
  const { known, turn } = scene;
  if (!known.business.ordering.enabled) {
    return (
      showWished(state, scene) ??
      browse(state, scene) ?? { ...tell(state, [words(known, turn.language, "ordering-off")]), failed: true }
    );
  }
  return (
    orderedByList(state, scene) ??
    followPick(state, scene, picks) ??
    answered(state, scene) ??
    sendReceipt(state, scene) ??
    showWished(state, scene) ??
    command(state, scene) ??
    afterwards(state, scene) ??
    edited(state, scene, picks) ??
    checkedOut(state, scene, picks) ??
    closed(state, scene) ??
    browse(state, scene) ??
    searched(state, scene)
  );
}

/** A WhatsApp order: its items become the cart. */
function orderedByList(state: CommerceState, scene: Scene): Answer | undefined {
  const { interaction, language, now } = scene.turn;
  if (interaction?.kind !== "order") return undefined;
  const { known } = scene;
  const unknown = interaction.items.filter(({ id }) => !known.itemsById.has(id)).map(({ id }) => id);
  const notes = unknown.length === 0 ? [] : [words(known, language, "items-not-found", { items: unknown })];
  let next: CommerceState = { ...state, cart: [], pending: [], stage: "cart", touchedAtMs: now };
  const edits = interaction.items.slice(0, most.lines).flatMap(({ id, quantity }) => {
    const count = Math.max(1, Math.round(quantity));
    return known.itemsById.has(id)
      ? [{ act: "add" as const, item: id, quantity: count, around: "", plural: false }]
      : [];
  });
  const edit = applyEdits(next, edits, scene);
  next = edit.state;
  const said = [...notes, ...edit.notes];
  return askPending(next, said, scene) ?? askForMore(next, [...said, cartText(next.cart, scene)], scene);
}

/** Yes and no to the question that is open. */
function answered(state: CommerceState, scene: Scene): Answer | undefined {
  const { turn, known } = scene;
  const verdict = verdictOf(scene);
  if (state.asked === "order.confirm" && alters.test(foldedOf(turn))) return askWhatToChange(state, scene);
  if (state.cancelling !== undefined && verdict !== undefined) return settleCancelling(state, verdict === "yes", scene);
  const count = state.asked === "order.offer" ? offeredCount(turn.text) : undefined;
  if (count !== undefined) return followPick(state, scene, [`item:${state.focus ?? ""}*${count}`]);
  if (verdict === undefined || hasEdits(state, scene)) return undefined;
  switch (state.asked) {
    case "order.confirm":
      // Whatever the flow made of it: who says "cancel" places no order.
      if (cancels.test(foldedOf(turn))) return clearCart(state, scene);
      return verdict === "yes"
        ? placeOrder(state, scene)
        : saysMore(turn.text)
          ? undefined
          : askWhatToChange(state, scene);
    case "order.resume":
      return verdict === "yes" ? resume(state, scene) : clearCart(state, scene);
    case "order.remind":
      return verdict === "yes"
        ? continueCheckout(state, [], scene)
        : tell(state, [words(known, turn.language, "order-not-placed")]);
    case "order.offer":
      return verdict === "yes" ? followPick(state, scene, [`item:${state.focus ?? ""}`]) : askForMore(state, [], scene);
    case "order.more":
      if (verdict === "no" || commands.done.test(foldedOf(turn)))
        return continueCheckout(state, asksForCart(turn) ? [cartText(state.cart, scene)] : [], scene);
      return ask(state, { id: "order.items", type: "text", body: words(known, turn.language, "ask-items") }, { scene });
    default:
      return undefined;
  }
}

const alters = /^\W*(?:change|cambiar|modificar|editar|edit)(?: something| algo| it)?\W*$/;

/** "no, mejor con tarjeta" refuses in order to change something. */
function saysMore(text: string): boolean {
  return text.trim().split(/\s+/).length > 2;
}

function hasEdits(state: CommerceState, scene: Scene): boolean {
  const edit = editCart(state, scene);
  return edit !== undefined && (edit.touched || edit.unknown.length > 0);
}

function resume(state: CommerceState, scene: Scene): Answer {
  const touched = { ...state, touchedAtMs: scene.turn.now };
  return state.stage === "cart" ? askForMore(touched, [], scene) : continueCheckout(touched, [], scene);
}

export function clearCart(state: CommerceState, { turn, known }: Scene): Answer {
  return tell(cleared(state), [words(known, turn.language, "cart-cleared")]);
}

/** What is said about the cart as a whole. */
function command(state: CommerceState, scene: Scene): Answer | undefined {
  const folded = foldedOf(scene.turn).slice(0, 300);
  const open = state.cart.length > 0 || state.pending.length > 0;
  if (!open && state.orders.length > 0 && commands.repeat.test(folded)) return repeatOrder(state, scene);
  if (!open) return undefined;
  if (commands.clear.test(folded)) return clearCart(state, scene);
  const cancels =
    scene.turn.intent.name === "cancel_order" &&
    !scene.turn.entities.some(({ type }) => type === "product" || type === "order_id");
  if (cancels && scene.turn.slots.order_number === undefined) return clearCart(state, scene);
  if (hasEdits(state, scene)) return undefined;
  if (asksForCart(scene.turn))
    return state.stage === "cart" && !commands.done.test(folded)
      ? askForMore(state, [cartText(state.cart, scene)], scene)
      : continueCheckout(state, [cartText(state.cart, scene)], scene);
  return commands.done.test(folded) ? continueWith(state, scene) : undefined;
}

function continueWith(state: CommerceState, scene: Scene): Answer {
  const checkout = { ...state.checkout, ...readCheckout(state, scene, []) };
  if (state.asked === "order.confirm") return placeOrder({ ...state, checkout }, scene);
  return continueCheckout({ ...state, checkout }, [], scene);
}

/** About an order that is placed: where it is, changing it, cancelling it. */
function afterwards(state: CommerceState, scene: Scene): Answer | undefined {
  const { turn } = scene;
  const { name } = turn.intent;
  const folded = foldedOf(turn);
  const numbered = turn.slots.order_number !== undefined || turn.entities.some(({ type }) => type === "order_id");
  const open = state.cart.length > 0;
  if (open && !numbered) return undefined;
  if (verdictOf(scene) !== undefined && folded.length < 6) return undefined;
  const adds = state.orders.length > 0 && /\b(?:mi|al|del|a mi) pedido\b|\b(?:my|the|to) order\b/.test(folded);
  if (!["order_status", "cancel_order", "change_order"].includes(name) && !numbered && !adds) return undefined;
  const meant = meantBy(state, scene);
  // A thread that began with cancelling goes on with other things.
  const goods = turn.entities.some(({ type }) => type === "product");
  if (name === "cancel_order" && goods && !cancels.test(folded)) return undefined;
  if (meant === undefined && hasEdits(state, scene)) return undefined;
  if (meant === undefined)
    return adds || name === "order_status" || name === "cancel_order" ? notFound(state, undefined, scene) : undefined;
  if (meant.kind === "unknown") return notFound(state, meant.number, scene);
  if (meant.kind === "booking") return undefined;
  if (name === "cancel_order") return cancelOrder(state, meant.order, scene);
  if (name === "order_status" || (numbered && name !== "change_order"))
    return tell(state, [orderStatus(meant.order, scene)]);
  const reopened = reopenOrder(state, meant.order, scene);
  if ("answer" in reopened) return reopened.answer;
  return (
    edited(reopened.state, scene, []) ?? checkedOut(reopened.state, scene, []) ?? showReopened(reopened.state, scene)
  );
}

const cancels = /\b(?:cancel\w*|anul\w*|ya no|baja|call off|no longer|don't want)\b/;
const freeAnswers = new Set([
  "order.address",
  "order.name",
  "order.when",
  "order.note",
  "order.order_number",
  "order.zone",
]);

/** Items put in, taken out or changed. */
function edited(state: CommerceState, scene: Scene, picks: readonly string[]): Answer | undefined {
  const { turn } = scene;
  // A street may be called after a cake.
  if (state.asked !== undefined && freeAnswers.has(state.asked) && turn.answered.includes(state.asked))
    return undefined;
  const asks =
    ["price_question", "product_availability"].includes(turn.intent.name) && !turn.open.includes("order.quantity");
  if (asks && /[?¿]|\b(?:cuanto|precio|how much|tienen|hay|do you have)\b/.test(foldedOf(turn))) return undefined;
  const pending = filledPending(state, scene, picks);
  const edit = pending ?? editCart(state, scene);
  if (edit === undefined || (!edit.touched && edit.unknown.length === 0 && edit.notes.length === 0)) return undefined;
  const checkout = { ...edit.state.checkout, ...withoutAddress(readCheckout(edit.state, scene, picks)) };
  const next = { ...edit.state, checkout };
  if (edit.unknown.length > 0) return askAboutUnknown(next, edit, scene);
  const more = askPending(next, edit.notes, scene);
  if (more !== undefined) return more;
  if (next.changes !== undefined && next.cart.length === 0) return askForMore(next, edit.notes, scene);
  const done = commands.done.test(foldedOf(turn));
  return state.stage !== "cart" || done || next.changes !== undefined
    ? continueCheckout(next, edit.notes, scene)
    : askForMore(next, edit.notes, scene);
}

/** An item's own words are no address. */
function withoutAddress({ address, ...rest }: CommerceState["checkout"]): CommerceState["checkout"] {
  return address === undefined || !/\d/.test(address) ? rest : { ...rest, address };
}

function filledPending(state: CommerceState, scene: Scene, picks: readonly string[]) {
  const { turn } = scene;
  if (state.pending.length === 0 || turn.entities.some(({ type }) => type === "product")) return undefined;
  const count = Number(turn.slots.quantity ?? Number.NaN);
  const bare = /^\D{0,20}(\d{1,5})\D{0,20}$/.exec(turn.text)?.[1];
  const quantity = Number.isNaN(count) ? (bare === undefined ? wordCount(state, scene) : Number(bare)) : count;
  const [picked] = picks;
  const filled = fillPending(
    state,
    { ...(picked === undefined ? {} : { picked }), ...(quantity === undefined ? {} : { quantity }) },
    scene,
  );
  return filled === undefined ? undefined : { ...filled, unknown: [] };
}

function wordCount(_state: CommerceState, { turn }: Scene): number | undefined {
  const found = turn.entities.find(({ type }) => type === "number" || type === "quantity")?.value;
  if (typeof found === "number") return found;
  if (typeof found === "object" && typeof found.amount === "number") return found.amount;
  return /\bdocena|dozen\b/.test(foldedOf(turn)) ? 12 : /^\W*(?:un[oa]?|one|a)\b/.test(foldedOf(turn)) ? 1 : undefined;
}

/** Answers to the checkout and what was volunteered for it. */
function checkedOut(state: CommerceState, scene: Scene, picks: readonly string[]): Answer | undefined {
  if (state.cart.length === 0) return undefined;
  const said = readCheckout(state, scene, picks);
  if (Object.keys(said).length === 0) return undefined;
  const checkout = { ...state.checkout, ...said };
  return continueCheckout(
    { ...state, checkout: placed(state.checkout, checkout, said), touchedAtMs: scene.turn.now },
    [],
    scene,
  );
}

/** "a la Condesa", then the street: one address. Another full address may be in another zone. */
function placed(before: Checkout, { zone, ...checkout }: Checkout, said: Checkout): Checkout {
  const known = zone === undefined ? checkout : { ...checkout, zone };
  if (said.address === undefined || said.zone !== undefined) return known;
  const onlyPlace = before.address !== undefined && !/\d/.test(before.address);
  return onlyPlace ? { ...known, address: `${said.address}, ${before.address}` } : checkout;
}
