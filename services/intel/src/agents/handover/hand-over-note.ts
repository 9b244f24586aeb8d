import type { Known } from "../../known.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { words } from "../say.ts";
import { whyOf } from "./why.ts";

/** What the note is made of: a turn, or only what is known of the chat when nobody has written. */
export type Noted = Pick<AgentTurn, "language" | "records"> &
  Partial<Pick<AgentTurn, "profileName" | "text" | "entities" | "sentiment" | "intent" | "recent">>;

const mostOf = { text: 300, found: 8, note: 1500 };
/** Orders and tickets that are over need no line. */
const over = /^(?:done|cancelled|closed|delivered)$/;

/** What a person should know who takes the chat over: in the first language of the business, at most 1,500 characters. */
export function handOverNote(reason: string, of: Noted, known: Known): string {
  const language = known.business.languages[0] ?? "es";
  const why = whyOf(reason);
  const { text = "", sentiment, profileName } = of;
  const found = [...new Set((of.entities ?? []).map((entity) => entity.text))].slice(0, mostOf.found);
  const order = of.records.orders.findLast(({ status }) => !over.test(status)) ?? of.records.orders.at(-1);
  const ticket = of.records.tickets.findLast(({ status }) => !over.test(status));
  const lines = [
    words(known, language, "handover-note-why", {
      why,
      reason: why === "intent" ? (of.intent?.name ?? reason) : reason,
    }),
    words(known, language, "handover-note-customer", {
      ...(profileName === undefined ? {} : { name: profileName }),
      language: of.language,
    }),
    text === "" ? "" : words(known, language, "handover-note-said", { text: text.slice(0, mostOf.text) }),
    ...(of.recent ?? []),
    found.length === 0 ? "" : words(known, language, "handover-note-found", { found }),
    order === undefined ? "" : words(known, language, "handover-note-order", order),
    ticket === undefined ? "" : words(known, language, "handover-note-ticket", ticket),
    sentiment === undefined
      ? ""
      : words(known, language, "handover-note-mood", {
          mood: sentiment.label,
          ...(sentiment.emotion === undefined ? {} : { emotion: sentiment.emotion }),
        }),
  ];
  return words(known, language, "handover-note", { lines: lines.filter((line) => line !== "") }).slice(0, mostOf.note);
}
