import { renderAnswer } from "@parley/business/replies";
import { type Draft, most, type SupportState } from "./support-state.ts";
import { isAngry, numberSaid, orderOf, recentOrder, type SupportAnswer, type SupportTurn } from "./support-turn.ts";
import { categoryOf, urgencyOf } from "./ticket-category.ts";
import { draftQuestion, helpedQuestion } from "./ticket-questions.ts";
import { openFrom } from "./tickets.ts";

/** An answer of the business file that fits so well is tried before a ticket. */
const answersIt = 0.75;
/** It is about something that was ordered. */
const aboutOrder =
  /\b(?:pedidos?|orden(?:es)?|compras?|compre|pedi|ordene|encargo|encargue|envio|entrega(?:ron)?|repartidor|lleg\w+|mandaron|trajeron|cobr\w+|devol\w+|reembols\w+|cambi(?:o|ar|en)|producto|orders?|ordered|bought|purchase|deliver\w*|arriv\w*|refund|return|exchange|charged?|sent|received)\b/;
/** Says that something is wrong, but not what. */
const emptyWords =
  /\b(?:hola|buen[oa]s|dias|tardes|noches|hi|hello|hey|good|morning|afternoon|evening|por favor|please|tengo|quiero|quisiera|necesito|poner|hacer|levantar|presentar|reportar|tuve|una?|el|la|mi|con|de|un|a|i|have|want|need|to|make|file|would|like|the|my|with|an?|queja|quejarme|reclamo|reclamar|reclamacion|problemas?|inconveniente|devolucion|devolver|reembolso|cambio|aclaracion|ayuda|complaint|complain|problem|issue|return|refund|exchange|help|it|this|eso|esto|pedido|order|orden|compra)\b/g;

/** A problem comes up: answers of the file first, then what a ticket needs, then the ticket. */
export function startComplaint(state: SupportState, known: { order?: string }, said: SupportTurn): SupportAnswer {
  const { turn } = said;
  const { category } = categoryOf(turn.text, said);
  const order = known.order ?? orderMeant(said);
  const draft: Draft = {
    category: category?.id ?? "other",
    urgency: urgencyOf(category, said),
    said: turn.text.slice(0, most.said),
    photos: turn.media.length,
    asked: [],
    ...(order === undefined ? {} : { order }),
  };
  return tryAnswer(state, draft, said) ?? proceed(state, draft, said);
}

/** Goes on with a problem that something was asked about. */
export function continueDraft(state: SupportState, draft: Draft, said: SupportTurn): SupportAnswer {
  const { turn } = said;
  const helped = turn.slots.ticket_helped ?? (turn.interaction?.kind === "choice" ? turn.interaction.id : undefined);
  if (helped === "ticket_helped:no") return proceed(state, draft, said);
  const words = [draft.said, turn.text]
    .filter((part) => part.trim() !== "")
    .join(" · ")
    .slice(0, most.said);
  const { category, fits } = categoryOf(words, said);
  const order = draft.order ?? orderMeant(said, true);
  const told: Draft = {
    ...draft,
    said: words,
    photos: draft.photos + turn.media.length,
    ...(fits && category !== undefined ? { category: category.id, urgency: urgencyOf(category, said) } : {}),
    ...(order === undefined ? {} : { order }),
  };
  return proceed(state, told, said);
}

function tryAnswer(state: SupportState, draft: Draft, said: SupportTurn): SupportAnswer | undefined {
  const { turn, known } = said;
  if (isAngry(turn) || draft.urgency === "urgent" || draft.urgency === "high" || categoryOf(turn.text, said).fits)
    return undefined;
  const best = known.retrieval.find(turn.text.slice(0, 1000), turn.language, 1)[0];
  if (best === undefined || best.kind !== "faq" || best.score < answersIt) return undefined;
  const question = helpedQuestion(renderAnswer(known.texts, best.answer, turn.language), said);
  return {
    state: { ...state, draft: { ...draft, asked: ["faq"] } },
    replies: [question.reply],
    asks: question.asks,
  };
}

/** Asks for what is missing, each thing once; then opens the ticket. */
function proceed(state: SupportState, draft: Draft, said: SupportTurn): SupportAnswer {
  const wanted = wantedFor(draft, said);
  if (wanted === undefined) return openFrom(state, draft, said);
  const asked: Draft = { ...draft, asked: [...draft.asked.filter((one) => one !== "faq"), wanted] };
  return { state: { ...state, draft: asked }, ...draftQuestion(wanted, said) };
}

function wantedFor(draft: Draft, said: SupportTurn): "description" | "order" | undefined {
  const { turn, known } = said;
  // Who is upset or in danger is not asked for papers.
  if (draft.urgency === "urgent" || isAngry(turn)) return undefined;
  if (!draft.asked.includes("description") && saysLittle(draft.said) && draft.photos === 0) return "description";
  const ordered = known.business.ordering.enabled && draft.order === undefined;
  const isAbout =
    turn.intent.name === "return_refund" ||
    aboutOrder.test(said.read.folded) ||
    aboutOrder.test(draft.said.toLowerCase());
  return ordered && isAbout && !draft.asked.includes("order") ? "order" : undefined;
}

function saysLittle(text: string): boolean {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().slice(0, 500);
  const left = folded.replace(emptyWords, " ").match(/[\p{L}\d]{2,}/gu) ?? [];
  return left.length < 2;
}

/** The order that is named, or the latest one. */
function orderMeant(said: SupportTurn, asked = false): string | undefined {
  const number = numberSaid(said);
  if (number !== undefined)
    return orderOf(number, said)?.number ?? (asked || /\d{3}/.test(number) ? number : undefined);
  return recentOrder(said)?.number;
}
