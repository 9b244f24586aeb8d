import type { InfoAnswer } from "./info-answer.ts";

const mostRows = 10;

/** A list to pick from; what is picked comes back as its id in the slot `info_pick`, tapped or typed. */
export function fitRows(
  rows: readonly { id: string; title: string }[],
  { body, button }: { body: string; button: string },
): InfoAnswer {
  const shown = rows.slice(0, mostRows);
  const options = shown.map(({ id, title }) => ({ value: id, label: title }));
  return {
    replies: [{ kind: "list", body, button, sections: [{ rows: [...shown] }] }],
    asks: [{ id: "info-pick", slot: "info_pick", type: "choice", options }],
    offered: "answers",
  };
}
