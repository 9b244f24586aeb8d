import type { Known } from "../../known.ts";
import type { WakeMoment } from "../agent.ts";
import { text, words } from "../say.ts";
import { dueAt } from "./due-time.ts";
import type { SupportState, Ticket } from "./support-state.ts";
import type { SupportAnswer } from "./support-turn.ts";
import { raised } from "./ticket-category.ts";
import { headOf, slaTimer, withTicket } from "./tickets.ts";

/** A ticket's time is over: the customer is told once, the next time a person gets the chat. */
export function wakeForTicket(
  state: SupportState,
  timer: string,
  { moment, known }: { moment: WakeMoment; known: Known },
): SupportAnswer {
  const ticket = state.tickets.find(({ number }) => slaTimer(number) === timer);
  if (ticket === undefined || ticket.status === "closed" || ticket.status === "answered") return { state, replies: [] };
  if (moment.now < ticket.dueAtMs) return { state, replies: [], timers: [{ name: timer, atMs: ticket.dueAtMs }] };
  if (moment.operatorAtMs !== undefined && moment.operatorAtMs >= ticket.openedAtMs) {
    return { state: withTicket(state, { ...ticket, status: "answered", changedAtMs: moment.now }), replies: [] };
  }
  if (ticket.status === "escalated") {
    return { state, replies: [], handOver: { reason: `overdue: ${headOf(ticket)}` } };
  }
  return escalate(state, ticket, { moment, known });
}

function escalate(
  state: SupportState,
  ticket: Ticket,
  { moment, known }: { moment: WakeMoment; known: Known },
): SupportAnswer {
  const urgency = raised(ticket.urgency);
  const dueAtMs = dueAt(moment.now, urgency, known);
  return {
    state: withTicket(state, { ...ticket, status: "escalated", urgency, dueAtMs, changedAtMs: moment.now }),
    replies: [text(words(known, moment.language, "ticket-escalated", { number: ticket.number }))],
    timers: [{ name: slaTimer(ticket.number), atMs: dueAtMs }],
  };
}
