import { foldName } from "@parley/business/fold-name";
import type { Text } from "@parley/nlu/text";
import type { Known } from "../../known.ts";
import type { AgentAnswer } from "../agent.ts";
import type { AgentTurn, OrderSummary } from "../agent-turn.ts";
import type { SupportState } from "./support-state.ts";

/** A turn with what is needed to see to it. */
export type SupportTurn = { turn: AgentTurn; known: Known; read: Text };

export type SupportAnswer = AgentAnswer<SupportState>;

const recentMs = 14 * 24 * 3_600_000;
const bare =
  /^\W*(?:(?:es |el |mi |pedido |orden |numero |order |number |it's |is |the |#|no\.? )*)([a-z]{0,4}-?[a-z0-9]{0,3}\d[a-z0-9]{1,9})\W*$/;

/** The number of an order or ticket that the turn names; only one that was asked for may be a bare number. */
export function numberSaid({ turn, read }: SupportTurn): string | undefined {
  const slot = turn.slots.ticket_order;
  if (slot !== undefined && slot !== "") return slot.toUpperCase();
  const entity = turn.entities.findLast(({ type }) => type === "order_id");
  if (entity !== undefined) return String(entity.value).replace(/^#/, "").toUpperCase();
  return bare.exec(read.folded.slice(0, 60))?.[1]?.toUpperCase();
}

/** The order of a number, however its hyphen and prefix are written. */
export function orderOf(number: string, { turn }: SupportTurn): OrderSummary | undefined {
  const plain = plainNumber(number);
  const digits = plain.replace(/^[a-z]+/, "");
  const { orders } = turn.records;
  return (
    orders.findLast((order) => plainNumber(order.number) === plain) ??
    (digits.length >= 3 ? orders.findLast((order) => plainNumber(order.number).endsWith(digits)) : undefined)
  );
}

/** The last order, if it is not old. */
export function recentOrder({ turn }: SupportTurn): OrderSummary | undefined {
  return turn.records.orders.findLast(({ placedAtMs }) => turn.now - placedAtMs <= recentMs);
}

export function plainNumber(number: string): string {
  return foldName(number).replaceAll(" ", "").replaceAll("-", "");
}

/** A strong anger, or a strongly bad tone that no other feeling explains. */
export function isAngry({ sentiment }: AgentTurn): boolean {
  const { score, emotion } = sentiment;
  return (emotion === "anger" && score <= -0.6) || (score <= -0.85 && emotion === undefined);
}
