import type { Context } from "@parley/actor/actor";
import { CodedError } from "@parley/contract/errors";
import type { StockReserve } from "@parley/contract/stock";
import { expect, test } from "vitest";
import { shelfActor } from "./shelf.ts";
import type { ShelfState } from "./shelf-state.ts";

const context: Context = {
  key: "item-concha",
  now: 0,
  attempt: 1,
  redelivered: false,
  signal: new AbortController().signal,
  log: { debug() {}, info() {}, warn() {}, error() {} },
  trace: { originMs: 0, stages: [] },
};

const wants = (id: string, quantity: number, more: Partial<StockReserve> = {}): StockReserve => {
  return { type: "stock.reserve", v: 1, id, chat: `shop~${id}`, quantity, limit: 5, ...more };
};

/** The answers and the state after these messages. */
function shelf(...messages: Parameters<typeof shelfActor.receive>[1][]) {
  let state: ShelfState = shelfActor.state.initial("item-concha");
  const answers = messages.map((message) => {
    const result = shelfActor.receive(state, message, context);
    if (result instanceof Promise) throw new Error("a shelf is pure");
    state = result.state;
    return result.outs.map((out) => (out.kind === "send" ? out.message : out));
  });
  return { state, answers: answers.flat() };
}

test("the last pieces go to the first, the next is told what is left", () => {
  expect(shelf(wants("a", 4), wants("b", 2), wants("b", 1)).answers).toMatchObject([
    { id: "a", granted: true, left: 1 },
    { id: "b", granted: false, left: 1 },
    { id: "b", granted: true, left: 0 },
  ]);
});

test("the answer goes to the chat that asked", () => {
  const result = shelfActor.receive(shelfActor.state.initial(""), wants("a", 1), context);
  expect(result).toMatchObject({ outs: [{ kind: "send", to: "intel", key: "shop~a" }] });
});

test("asking again with the same id replaces what it held", () => {
  expect(shelf(wants("a", 4), wants("a", 5)).answers.at(-1)).toMatchObject({ granted: true, left: 0 });
});

test("what is given back is there for others", () => {
  const given = shelf(wants("a", 5), { type: "stock.release", v: 1, id: "a" }, wants("b", 5));
  expect(given.answers.at(-1)).toMatchObject({ id: "b", granted: true });
});

test("what is gone stays gone when nobody knows any more who has it", () => {
  const gone = shelf(wants("a", 3), { type: "stock.release", v: 1, id: "a", sold: true }, wants("b", 3));
  expect(gone.answers.at(-1)).toMatchObject({ id: "b", granted: false, left: 2 });
  expect(gone.state.held).toEqual({});
});

test("tables of other hours do not count", () => {
  const hour = (from: number) => ({ from: from * 3_600_000, to: (from + 1.5) * 3_600_000 });
  expect(shelf(wants("a", 5, hour(12)), wants("b", 5, hour(14)), wants("c", 1, hour(13))).answers).toMatchObject([
    { granted: true },
    { granted: true },
    { granted: false, left: 0 },
  ]);
});

test("a new number in the business file restocks the shelf", () => {
  expect(shelf(wants("a", 5), wants("b", 5), wants("b", 5, { limit: 8 })).answers.at(-1)).toMatchObject({
    granted: true,
    left: 3,
  });
});

test("a shelf with very many orders forgets the oldest, not what they took", () => {
  const many = Array.from({ length: 600 }, (_, n) => wants(`order-${n}`, 1, { limit: 1000 }));
  const { state, answers } = shelf(...many);
  expect(Object.keys(state.held)).toHaveLength(500);
  expect(answers.at(-1)).toMatchObject({ left: 400 });
});

test("a chat whose request cannot be read is refused instead of waiting for ever", () => {
  const failed = shelfActor.failed?.(
    shelfActor.state.initial(""),
    wants("a", 1),
    new CodedError("message.malformed", ""),
    context,
  );
  expect(failed?.outs).toMatchObject([{ message: { type: "stock.answered", granted: false } }]);
});
