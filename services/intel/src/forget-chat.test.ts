import type { Context } from "@parley/actor/actor";
import type { Out } from "@parley/actor/out";
import type { ChatForget } from "@parley/contract/chat-forget";
import { PermanentError } from "@parley/contract/errors";
import type { Turn } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { expect, test } from "vitest";
import { demoBusiness, enginesOf, openChat } from "./chat.fixture.ts";
import { conversationActor } from "./conversation.ts";
import type { ConversationState } from "./conversation-state.ts";
import type { ShelfState } from "./stock/shelf-state.ts";

const chat = "100~34600111222";
const start = Date.parse("2026-11-20T16:00:00Z");
const day = 86_400_000;
const engines = await enginesOf(demoBusiness());
type Message = Parameters<ReturnType<typeof conversationActor>["receive"]>[1];

function aTurn(turn: number, text: string, earlier?: TurnOpened["earlier"]): TurnOpened {
  const entry: Turn = {
    ...{ id: `${chat}:${turn}`, chat, turn, messageId: `wamid.${turn}`, type: "text", text },
    ...{ receivedAt: new Date(start).toISOString(), status: "open", processing: {} },
  };
  const opened: TurnOpened = {
    type: "turn.opened",
    v: 1,
    entry,
    sentAtMs: start,
    serviceWindowEndsAtMs: start + 9 * day,
  };
  return earlier === undefined ? opened : { ...opened, earlier };
}
const forgetUpTo = (turn: number, atMs = start): ChatForget => ({
  type: "chat.forget",
  v: 1,
  atMs,
  turn,
  by: "session",
});
const afterForget = (turns: number) => ({ turns, forgottenAtMs: start });

function aConversation() {
  const actor = conversationActor({ engines: () => engines, lateReplyWithinMs: 9 * day });
  let state: ConversationState = actor.state.initial(chat);
  const contextAt = (now: number): Context => {
    const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
    const trace = { originMs: now, stages: [] };
    return { key: chat, now, attempt: 1, redelivered: false, signal: new AbortController().signal, log, trace };
  };
  const when = async (message: Message, now = start): Promise<Out[]> => {
    const result = await actor.receive(state, message, contextAt(now));
    state = actor.state.schema.parse(result.state);
    return result.outs;
  };
  const fails = (message: Message): Out[] => {
    const result = actor.failed?.(state, message, new PermanentError("handler.failed", "a bug"), contextAt(start));
    if (result === undefined) throw new Error("nobody answers");
    state = actor.state.schema.parse(result.state);
    return result.outs;
  };
  return { when, fails, state: () => state, keptUntilMs: () => actor.state.keptUntilMs?.(state, start) };
}

/** What an out says, in short. */
const told = (outs: readonly Out[]) =>
  outs.flatMap((out) => {
    if (out.kind !== "send") return [out.kind];
    const { message } = out;
    const about =
      "entry" in message || "turn" in message ? JSON.stringify(message).match(/"turn":(\d+)/)?.[1] : undefined;
    return [`${message.type} ${about} to ${out.to}`];
  });
const forgetting = ["drop-timers", "chat.forget 2 to delivery", "chat.forget 2 to resilience"];

test("a chat whose turns are all answered is forgotten at once: numbers remain, and nobody else's words", async () => {
  const conversation = aConversation();
  await conversation.when(aTurn(1, "hola, soy Xiomara"));
  await conversation.when(aTurn(2, "quiero dos conchas"));
  expect(told(await conversation.when(forgetUpTo(2)))).toEqual(forgetting);
  expect(conversation.state()).toMatchObject({ handled: 2, earlierTurns: 2, recent: [], waiting: {} });
  expect(JSON.stringify(conversation.state())).not.toMatch(/xiomara|concha/i);
  expect(conversation.keptUntilMs()).toBe(start + 8 * day);
});

test("a turn that is still read elsewhere is answered first, and what came after the order is of the new chat", async () => {
  const conversation = aConversation();
  await conversation.when(aTurn(1, "quiero dos conchas"));
  expect(await conversation.when(forgetUpTo(2))).toEqual([]);
  expect(await conversation.when(aTurn(3, "hola", afterForget(2)))).toEqual([]);
  expect(told(await conversation.when(aTurn(2, "con esta foto")))).toEqual([
    "turn.answered 2 to delivery",
    ...forgetting,
    "turn.answered 3 to delivery",
  ]);
  expect(conversation.state()).toMatchObject({ handled: 3, earlierTurns: 2, waiting: {}, waitingChars: 0 });
  expect(conversation.state().commerce).toBeUndefined();
  expect(conversation.keptUntilMs()).toBeUndefined();
});

test("a turn that fails for good does not keep the chat from being forgotten", async () => {
  const conversation = aConversation();
  await conversation.when(aTurn(1, "hola"));
  await conversation.when(forgetUpTo(2));
  expect(told(conversation.fails(aTurn(2, "hola")))).toEqual(["turn.failed 2 to delivery", ...forgetting]);
});

test("a turn of the new chat that overtakes the order waits for it", async () => {
  const conversation = aConversation();
  await conversation.when(aTurn(1, "hola"));
  await conversation.when(aTurn(2, "quiero dos conchas"));
  expect(await conversation.when(aTurn(3, "hola", afterForget(2)))).toEqual([]);
  expect(told(await conversation.when(forgetUpTo(2)))).toEqual([...forgetting, "turn.answered 3 to delivery"]);
});

test("a turn of before that comes once more is dropped", async () => {
  const conversation = aConversation();
  await conversation.when(aTurn(1, "hola"));
  await conversation.when(aTurn(2, "hola"));
  await conversation.when(forgetUpTo(2));
  const before = conversation.state();
  expect(await conversation.when(aTurn(2, "quiero dos conchas"))).toEqual([]);
  expect(conversation.state()).toEqual(before);
});

test("a chat that is asked to be forgotten twice while it waits is forgotten twice", async () => {
  const conversation = aConversation();
  await conversation.when(forgetUpTo(1));
  await conversation.when(aTurn(2, "hola", { turns: 1, forgottenAtMs: start }));
  await conversation.when(forgetUpTo(2, start + 5));
  expect(told(await conversation.when(aTurn(1, "hola")))).toEqual([
    "turn.answered 1 to delivery",
    ...["drop-timers", "chat.forget 1 to delivery", "chat.forget 1 to resilience"],
    "turn.answered 2 to delivery",
    ...forgetting,
  ]);
  expect(conversation.state()).toMatchObject({ handled: 2, earlierTurns: 2 });
});

test("nobody but the customer brings a forgotten chat back", async () => {
  const conversation = aConversation();
  await conversation.when(aTurn(1, "hola"));
  await conversation.when(forgetUpTo(1));
  const reply = { kind: "text", body: "Soy Marta" } as const;
  expect(await conversation.when({ type: "operator.replied", v: 1, id: "op", reply, atMs: start })).toEqual([]);
  expect(conversation.keptUntilMs()).toBe(start + 8 * day);
});

test.each([
  ["here", 9 * day, undefined],
  ["here, while session still counts on", 8.5 * day, afterForget(5)],
])("when the remains are gone %s, the next turn is answered", async (_where, later, earlier) => {
  const conversation = aConversation();
  for (const n of [1, 2]) await conversation.when(aTurn(n, "hola"));
  await conversation.when(forgetUpTo(2));
  const turn = earlier === undefined ? 1 : 6;
  expect(told(await conversation.when(aTurn(turn, "hola", earlier), start + later))).toEqual([
    `turn.answered ${turn} to delivery`,
  ]);
});

test("what a forgotten chat holds of the stock is there for others; what was fetched long ago is not", () => {
  const shelves = new Map<string, ShelfState>();
  const held = () => shelves.get("item~flan");
  const orders = (contact: string) => {
    const ana = openChat(engines, { shelves, contact });
    for (const text of ["quiero 2 flanes", "es todo", "paso por él", "en efectivo", "Laura Méndez", "sí"])
      ana.says(text);
    return ana;
  };
  const soon = orders("5215500000001");
  expect(Object.keys(held()?.held ?? {})).toHaveLength(1);
  soon.give(forgetUpTo(6));
  expect(held()).toMatchObject({ held: {}, sold: 0 });
  const late = orders("5215500000002");
  late.waits(3 * 24 * 60);
  late.give(forgetUpTo(6));
  expect(held()).toMatchObject({ held: {}, sold: 2 });
});
