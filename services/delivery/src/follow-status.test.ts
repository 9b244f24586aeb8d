import { diff } from "@parley/actor/patch";
import { describe, expect, test } from "vitest";
import { anAnswer, anOutbox, kept, sendOf, statusOf } from "./outbox-fixture.ts";

describe("statuses", () => {
  test("come in any order and never go back", async () => {
    const outbox = anOutbox();
    await outbox.all(anAnswer(1, "a"));
    const before = outbox.state();
    await outbox.one(statusOf("delivered"));
    expect(Object.keys(diff(before, outbox.state()).set ?? {})).toEqual(expect.arrayContaining(["progress:0"]));
    expect(await outbox.one(statusOf("sent"))).toEqual([]);
    await outbox.one(statusOf("read"));
    expect(outbox.replies(1)).toMatchObject([{ status: "read" }]);
  });

  test("a failed delivery is shown with its reason", async () => {
    const outbox = anOutbox();
    await outbox.all(anAnswer(1, "a"));
    await outbox.one(statusOf("failed", { errors: [{ code: 131047, title: "Re-engagement message" }] }));
    expect(outbox.replies(1)).toMatchObject([
      { status: "failed", error: { code: "whatsapp.window-closed", message: "131047 Re-engagement message" } },
    ]);
  });

  test("a status of a message that is not ours changes nothing", async () => {
    const outbox = anOutbox();
    await outbox.all(anAnswer(1, "a"));
    expect(await outbox.one(statusOf("read", { providerId: "out.other" }))).toEqual([]);
    expect(await outbox.one(statusOf("read", { effect: "campaign-7" }))).toEqual([]);
  });

  test("only the newest turns with something left to happen are kept", async () => {
    const outbox = anOutbox();
    for (let turn = 1; turn <= 20; turn++) await outbox.all(anAnswer(turn, "a"));
    expect(kept(outbox.state())).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
    await outbox.one(statusOf("read", { providerId: "out.15" }));
    await outbox.all(anAnswer(21, "a"));
    expect(kept(outbox.state())).toEqual([13, 14, 16, 17, 18, 19, 20, 21]);
  });

  test("turns that still wait to be sent are kept, however many", async () => {
    const outbox = anOutbox();
    for (let turn = 1; turn <= 20; turn++) await outbox.one(anAnswer(turn, "a"));
    expect(kept(outbox.state())).toHaveLength(20);
    await outbox.all(sendOf(1));
    expect(outbox.sent).toHaveLength(20);
    await outbox.all(anAnswer(21, "a"), anAnswer(22, "a"));
    expect(kept(outbox.state()).length).toBeLessThanOrEqual(9);
    expect(outbox.replies(22)).toMatchObject([{ status: "sent" }]);
  });
});
