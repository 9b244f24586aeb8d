import type { Context } from "@parley/actor/actor";
import type { ChatForget } from "@parley/contract/chat-forget";
import type { DeadLetter } from "@parley/contract/dead-letter";
import { expect, test } from "vitest";
import { type DeadLetters, deadLetterActor } from "./dead-letters.ts";

const chat = "100~34600111222";
const payload = { type: "turn.opened", v: 1 };

function aLetter(changes: Partial<DeadLetter> = {}): DeadLetter {
  return {
    id: "intel-03-77-0",
    service: "intel",
    key: chat,
    source: "session",
    position: 77,
    code: "handler.failed",
    reason: "a bug",
    attempts: 1,
    failedAtMs: 1000,
    payload,
    status: "open",
    history: [{ at: 1000, event: "failed", detail: "handler.failed" }],
    ...changes,
  };
}

type Message = Parameters<typeof deadLetterActor.receive>[1];
const lettered = (changes: Partial<DeadLetter> = {}): Message => ({
  type: "message.dead-lettered",
  v: 1,
  letter: aLetter(changes),
});
const replay = (edited?: unknown): Message => {
  const message: Message = { type: "dead-letter.replay", v: 1, id: aLetter().id };
  return edited === undefined ? message : { ...message, payload: edited };
};
const discard: Message = { type: "dead-letter.discard", v: 1, id: aLetter().id, reason: "spam" };
const replayed: Message = { type: "message.replayed", v: 1, letterId: aLetter().id };

function aChat() {
  const warnings: object[] = [];
  let state: DeadLetters = deadLetterActor.state.initial(chat);
  const when = async (...messages: Message[]) => {
    let outs: unknown[] = [];
    for (const message of messages) {
      const log = {
        debug: () => {},
        info: () => {},
        warn: (fields: object) => void warnings.push(fields),
        error: () => {},
      };
      const signal = new AbortController().signal;
      const trace = { originMs: 0, stages: [] };
      const context: Context = { key: chat, now: 5000, attempt: 1, redelivered: false, signal, log, trace };
      const result = await deadLetterActor.receive(state, message, context);
      state = deadLetterActor.state.schema.parse(result.state);
      outs = result.outs;
    }
    return { outs, letter: state[aLetter().id], state, warnings };
  };
  return { when };
}

test("a dead letter is kept open and published", async () => {
  const { outs, letter } = await aChat().when(lettered());
  expect(letter).toMatchObject({ status: "open", payload });
  expect(outs).toMatchObject([
    { kind: "store", collection: "dead-letters", id: `${chat}.intel-03-77-0`, value: { status: "open" } },
  ]);
});

test("a replay goes to the service that failed, with the payload", async () => {
  const { outs, letter } = await aChat().when(lettered(), replay());
  expect(outs).toMatchObject([
    { kind: "send", to: "intel", message: { type: "message.replay", letterId: "intel-03-77-0", payload } },
    { kind: "store", value: { status: "replaying" } },
  ]);
  expect(letter?.history.at(-1)).toEqual({ at: 5000, event: "replayed" });
});

test("a replay may carry an edited payload, and the history says so", async () => {
  const { outs, letter } = await aChat().when(lettered(), replay({ type: "turn.opened", v: 1, fixed: true }));
  expect(outs[0]).toMatchObject({ message: { payload: { fixed: true } } });
  expect(letter).toMatchObject({ payload, history: [{}, { event: "replayed", detail: "with an edited payload" }] });
});

test("a replay that succeeds resolves the letter", async () => {
  const { letter } = await aChat().when(lettered(), replay(), replayed);
  expect(letter).toMatchObject({ status: "resolved", history: [{}, {}, { event: "replay succeeded" }] });
});

test("a replay that fails opens the letter again, with all attempts counted", async () => {
  const failed = lettered({ attempts: 2, code: "media.gone", reason: "dropped", failedAtMs: 4000 });
  const { letter } = await aChat().when(lettered(), replay(), failed);
  expect(letter).toMatchObject({
    status: "open",
    attempts: 3,
    code: "media.gone",
    history: [{}, {}, { at: 4000, event: "replay failed", detail: "media.gone: dropped" }],
  });
});

test.each([
  ["being replayed", [replay()], "replaying"],
  ["resolved", [replay(), replayed], "resolved"],
  ["discarded", [discard], "discarded"],
])("a letter that is %s is not replayed again", async (_case, before, status) => {
  const { outs, letter } = await aChat().when(lettered(), ...before, replay());
  expect(outs).toMatchObject([{ kind: "store" }]);
  expect(letter).toMatchObject({ status });
  expect(letter?.history.at(-1)).toMatchObject({ event: "replay refused", detail: `the letter is ${status}` });
});

test("a discarded letter keeps its reason", async () => {
  const { letter } = await aChat().when(lettered(), discard);
  expect(letter).toMatchObject({ status: "discarded", history: [{}, { event: "discarded", detail: "spam" }] });
});

test.each([[replay()], [discard], [replayed]])(
  "%o for an unknown letter changes nothing but is logged",
  async (message) => {
    const { outs, state, warnings } = await aChat().when(message);
    expect({ outs, state, warnings: warnings.length }).toEqual({ outs: [], state: {}, warnings: 1 });
  },
);

test("resolved letters make room before open ones do", async () => {
  const chatLetters = aChat();
  await chatLetters.when(lettered({ failedAtMs: 9000 }), replay(), replayed);
  const open = Array.from({ length: 50 }, (_, n) => lettered({ id: `intel-03-${n}-1`, failedAtMs: 1000 + n }));
  const { state, letter } = await chatLetters.when(...open);
  expect(letter).toBeUndefined();
  expect(Object.keys(state)).toHaveLength(50);
  const { state: after, outs } = await chatLetters.when(lettered({ id: "intel-03-99-1", failedAtMs: 9999 }));
  expect(after["intel-03-0-1"]).toBeUndefined();
  expect(outs).toMatchObject([
    { id: `${chat}.intel-03-99-1` },
    { id: `${chat}.intel-03-0-1`, value: { status: "open", history: [{}, { event: "no longer kept" }] } },
  ]);
});

test("large letters are bounded by their size", async () => {
  const large = Array.from({ length: 8 }, (_, n) =>
    lettered({ id: `intel-03-${n}-1`, failedAtMs: n, payload: { ...payload, text: "x".repeat(100_000) } }),
  );
  const { state } = await aChat().when(...large);
  expect(Object.keys(state)).toEqual(["intel-03-3-1", "intel-03-4-1", "intel-03-5-1", "intel-03-6-1", "intel-03-7-1"]);
});

test("the history of a letter that is replayed in vain for ever is bounded", async () => {
  const vain = Array.from({ length: 30 }, () => [replay(), lettered()]).flat();
  expect((await aChat().when(lettered(), ...vain)).letter?.history).toHaveLength(20);
});

const forgotten = (by: ChatForget["by"]): ChatForget => ({ type: "chat.forget", v: 1, atMs: 0, turn: 3, by });
const aboutTurn = (id: string, turn: number, more: Partial<DeadLetter> = {}) =>
  lettered({ id, payload: { type: "turn.opened", v: 1, entry: { turn } }, ...more });

test("a service that has forgotten a chat takes its letters with it, but not those of other services or of later turns", async () => {
  const chat = aChat();
  await chat.when(
    aboutTurn("old", 3),
    aboutTurn("later", 4),
    lettered({ id: "unread" }),
    lettered({ id: "x", service: "media" }),
  );
  const { state, outs } = await chat.when(forgotten("intel"));
  expect(Object.keys(state)).toEqual(["later", "x"]);
  expect(outs).toEqual([
    { kind: "store", collection: "dead-letters", id: "100~34600111222.old", value: null },
    { kind: "store", collection: "dead-letters", id: "100~34600111222.unread", value: null },
  ]);
});

test("after delivery media forgets, and after media nothing old of the chat is published", async () => {
  const chat = aChat();
  await chat.when(aboutTurn("later", 4, { service: "media" }), aboutTurn("old", 3, { service: "media" }));
  expect((await chat.when(forgotten("delivery"))).outs).toEqual([
    { kind: "send", to: "media", message: forgotten("delivery") },
  ]);
  const { state, outs } = await chat.when(forgotten("media"));
  expect(Object.keys(state)).toEqual(["later"]);
  expect(outs).toMatchObject([
    { value: null },
    { kind: "remove-all", collection: "dead-letters", chat: "100~34600111222" },
    { kind: "store", id: "100~34600111222.later", value: { id: "later" } },
  ]);
});

test("a page without letters goes after a day, one with letters stays", async () => {
  const { state } = await aChat().when(lettered());
  expect(deadLetterActor.state.keptUntilMs?.(state, 1_000)).toBeUndefined();
  expect(deadLetterActor.state.keptUntilMs?.({}, 1_000)).toBe(86_401_000);
});
