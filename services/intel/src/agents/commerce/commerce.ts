import type { Known } from "../../known.ts";
import type { Agent } from "../agent.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { type Answer, joined } from "./answer-parts.ts";
import { answerBooking } from "./booking.ts";
import { bookingForm } from "./booking-form.ts";
import { type CommerceState, commerceState } from "./commerce-state.ts";
import { expireCart, offerToGoOn } from "./idle-cart.ts";
import { answerOrder } from "./order-turn.ts";
import { settleBooking } from "./place-booking.ts";
import { orderSummaries, settleOrder, settleRestored } from "./place-order.ts";

/** Sells and books: catalog, cart, checkout, orders and bookings, and what becomes of them. */
export const commerceAgent: Agent<CommerceState> = {
  name: "commerce",
  state: commerceState,
  forms: (state, { business }) => ({
    ...(business.ordering.enabled
      ? { order: { address: "address", when: "datetime", name: "person", order_number: "order_id" } }
      : {}),
    ...bookingForm(state, business),
  }),
  records: (state) => ({ orders: orderSummaries(state) }),
  answer: answerTurn,
  settle: (state, turn, known, outcome) => {
    const scene = { turn, known };
    if (state.placing === "restored") return settleRestored(state);
    return state.placing === "booking" ? settleBooking(state, outcome, scene) : settleOrder(state, outcome, scene);
  },
};

function answerTurn(before: CommerceState, turn: AgentTurn, known: Known): Answer {
  const scene = { turn, known };
  const { state: current, notes } = expireCart(before, scene);
  const state = withoutPlacing(current);
  const picks = picksOf(state, turn);
  const accepts = state.asked === "order.offer" && turn.answered.includes("order.offer");
  const booked = accepts ? undefined : answerBooking(state, scene, picks);
  const answer = booked ?? offerToGoOn(state, scene, picks) ?? answerOrder(state, scene, picks);
  return notes.length === 0 ? answer : withFirst(answer, notes);
}

const edits = /\b(?:quit|remove|sin|take|cambi|swap|mejor|instead|no)/i;

/** Options tapped, or named in answer to our latest question, by their ids. */
function picksOf({ asked }: CommerceState, { interaction, slots, answered, entities, text }: AgentTurn): string[] {
  if (interaction?.kind === "choice") return [interaction.id];
  // An earlier question of the checkout may be answered again; what merely was on offer before may not.
  const other = answered.find((id) => /^order\.(?:method|payment|zone|when)$/.test(id));
  const question = asked !== undefined && answered.includes(asked) ? asked : other;
  const named = slots[question?.slice(question.indexOf(".") + 1) ?? ""] ?? "";
  // "2 cuernitos más" picks no second option.
  const goods =
    entities.some(({ type }) => type === "product") && (!/^(?:item|opt|service):/.test(named) || edits.test(text));
  return goods || !/^[a-z]+:\S/.test(named) ? [] : [named];
}

/** A turn that comes after one whose stock never answered starts afresh. */
function withoutPlacing(state: CommerceState): CommerceState {
  if (state.placing === undefined) return state;
  const { placing: _, afterwards: __, ...rest } = state;
  return rest;
}

function withFirst(answer: Answer, notes: readonly string[]): Answer {
  const at = answer.replies.findIndex((reply) => "body" in reply);
  const replies = answer.replies.map((reply, index) =>
    index === at && "body" in reply ? { ...reply, body: joined([...notes, reply.body]) } : reply,
  );
  return { ...answer, replies: at === -1 ? [{ kind: "text", body: joined(notes) }, ...replies] : replies };
}
