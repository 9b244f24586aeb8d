import { defineState } from "@parley/actor/state";
import { z } from "zod";

const Held = z.object({ quantity: z.number(), from: z.number().optional(), to: z.number().optional() });
export type Held = z.infer<typeof Held>;

/** One shelf: a catalog item, or a bookable thing on one day. */
export const ShelfState = z.object({
  /** The limit of the last reservation; -1 before the first. */
  limit: z.number(),
  /** Taken by ids that are no longer in `held`. */
  sold: z.number(),
  /** By order or booking, oldest first. */
  held: z.record(z.string(), Held),
});
export type ShelfState = z.infer<typeof ShelfState>;

export const shelfState = defineState<ShelfState>({
  version: 1,
  schema: ShelfState,
  initial: () => ({ limit: -1, sold: 0, held: {} }),
});

/** A page must stay small; an order older than the newest so many of a shelf can no longer give its items back. */
const mostHeld = 500;

/** What is still free for `id` beside what others hold at the same time. */
export function freeFor(state: ShelfState, id: string, time: Pick<Held, "from" | "to">): number {
  let taken = state.sold;
  for (const [other, held] of Object.entries(state.held)) {
    if (other !== id && overlap(held, time)) taken += held.quantity;
  }
  return Math.max(0, state.limit - taken);
}

/** `state` with `id` holding `held`. */
export function hold(state: ShelfState, id: string, held: Held): ShelfState {
  const { [id]: _, ...others } = state.held;
  const next = { ...others, [id]: held };
  const ids = Object.keys(next);
  const [oldest] = ids;
  if (ids.length <= mostHeld || oldest === undefined) return { ...state, held: next };
  const { [oldest]: gone, ...kept } = next;
  // What is bound to a time needs no memory: nobody books the past.
  const sold = state.sold + (gone?.from === undefined ? (gone?.quantity ?? 0) : 0);
  return { ...state, held: kept, sold };
}

/** A new number in the business file means new goods: what was sold before no longer counts, what waits for its customer does. */
export function withLimit(state: ShelfState, limit: number): ShelfState {
  return state.limit === limit ? state : { ...state, limit, sold: 0, held: timed(state.held) };
}

function timed(held: ShelfState["held"]): ShelfState["held"] {
  return Object.fromEntries(Object.entries(held).filter(([, { from }]) => from !== undefined));
}

function overlap(a: Pick<Held, "from" | "to">, b: Pick<Held, "from" | "to">): boolean {
  if (a.from === undefined || a.to === undefined || b.from === undefined || b.to === undefined) return true;
  return a.from < b.to && b.from < a.to;
}
