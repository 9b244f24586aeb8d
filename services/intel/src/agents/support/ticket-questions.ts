import type { ReplyKey } from "@parley/business/default-replies";
import type { ButtonsReply, Reply } from "@parley/contract/reply";
import type { Asked } from "@parley/nlu/flow/dialogue";
import { text, words } from "../say.ts";
import type { SupportState } from "./support-state.ts";
import type { SupportTurn } from "./support-turn.ts";

type Here = Pick<SupportTurn, "turn" | "known">;

/** Yes or no, by buttons; `slot` gets `<slot>:yes` or `<slot>:no`. */
function yesOrNo(body: string, slot: string, { turn, known }: Here): { reply: ButtonsReply; asks: Asked[] } {
  const buttons = [
    { id: `${slot}:yes`, title: words(known, turn.language, "option-yes") },
    { id: `${slot}:no`, title: words(known, turn.language, "option-no") },
  ];
  const options = buttons.map(({ id, title }) => ({ value: id, label: title }));
  return { reply: { kind: "buttons", body, buttons }, asks: [{ id: slot, slot, type: "choice", options }] };
}

/** Is the ticket solved? */
export function closingQuestion(number: string, here: Here): { reply: ButtonsReply; asks: Asked[] } {
  return yesOrNo(words(here.known, here.turn.language, "ticket-ask-solved", { number }), "ticket_solved", here);
}

/** An answer of the business file, and whether it helped. */
export function helpedQuestion(answer: string, here: Here): { reply: ButtonsReply; asks: Asked[] } {
  const body = `${answer}\n\n${words(here.known, here.turn.language, "faq-did-it-help")}`;
  return yesOrNo(body, "ticket_helped", here);
}

/** Asks for what a ticket still needs. */
export function draftQuestion(
  what: "description" | "order",
  { turn, known }: Here,
): { replies: Reply[]; asks: Asked[] } {
  const key: ReplyKey & `ticket-ask-${string}` = what === "order" ? "ticket-ask-order" : "ticket-ask-description";
  const slot = `ticket_${what}`;
  const asked: Asked = { id: slot, slot, type: what === "order" ? "order_id" : "text" };
  return { replies: [text(words(known, turn.language, key))], asks: [asked] };
}

/** The slots the agent waits for, by the topic they belong to. */
export function supportForms({
  draft,
  askedSolved,
  missedOrders,
}: SupportState): Record<string, Record<string, string>> {
  const complaint: Record<string, string> = {};
  if (draft?.asked.includes("order") === true) complaint.ticket_order = "order_id";
  if (draft?.asked.includes("description") === true) complaint.ticket_description = "text";
  if (draft?.asked.includes("faq") === true) complaint.ticket_helped = "choice";
  if (askedSolved !== undefined) complaint.ticket_solved = "choice";
  const forms: Record<string, Record<string, string>> = {};
  if (Object.keys(complaint).length > 0) forms.complaint = complaint;
  if (missedOrders > 0) forms.status = { status_order: "order_id" };
  return forms;
}
