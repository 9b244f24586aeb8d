import type { Context } from "@parley/actor/actor";
import type { Out } from "@parley/actor/out";
import { PermanentError } from "@parley/contract/errors";
import type { SessionPart, Turn } from "@parley/contract/turn";
import { TurnAnswered } from "@parley/contract/turn-answered";
import type { TurnFailed, TurnOpened } from "@parley/contract/turn-opened";
import { describe, expect, test } from "vitest";
import { demoBusiness, enginesOf } from "./chat.fixture.ts";
import { conversationActor } from "./conversation.ts";
import type { ConversationState } from "./conversation-state.ts";

const chat = "100~34600111222";
const now = Date.parse("2026-11-20T10:00:00Z");
const engines = await enginesOf(demoBusiness());

function aTurn(
  turn: number,
  changes: Partial<Turn> & { sentAtMs?: number; media?: TurnOpened["media"] } = {},
): TurnOpened {
  const { sentAtMs = now - 1000, media, ...entryChanges } = changes;
  const entry: Turn = {
    id: `${chat}:${turn}`,
    chat,
    turn,
    messageId: `wamid.${turn}`,
    type: "text",
    receivedAt: new Date(now).toISOString(),
    status: "open",
    processing: {},
    ...entryChanges,
  };
  const opened: TurnOpened = { type: "turn.opened", v: 1, entry, sentAtMs, serviceWindowEndsAtMs: now + 86_400_000 };
  return media === undefined ? opened : { ...opened, media };
}

function aFailedTurn(turn: number): TurnFailed {
  const { entry, serviceWindowEndsAtMs } = aTurn(turn);
  return {
    type: "turn.failed",
    v: 1,
    entry,
    serviceWindowEndsAtMs,
    stage: "media",
    code: "media.corrupt",
    reason: "…",
  };
}

function aContext(changes: Partial<Context> = {}): Context {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const signal = new AbortController().signal;
  const trace = { originMs: now, stages: [] };
  return { key: chat, now, attempt: 1, redelivered: false, signal, log, trace, ...changes };
}

const lateTurn: SessionPart = {
  sessionId: "s",
  resumed: false,
  duplicate: false,
  late: true,
  serviceWindowEndsAt: new Date(now).toISOString(),
};

function aConversation() {
  const actor = conversationActor({ engines: () => engines, lateReplyWithinMs: 900_000 });
  let state: ConversationState = actor.state.initial(chat);
  const receive = async (message: TurnOpened | TurnFailed, context: Partial<Context> = {}) => {
    const result = await actor.receive(state, message, aContext(context));
    state = actor.state.schema.parse(result.state);
    return result.outs;
  };
  return { actor, receive, state: () => state };
}

const turnsIn = (outs: Out[]) =>
  outs.map((out) => (out.kind === "send" ? JSON.stringify(out.message).match(/"turn":(\d+)/)?.[1] : "")).map(Number);

async function ask(text: string | undefined, changes: Parameters<typeof aTurn>[1] = {}) {
  const [out] = await aConversation().receive(aTurn(1, text === undefined ? changes : { text, ...changes }));
  return TurnAnswered.parse(out?.kind === "send" ? out.message : undefined);
}

describe("order", () => {
  test("turns are answered one by one as they come in order", async () => {
    const conversation = aConversation();
    expect(turnsIn(await conversation.receive(aTurn(1, { text: "hola" })))).toEqual([1]);
    expect(turnsIn(await conversation.receive(aTurn(2, { text: "horario" })))).toEqual([2]);
    expect(conversation.state()).toMatchObject({ handled: 2, waiting: {}, waitingChars: 0 });
  });

  test("texts that overtake a photo wait for it and are answered after it", async () => {
    const conversation = aConversation();
    expect(await conversation.receive(aTurn(3, { text: "hola" }))).toEqual([]);
    expect(await conversation.receive(aTurn(2, { text: "hola" }))).toEqual([]);
    expect(turnsIn(await conversation.receive(aTurn(1, { type: "image" })))).toEqual([1, 2, 3]);
    expect(conversation.state()).toMatchObject({ handled: 3, waiting: {}, waitingChars: 0 });
  });

  test("a failed turn closes its gap and goes on to delivery as failed", async () => {
    const conversation = aConversation();
    await conversation.receive(aTurn(2, { text: "hola" }));
    const outs = await conversation.receive(aFailedTurn(1));
    expect(outs).toMatchObject([
      { to: "delivery", message: { type: "turn.failed", stage: "media" } },
      { to: "delivery", message: { type: "turn.answered" } },
    ]);
  });

  test("a turn for which there is no more room to wait is a dead letter, so that the gap can still close", async () => {
    const conversation = aConversation();
    for (let turn = 2; turn <= 65; turn++) await conversation.receive(aTurn(turn));
    await expect(conversation.receive(aTurn(66))).rejects.toThrow(PermanentError);
  });

  test("waiting turns are bounded in size too", async () => {
    const conversation = aConversation();
    const text = "x".repeat(100_000);
    await conversation.receive(aTurn(2, { text }));
    await conversation.receive(aTurn(3, { text }));
    await expect(conversation.receive(aTurn(4, { text }))).rejects.toThrow("turn 1 is missing");
  });

  test("a replayed turn is answered without moving the order", async () => {
    const conversation = aConversation();
    for (const turn of [1, 2, 3]) await conversation.receive(aTurn(turn, { text: "hola" }));
    expect(turnsIn(await conversation.receive(aTurn(2, { text: "horario" }), { replayOf: "intel-00-1-0" }))).toEqual([
      2,
    ]);
    expect(conversation.state().handled).toBe(3);
  });
});

describe("a turn that becomes a dead letter", () => {
  const failure = new PermanentError("message.malformed", "no");
  test("is told to delivery and does not hold the next ones up", async () => {
    const conversation = aConversation();
    await conversation.receive(aTurn(2, { text: "hola" }));
    const result = conversation.actor.failed?.(conversation.state(), aTurn(1), failure, aContext());
    expect(result?.outs).toMatchObject([
      { message: { type: "turn.failed", stage: "intel", code: "message.malformed" } },
      { message: { type: "turn.answered", entry: { turn: 2 } } },
    ]);
    expect(result?.state).toMatchObject({ handled: 2, waiting: {} });
  });

  test("before its time keeps its place in the order", async () => {
    const conversation = aConversation();
    const result = conversation.actor.failed?.(conversation.state(), aTurn(2), failure, aContext());
    expect(result).toMatchObject({ outs: [], state: { handled: 0, waiting: { 2: { type: "turn.failed" } } } });
  });
});

describe("answers", () => {
  test("a text without its own language is answered in the language of the chat", async () => {
    const conversation = aConversation();
    await conversation.receive(aTurn(1, { text: "What are your opening hours please?" }));
    expect(await conversation.receive(aTurn(2, { text: "ok" }))).toMatchObject([
      { message: { entry: { processing: { intel: { language: { code: "en" } } } } } },
    ]);
  });

  test.each(["reaction", "system", "unsupported"])("a %s is not answered", async (type) => {
    expect(await ask("hola", { type })).toMatchObject({
      replies: [],
      entry: { processing: { intel: { decision: { reason: expect.stringContaining("needs no answer") } } } },
    });
  });

  test("a turn that came an hour late is understood but not answered", async () => {
    const answered = await ask("¿a qué hora abren?", { processing: { session: lateTurn }, sentAtMs: now - 3_600_000 });
    expect(answered).toMatchObject({
      replies: [],
      entry: { processing: { intel: { intent: { name: "opening_hours" } } } },
    });
  });

  test("a turn that came a little late is answered with a quote of it", async () => {
    expect(
      await ask("¿a qué hora abren?", { processing: { session: lateTurn }, sentAtMs: now - 120_000 }),
    ).toMatchObject({ replies: [{ replyTo: "wamid.1" }] });
  });

  test("a voice note counts as what was said in it", async () => {
    const items = [
      {
        id: "m1",
        kind: "audio",
        mimeType: "audio/ogg",
        bytes: 1,
        status: "ok",
        transcript: "¿a qué hora abren?",
        ms: 1,
      },
    ];
    expect(await ask(undefined, { type: "audio", processing: { media: { items } } })).toMatchObject({
      entry: { processing: { intel: { intent: { name: "opening_hours" } } } },
    });
  });
});
