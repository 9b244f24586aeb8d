import type { MediaRead } from "@parley/contract/media-read";
import type { MediaItem } from "@parley/contract/turn";
import { expect, test } from "vitest";
import { anAnswer, anEntry, anOutbox, chat } from "./outbox-fixture.ts";

const item = { id: "m1", kind: "document", mimeType: "application/pdf", bytes: 7, status: "pending", ms: 20_000 };
const read = (items: MediaItem[], early = 0): MediaRead => ({ type: "media.read", v: 1, turn: 1, items, early });
const found = { ...item, status: "ok", text: "TOTAL 12,00" };

function aPendingTurn() {
  const entry = { ...anEntry(1), processing: { media: { items: [item, { ...item, id: "m2", status: "ok" }] } } };
  return { ...anAnswer(1, "we are still reading it"), entry };
}

test("a file that was read after the turn went on is added to the turn's entry, its replies stay", async () => {
  const outbox = anOutbox();
  await outbox.all(aPendingTurn());
  await outbox.one(read([found]));
  expect(outbox.story(1)?.processing.media?.items).toMatchObject([
    { id: "m1", status: "ok", text: "TOTAL 12,00" },
    { id: "m2", status: "ok" },
  ]);
  expect(outbox.replies(1)).toMatchObject([{ body: "we are still reading it", status: "sent" }]);
});

test("a file that is read before its turn has been answered comes again", async () => {
  const outbox = anOutbox();
  expect(await outbox.one(read([found]))).toMatchObject([
    { kind: "set-timer", name: "media.1", message: { type: "media.read", early: 1 } },
  ]);
  expect(await outbox.one(read([found], 120))).toEqual([]);
});

test("a turn whose file is still read is not forgotten", async () => {
  const outbox = anOutbox();
  await outbox.all(aPendingTurn(), anAnswer(2, "b"));
  await outbox.one({ type: "status.changed", v: 1, chat, providerId: "out.1", status: "read", atMs: 1 });
  await outbox.one(read([found]));
  expect(outbox.story(1)?.processing.media?.items).toMatchObject([{ status: "ok" }, { status: "ok" }]);
});
