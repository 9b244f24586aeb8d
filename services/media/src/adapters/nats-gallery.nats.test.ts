import { createHash } from "node:crypto";
import type { GalleryEntry } from "@parley/contract/gallery";
import { galleryId } from "@parley/contract/gallery";
import { createNames, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { connectNats } from "@parley/jetstream/connection";
import { createPublisher } from "@parley/jetstream/publisher";
import { subjectsOf } from "@parley/jetstream/stream-info";
import { ensureTopology } from "@parley/jetstream/topology";
import { startNats } from "@parley/testkit/nats";
import { expect, onTestFinished, test } from "vitest";
import { forgetChat } from "../gallery/forget-chat.ts";
import { graceMs, sweepGallery } from "../gallery/sweep-gallery.ts";
import { keepWhileUsed, natsGallery } from "./nats-gallery.ts";
import { natsBlobStore } from "./object-store.ts";

const names = createNames("parley");
const partitions = 4;
const log = { debug() {}, info() {}, warn() {}, error() {} };
const ana = "9~1";
const luis = "9~2";
const later = Date.now() + 3_600_000;
const forever = { keepMs: 0, keepBytes: 0 };

async function aGallery() {
  const nats = await startNats();
  const nc = await connectNats({ servers: nats.url, name: "test" }, log);
  onTestFinished(() => nc.close());
  await ensureTopology(nc, { names, services: [], partitions });
  const publisher = createPublisher(nc);
  const runtime = { nc, names, partitions, publisher };
  const blobs = await natsBlobStore(nc, names.mediaStore);
  const store = keepWhileUsed(runtime, blobs.store);
  const { signal } = new AbortController();
  const keep = async (text: string) => {
    const bytes = Buffer.from(text);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await store({ sha256, bytes, mimeType: "image/jpeg" }, signal);
    return { sha256, bytes: bytes.length };
  };
  /** A file of a chat: its bytes, what was read of it, its entry. */
  const send = async (chat: string, turn: number, text: string, sentAt = "2026-11-20T10:00:00.000Z") => {
    const { sha256, bytes } = await keep(text);
    const read = { status: "ok" as const, engine: "t", ms: 1, thumbnail: Buffer.from("small") };
    await blobs.results.save(`${sha256}.image-jpeg`, read);
    const id = galleryId(chat, turn, 1);
    const entry: GalleryEntry = {
      ...{ id, chat, account: "9", turn, messageId: `wamid.${turn}`, kind: "image", mimeType: "image/jpeg" },
      ...{ bytes, sha256, sentAt, status: "ok", tags: [] },
    };
    const subject = kvSubject(names.galleryBucket, pageKey(partitionOf(chat, partitions), id));
    await publisher.publish(subject, JSON.stringify(entry));
    return sha256;
  };
  const gallery = natsGallery(runtime);
  const ids = async () => {
    const found: string[] = [];
    await gallery.eachEntry(({ id }) => found.push(id));
    return found.sort();
  };
  const load = async (sha256: string) => (await blobs.load(sha256, signal)) !== undefined;
  const objects = async () => (await subjectsOf(nc, `OBJ_${names.mediaStore}`, `$O.${names.mediaStore}.>`)).size;
  return { gallery, send, keep, ids, load, objects };
}

test("forgetting a chat removes its entries and files, but not a file that another chat has sent, too", async () => {
  const { gallery, send, ids, load, objects } = await aGallery();
  const own = await send(ana, 1, "a photo of ana's");
  const shared = await send(ana, 2, "a photo that goes round");
  await send(luis, 1, "a photo that goes round");
  await forgetChat(gallery, ana, later);
  expect(await ids()).toEqual([galleryId(luis, 1, 1)]);
  expect([await load(own), await load(shared)]).toEqual([false, true]);
  // The shared photo, its thumbnail and what was read of it: a description and the bytes of each.
  expect(await objects()).toBe(6);
  await forgetChat(gallery, luis, later);
  expect([await ids(), await objects()]).toEqual([[], 0]);
});

test("a file that comes again after its chat was forgotten is kept again", async () => {
  const { gallery, send, ids, load } = await aGallery();
  const sha256 = await send(ana, 1, "again");
  await forgetChat(gallery, ana, later);
  await send(luis, 1, "again");
  expect([await ids(), await load(sha256)]).toEqual([[galleryId(luis, 1, 1)], true]);
});

test("a sweep removes what is too old, and files without an entry that nobody has just stored", async () => {
  const { gallery, send, keep, ids, load } = await aGallery();
  const old = await send(ana, 1, "old", "2025-01-01T00:00:00.000Z");
  const young = await send(ana, 2, "young");
  const { sha256: lost } = await keep("its turn never came");
  const now = Date.parse("2026-11-21T00:00:00.000Z");
  expect(await sweepGallery(gallery, { keepMs: 86_400_000, keepBytes: 0 }, now)).toMatchObject({ entries: 1 });
  expect(await ids()).toEqual([galleryId(ana, 2, 1)]);
  await sweepGallery(gallery, forever, 0);
  expect([await load(young), await load(lost)]).toEqual([true, true]);
  expect(await sweepGallery(gallery, forever, later)).toMatchObject({ entries: 0 });
  expect([await load(old), await load(young), await load(lost)]).toEqual([false, true, false]);
});

test("a sweep that makes room removes the oldest files, but none that a younger entry shows, too", async () => {
  const { gallery, send, ids, load } = await aGallery();
  const alone = await send(ana, 1, "the oldest", "2026-11-01T00:00:00.000Z");
  const shared = await send(ana, 2, "goes round", "2026-11-02T00:00:00.000Z");
  const young = await send(ana, 3, "young!", "2026-11-03T00:00:00.000Z");
  await send(luis, 1, "goes round", "2026-11-04T00:00:00.000Z");
  const room = { keepMs: 0, keepBytes: "goes round".length + "young!".length };
  expect(await sweepGallery(gallery, room, later)).toEqual({ entries: 1, files: 1 });
  expect(await ids()).toEqual([galleryId(ana, 2, 1), galleryId(ana, 3, 1), galleryId(luis, 1, 1)]);
  expect([await load(alone), await load(shared), await load(young)]).toEqual([false, true, true]);
  const day = { keepMs: 86_400_000, keepBytes: 0 };
  expect(await sweepGallery(gallery, day, Date.parse("2026-11-04T12:00:00.000Z"))).toMatchObject({ entries: 2 });
  expect([await ids(), await load(shared)]).toEqual([[galleryId(luis, 1, 1)], true]);
});

test("a file that comes for the first time while a sweep runs, and has no entry yet, stays", async () => {
  const { gallery, keep, load } = await aGallery();
  const { sha256: lost } = await keep("its turn never came");
  const storedAt = Date.now();
  await expect.poll(() => Date.now()).toBeGreaterThan(storedAt + 1);
  const now = Date.now() + graceMs;
  const come: string[] = [];
  const eachEntry: typeof gallery.eachEntry = async (...asked) => {
    await gallery.eachEntry(...asked);
    await expect.poll(() => Date.now() + graceMs).toBeGreaterThan(now);
    come.push((await keep("just came")).sha256);
  };
  await sweepGallery({ ...gallery, eachEntry }, forever, now);
  expect(await Promise.all([lost, ...come].map(load))).toEqual([false, true]);
});

test("a file that is sent again while a sweep looks for what to remove stays", async () => {
  const { gallery, send, keep, load } = await aGallery();
  const sha256 = await send(ana, 1, "wanted again");
  await gallery.removeEntry(galleryId(ana, 1, 1));
  const seenAt = Date.now();
  await new Promise((resolve) => setImmediate(resolve));
  await keep("wanted again");
  await gallery.removeFiles((hash) => hash === sha256, seenAt);
  expect(await load(sha256)).toBe(true);
});
