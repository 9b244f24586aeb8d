import type { Context } from "@parley/actor/actor";
import { diff } from "@parley/actor/patch";
import { providerIdHash } from "@parley/contract/ids";
import type { MessageReceived } from "@parley/contract/message-received";
import { expect, test } from "vitest";
import { sessionActor } from "./session.ts";
import type { SessionState } from "./session-state.ts";

const chat = "100~34600111222";
const start = Date.parse("2026-11-20T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

function aMessage(changes: Partial<MessageReceived> = {}): MessageReceived {
  const sentAtMs = changes.sentAtMs ?? start;
  return {
    type: "message.received",
    v: 1,
    chat,
    account: "100",
    contact: "34600111222",
    messageId: "wamid.1",
    kind: "text",
    text: "hola",
    sentAtMs,
    receivedAtMs: sentAtMs + 300,
    ...changes,
  };
}

function aContext(): Context {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const trace = { originMs: start, stages: [] };
  const signal = new AbortController().signal;
  return { key: chat, now: start, attempt: 1, redelivered: false, signal, log, trace };
}

function aSession() {
  const remembered = new Set<string>();
  const asked: string[] = [];
  const actor = sessionActor({
    dedupe: {
      remember: async (_chat, ids) => ids.forEach((id) => void remembered.add(id)),
      seen: async (_chat, id) => {
        asked.push(id);
        return remembered.has(id);
      },
    },
  });
  let state: SessionState = actor.state.initial(chat);
  const receive = async (changes: Partial<MessageReceived> = {}) => {
    const before = state;
    const result = await actor.receive(state, aMessage(changes), aContext());
    state = actor.state.schema.parse(result.state);
    const opened = result.outs.flatMap((out) => (out.kind === "send" ? [out] : []))[0];
    return { ...result, before, opened };
  };
  return { receive, remembered, asked, state: () => state };
}

test("turns of a chat are numbered from 1 and go to intel", async () => {
  const session = aSession();
  const first = await session.receive();
  const second = await session.receive({ messageId: "wamid.2", sentAtMs: start + minute });
  expect(first.outs).toMatchObject([
    {
      kind: "store",
      collection: "turn-index",
      id: providerIdHash("wamid.1"),
      value: { chat, turn: 1, messageId: "wamid.1", type: "text", receivedAt: "2026-11-20T10:00:00.300Z" },
    },
    {
      kind: "send",
      to: "intel",
      message: { type: "turn.opened", entry: { id: `${chat}:1`, turn: 1, status: "open" } },
    },
  ]);
  expect(second.opened).toMatchObject({ message: { entry: { turn: 2, text: "hola" } } });
});

test("a turn with a file goes to media first", async () => {
  const media = [{ id: "m1", mimeType: "image/jpeg", kind: "image" as const }];
  const { opened } = await aSession().receive({ kind: "image", media });
  expect(opened).toMatchObject({ to: "media", message: { media, entry: { type: "image" } } });
});

test.each(["reaction", "system", "unsupported", "something-new"])("a %s is a turn too", async (kind) => {
  expect((await aSession().receive({ kind })).opened).toMatchObject({ message: { entry: { turn: 1, type: kind } } });
});

test("a repeated message changes nothing but the count of duplicates", async () => {
  const session = aSession();
  await session.receive();
  const again = await session.receive();
  expect(again.outs).toEqual([]);
  expect(diff(again.before, again.state)).toEqual({ set: { duplicates: 1 } });
});

test("a message repeated 600 messages later is still known, through the dedupe store", async () => {
  const session = aSession();
  for (let n = 1; n <= 600; n++) await session.receive({ messageId: `wamid.${n}`, sentAtMs: start + n * 1000 });
  expect(session.asked).toEqual([]);
  expect(session.remembered.size).toBeGreaterThanOrEqual(600 - 256);
  for (const n of [1, 300, 344, 345, 590, 600]) {
    expect(await session.receive({ messageId: `wamid.${n}`, sentAtMs: start + n * 1000 })).toMatchObject({ outs: [] });
  }
  expect(session.state()).toMatchObject({ turn: 600, duplicates: 6 });
});

test("an old message that was never seen is a turn, after a look into the dedupe store", async () => {
  const session = aSession();
  for (let n = 1; n <= 300; n++) await session.receive({ messageId: `wamid.${n}`, sentAtMs: start + n * 1000 });
  const { opened } = await session.receive({ messageId: "wamid.forgotten", sentAtMs: start + 5000 });
  expect(session.asked).toHaveLength(1);
  expect(opened).toMatchObject({ message: { entry: { turn: 301, processing: { session: { late: true } } } } });
});

test("the state of a busy chat stays small", async () => {
  const session = aSession();
  for (let n = 1; n <= 1000; n++) await session.receive({ messageId: `wamid.${n}`, sentAtMs: start + n * 1000 });
  expect(JSON.stringify(session.state()).length).toBeLessThan(5000);
});

test("most messages journal only the fresh ids, not the older ones", async () => {
  const session = aSession();
  for (let n = 1; n <= 20; n++) await session.receive({ messageId: `wamid.${n}`, sentAtMs: start + n * 1000 });
  const { before, state } = await session.receive({ messageId: "wamid.21", sentAtMs: start + 21_000 });
  expect(Object.keys(diff(before, state).set ?? {}).sort()).toEqual([
    "fresh",
    "newestSentAtMs",
    "serviceWindowEndsAtMs",
    "turn",
  ]);
});

test("a session lasts until a day without a message", async () => {
  const session = aSession();
  const parts = [];
  for (const [n, sentAtMs] of [start, start + 23 * hour, start + 46 * hour, start + 70 * hour].entries()) {
    const { opened } = await session.receive({ messageId: `wamid.${n}`, sentAtMs });
    parts.push(opened?.message);
  }
  const ids = new Set(parts.slice(0, 3).map((part) => JSON.stringify(part).match(/"sessionId":"([^"]+)"/)?.[1]));
  expect(ids.size).toBe(1);
  expect(parts.map((part) => JSON.stringify(part).includes('"resumed":true'))).toEqual([false, true, true, false]);
});

test("the service window ends a day after the newest message, whatever comes late", async () => {
  const session = aSession();
  await session.receive({ sentAtMs: start });
  const { opened } = await session.receive({
    messageId: "wamid.0",
    sentAtMs: start - hour,
    receivedAtMs: start + 1000,
  });
  expect(opened).toMatchObject({
    message: {
      serviceWindowEndsAtMs: start + 24 * hour,
      entry: { processing: { session: { serviceWindowEndsAt: "2026-11-21T10:00:00.000Z" } } },
    },
  });
});

test.each([
  ["sent just now", {}, false],
  ["half a minute out of order", { sentAtMs: start - 30_000, receivedAtMs: start }, false],
  ["two minutes out of order", { sentAtMs: start - 2 * minute, receivedAtMs: start }, true],
  ["eleven minutes on its way", { sentAtMs: start + minute, receivedAtMs: start + 12 * minute }, true],
  ["backfilled after a reconnect", { backfilled: true }, true],
])("a message %s: late is %o", async (_case, changes, late) => {
  const session = aSession();
  await session.receive({ messageId: "wamid.0" });
  expect((await session.receive(changes)).opened).toMatchObject({
    message: { entry: { processing: { session: { late } } } },
  });
});

test("a sender's clock that runs ahead does not make the next message late", async () => {
  const session = aSession();
  await session.receive({ messageId: "wamid.0", sentAtMs: start + 48 * hour, receivedAtMs: start });
  expect((await session.receive({ sentAtMs: start + 5000 })).opened).toMatchObject({
    message: { entry: { processing: { session: { late: false } } } },
  });
});

test("a dedupe store that is away fails the message instead of letting a duplicate through", async () => {
  const actor = sessionActor({
    dedupe: {
      remember: () => Promise.resolve(),
      seen: () => Promise.reject(new Error("no responders")),
    },
  });
  const state = { ...actor.state.initial(chat), overflowNewestSentAtMs: start };
  await expect(async () => actor.receive(state, aMessage(), aContext())).rejects.toThrow("no responders");
});
