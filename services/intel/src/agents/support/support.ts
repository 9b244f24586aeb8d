import { renderAnswer } from "@parley/business/replies";
import type { Translated } from "@parley/business/translated";
import type { Agent } from "../agent.ts";
import type { TicketSummary } from "../agent-turn.ts";
import { readOf } from "../said.ts";
import { text, words } from "../say.ts";
import { continueDraft, startComplaint } from "./complaint.ts";
import { answerOrderStatus } from "./order-state.ts";
import { wakeForTicket } from "./sla.ts";
import { asksForReturn, asksForTerms, asksForTicket, asksWhere, saysSolved, saysStillWrong } from "./support-cues.ts";
import { most, type SupportState, supportState, type Ticket } from "./support-state.ts";
import { numberSaid, plainNumber, type SupportAnswer, type SupportTurn } from "./support-turn.ts";
import { categoryOf } from "./ticket-category.ts";
import { supportForms } from "./ticket-questions.ts";
import { close, noteOn, openTicket, reopen, reopenable, statusOf } from "./tickets.ts";

/** What comes within this time after a ticket was opened is about it. */
const sameMatterMs = 48 * 3_600_000;

/** What other agents may know of the tickets, newest last. */
export function ticketSummaries({ tickets }: SupportState): TicketSummary[] {
  return tickets.map(({ number, status, openedAtMs, category, said }) => ({
    number,
    status,
    openedAtMs,
    subject: `${category}: ${said.slice(0, 80)}`,
  }));
}

/** Sees to what went wrong: tickets with their time, returns, and where an order is. */
export const supportAgent: Agent<SupportState> = {
  name: "support",
  state: supportState,
  forms: (state) => supportForms(state),
  records: (state) => ({ tickets: ticketSummaries(state) }),
  answer: (state, turn, known) => {
    if (turn.kind === "reaction" || (turn.kind === "sticker" && turn.text === "")) return { state, replies: [] };
    const said: SupportTurn = { turn, known, read: readOf(turn) };
    const answer = answerOf(state, said);
    return { ...answer, state: remember(answer.state, turn.text) };
  },
  wake: (state, timer, moment, known) => wakeForTicket(state, timer, { moment, known }),
};

function remember(state: SupportState, said: string): SupportState {
  const line = said.trim().slice(0, most.heardChars);
  return line === "" ? state : { ...state, heard: [...state.heard, line].slice(-most.heard) };
}

function answerOf(state: SupportState, said: SupportTurn): SupportAnswer {
  const { turn, read } = said;
  const picked = pickedAnswer(state, said);
  if (picked !== undefined) return picked;
  const open = openTicket(state, turn.now);
  if (open !== undefined && saysSolved(read.folded)) return close(state, open, said);
  const ticket = ticketAsked(state, said);
  if (ticket !== undefined) return ticket;
  if (state.draft !== undefined && goesOn(said)) return continueDraft(state, state.draft, said);
  return byIntent(state, open, said);
}

function pickedAnswer(state: SupportState, said: SupportTurn): SupportAnswer | undefined {
  const { turn, known } = said;
  const tapped = turn.interaction?.kind === "choice" ? turn.interaction.id : undefined;
  const solved = turn.slots.ticket_solved ?? tapped;
  const asked = state.tickets.find(({ number }) => number === state.askedSolved) ?? openTicket(state, turn.now);
  if (solved === "ticket_solved:yes" && asked !== undefined) return close(state, asked, said);
  if (solved === "ticket_solved:no" && asked !== undefined) {
    const { askedSolved: _, ...rest } = state;
    return { state: rest, replies: [text(words(known, turn.language, "ticket-still-open", { number: asked.number }))] };
  }
  const helped = turn.slots.ticket_helped ?? tapped;
  if (helped === "ticket_helped:yes") {
    const { draft: _, ...rest } = state;
    return { state: rest, replies: [text(words(known, turn.language, "faq-glad"))] };
  }
  return helped === "ticket_helped:no" && state.draft !== undefined
    ? continueDraft(state, state.draft, said)
    : undefined;
}

/** "¿cómo va mi caso?", with or without its number. */
function ticketAsked(state: SupportState, said: SupportTurn): SupportAnswer | undefined {
  const { turn, known, read } = said;
  const number = numberSaid(said);
  const named =
    number === undefined ? undefined : state.tickets.find((one) => plainNumber(one.number) === plainNumber(number));
  const asks = asksForTicket(read.folded);
  if (named === undefined && !asks) return undefined;
  const ticket: Ticket | undefined = named ?? openTicket(state, turn.now) ?? state.tickets.at(-1);
  if (ticket === undefined) {
    return { state, replies: [text(words(known, turn.language, "ticket-not-found"))] };
  }
  if (ticket.status === "closed" && saysStillWrong(read.folded) && reopenable(state, said)?.number === ticket.number) {
    return reopen(state, ticket, said);
  }
  if (!asks && named !== undefined && turn.text.length > 60) return noteOn(state, ticket, said);
  return statusOf(state, ticket, said);
}

/** What was asked is answered, or the turn says nothing else. */
function goesOn({ turn, read }: SupportTurn): boolean {
  if (asksForTerms(read.folded) && read.folded.includes("?")) return false;
  const name = turn.intent.accepted ? turn.intent.name : "";
  if (turn.answered.some((id) => id.startsWith("ticket_"))) return true;
  // "it should have been here an hour ago" goes on with what did not come; "where is it?" asks anew.
  if (name === "order_status") return !asksWhere(read.folded);
  return !["thanks", "goodbye", "greeting"].includes(name);
}

function byIntent(state: SupportState, open: Ticket | undefined, said: SupportTurn): SupportAnswer {
  const { turn, known } = said;
  const name = turn.intent.accepted ? turn.intent.name : "";
  if (name === "thanks" || name === "goodbye") return { state, replies: [text(words(known, turn.language, name))] };
  if (name === "order_status") return answerOrderStatus(state, said);
  if (Object.hasOwn(turn.slots, "status_order")) return answerOrderStatus(state, said);
  const own = known.business.intents.find((intent) => intent.name === name);
  const fits = categoryOf(turn.text, said).fits;
  const returns = name === "return_refund" && asksForReturn(said.read.folded);
  if (turn.sentiment.label === "pos" && !fits && !returns) return thankful(state, said, own?.reply);
  if (name === "return_refund" && own?.reply !== undefined && asksForTerms(said.read.folded)) {
    return { state, replies: [text(renderAnswer(known.texts, own.reply, turn.language))] };
  }
  const problem = name === "complaint" || name === "return_refund" || fits;
  if (!problem && own?.reply !== undefined) {
    return { state, replies: [text(renderAnswer(known.texts, own.reply, turn.language))] };
  }
  if (open !== undefined && isSameMatter(open, said)) return noteOn(state, open, said);
  const closed = reopenable(state, said);
  if (closed !== undefined && problem && isAgain(closed, said)) return reopen(state, closed, said);
  return startComplaint(state, {}, said);
}

/** Praise that came here because of what was talked of before. */
function thankful(state: SupportState, { turn, known }: SupportTurn, reply: Translated | undefined): SupportAnswer {
  const body =
    reply === undefined || ["complaint", "return_refund"].includes(turn.intent.name)
      ? words(known, turn.language, "smalltalk-compliment")
      : renderAnswer(known.texts, reply, turn.language);
  return { state, replies: [text(body)] };
}

function isSameMatter(open: Ticket, said: SupportTurn): boolean {
  const { turn } = said;
  const number = numberSaid(said);
  if (number !== undefined && open.order !== undefined && plainNumber(number) !== plainNumber(open.order)) return false;
  const { category, fits } = categoryOf(turn.text, said);
  const same = !fits || category?.id === open.category || number !== undefined;
  return same && turn.now - open.openedAtMs <= sameMatterMs;
}

function isAgain(closed: Ticket, said: SupportTurn): boolean {
  const { category, fits } = categoryOf(said.turn.text, said);
  return saysStillWrong(said.read.folded) || (fits && category?.id === closed.category);
}
