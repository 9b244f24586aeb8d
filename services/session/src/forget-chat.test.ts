import type { Context } from "@parley/actor/actor";
import type { ChatForget } from "@parley/contract/chat-forget";
import type { MessageReceived } from "@parley/contract/message-received";
import { expect, test } from "vitest";
import { sessionActor } from "./session.ts";
import type { SessionState } from "./session-state.ts";

const chat = "100~34600111222";
const start = Date.parse("2026-11-20T10:00:00Z");
const day = 86_400_000;

function aSession() {
  const actor = sessionActor({ dedupe: { remember: async () => {}, seen: async () => false } });
  let state: SessionState = actor.state.initial(chat);
  const receive = async (message: MessageReceived | ChatForget, now = start) => {
    const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const trace = { originMs: start, stages: [] };
    const signal = new AbortController().signal;
    const context: Context = { key: chat, now, attempt: 1, redelivered: false, signal, log, trace };
    const result = await actor.receive(state, message, context);
    state = actor.state.schema.parse(result.state);
    return result.outs.flatMap((out) => (out.kind === "send" ? [out] : []));
  };
  const says = (n: number, now = start) =>
    receive(
      {
        ...{ type: "message.received", v: 1, chat, account: "100", contact: "34600111222", messageId: `wamid.${n}` },
        ...{ kind: "text", text: "hola, soy Xiomara", sentAtMs: now, receivedAtMs: now },
      },
      now,
    );
  const keptUntilMs = () => actor.state.keptUntilMs?.(state, start);
  return {
    says,
    forget: (atMs = start) => receive({ type: "chat.forget", v: 1, atMs }, atMs),
    state: () => state,
    keptUntilMs,
  };
}

test("a chat is forgotten after its last turn, and every service that keeps something of it hears of it", async () => {
  const session = aSession();
  await session.says(1);
  await session.says(2);
  const order = { type: "chat.forget", v: 1, atMs: start, turn: 2, by: "session" };
  expect(await session.forget()).toMatchObject([
    { to: "intel", message: order },
    { to: "resilience", message: order },
  ]);
  expect(session.state()).toMatchObject({ turn: 2, newestSentAtMs: 0, serviceWindowEndsAtMs: 0 });
  expect(session.state().session).toBeUndefined();
  expect(session.keptUntilMs()).toBe(start + 9 * day);
});

test("what was answered before is not a turn again, and changes nothing of how long the remains are kept", async () => {
  const session = aSession();
  await session.says(1);
  await session.forget();
  expect(await session.says(1, start + day)).toEqual([]);
  expect(session.keptUntilMs()).toBe(start + 9 * day);
});

test("what the customer writes next is a turn of a new session, with a number that no reply of before has", async () => {
  const session = aSession();
  await session.says(1);
  await session.forget();
  expect(await session.says(2, start + 1_000)).toMatchObject([
    {
      to: "intel",
      message: {
        earlier: { turns: 1, forgottenAtMs: start },
        entry: { turn: 2, processing: { session: { resumed: false } } },
      },
    },
  ]);
  expect(session.keptUntilMs()).toBeUndefined();
  expect(await session.says(3, start + 2_000)).toMatchObject([
    { message: { earlier: { turns: 1 }, entry: { turn: 3 } } },
  ]);
});

test("when the time of the remains is over, the chat begins as one that was never there", async () => {
  const session = aSession();
  await session.says(1);
  await session.forget();
  const [opened] = await session.says(2, start + 9 * day);
  expect(opened).toMatchObject({ message: { entry: { turn: 1 } } });
  expect(opened?.message).not.toHaveProperty("earlier");
});

test("a chat that is forgotten twice hands both orders on", async () => {
  const session = aSession();
  await session.says(1);
  await session.forget();
  expect(await session.forget(start + 5)).toMatchObject([{ message: { turn: 1 } }, { to: "resilience" }]);
  expect(session.keptUntilMs()).toBe(start + 5 + 9 * day);
});
