import type { ChatForget } from "@parley/contract/chat-forget";
import { providerIdHash } from "@parley/contract/ids";
import { expect, test } from "vitest";
import { keptUntilMs } from "./forget-chat.ts";
import { aFailure, anAnswer, anOperator, anOutbox, chat, day, sendOf, start, statusOf } from "./outbox-fixture.ts";

const order: ChatForget = { type: "chat.forget", v: 1, atMs: start, turn: 2, by: "intel" };

test("a forgotten chat loses its timeline, its messages and what the turn index says of it; numbers remain", async () => {
  const outbox = anOutbox();
  await outbox.all(anAnswer(1, "Buenos días, Xiomara"), anAnswer(2, "Claro, Xiomara"));
  await outbox.all(anOperator("op-1", { kind: "text", body: "Soy Marta, Xiomara" }));
  const outs = await outbox.one(order);
  const gone = (collection: string, id: string) => ({ kind: "store", collection, id, value: null });
  expect(outs).toEqual([
    { kind: "drop-timers" },
    gone("turn-index", providerIdHash("wamid.1")),
    gone("timeline", `${chat}.1`),
    gone("turn-index", providerIdHash("wamid.2")),
    gone("timeline", `${chat}.2`),
    gone("messages", `${chat}.1`),
    { kind: "remove-all", collection: "timeline", chat, upTo: undefined },
    { kind: "send", to: "resilience", message: { ...order, by: "delivery" } },
  ]);
  expect(outbox.state()).toMatchObject({ lastTurn: 2, messages: 1, queue: [], failedTurns: [] });
  expect(JSON.stringify(outbox.state())).not.toContain("Xiomara");
  expect(keptUntilMs(outbox.state())).toBe(start + 8 * day);
});

test("replies that wait when their chat is forgotten are not sent", async () => {
  const outbox = anOutbox();
  await outbox.one(anAnswer(1, "a", "b"));
  await outbox.one(order);
  await outbox.all(sendOf(1), sendOf(1, 2));
  expect(outbox.sent).toEqual([]);
});

test("a status of a reply that is forgotten changes nothing, not even how long the remains are kept", async () => {
  const outbox = anOutbox();
  await outbox.all(anAnswer(1, "a"), order);
  const before = outbox.state();
  await outbox.all(statusOf("read"), statusOf("delivered", { effect: `${chat}:1/1` }));
  expect(outbox.state()).toEqual(before);
});

test("a turn of before is not answered any more, the next one is", async () => {
  const outbox = anOutbox();
  await outbox.all(aFailure(1), anAnswer(2, "a"), order, anAnswer(1, "once more"));
  expect(outbox.bodies()).toEqual(["a"]);
  await outbox.all(anAnswer(3, "b"));
  expect(outbox.bodies()).toEqual(["a", "b"]);
  expect(keptUntilMs(outbox.state())).toBeUndefined();
});

test("a message that was asked for before is not sent again", async () => {
  const outbox = anOutbox();
  const asked = anOperator("op-1", { kind: "text", body: "a" });
  await outbox.all(asked, order, asked);
  expect(outbox.bodies()).toEqual(["a"]);
});

test("when the time of the remains is over, turns count from the first again", async () => {
  const outbox = anOutbox();
  await outbox.all(anAnswer(1, "a"), anAnswer(2, "b"), order);
  outbox.pass(8 * day);
  await outbox.one({ ...anAnswer(1, "c"), serviceWindowEndsAtMs: start + 9 * day });
  await outbox.all(sendOf(1));
  expect(outbox.bodies()).toEqual(["a", "b", "c"]);
});
