import { describe, expect, test } from "vitest";
import { anAnswer, anOutbox, chat, day, sendOf } from "./outbox-fixture.ts";
import { keptTurns } from "./outbox-state.ts";

describe("sending", () => {
  test("replies of a chat are sent one at a time, in order", async () => {
    const outbox = anOutbox();
    const outs = await outbox.one(anAnswer(1, "a", "b"));
    expect(outs[0]).toMatchObject({
      kind: "send",
      to: "delivery",
      message: { type: "reply.send", effect: `${chat}:1/1` },
    });
    expect(await outbox.one(anAnswer(2, "c"))).not.toMatchObject([{ kind: "send" }, {}]);
    await outbox.all(sendOf(1));
    expect(outbox.bodies()).toEqual(["a", "b", "c"]);
    expect(outbox.sent[0]).toEqual({
      account: "100",
      contact: "34600111222",
      reply: { kind: "text", body: "a" },
      effect: `${chat}:1/1`,
    });
  });

  test("a turn is done when its last reply has been accepted", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1, "a", "b"));
    expect(outbox.story(1)).toMatchObject({
      status: "open",
      processing: { delivery: { replies: [{ status: "queued" }, {}] } },
    });
    outbox.pass(30);
    await outbox.one(sendOf(1));
    expect(outbox.story(1)?.status).toBe("open");
    await outbox.one(sendOf(1, 2));
    expect(outbox.story(1)).toMatchObject({
      status: "done",
      timings: { session: { queuedMs: 1, handledMs: 0.5 }, delivery: { queuedMs: 2 }, totalMs: 40 },
      processing: { resilience: { attempts: 1, degradation: "full", breakers: [] } },
    });
    expect(outbox.replies(1)?.[0]).toEqual({
      id: `${chat}:1/1`,
      body: "a",
      status: "sent",
      providerId: "out.1",
      sentAt: "2026-11-20T10:00:00.030Z",
    });
  });

  test("a turn without replies is done at once and not kept", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1));
    expect(outbox.story(1)).toMatchObject({
      status: "done",
      timings: { totalMs: 10 },
      processing: { delivery: { replies: [] } },
    });
    expect([...keptTurns(outbox.state())]).toEqual([]);
  });

  test("a long reply goes out in pieces", async () => {
    const outbox = anOutbox();
    await outbox.all(anAnswer(1, `${"word ".repeat(800)}.\n\n${"more ".repeat(800)}`));
    expect(outbox.sent.map(({ effect }) => effect)).toEqual([`${chat}:1/1`, `${chat}:1/2`]);
    expect(outbox.bodies()[1]?.startsWith("more")).toBe(true);
  });

  test("a rejected reply fails alone and the next one is sent", async () => {
    const rejected = {
      kind: "rejected",
      retry: false,
      code: "whatsapp.recipient",
      graphCode: 131026,
      message: "undeliverable",
    } as const;
    const outbox = anOutbox(rejected);
    await outbox.all(anAnswer(1, "a"), anAnswer(2, "b"));
    expect(outbox.story(1)).toMatchObject({
      status: "done",
      processing: {
        delivery: { replies: [{ status: "failed", error: { code: "whatsapp.recipient", message: "undeliverable" } }] },
      },
    });
    expect(outbox.replies(2)).toMatchObject([{ status: "sent" }]);
  });

  test("after the service window replies fail without being sent", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1, "a"));
    outbox.pass(day);
    await outbox.one(sendOf(1));
    expect(outbox.sent).toEqual([]);
    expect(outbox.replies(1)).toMatchObject([{ status: "failed", error: { code: "whatsapp.window-closed" } }]);
  });

  test("the 46th reply in a row waits for the pair rate, by a timer", async () => {
    const outbox = anOutbox();
    for (let turn = 1; turn <= 46; turn++) await outbox.all(anAnswer(turn, "a"));
    expect(outbox.sent).toHaveLength(45);
    outbox.pass(10);
    expect(await outbox.one(sendOf(46))).toMatchObject([{ kind: "set-timer", name: "send", message: sendOf(46) }]);
    outbox.pass(6000);
    await outbox.one(sendOf(46));
    expect(outbox.sent).toHaveLength(46);
  });

  test("more replies than may wait fail at once", async () => {
    const outbox = anOutbox();
    await outbox.one(anAnswer(1, ...Array.from({ length: 61 }, () => "a")));
    expect(outbox.replies(1)?.at(-1)).toMatchObject({ status: "failed", error: { code: "mailbox.full" } });
  });
});
