import { defineActor, type Result } from "@parley/actor/actor";
import { send } from "@parley/actor/out";
import type { StockAnswered, StockRelease, StockReserve } from "@parley/contract/stock";
import { freeFor, hold, type ShelfState, shelfState, withLimit } from "./shelf-state.ts";

/** What all chats share: how much of a thing is left. One actor a shelf, so two customers never get the same last piece. */
export const shelfActor = defineActor<ShelfState, StockReserve | StockRelease>({
  service: "stock",
  name: "shelf",
  state: shelfState,
  receives: ["stock.reserve", "stock.release"],
  receive: (state, message, context) =>
    message.type === "stock.reserve" ? reserve(state, message, context.key) : release(state, message),
  failed: (state, message, _failure, context) =>
    // The chat must not wait for ever.
    message.type === "stock.reserve"
      ? answer(state, message, { shelf: context.key, granted: false, left: 0 })
      : { state, outs: [] },
});

function reserve(before: ShelfState, message: StockReserve, shelf: string): Result<ShelfState> {
  const { id, quantity, from, to } = message;
  const state = withLimit(before, message.limit);
  const time = from === undefined || to === undefined ? {} : { from, to };
  const left = freeFor(state, id, time);
  if (quantity > left) return answer(state, message, { shelf, granted: false, left });
  return answer(hold(state, id, { quantity, ...time }), message, { shelf, granted: true, left: left - quantity });
}

function release(state: ShelfState, { id, sold }: StockRelease): Result<ShelfState> {
  const { [id]: gone, ...held } = state.held;
  // What is bound to a time needs no memory.
  const more = sold === true && gone?.from === undefined ? (gone?.quantity ?? 0) : 0;
  return { state: { ...state, held, sold: state.sold + more }, outs: [] };
}

function answer(
  state: ShelfState,
  { id, chat }: StockReserve,
  outcome: Pick<StockAnswered, "shelf" | "granted" | "left">,
): Result<ShelfState> {
  const answered: StockAnswered = { type: "stock.answered", v: 1, id, ...outcome };
  return { state, outs: [send("intel", answered, chat)] };
}
