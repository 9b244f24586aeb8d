import { foldedOf } from "../said.ts";
import { words } from "../say.ts";
import { type Answer, ask, askForMore, tell } from "./answer-parts.ts";
import type { Booked, CommerceState, Order } from "./commerce-state.ts";
import { cartText } from "./describe.ts";
import { isNumber } from "./number-of.ts";
import type { Scene } from "./offer.ts";
import { cleared } from "./place-order.ts";

/** The order or booking a turn speaks of: by its number, else the newest that stands. */
export type Meant =
  | { kind: "order"; order: Order }
  | { kind: "booking"; booked: Booked }
  | { kind: "unknown"; number: string };

const aboutBooking =
  /\b(?:reserva\w*|mesas?|citas?|turno|degustaci\w+|appointment|booking|table|reservation|tasting)\b/;

/** Undefined: the chat has none of the kind. */
export function meantBy(state: CommerceState, { turn }: Scene): Meant | undefined {
  const named = [
    turn.slots.order_number,
    ...turn.entities.filter(({ type }) => type === "order_id").map(({ value }) => String(value)),
  ].filter((number) => number !== undefined);
  for (const number of named) {
    const order = state.orders.find((one) => isNumber(one.number, number));
    if (order !== undefined) return { kind: "order", order };
    const booked = state.bookings.find((one) => isNumber(one.number, number));
    if (booked !== undefined) return { kind: "booking", booked };
  }
  const [unknown] = named;
  if (unknown !== undefined) return { kind: "unknown", number: unknown };
  const order = state.orders.findLast(({ status }) => status === "placed") ?? state.orders.at(-1);
  const booked = state.bookings.findLast(({ status }) => status === "placed") ?? state.bookings.at(-1);
  const wantsBooking =
    aboutBooking.test(foldedOf(turn)) || (turn.topic === "booking" && !/\b(?:pedido|order)\b/.test(foldedOf(turn)));
  if (booked !== undefined && (wantsBooking || order === undefined)) return { kind: "booking", booked };
  return order === undefined || wantsBooking ? undefined : { kind: "order", order };
}

export function orderStatus({ number, status, dueAtMs, placedAtMs }: Order, { turn, known }: Scene): string {
  const { language } = turn;
  if (status === "cancelled") return words(known, language, "order-status-cancelled", { number });
  const later = dueAtMs - placedAtMs > 3 * 3_600_000 || dueAtMs > turn.now;
  return words(known, language, "order-status-placed", {
    number,
    ...(later ? { when: known.texts.formats.moment(dueAtMs, language) } : {}),
  });
}

export function notFound(state: CommerceState, number: string | undefined, { turn, known }: Scene): Answer {
  const said = words(known, turn.language, "order-not-found", number === undefined ? {} : { number });
  const scene = { turn, known };
  return number === undefined
    ? tell(state, [said])
    : ask(state, { id: "order.order_number", type: "order_id", body: said }, { scene });
}

/** Asks whether to cancel, or says why not. */
export function cancelOrder(state: CommerceState, order: Order, scene: Scene): Answer {
  const { turn, known } = scene;
  const { language } = turn;
  const { number } = order;
  if (order.status === "cancelled") return tell(state, [words(known, language, "order-status-cancelled", { number })]);
  if (tooLate(order, known.business.ordering.cancelWithinMinutes, turn.now)) {
    return {
      ...tell(state, [words(known, language, "cancel-too-late", { number })]),
      handOver: { reason: `wants to cancel order ${number}, too late to do so alone` },
    };
  }
  const options = [
    { id: "cancel:yes", title: words(known, language, "option-cancel-it") },
    { id: "cancel:no", title: words(known, language, "option-keep") },
  ];
  const body = words(known, language, "confirm-cancel-order", { number });
  return ask({ ...state, cancelling: number }, { id: "order.cancel", type: "yes_no", body, options }, { scene });
}

/** The customer has said yes or no to cancelling. */
export function settleCancelling(before: CommerceState, yes: boolean, scene: Scene): Answer | undefined {
  const { cancelling, ...state } = before;
  const order = state.orders.find(({ number }) => number === cancelling);
  if (order === undefined) return undefined;
  const { turn, known } = scene;
  const { number, id, lines } = order;
  if (!yes) return tell(state, [words(known, turn.language, "order-kept", { number })]);
  if (tooLate(order, known.business.ordering.cancelWithinMinutes, turn.now)) return cancelOrder(state, order, scene);
  const orders = state.orders.map((one) => (one === order ? { ...one, status: "cancelled" as const } : one));
  const items = lines.map(({ item, quantity }) => ({ item, quantity }));
  return {
    ...tell({ ...state, orders }, [words(known, turn.language, "order-cancelled", { number })]),
    reserve: { id, items, release: true },
  };
}

/** Takes a placed order back into the cart to be changed, or says that it is too late. */
export function reopenOrder(
  state: CommerceState,
  order: Order,
  scene: Scene,
): { state: CommerceState } | { answer: Answer } {
  const { turn, known } = scene;
  const { number } = order;
  if (order.status === "cancelled") {
    return { answer: tell(state, [words(known, turn.language, "order-status-cancelled", { number })]) };
  }
  if (tooLate(order, known.business.ordering.changeWithinMinutes, turn.now)) {
    const said = words(known, turn.language, "change-too-late", { number });
    const handOver = { reason: `wants to change order ${number}, too late to do so alone` };
    return { answer: { ...tell(state, [said]), handOver } };
  }
  const focus = order.lines.at(-1)?.item;
  return {
    state: {
      ...cleared(state),
      cart: order.lines,
      checkout: order.checkout,
      changes: number,
      touchedAtMs: turn.now,
      ...(focus === undefined ? {} : { focus }),
    },
  };
}

/** A reopened order is shown, and the customer says what to change. */
export function showReopened(state: CommerceState, scene: Scene): Answer {
  const { turn, known } = scene;
  const body = `${cartText(state.cart, scene)}\n${words(known, turn.language, "ask-what-to-change")}`;
  return ask(state, { id: "order.change", type: "text", body }, { scene });
}

/** The same items as in the last order, as far as there still are any. */
export function repeatOrder(state: CommerceState, scene: Scene): Answer {
  const last = state.orders.at(-1);
  if (last === undefined) return askForMore(state, [], scene);
  const cart = last.lines.filter(({ item }) => {
    const stock = scene.known.itemsById.get(item)?.stock;
    return stock !== undefined && stock !== "out" && stock !== 0;
  });
  const next: CommerceState = { ...state, cart, touchedAtMs: scene.turn.now };
  return askForMore(next, cart.length === 0 ? [] : [cartText(cart, scene)], scene);
}

function tooLate({ placedAtMs, dueAtMs }: Order, withinMinutes: number, now: number): boolean {
  return now - placedAtMs > withinMinutes * 60_000 || now >= dueAtMs;
}
