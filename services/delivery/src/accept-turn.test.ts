import { PermanentError } from "@parley/contract/errors";
import { describe, expect, test } from "vitest";
import { aFailure, anAnswer, anOutbox, chat, sendOf } from "./outbox-fixture.ts";

describe("failures and replays", () => {
  test("a failed turn ends as failed, with its reason", async () => {
    const outbox = anOutbox();
    await outbox.one(aFailure(1));
    expect(outbox.story(1)).toMatchObject({
      status: "failed",
      processing: { resilience: { error: { code: "handler.failed", message: "a bug", stage: "intel" } } },
    });
  });

  test("a failed turn that is replayed is answered after all", async () => {
    const outbox = anOutbox();
    await outbox.all(aFailure(1), anAnswer(2, "b"), anAnswer(1, "a"));
    expect(outbox.bodies()).toEqual(["b", "a"]);
    expect(outbox.story(1)?.status).toBe("done");
  });

  test("a replay of an answered turn never sends its replies again", async () => {
    const outbox = anOutbox();
    await outbox.all(anAnswer(1, "a"), anAnswer(1, "a"), anAnswer(2), anAnswer(2, "late"));
    expect(outbox.bodies()).toEqual(["a"]);
    expect(outbox.replies(1)).toMatchObject([{ status: "sent" }]);
    expect(await outbox.one(aFailure(1))).toEqual([]);
  });

  test("a reply whose message became a dead letter fails, and the next one is sent", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1, "a", "b"));
    const outs = outbox.fail(sendOf(1), new PermanentError("message.poison", "3 owners ended"));
    expect(outs[0]).toMatchObject({ kind: "send", message: { effect: `${chat}:1/2` } });
    expect(outbox.replies(1)).toMatchObject([
      { status: "failed", error: { code: "message.poison" } },
      { status: "queued" },
    ]);
  });

  test("an answer that became a dead letter ends its turn as failed", async () => {
    const outbox = anOutbox();
    outbox.fail(anAnswer(1, "a"), new PermanentError("message.malformed", "no"));
    expect(outbox.story(1)).toMatchObject({
      status: "failed",
      processing: { resilience: { error: { stage: "delivery" } } },
    });
  });
});
