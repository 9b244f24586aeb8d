import type { Context } from "@parley/actor/actor";
import type { Turn } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { llmOff } from "@parley/llm/llm";
import { expect, test } from "vitest";
import { createAssist } from "./assist/assist.ts";
import { demoBusiness } from "./chat.fixture.ts";
import { conversationActor } from "./conversation.ts";
import { rulesOf } from "./decide-lane.ts";
import { createEngines } from "./engines.ts";

const chat = "100~34600111222";
const now = Date.parse("2026-11-20T10:00:00Z");

test("a turn that a model is asked about is understood once when the model knows nothing better", async () => {
  let classified = 0;
  const engines = createEngines(demoBusiness(), () => {
    classified += 1;
    return { name: "oos", confidence: 0.1, accepted: false, alternatives: [] };
  });
  const { known, places } = engines;
  const assist = createAssist(llmOff, { business: known.business, places, rules: rulesOf(known.business) });
  const actor = conversationActor({ engines: () => engines, assist: () => assist, lateReplyWithinMs: 60_000 });
  const { outs } = await actor.receive(actor.state.initial(chat), aTurn("¿y eso qué sería en marzo?"), aContext());
  expect(outs).toHaveLength(1);
  expect(classified).toBe(1);
});

function aTurn(text: string): TurnOpened {
  const receivedAt = new Date(now).toISOString();
  const entry: Turn = {
    ...{ id: `${chat}:1`, chat, turn: 1, messageId: "wamid.1", type: "text", text },
    ...{ receivedAt, status: "open", processing: {} },
  };
  return { type: "turn.opened", v: 1, entry, sentAtMs: now, serviceWindowEndsAtMs: now + 86_400_000 };
}

function aContext(): Context {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const trace = { originMs: now, stages: [] };
  return { key: chat, now, attempt: 1, redelivered: false, signal: new AbortController().signal, log, trace };
}
