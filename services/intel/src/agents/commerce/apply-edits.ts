import type { CatalogItem } from "@parley/business/catalog";
import { words } from "../say.ts";
import { type CartLine, type CommerceState, most, type PendingItem } from "./commerce-state.ts";
import { countText, nameOf } from "./describe.ts";
import type { Scene } from "./offer.ts";
import { choicesIn, missingOption } from "./read-choices.ts";
import type { Edit } from "./read-edits.ts";

/** The state after some edits, and what there is to say of them, in order. */
export type Edited = { state: CommerceState; notes: string[]; touched: boolean };

type Outcome = { added: CartLine[]; changed: CartLine[]; removed: string[]; notes: string[] };
type Work = { state: CommerceState; outcome: Outcome };

/** Applies edits one after the other; what cannot be done is said, never guessed. */
export function applyEdits(before: CommerceState, edits: readonly Edit[], scene: Scene): Edited {
  let work: Work = { state: before, outcome: { added: [], changed: [], removed: [], notes: [] } };
  for (const edit of paired(edits, before)) work = applyOne(work, edit, scene);
  const { outcome } = work;
  const { turn, known } = scene;
  const say = (key: "added" | "changed", lines: readonly CartLine[]) =>
    lines.length === 0
      ? []
      : [words(known, turn.language, key, { items: lines.map((line) => countText(line, scene)) })];
  const removed =
    outcome.removed.length === 0
      ? []
      : [words(known, turn.language, "removed", { items: outcome.removed.map((item) => nameOf(item, scene)) })];
  const notes = [...removed, ...say("added", outcome.added), ...say("changed", outcome.changed), ...outcome.notes];
  const touched = work.state !== before;
  return { state: touched ? { ...work.state, touchedAtMs: turn.now } : before, notes, touched };
}

/** A swap hands its count on to the item that comes instead; a lone one only sets. */
function paired(edits: readonly Edit[], { cart }: CommerceState): Edit[] {
  const swapped = edits.find(({ act }) => act === "swap");
  const comes = edits.find(({ act }) => act === "swapFor") ?? (swapped && edits.find(({ act }) => act === "add"));
  if (swapped === undefined || comes === undefined) {
    return edits.map((edit) => (edit.act === "swap" || edit.act === "swapFor" ? { ...edit, act: "set" } : edit));
  }
  const had = cart.filter(({ item }) => item === swapped.item).reduce((sum, { quantity }) => sum + quantity, 0);
  const quantity = comes.quantity ?? swapped.quantity ?? (had === 0 ? undefined : had);
  return edits.map((edit): Edit => {
    if (edit === comes) return { ...edit, act: "add", quantity, plural: false };
    return edit === swapped ? { ...edit, act: "remove" } : edit;
  });
}

function applyOne(work: Work, edit: Edit, scene: Scene): Work {
  const id = edit.item ?? work.state.focus;
  const item = id === undefined ? undefined : scene.known.itemsById.get(id);
  if (item === undefined) return work;
  return edit.act === "remove" ? remove(work, { edit, item }, scene) : put(work, { edit, item }, scene);
}

type Step = { edit: Edit; item: CatalogItem };

function remove({ state, outcome }: Work, { edit, item }: Step, scene: Scene): Work {
  const choices = choicesIn(item, edit.around);
  const own = state.cart.filter((line) => line.item === item.id);
  const meant = own.filter((line) => Object.entries(choices).every(([id, choice]) => line.choices[id] === choice));
  const pending = state.pending.filter((one) => one.item !== item.id);
  const target = meant.at(-1) ?? own.at(-1);
  if (target === undefined) {
    if (pending.length !== state.pending.length) {
      return { state: { ...state, pending }, outcome: { ...outcome, removed: [...outcome.removed, item.id] } };
    }
    const note = words(scene.known, scene.turn.language, "not-in-cart", { item: nameOf(item.id, scene) });
    return { state, outcome: { ...outcome, notes: [...outcome.notes, note] } };
  }
  const left = edit.quantity === undefined ? 0 : target.quantity - edit.quantity;
  const gone = edit.quantity === undefined && Object.keys(choices).length === 0 ? own : [target];
  if (left > 0) {
    const line = { ...target, quantity: left };
    const cart = state.cart.map((one) => (one === target ? line : one));
    return {
      state: { ...state, cart, pending, focus: item.id },
      outcome: { ...outcome, changed: [...outcome.changed, line] },
    };
  }
  const cart = state.cart.filter((one) => !gone.includes(one));
  return { state: { ...state, cart, pending }, outcome: { ...outcome, removed: [...outcome.removed, item.id] } };
}

function put(work: Work, { edit, item }: Step, scene: Scene): Work {
  const { state, outcome } = work;
  const refusal = unavailable(item, scene);
  if (refusal !== undefined) return { state, outcome: { ...outcome, notes: [...outcome.notes, refusal] } };
  const named = choicesIn(item, edit.around);
  const own = state.cart.filter((line) => line.item === item.id);
  const [only] = own;
  const waiting = state.pending.find((one) => one.item === item.id);
  if (waiting !== undefined && own.length === 0) {
    const merged: PendingItem = {
      ...waiting,
      ...(edit.quantity === undefined ? {} : { quantity: edit.quantity }),
      choices: { ...waiting.choices, ...named },
    };
    const rest = state.pending.filter((one) => one !== waiting);
    return admit({ state: { ...state, pending: rest }, outcome }, { pending: merged, item }, scene);
  }
  if (only !== undefined && own.length === 1 && edit.act === "set") {
    const choices = { ...only.choices, ...named };
    const quantity = edit.quantity ?? only.quantity;
    return setLine(work, { line: only, next: { ...only, quantity, choices }, item }, scene);
  }
  // "otro igual" and "dos más" are of the same make as what was ordered last.
  const same = edit.item === undefined ? own.at(-1)?.choices : undefined;
  const quantity = edit.quantity ?? (edit.plural ? undefined : 1);
  const pending: PendingItem = {
    item: item.id,
    ...(quantity === undefined ? {} : { quantity }),
    choices: { ...same, ...named },
  };
  return admit(work, { pending, item }, scene);
}

/** Puts an item into the cart when nothing is left to ask about it, else in the queue of questions. */
export function admit(
  { state, outcome }: Work,
  { pending, item }: { pending: PendingItem; item: CatalogItem },
  scene: Scene,
): Work {
  const { quantity, choices } = pending;
  if (quantity === undefined || missingOption(item, choices) !== undefined) {
    const queue = [...state.pending, pending].slice(0, most.pending);
    return { state: { ...state, pending: queue, focus: item.id }, outcome };
  }
  const line = state.cart.find((one) => one.item === item.id && sameChoices(one.choices, choices));
  if (line !== undefined) {
    return setLine({ state, outcome }, { line, next: { ...line, quantity: line.quantity + quantity }, item }, scene);
  }
  if (state.cart.length >= most.lines) {
    const note = words(scene.known, scene.turn.language, "cart-full");
    return { state, outcome: { ...outcome, notes: [...outcome.notes, note] } };
  }
  const allowed = limited(item, quantity, { cart: state.cart, scene });
  const notes = [...outcome.notes, ...allowed.notes, ...noticeOf(item, scene)];
  if (allowed.quantity < 1) return { state, outcome: { ...outcome, notes } };
  const added: CartLine = { item: item.id, quantity: allowed.quantity, choices };
  return {
    state: { ...state, cart: [...state.cart, added], focus: item.id },
    outcome: { ...outcome, added: [...outcome.added, added], notes },
  };
}

type Replacement = { line: CartLine; next: CartLine; item: CatalogItem };

function setLine({ state, outcome }: Work, { line, next, item }: Replacement, scene: Scene): Work {
  const others = state.cart.filter((one) => one !== line);
  const allowed = limited(item, next.quantity, { cart: others, scene });
  const changed = { ...next, quantity: Math.max(1, allowed.quantity) };
  const cart = state.cart.map((one) => (one === line ? changed : one));
  return {
    state: { ...state, cart, focus: item.id },
    outcome: { ...outcome, changed: [...outcome.changed, changed], notes: [...outcome.notes, ...allowed.notes] },
  };
}

/** As many as an order may have and the business has at all; what else other customers hold is known when the order is placed. */
function limited(
  item: CatalogItem,
  quantity: number,
  { cart, scene }: { cart: readonly CartLine[]; scene: Scene },
): { quantity: number; notes: string[] } {
  const { turn, known } = scene;
  const others = cart.filter((line) => line.item === item.id).reduce((sum, line) => sum + line.quantity, 0);
  const stock = typeof item.stock === "number" ? item.stock : Number.POSITIVE_INFINITY;
  const mostOfIt = item.maxPerOrder ?? Number.POSITIVE_INFINITY;
  const room = Math.max(0, Math.min(stock, mostOfIt) - others);
  if (quantity <= room) return { quantity, notes: [] };
  const name = nameOf(item.id, scene);
  const note =
    mostOfIt <= stock
      ? words(known, turn.language, "max-per-order", { item: name, most: mostOfIt })
      : words(known, turn.language, "item-short", { item: name, left: stock });
  return { quantity: room, notes: [note] };
}

function unavailable({ id, stock }: CatalogItem, scene: Scene): string | undefined {
  const out = stock === "out" || stock === 0;
  return out ? words(scene.known, scene.turn.language, "item-unavailable", { item: nameOf(id, scene) }) : undefined;
}

function noticeOf({ id, noticeHours }: CatalogItem, scene: Scene): string[] {
  if (noticeHours < 24) return [];
  return [words(scene.known, scene.turn.language, "needs-notice", { item: nameOf(id, scene), hours: noticeHours })];
}

function sameChoices(a: CartLine["choices"], b: CartLine["choices"]): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}
