import type { ReservationOutcome } from "../agent.ts";
import type { OrderSummary } from "../agent-turn.ts";
import { words } from "../say.ts";
import { type Answer, ask, askForMore, tell } from "./answer-parts.ts";
import { continueCheckout, dueFor, instructionsOf, totalCents } from "./checkout.ts";
import { type Booked, type CartLine, type CommerceState, most, type Order } from "./commerce-state.ts";
import { countText, linesOf, nameOf } from "./describe.ts";
import { numberOf } from "./number-of.ts";
import type { Scene } from "./offer.ts";
import { feeCents, lineCents } from "./prices.ts";
import { receiptOf } from "./receipt-document.ts";

/** Asks the stock for everything in the cart; what comes of it is `settleOrder`'s. */
export function placeOrder(before: CommerceState, scene: Scene): Answer {
  const due = dueFor(before, scene);
  // Time has passed since the summary: what it said may no longer hold.
  if (due.kind !== "at") return continueCheckout(before, [], scene);
  const changed = before.orders.find(({ number }) => number === before.changes);
  const id = changed?.id ?? scene.turn.id;
  // What the order no longer has goes back in the same reservation.
  const dropped = (changed?.lines ?? []).filter(({ item }) => before.cart.every((line) => line.item !== item));
  const items = [...perItem(before.cart), ...perItem(dropped).map(({ item }) => ({ item, quantity: 0 }))];
  return { state: { ...before, placing: "order" }, replies: [], reserve: { id, items } };
}

function perItem(cart: readonly CartLine[]): { item: string; quantity: number }[] {
  const sums = new Map<string, number>();
  for (const { item, quantity } of cart) sums.set(item, (sums.get(item) ?? 0) + quantity);
  return [...sums].map(([item, quantity]) => ({ item, quantity }));
}

/** The stock has answered: the order is placed, or the customer hears what is left and keeps the cart. */
export function settleOrder(before: CommerceState, outcome: ReservationOutcome, scene: Scene): Answer {
  const { placing: _, ...state } = before;
  if (outcome.kind === "reserved") return placed(state, outcome.id, scene);
  const { turn, known } = scene;
  const notes = outcome.short.flatMap(({ item, left }) =>
    item === undefined ? [] : [words(known, turn.language, "item-short", { item: nameOf(item, scene), left })],
  );
  const changed = state.orders.find(({ number }) => number === state.changes);
  if (changed !== undefined) {
    // The refusal gave back what the order held: it is taken again before anything is said.
    const items = outcome.short.flatMap(({ item }) => (item === undefined ? [] : [nameOf(item, scene)]));
    const afterwards = words(known, turn.language, "change-not-possible", { items });
    const restored: CommerceState = { ...cleared(state), placing: "restored", afterwards };
    return { state: restored, replies: [], reserve: { id: changed.id, items: perItem(changed.lines) } };
  }
  const cart = state.cart.flatMap((line) => {
    const short = outcome.short.find(({ item }) => item === line.item);
    if (short === undefined || line.quantity <= short.left) return [line];
    return short.left > 0 ? [{ ...line, quantity: short.left }] : [];
  });
  return askForMore({ ...state, cart }, notes, scene);
}

/** An order or booking that could not be changed holds again what it held. */
export function settleRestored({ placing: _, afterwards, ...state }: CommerceState): Answer {
  return tell(state, afterwards === undefined ? [] : [afterwards]);
}

function placed(state: CommerceState, id: string, scene: Scene): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const due = dueFor(state, scene);
  const before = state.orders.find(({ number }) => number === state.changes);
  const total = totalCents(state, scene);
  const order: Order = {
    id,
    number: before?.number ?? numberOf(known.business.ordering.numberPrefix, id),
    status: "placed",
    placedAtMs: before?.placedAtMs ?? turn.now,
    text: state.cart
      .map((line) => countText(line, scene))
      .join(", ")
      .slice(0, most.text),
    lines: state.cart,
    checkout: state.checkout,
    feeCents: feeCents(state.cart, state.checkout, known),
    totalCents: total,
    unitCents: state.cart.map((line) => lineCents(line, known) / line.quantity),
    dueAtMs: due.kind === "at" ? due.atMs : turn.now,
  };
  const others = state.orders.filter(({ number }) => number !== order.number);
  const next = { ...cleared(state), orders: [...others, order].slice(-most.orders) };
  if (before !== undefined) {
    const lines = linesOf(order.lines, scene);
    const changed = words(known, language, "order-changed", { number: order.number, lines, total: total / 100 });
    return withReceipt(tell(next, [changed]), order, scene);
  }
  return withReceipt(tell(next, [placedText(order, due.kind === "at" && due.wished, scene)]), order, scene);
}

function withReceipt(answer: Answer, order: Order, scene: Scene): Answer {
  if (!scene.known.business.ordering.sendReceipt) return answer;
  return { ...answer, replies: [...answer.replies, receiptOf(order, scene)] };
}

function placedText({ number, checkout, totalCents: total, dueAtMs }: Order, wished: boolean, scene: Scene): string {
  const { turn, known } = scene;
  const instructions = instructionsOf(checkout.payment, scene);
  const values = {
    number,
    total: total / 100,
    delivery: checkout.method ?? "pickup",
    ...(instructions === undefined ? {} : { instructions }),
  };
  if (wished) {
    const when = known.texts.formats.moment(dueAtMs, turn.language);
    return words(known, turn.language, "order-placed-for", { ...values, when });
  }
  const minutes = Math.max(5, Math.round((dueAtMs - turn.now) / 60_000));
  return words(known, turn.language, "order-placed", { ...values, minutes });
}

/** The state without a cart; what is kept are orders, bookings and the draft of one. */
export function cleared(state: CommerceState): CommerceState {
  const { focus: _, changes: __, asked: ___, cancelling: ____, placing: _____, ...kept } = state;
  return { ...kept, cart: [], pending: [], checkout: {}, stage: "cart", reminded: false };
}

/** Orders and bookings of the chat for other agents, newest last. */
export function orderSummaries({ orders, bookings }: CommerceState): OrderSummary[] {
  const summary = ({ number, status, placedAtMs, text }: Order | Booked): OrderSummary => ({
    number,
    status,
    placedAtMs,
    text,
  });
  return [...orders, ...bookings].map(summary).sort((a, b) => a.placedAtMs - b.placedAtMs);
}

/** "No" to the summary: nothing is ordered, the cart stays. */
export function askWhatToChange(state: CommerceState, scene: Scene): Answer {
  const { turn, known } = scene;
  const body = words(known, turn.language, "ask-what-to-change");
  return ask({ ...state, stage: "checkout" }, { id: "order.change", type: "text", body }, { scene });
}
