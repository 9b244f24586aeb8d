import type { Reply } from "@parley/contract/reply";
import type { Asked } from "@parley/nlu/flow/dialogue";
import type { Known } from "../../known.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { words } from "../say.ts";

/** What an answer is made from, beside the state. */
export type Scene = { turn: AgentTurn; known: Known };
export type Offered = { id: string; title: string; description?: string };

/** WhatsApp's limits, in characters. */
const most = { button: 20, row: 24, description: 72, rows: 10 };

/** A text with what can be tapped under it: up to three buttons, a list of up to ten rows, or nothing. */
export function offering(body: string, options: readonly Offered[], { turn, known }: Scene): Reply {
  if (options.length === 0) return { kind: "text", body };
  if (options.length <= 3 && options.every(({ title, description }) => title.length <= most.button && !description)) {
    return { kind: "buttons", body, buttons: options.map(({ id, title }) => ({ id, title })) };
  }
  const rows = options.slice(0, most.rows).map(({ id, title, description }) => {
    const cut = clip(title, most.row);
    const more = description ?? (cut === title ? undefined : title);
    return { id, title: cut, ...(more === undefined ? {} : { description: clip(more, most.description) }) };
  });
  return { kind: "list", body, button: words(known, turn.language, "catalog-button"), sections: [{ rows }] };
}

/** The question behind an offer, so that typed answers and taps are read against it. */
export function askedFor(id: string, type: string, options: readonly Offered[] = []): Asked {
  const slot = id.slice(id.indexOf(".") + 1);
  const known = options.slice(0, most.rows).map(({ id: value, title }) => ({ label: title, value }));
  return { id, slot, type, ...(known.length === 0 ? {} : { options: known }) };
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
