import type { Reply } from "@parley/contract/reply";
import { expect, test } from "vitest";
import { anAnswer, anOutbox, statusOf } from "./outbox-fixture.ts";

const picture: Reply = { kind: "image", source: { path: "cake.png" }, caption: "Cake: $5" };
const anAnswerWithPicture = () => ({ ...anAnswer(1), replies: [picture, { kind: "text" as const, body: "more?" }] });

test("a picture waits in the queue with its source and goes before what follows it", async () => {
  const outbox = anOutbox();
  await outbox.all(anAnswerWithPicture());
  expect(outbox.sent.map(({ reply }) => reply)).toEqual([picture, { kind: "text", body: "more?" }]);
  expect(outbox.replies(1)).toMatchObject([
    { kind: "image", body: "Cake: $5", status: "sent" },
    { body: "more?", status: "sent" },
  ]);
});

test("a picture whose caption went out instead says why, whatever its status becomes", async () => {
  const fileError = { code: "media.gone", message: "there is no file cake.png" };
  const outbox = anOutbox({ kind: "accepted", providerId: "out.1", fileError });
  await outbox.all(anAnswerWithPicture());
  expect(outbox.replies(1)?.[0]).toMatchObject({ status: "sent", fileError });
  await outbox.one(statusOf("read"));
  expect(outbox.replies(1)?.[0]).toMatchObject({ status: "read", fileError });
});

test("a file that cannot be sent fails with its code, and the next reply goes", async () => {
  const gone = { kind: "rejected", retry: false, code: "media.gone", graphCode: 0, message: "no" } as const;
  const outbox = anOutbox(gone);
  await outbox.all(anAnswerWithPicture());
  expect(outbox.replies(1)).toMatchObject([{ status: "failed", error: { code: "media.gone" } }, { status: "sent" }]);
});
