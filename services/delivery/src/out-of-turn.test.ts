import { reviveState } from "@parley/actor/state";
import type { Reply } from "@parley/contract/reply";
import { expect, test } from "vitest";
import { mostMessages } from "./out-of-turn.ts";
import { anAnswer, anOperator, anOutbox, chat, day, sendOf, settleOf, start, statusOf } from "./outbox-fixture.ts";
import { outboxState } from "./outbox-state.ts";

const text = (body: string): Reply => ({ kind: "text", body });
const unknown = { kind: "unknown", message: "timed out" } as const;

test("a person's message is sent and followed, and touches no turn", async () => {
  const outbox = anOutbox();
  await outbox.all(anAnswer(1, "a"));
  const before = outbox.story(1);
  await outbox.all(anOperator("op-1", text("Soy Marta")));
  expect(outbox.bodies()).toEqual(["a", "Soy Marta"]);
  expect(outbox.message(1)).toEqual({
    id: `${chat}:0/1`,
    body: "Soy Marta",
    status: "sent",
    providerId: "out.2",
    sentAt: "2026-11-20T10:00:00.000Z",
    chat,
    n: 1,
    requestId: "op-1",
    origin: "operator",
    requestedAt: "2026-11-20T10:00:00.000Z",
  });
  await outbox.one(statusOf("delivered", { providerId: "out.2" }));
  expect(outbox.message(1)?.status).toBe("delivered");
  await outbox.one(statusOf("read", { providerId: "out.2", effect: `${chat}:0/1` }));
  expect(outbox.message(1)?.status).toBe("read");
  expect(outbox.story(1)).toBe(before);
});

test("the same request again sends nothing", async () => {
  const outbox = anOutbox();
  await outbox.all(anOperator("op-1", text("a")));
  expect(await outbox.one(anOperator("op-1", text("a")))).toEqual([]);
  await outbox.all(anOperator("op-2", text("a")));
  expect(outbox.bodies()).toEqual(["a", "a"]);
});

test("messages keep their place between the replies of turns", async () => {
  const outbox = anOutbox();
  await outbox.one(anAnswer(1, "a", "b"));
  await outbox.one(anOperator("op-1", text("c")));
  await outbox.one(anAnswer(2, "d"));
  await outbox.all(sendOf(1));
  expect(outbox.bodies()).toEqual(["a", "b", "c", "d"]);
  expect(outbox.story(2)?.status).toBe("done");
});

test("outside the service window it fails with a code that says so", async () => {
  const outbox = anOutbox();
  outbox.pass(day);
  await outbox.all(anOperator("op-1", text("a")));
  expect(outbox.message(1)).toMatchObject({ status: "failed", error: { code: "whatsapp.window-closed" } });
  expect(outbox.sent).toEqual([]);
});

test("a chat whose window nobody has told of is closed", async () => {
  const outbox = anOutbox();
  const { serviceWindowEndsAtMs: _, ...request } = anOperator("op-1", text("a"));
  await outbox.all(request);
  expect(outbox.message(1)).toMatchObject({ error: { code: "whatsapp.window-closed" } });
});

test("one whose sending is in doubt waits for its status and is not sent again", async () => {
  const outbox = anOutbox(unknown);
  await outbox.all(anOperator("op-1", text("a")), anAnswer(1, "b"));
  expect(outbox.message(1)?.status).toBe("unknown");
  await outbox.all(statusOf("sent", { providerId: "out.9", effect: `${chat}:0/1` }));
  expect(outbox.message(1)).toMatchObject({ status: "sent", providerId: "out.9" });
  expect(outbox.bodies()).toEqual(["a", "b"]);
  expect(await outbox.one({ ...settleOf(0, 1), effect: `${chat}:0/1` })).toEqual([]);
});

test("a doubt that nothing settles is tried once more, then given up", async () => {
  const outbox = anOutbox(unknown, unknown);
  await outbox.all(anOperator("op-1", text("a")));
  const settle = (unknowns: number) => ({ ...settleOf(0, unknowns), effect: `${chat}:0/1` });
  await outbox.all(settle(1));
  await outbox.all(settle(2));
  expect(outbox.bodies()).toEqual(["a", "a"]);
  expect(outbox.message(1)).toMatchObject({ status: "failed", error: { code: "dependency.timeout" } });
  await outbox.one(statusOf("delivered", { providerId: "out.9", effect: `${chat}:0/1` }));
  expect(outbox.message(1)).toMatchObject({ status: "delivered" });
  expect(outbox.message(1)).not.toHaveProperty("error");
});

test("more than may wait fail at once, and those that wait are kept", async () => {
  const outbox = anOutbox();
  for (let n = 0; n <= mostMessages; n++) await outbox.one(anOperator(`op-${n}`, text(`${n}`)));
  expect(outbox.message(mostMessages + 1)).toMatchObject({ status: "failed", error: { code: "mailbox.full" } });
  await outbox.all({ ...sendOf(0), chain: 0 });
  expect(outbox.sent).toHaveLength(mostMessages);
  await outbox.all(anOperator("op-next", text("next")));
  expect(outbox.message(mostMessages + 2)?.status).toBe("sent");
  expect(Object.keys(outbox.state()).filter((key) => key.startsWith("message:"))).toHaveLength(mostMessages);
});

test("buttons go out as buttons and are told with their options", async () => {
  const outbox = anOutbox();
  const buttons: Reply = { kind: "buttons", body: "¿Seguro?", buttons: [{ id: "y", title: "Sí" }], replyTo: "wamid.1" };
  await outbox.all(anOperator("t-1", buttons, { origin: "agent" }));
  const answer = anAnswer(1);
  await outbox.all({ ...answer, replies: [text("a"), buttons, { kind: "image", link: "https://files.test/a.png" }] });
  expect(outbox.sent.map(({ reply }) => reply)).toEqual([
    buttons,
    text("a"),
    buttons,
    { kind: "image", link: "https://files.test/a.png" },
  ]);
  expect(outbox.message(1)).toMatchObject({ origin: "agent", kind: "buttons", options: [{ id: "y", title: "Sí" }] });
  expect(outbox.replies(1)).toMatchObject([
    { body: "a", status: "sent" },
    { kind: "buttons", body: "¿Seguro?\n\n1. Sí", options: [{ id: "y", title: "Sí" }], status: "sent" },
    { kind: "image", status: "sent" },
  ]);
});

test("options that WhatsApp cannot show go out as numbered lines", async () => {
  const outbox = anOutbox();
  const buttons: Reply = { kind: "buttons", body: "x".repeat(2_000), buttons: [{ id: "y", title: "Sí" }] };
  await outbox.all({ ...anAnswer(1), replies: [buttons] });
  expect(outbox.replies(1)).toEqual([expect.objectContaining({ body: `${"x".repeat(2_000)}\n\n1. Sí` })]);
  expect(outbox.sent[0]?.reply.kind).toBe("text");
});

test("an outbox stored before there were such messages goes on", () => {
  const { messages: _, requests: __, ...old } = outboxState.initial(chat);
  expect(reviveState(outboxState, 1, { ...old, lastTurn: 3, serviceWindowEndsAtMs: start })).toMatchObject({
    lastTurn: 3,
    messages: 0,
    requests: [],
  });
});
