import { inLanguage } from "@parley/business/translated";
import { words } from "../say.ts";
import { type Answer, ask } from "./answer-parts.ts";
import { admit, applyEdits, type Edited } from "./apply-edits.ts";
import type { CommerceState, PendingItem } from "./commerce-state.ts";
import { countText, nameOf } from "./describe.ts";
import type { Scene } from "./offer.ts";
import { choiceIn, missingOption } from "./read-choices.ts";

/** Asks for what the first item in the queue still lacks; undefined when nothing waits. */
export function askPending(state: CommerceState, notes: readonly string[], scene: Scene): Answer | undefined {
  const [first] = state.pending;
  const item = first === undefined ? undefined : scene.known.itemsById.get(first.item);
  if (first === undefined || item === undefined) return undefined;
  const { known, turn } = scene;
  const { language } = turn;
  const name = nameOf(first.item, scene);
  const option = missingOption(item, first.choices);
  if (option === undefined) {
    const body = words(known, language, "ask-quantity", { item: name });
    return ask(state, { id: "order.quantity", type: "number", body }, { notes, scene });
  }
  const options = option.choices.map(({ id, name: label, priceDelta }) => ({
    id: `opt:${option.id}:${id}`,
    title: inLanguage(label, language),
    description: known.texts.formats.money(item.price + priceDelta, language),
  }));
  const body = words(known, language, "ask-option", {
    item: name,
    option: inLanguage(option.name, language),
    choices: options.map(({ title, description }) => `${title} (${description})`),
  });
  return ask(state, { id: `order.option_${option.id}`, type: "choice", body, options }, { notes, scene });
}

/** Takes an option or a count for the first item in the queue; undefined when the turn brings neither. */
export function fillPending(
  state: CommerceState,
  { picked, quantity }: { picked?: string; quantity?: number },
  scene: Scene,
): Edited | undefined {
  const [first, ...rest] = state.pending;
  const item = first === undefined ? undefined : scene.known.itemsById.get(first.item);
  if (first === undefined || item === undefined) return undefined;
  const option = missingOption(item, first.choices);
  const filled = option === undefined ? counted(first, quantity) : chosen(first, { picked, option, scene });
  if (filled === undefined) return undefined;
  const before = { state: { ...state, pending: rest }, outcome: { added: [], changed: [], removed: [], notes: [] } };
  const { state: next, outcome } = admit(before, { pending: filled, item }, scene);
  // What still lacks something goes first again: one item after the other.
  const again = next.pending.length > rest.length ? { ...next, pending: [filled, ...rest] } : next;
  const { known, turn } = scene;
  const lines = [...outcome.added, ...outcome.changed].map((line) => countText(line, scene));
  const notes =
    lines.length === 0 ? outcome.notes : [words(known, turn.language, "added", { items: lines }), ...outcome.notes];
  return { state: { ...again, touchedAtMs: turn.now }, notes, touched: true };
}

function counted(first: PendingItem, quantity: number | undefined): PendingItem | undefined {
  if (quantity === undefined || !Number.isInteger(quantity) || quantity < 1 || quantity > 10_000) return undefined;
  return { ...first, quantity };
}

type Choosing = { picked: string | undefined; option: NonNullable<ReturnType<typeof missingOption>>; scene: Scene };

function chosen(first: PendingItem, { picked, option, scene }: Choosing): PendingItem | undefined {
  const tapped = picked?.startsWith(`opt:${option.id}:`) ? picked.slice(`opt:${option.id}:`.length) : undefined;
  const id = option.choices.find((choice) => choice.id === tapped)?.id ?? choiceIn(option, scene.turn.text);
  return id === undefined ? undefined : { ...first, choices: { ...first.choices, [option.id]: id } };
}

/** A tapped item; `quantity` undefined: it is asked. */
export function addItem(
  state: CommerceState,
  { item, quantity }: { item: string; quantity: number | undefined },
  scene: Scene,
): Edited {
  return applyEdits(state, [{ act: "add", item, quantity, around: "", plural: true }], scene);
}
