import type { ReplyKey } from "@parley/business/default-replies";
import type { OrderSummary } from "../agent-turn.ts";
import { text, words } from "../say.ts";
import { startComplaint } from "./complaint.ts";
import type { SupportState } from "./support-state.ts";
import { numberSaid, orderOf, recentOrder, type SupportAnswer, type SupportTurn } from "./support-turn.ts";

const minuteMs = 60_000;
/** Later than promised by so much is a problem. */
const patienceMs = 15 * minuteMs;
const aboutOrder =
  /\b(?:pedidos?|orden(?:es)?|compras?|encargo|envio|entrega|paquete|repartidor|lleg\w+|orders?|package|parcel|deliver\w*|arriv\w*|it|lo)\b/;
const late =
  /\b(?:(?:no|nunca|todavia no|aun no|sigue sin) (?:me |nos )?(?:ha |han )?(?:lleg\w+|entreg\w+|recib\w+)|no he recibido|sigo esperando|llevo (?:\w+ ){1,4}esperando|se (?:tardaron|estan tardando|demor\w+)|(?:has not|hasn't|hasnt|did not|didn't|never|not yet) (?:been )?(?:arriv\w*|deliver\w*|come|show\w*|receiv\w*)|(?:still|not) (?:waiting|here yet)|supposed to (?:be here|arrive|have arrived)|(?:debia|debio|tenia que) (?:llegar|estar|haber llegado)|where(?:'s| is) my (?:food|bread|cake))\b/;

/** How an order stands; one that is long due becomes a ticket. */
export function answerOrderStatus(state: SupportState, said: SupportTurn): SupportAnswer {
  const { turn } = said;
  const number = turn.slots.status_order?.toUpperCase() ?? numberSaid(said);
  const order = number === undefined ? (recentOrder(said) ?? turn.records.orders.at(-1)) : orderOf(number, said);
  if (order === undefined) return missing(state, number, said);
  const found = { ...state, missedOrders: 0 };
  if (late.test(said.read.folded) && isOverdue(order, said)) {
    return startComplaint(found, { order: order.number }, said);
  }
  return { state: found, replies: [text(statusText(order, said))] };
}

function missing(state: SupportState, number: string | undefined, said: SupportTurn): SupportAnswer {
  const { turn, known } = said;
  const missedOrders = state.missedOrders + 1;
  if (late.test(said.read.folded)) {
    return startComplaint({ ...state, missedOrders: 0 }, number === undefined ? {} : { order: number }, said);
  }
  const asks = [{ id: "status_order", slot: "status_order", type: "order_id" }];
  // Asked before, and this is about something else.
  if (number === undefined && state.missedOrders > 0 && !aboutOrder.test(said.read.folded)) {
    return { state, replies: [text(words(known, turn.language, "ask-order-number"))], asks, failed: true };
  }
  const named = number === undefined ? {} : { number };
  const body =
    number === undefined && state.missedOrders === 0
      ? words(known, turn.language, "ask-order-number")
      : words(known, turn.language, "order-not-found", named);
  if (missedOrders > 2) {
    const reason = `asks for an order that is not known here${number === undefined ? "" : `: ${number}`}`;
    return { state: { ...state, missedOrders: 0 }, replies: [], handOver: { reason } };
  }
  return {
    state: { ...state, missedOrders },
    replies: [text(body)],
    asks,
  };
}

/** An order that should have been there by now. */
function isOverdue({ status, placedAtMs }: OrderSummary, { turn, known }: SupportTurn): boolean {
  if (/cancel/.test(status)) return false;
  const { delivery, prepMinutes } = known.business.ordering;
  const promisedMs = Math.max(delivery?.minutes ?? 0, prepMinutes) * minuteMs;
  return turn.now - placedAtMs > promisedMs + patienceMs;
}

const keys: Readonly<Record<string, ReplyKey & `order-status-${string}`>> = {
  preparing: "order-status-preparing",
  ready: "order-status-ready",
  "on-the-way": "order-status-on-the-way",
  done: "order-status-done",
  delivered: "order-status-done",
  cancelled: "order-status-cancelled",
};

function statusText({ number, status }: OrderSummary, { turn, known }: SupportTurn): string {
  const key = keys[status.replaceAll("_", "-")] ?? "order-status-placed";
  return words(known, turn.language, key, { number });
}
