import { createHash } from "node:crypto";
import type { Context } from "@parley/actor/actor";
import { PermanentError, TransientError } from "@parley/contract/errors";
import { MediaPending } from "@parley/contract/media-read";
import type { TurnOpened } from "@parley/contract/turn-opened";
import { describe, expect, test } from "vitest";
import { type FetchedMedia, type MediaDependencies, mediaWorker } from "./media.ts";
import type { ReadResult } from "./reading/read-result.ts";
import { asSha256Hex } from "./sha256.ts";

const chat = "100~34600111222";
const bytes = Buffer.from("a photo");
const digest = createHash("sha256").update(bytes);
const hex = digest.copy().digest("hex");
const base64 = digest.copy().digest("base64");

function aTurn(sha256?: string): TurnOpened {
  const reference = { id: "m1", mimeType: "image/jpeg", kind: "image" as const };
  return {
    type: "turn.opened",
    v: 1,
    entry: {
      id: `${chat}:1`,
      chat,
      turn: 1,
      messageId: "wamid.1",
      type: "image",
      receivedAt: "2026-11-20T10:00:00.000Z",
      status: "open",
      processing: {},
    },
    media: [sha256 === undefined ? reference : { ...reference, sha256 }],
    sentAtMs: 0,
    serviceWindowEndsAtMs: 0,
  };
}

function aContext(): Context {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const signal = new AbortController().signal;
  return { key: chat, now: 0, attempt: 1, redelivered: false, signal, log, trace: { originMs: 0, stages: [] } };
}

function aWorker(fetchMedia: () => Promise<FetchedMedia>, more: Partial<MediaDependencies> = {}) {
  const stored: string[] = [];
  let now = 0;
  const worker = mediaWorker({
    fetchMedia,
    store: async ({ sha256 }) => void stored.push(sha256),
    load: async () => bytes,
    read: async () => ({ status: "ok", text: "TOTAL 12,00", engine: "test", ms: 1 }),
    patience: () => new Promise(() => {}),
    forget: async () => {},
    languageOf: async () => undefined,
    clock: { now: () => (now += 5) },
    ...more,
  });
  return { worker, stored };
}

const kept = { kind: "store", collection: "gallery", id: `${chat}.1.1` };
const fetched = async (): Promise<FetchedMedia> => ({ status: "fetched", bytes });
const fails = (failure: Error) => () => Promise.reject(failure);

test.each([
  ["no checksum", undefined],
  ["a hex checksum", hex],
  ["a checksum in base64", base64],
  ["a checksum of unknown form", "n/a"],
])("a file with %s is stored under its hash and the turn goes on to intel", async (_case, sha256) => {
  const { worker, stored } = aWorker(fetched);
  expect(await worker.receive(aTurn(sha256), aContext())).toMatchObject([
    {
      kind: "send",
      to: "intel",
      message: {
        type: "turn.opened",
        entry: {
          processing: {
            media: { items: [{ id: "m1", bytes: 7, sha256: hex, status: "ok", text: "TOTAL 12,00", ms: 5 }] },
          },
        },
      },
    },
    { ...kept, value: { kind: "image", sha256: hex, bytes: 7, text: "TOTAL 12,00", status: "ok" } },
  ]);
  expect(stored).toEqual([hex]);
});

test("a file with another checksum than announced is corrupt and not stored", async () => {
  const { worker, stored } = aWorker(fetched);
  const outs = await worker.receive(aTurn("0".repeat(64)), aContext());
  expect(outs).toMatchObject([
    { message: { entry: { processing: { media: { items: [{ status: "corrupt" }] } } } } },
    kept,
  ]);
  expect(stored).toEqual([]);
});

test.each([
  ["gone", async () => ({ status: "gone" }) as const],
  ["too_large", async () => ({ status: "too_large" }) as const],
  ["gone", fails(new PermanentError("media.gone", "404"))],
  ["too_large", fails(new PermanentError("media.too-large", "101 MB"))],
  ["corrupt", fails(new PermanentError("media.corrupt", "truncated"))],
])("a file that ends as %s does not fail its turn", async (status, fetchMedia) => {
  const { worker } = aWorker(fetchMedia);
  expect(await worker.receive(aTurn(), aContext())).toMatchObject([
    { to: "intel", message: { entry: { processing: { media: { items: [{ status, bytes: 0 }] } } } } },
    { ...kept, value: { status, bytes: 0 } },
  ]);
});

test("a provider that is down is worth another try", async () => {
  const { worker } = aWorker(fails(new TransientError("dependency.unavailable", "503")));
  await expect(async () => worker.receive(aTurn(), aContext())).rejects.toThrow(TransientError);
});

test("a turn whose files became a dead letter still reaches intel", () => {
  const { worker } = aWorker(fetched);
  const failure = new PermanentError("media.forbidden-host", "not Meta");
  expect(worker.failed?.(aTurn(), failure, aContext())).toMatchObject([
    {
      to: "intel",
      message: { media: [{ id: "m1" }], entry: { processing: { media: { items: [{ status: "failed" }] } } } },
    },
    { ...kept, value: { status: "failed" } },
  ]);
});

test("a file that is still being read when its turn goes on is in the gallery at once, and again when it is read", async () => {
  const results: Promise<ReadResult>[] = [
    new Promise(() => {}),
    Promise.resolve({ status: "ok", text: "TOTAL 12,00", engine: "test", ms: 1 }),
  ];
  const read = () => results.shift() ?? Promise.reject(new Error("read once more"));
  const { worker } = aWorker(fetched, { patience: async () => {}, read });
  const [, atOnce, waits] = await worker.receive(aTurn(), aContext());
  expect(atOnce).toMatchObject({ ...kept, value: { status: "pending", sha256: hex } });
  if (waits?.kind !== "send" || waits.message.type !== "media.pending") throw new Error("nothing waits");
  expect(await worker.receive(MediaPending.parse(waits.message), aContext())).toMatchObject([
    { to: "delivery", message: { type: "media.read", items: [{ status: "ok" }] } },
    { ...kept, value: { status: "ok", text: "TOTAL 12,00", sha256: hex } },
  ]);
});

test("a voice note is listened to with the language of its chat, also after its turn went on; nothing else asks for it", async () => {
  const heard: (string | undefined)[] = [];
  const read = async ({ language }: { language?: string | undefined }): Promise<ReadResult> => {
    heard.push(language);
    return { status: "ok", engine: "test", ms: 1 };
  };
  const languageOf = async (which: string) => (which === chat ? "es" : undefined);
  const { worker } = aWorker(fetched, { read, languageOf });
  const note = { id: "m1", mimeType: "audio/ogg", kind: "audio" as const };
  const [, entry] = await worker.receive({ ...aTurn(), media: [note] }, aContext());
  await worker.receive(aTurn(), aContext());
  const item = { ...note, bytes: 7, sha256: hex, status: "pending", ms: 1 };
  const entries = entry?.kind === "store" ? [entry.value] : [];
  const waits = { type: "media.pending", v: 1, turn: 1, items: [item], references: [note], entries };
  await worker.receive(MediaPending.parse(waits), aContext());
  expect(heard).toEqual(["es", undefined, "es"]);
});

test("a chat that is forgotten loses what the gallery has of it", async () => {
  const forgotten: string[] = [];
  const { worker } = aWorker(fetched, { forget: async (which, turn) => void forgotten.push(`${which} ${turn}`) });
  const order = { type: "chat.forget", v: 1, atMs: 0, turn: 3 } as const;
  expect(await worker.receive(order, aContext())).toMatchObject([
    { kind: "remove-all", collection: "gallery", chat, upTo: 3 },
    { to: "resilience", message: { ...order, by: "media" } },
  ]);
  expect(forgotten).toEqual([`${chat} 3`]);
});

test("a file that is still read when its chat is forgotten is kept nowhere", async () => {
  const { worker } = aWorker(fetched, { read: () => new Promise(() => {}) });
  const pending: MediaPending = { type: "media.pending", v: 1, turn: 3, references: [], entries: [], items: [] };
  const item = { id: "m1", kind: "image", mimeType: "image/jpeg", bytes: 7, status: "pending", sha256: hex, ms: 1 };
  const old = worker.receive({ ...pending, items: [item] }, aContext());
  const ofNextChat = worker.receive({ ...pending, turn: 4, items: [item] }, aContext());
  await worker.receive({ type: "chat.forget", v: 1, atMs: 0, turn: 3 }, aContext());
  expect(await Promise.race([ofNextChat, old])).toEqual([]);
  expect(await old).toEqual([]);
});

describe("checksums", () => {
  test.each([hex, hex.toUpperCase(), base64, base64.replace("=", "")])("%s is read", (text) => {
    expect(asSha256Hex(text)).toBe(hex);
  });
  test.each(["", "n/a", `${hex}0`, "0".repeat(63)])("%s is not a SHA-256", (text) => {
    expect(asSha256Hex(text)).toBeUndefined();
  });
});
