import { GalleryEntry } from "@parley/contract/gallery";
import type { MediaItem } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { expect, test } from "vitest";
import type { ReadResult } from "../reading/read-result.ts";
import { galleryEntries, keepEntry, withRead } from "./gallery-entry.ts";

const chat = "100~34600111222";
const turn: TurnOpened = {
  ...{ type: "turn.opened", v: 1, sentAtMs: Date.parse("2026-11-20T09:59:58Z"), serviceWindowEndsAtMs: 0 },
  entry: {
    ...{ id: `${chat}:7`, chat, turn: 7, messageId: "wamid.7", type: "document", status: "open" },
    ...{ receivedAt: "2026-11-20T10:00:00.000Z", text: "la factura de ayer", processing: {} },
  },
  context: { forwarded: true },
  media: [
    { id: "m1", mimeType: "application/pdf", kind: "document", filename: "factura.pdf" },
    { id: "m2", mimeType: "audio/ogg; codecs=opus", kind: "audio", voice: true },
  ],
};
const pdf: MediaItem = {
  ...{ id: "m1", kind: "document", mimeType: "application/pdf", bytes: 9, status: "ok", sha256: "ab", ms: 1 },
  text: "Total 12,50",
  fields: { documentType: { value: "invoice", confidence: 1, where: "line 1" } },
};
const note: MediaItem = { id: "m2", kind: "audio", mimeType: "audio/ogg", bytes: 4, status: "pending", ms: 1 };
const read: ReadResult = { status: "ok", engine: "t", ms: 1, pages: 2, codes: [{ format: "QRCode", text: "x" }] };

test("each file of a turn has an entry with what was sent, read and found", () => {
  const [first, second] = galleryEntries(turn, [{ item: pdf, mimeType: "application/pdf", read }, { item: note }]);
  expect(GalleryEntry.parse(first)).toEqual({
    ...{ id: `${chat}.7.1`, chat, account: "100", turn: 7, messageId: "wamid.7", kind: "document", bytes: 9 },
    ...{ mimeType: "application/pdf", sha256: "ab", sentAt: "2026-11-20T09:59:58.000Z", status: "ok", pages: 2 },
    ...{ filename: "factura.pdf", caption: "la factura de ayer", text: "Total 12,50", fields: pdf.fields },
    tags: ["forwarded", "invoice", "qr"],
  });
  expect(second).toMatchObject({ id: `${chat}.7.2`, status: "pending", tags: ["voice", "forwarded"] });
});

test("a file that was pending keeps its entry's id and gets what was heard", () => {
  const [, pending] = galleryEntries(turn, [{ item: pdf }, { item: note }]);
  if (pending === undefined) throw new Error("no entry");
  const segments = [{ startS: 0, endS: 3, text: "hola", confidence: 0.9 }];
  const heard = { text: "hola", durationS: 3, segments };
  const done = withRead(pending, {
    item: { ...note, status: "ok", transcript: "hola" },
    read: { ...read, transcript: heard },
  });
  expect(keepEntry(done)).toMatchObject({
    ...{ kind: "store", collection: "gallery", id: `${chat}.7.2` },
    value: {
      ...{ status: "ok", text: "hola", durationS: 3, mimeType: "audio/ogg; codecs=opus" },
      segments: [{ startS: 0, endS: 3, text: "hola" }],
    },
  });
});

test("texts, long names and hundreds of line items leave an entry small enough to be stored", () => {
  const items = Array.from({ length: 500 }, (_, at) => ({ description: `thing ${at}`, total: at }));
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`field${at}`, { value: "v".repeat(900) }]));
  const long = { ...pdf, text: "a".repeat(20_000), fields: { ...pdf.fields, items: { value: items }, ...many } };
  const said = Array.from({ length: 5_000 }, (_, at) => ({ startS: at, endS: at + 1, text: "diez signos" }));
  const heard = { ...read, transcript: { text: "", durationS: 9, segments: said } };
  const [entry] = galleryEntries(turn, [{ item: long, read: heard }]);
  expect(JSON.stringify(entry).length).toBeLessThan(40_000);
  expect(entry?.segments).toHaveLength(200);
  expect(entry?.fields).toMatchObject({ documentType: { value: "invoice" }, field0: {} });
});

test("a time that no calendar has gives way to ours", () => {
  const [entry] = galleryEntries({ ...turn, sentAtMs: 1e300 }, [{ item: pdf }]);
  expect(entry?.sentAt).toBe("2026-11-20T10:00:00.000Z");
});
