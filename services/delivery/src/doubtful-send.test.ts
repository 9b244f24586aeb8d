import { TransientError } from "@parley/contract/errors";
import type { SendOutcome } from "@parley/whatsapp/graph-api";
import { describe, expect, test } from "vitest";
import { anAnswer, anOutbox, chat, sendOf, settleOf, start, statusOf } from "./outbox-fixture.ts";

describe("a WhatsApp that does not take it now", () => {
  test.each<[string, SendOutcome, object]>([
    [
      "too fast for the contact",
      { kind: "throttled", scope: "pair", graphCode: 131056, retryAfterMs: 4000 },
      { retryAfterMs: 4000 },
    ],
    [
      "too fast for the number",
      { kind: "throttled", scope: "number", graphCode: 130429, retryAfterMs: 900 },
      { retryAfterMs: 900 },
    ],
    ["unavailable", { kind: "unavailable", message: "refused" }, { code: "dependency.unavailable" }],
    [
      "blocked",
      { kind: "blocked", code: "whatsapp.unauthorized", graphCode: 190, message: "token" },
      { code: "whatsapp.unauthorized" },
    ],
  ])("%s: the reply is tried again, without any doubt", async (_case, outcome, failure) => {
    const outbox = anOutbox(outcome);
    await outbox.one(anAnswer(1, "a"));
    const message = sendOf(1);
    const first = outbox.one(message);
    await expect(first).rejects.toThrow(TransientError);
    await expect(first).rejects.toMatchObject(failure);
    await outbox.one(message, { attempt: 2, redelivered: true });
    expect(outbox.sent).toHaveLength(2);
    expect(outbox.story(1)).toMatchObject({ status: "done", processing: { resilience: { attempts: 2 } } });
  });
});

describe("a doubtful send", () => {
  const unknown = { kind: "unknown", message: "timed out" } as const;

  test("is not repeated before a status had its time", async () => {
    const outbox = anOutbox(unknown);
    await outbox.one(anAnswer(1, "a"));
    expect(await outbox.one(sendOf(1))).toMatchObject([
      { kind: "set-timer", name: "settle", atMs: start + 8000, message: settleOf(1, 1) },
      { kind: "store" },
    ]);
    expect(outbox.replies(1)).toMatchObject([{ status: "unknown" }]);
    expect(await outbox.one(sendOf(1))).toEqual([]);
    expect(outbox.sent).toHaveLength(1);
  });

  test("is settled by a status, which lets the next reply go", async () => {
    const outbox = anOutbox(unknown);
    await outbox.one(anAnswer(1, "a", "b"));
    await outbox.one(sendOf(1));
    const outs = await outbox.one(statusOf("sent", { effect: `${chat}:1/1`, providerId: "out.x" }));
    expect(outs).toMatchObject([
      { kind: "cancel-timer", name: "settle" },
      { message: { effect: `${chat}:1/2` } },
      { kind: "store" },
    ]);
    expect(outbox.replies(1)).toMatchObject([
      { status: "sent", providerId: "out.x", sentAt: "2026-11-20T10:00:00.500Z" },
      {},
    ]);
    expect(await outbox.one(settleOf(1, 1))).toEqual([]);
  });

  test("is sent once more under the same effect, then given up", async () => {
    const outbox = anOutbox(unknown, unknown);
    await outbox.one(anAnswer(1, "a", "b"));
    await outbox.one(sendOf(1));
    await outbox.all(settleOf(1, 1));
    expect(outbox.sent.map(({ effect }) => effect)).toEqual([`${chat}:1/1`, `${chat}:1/1`]);
    expect(await outbox.one(settleOf(1, 1))).toEqual([]);
    await outbox.all(settleOf(1, 2));
    expect(outbox.bodies()).toEqual(["a", "a", "b"]);
    expect(outbox.replies(1)).toMatchObject([
      { status: "failed", error: { message: "whatsapp outcome unknown" } },
      { status: "sent" },
    ]);
  });

  test("that was given up is put right by a late status", async () => {
    const outbox = anOutbox(unknown, unknown);
    await outbox.one(anAnswer(1, "a", "b"));
    await outbox.one(sendOf(1));
    await outbox.all(settleOf(1, 1), settleOf(1, 2));
    await outbox.one(statusOf("sent", { effect: `${chat}:1/1`, providerId: "out.x" }));
    expect(outbox.replies(1)?.[0]).toMatchObject({ status: "sent", providerId: "out.x" });
    expect(outbox.replies(1)?.[0]).not.toHaveProperty("error");
  });

  test("of an owner that crashed is doubted before it is repeated", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1, "a"));
    expect(await outbox.one(sendOf(1), { redelivered: true })).toMatchObject([
      { kind: "set-timer", name: "settle" },
      {},
    ]);
    expect(outbox.sent).toEqual([]);
    await outbox.all(settleOf(1, 1));
    expect(outbox.replies(1)).toMatchObject([{ status: "sent" }]);
  });

  test("of an owner that crashed is settled by a status that comes before anything else", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1, "a"));
    await outbox.one(statusOf("delivered", { effect: `${chat}:1/1` }));
    expect(await outbox.one(sendOf(1), { redelivered: true })).toEqual([]);
    expect(outbox.story(1)).toMatchObject({
      status: "done",
      processing: { delivery: { replies: [{ status: "delivered" }] } },
    });
  });
});
