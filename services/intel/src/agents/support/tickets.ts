import { inLanguage } from "@parley/business/translated";
import type { Reply } from "@parley/contract/reply";
import { text, words } from "../say.ts";
import { dueAt, withinText } from "./due-time.ts";
import { type Draft, most, type SupportState, type Ticket } from "./support-state.ts";
import { isAngry, type SupportAnswer, type SupportTurn } from "./support-turn.ts";
import { raised } from "./ticket-category.ts";
import { ticketNumber } from "./ticket-number.ts";
import { closingQuestion } from "./ticket-questions.ts";

/** A ticket nobody has touched for so long is over. */
const staleMs = 14 * 24 * 3_600_000;
/** What shows best in a picture. */
const showable =
  /\b(?:rot[oa]s?|quebrad[oa]s?|aplastad[oa]s?|quemad[oa]s?|danad[oa]s?|manchad[oa]s?|derramad[oa]s?|dur[oa]s?|moho|podrid[oa]s?|equivocad[oa]s?|crud[oa]s?|defectuos[oa]s?|broken|crushed|burnt|burned|damaged|stale|mou?ldy?|spilled|wrong|defective|torn|raw)\b/;

export const slaTimer = (number: string) => `sla-${number}`;

/** The ticket the customer most likely means: the newest that is not over. */
export function openTicket({ tickets }: SupportState, now: number): Ticket | undefined {
  return tickets.findLast(({ status, changedAtMs }) => status !== "closed" && now - changedAtMs < staleMs);
}

/** The newest closed ticket that may still be opened again. */
export function reopenable({ tickets }: SupportState, { turn, known }: SupportTurn): Ticket | undefined {
  const withinMs = known.business.support.reopenWithinHours * 3_600_000;
  const last = tickets.findLast(({ status }) => status === "closed");
  return last !== undefined && turn.now - last.changedAtMs <= withinMs ? last : undefined;
}

export function withTicket(state: SupportState, ticket: Ticket): SupportState {
  const others = state.tickets.filter(({ number }) => number !== ticket.number);
  return { ...state, tickets: [...others, ticket].slice(-most.tickets) };
}

/** Makes a ticket of what was told; urgent ones and those of angry customers go to a person at once. */
export function openFrom(state: SupportState, draft: Draft, said: SupportTurn): SupportAnswer {
  const { turn, known } = said;
  const { support, handover } = known.business;
  const number = ticketNumber(turn.id, support.numberPrefix);
  const dueAtMs = dueAt(turn.now, draft.urgency, known);
  const { asked: _, ...told } = draft;
  const ticket: Ticket = {
    ...told,
    number,
    status: "open",
    said: draft.said.slice(0, most.said),
    notes: [],
    summary: summaryOf(number, draft, { state, said }),
    openedAtMs: turn.now,
    changedAtMs: turn.now,
    dueAtMs,
  };
  const { draft: _draft, ...rest } = state;
  const replies = [text(...openedTexts(ticket, said))];
  const answer: SupportAnswer = {
    state: withTicket({ ...rest, missedOrders: 0 }, ticket),
    replies,
    timers: [{ name: slaTimer(number), atMs: dueAtMs }],
  };
  const reason = draft.urgency === "urgent" ? "urgent" : isAngry(turn) && handover.whenAngry ? "upset" : undefined;
  return reason === undefined ? answer : { ...answer, handOver: { reason: `${reason}: ${headOf(ticket)}` } };
}

function openedTexts(ticket: Ticket, { turn, known, read }: SupportTurn): string[] {
  const { language } = turn;
  const { number, urgency, dueAtMs } = ticket;
  const within = withinText(turn.now, dueAtMs, { known, language, urgency });
  const category = categoryName(ticket.category, { turn, known });
  const opened = words(known, language, "ticket-opened", { number, category, within });
  const wantsPhoto =
    ticket.photos === 0 && urgency !== "urgent" && showable.test(`${read.folded} ${ticket.said.toLowerCase()}`);
  return wantsPhoto ? [opened, words(known, language, "ticket-ask-photo")] : [opened];
}

export function categoryName(id: string, { turn, known }: Pick<SupportTurn, "turn" | "known">): string {
  const category = known.business.support.categories.find((one) => one.id === id);
  return category === undefined ? id : inLanguage(category.name, turn.language);
}

function summaryOf(number: string, draft: Draft, { state, said }: { state: SupportState; said: SupportTurn }): string {
  const { turn, known } = said;
  const language = known.business.languages[0] ?? "es";
  const before = state.heard.filter((one) => !draft.said.includes(one)).join(" · ");
  const found = [...new Set(turn.entities.map((entity) => entity.text))].slice(0, 8).join(", ");
  const { urgency, photos, order } = draft;
  return words(known, language, "ticket-summary", {
    number,
    category: categoryName(draft.category, { turn: { ...turn, language }, known }),
    urgency,
    said: draft.said,
    photos,
    ...(order === undefined ? {} : { order }),
    ...(before === "" ? {} : { before }),
    ...(found === "" ? {} : { found }),
  }).slice(0, most.summary);
}

/** The first line of a summary: number, category, urgency, order. */
export function headOf({ summary }: Ticket): string {
  return (summary.split("\n")[0] ?? "").slice(0, 150);
}

/** Adds what the customer writes to a ticket. */
export function noteOn(state: SupportState, ticket: Ticket, said: SupportTurn): SupportAnswer {
  const { turn, known } = said;
  const note = turn.text.trim().slice(0, most.noteChars);
  const noted: Ticket = {
    ...ticket,
    notes: note === "" ? ticket.notes : [...ticket.notes, note].slice(-most.notes),
    photos: ticket.photos + turn.media.length,
    changedAtMs: turn.now,
  };
  const answer: SupportAnswer = {
    state: withTicket(state, noted),
    replies: [text(words(known, turn.language, "ticket-noted", { number: ticket.number }))],
  };
  const upset = isAngry(turn) && known.business.handover.whenAngry;
  return upset ? { ...answer, handOver: { reason: `upset: ${headOf(ticket)}` } } : answer;
}

/** The customer says that it is solved. */
export function close(state: SupportState, ticket: Ticket, { turn, known }: SupportTurn): SupportAnswer {
  const { askedSolved: _, ...rest } = state;
  return {
    state: withTicket(rest, { ...ticket, status: "closed", changedAtMs: turn.now }),
    replies: [text(words(known, turn.language, "ticket-closed", { number: ticket.number }))],
    timers: [{ name: slaTimer(ticket.number), atMs: undefined }],
  };
}

/** A closed ticket comes up again: more urgent than it was. */
export function reopen(state: SupportState, ticket: Ticket, { turn, known }: SupportTurn): SupportAnswer {
  const urgency = raised(ticket.urgency);
  const dueAtMs = dueAt(turn.now, urgency, known);
  const notes = [...ticket.notes, turn.text.slice(0, most.noteChars)].filter((note) => note !== "").slice(-most.notes);
  const { draft: _, ...rest } = state;
  return {
    state: withTicket(rest, { ...ticket, status: "open", urgency, notes, changedAtMs: turn.now, dueAtMs }),
    replies: [text(words(known, turn.language, "ticket-reopened", { number: ticket.number }))],
    timers: [{ name: slaTimer(ticket.number), atMs: dueAtMs }],
  };
}

/** How a ticket stands; one that a person has answered may be over, so that is asked. */
export function statusOf(state: SupportState, ticket: Ticket, { turn, known }: SupportTurn): SupportAnswer {
  const body = words(known, turn.language, "ticket-status", {
    number: ticket.number,
    subject: categoryName(ticket.category, { turn, known }),
    status: ticket.status,
  });
  if (ticket.status !== "answered") return { state, replies: [text(body)] };
  const question = closingQuestion(ticket.number, { turn, known });
  const replies: Reply[] = [{ ...question.reply, body: `${body} ${question.reply.body}` }];
  return { state: { ...state, askedSolved: ticket.number }, replies, asks: question.asks };
}
