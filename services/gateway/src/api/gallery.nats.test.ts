import type { GalleryEntry } from "@parley/contract/gallery";
import { kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { expect, test } from "vitest";
import { chat, names, partitions, startTestGateway } from "../gateway.fixture.ts";

const hash = "ab".repeat(32);
// Three chunks and a bit, each byte telling its place.
const chunkBytes = 1_000;
const bytes = Buffer.from(Array.from({ length: 3_210 }, (_, at) => (at * 7) % 251));

function entry(turn: number, more: Partial<GalleryEntry> = {}): GalleryEntry {
  const of = more.chat ?? chat;
  return {
    ...{ id: `${of}.${turn}.1`, chat: of, account: "9", turn, messageId: `wamid.${turn}`, kind: "document" },
    ...{ mimeType: "application/pdf", bytes: bytes.length, sentAt: `2026-11-0${turn}T10:00:00.000Z`, status: "ok" },
    ...{ tags: [], ...more },
  };
}

async function aGallery() {
  const { gateway, publisher, get } = await startTestGateway();
  const counted = async (route: string, status: number) => {
    const lines = (await (await fetch(`${gateway.url}/metrics`)).text()).split("\n");
    const line = lines.find(
      (each) =>
        each.startsWith("parley_http_requests_total{") &&
        each.includes(`route="${route}"`) &&
        each.includes(`status="${status}"`),
    );
    return Number(line?.split(" ").at(-1) ?? 0);
  };
  const subjectOf = ({ id, chat: of }: GalleryEntry) =>
    kvSubject(names.galleryBucket, pageKey(partitionOf(of, partitions), id));
  const keep = (each: GalleryEntry) => publisher.publish(subjectOf(each), JSON.stringify(each));
  const forget = (each: GalleryEntry) => publisher.publish(subjectOf(each), "", [["KV-Operation", "PURGE"]]);
  /** As the object store's clients write it. */
  const store = async (name: string, content: Buffer) => {
    const nuid = `n${name.slice(0, 3)}${name.length}`;
    for (let at = 0; at < content.length; at += chunkBytes) {
      await publisher.publish(`$O.${names.mediaStore}.C.${nuid}`, content.subarray(at, at + chunkBytes));
      await publisher.publish(`$O.${names.mediaStore}.C.other`, "between");
    }
    const meta = { name, nuid, size: content.length, options: { max_chunk_size: chunkBytes } };
    await publisher.publish(`$O.${names.mediaStore}.M.${Buffer.from(name).toString("base64")}`, JSON.stringify(meta));
  };
  const items = async (query: string) => {
    const { body } = await get(`/api/gallery?${query}`);
    return body.items.map(({ turn }: GalleryEntry) => turn);
  };
  const file = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(`${gateway.url}/api/gallery/${path}`, { headers, method });
  return { keep, forget, store, items, get, file, counted };
}

test("the gallery lists what was stored, newest first, page by page, and finds it by text, field and time", async () => {
  const { keep, forget, items, get } = await aGallery();
  await keep(entry(1, { text: `Recibo de café ${"x".repeat(900)}`, fields: { total: { value: 12.5 } } }));
  await keep(entry(2, { kind: "image", tags: ["receipt"] }));
  await keep(entry(3, { chat: "9~other" }));
  await expect.poll(() => items("")).toEqual([3, 2, 1]);
  const first = (await get("/api/gallery?limit=2")).body;
  expect(await items(`limit=2&cursor=${encodeURIComponent(first.nextCursor)}`)).toEqual([1]);
  expect([await items("q=CAFE+rec"), await items("field=total:12.50"), await items("tag=receipt")]).toEqual([
    [1],
    [1],
    [2],
  ]);
  expect([await items(`chat=${chat}`), await items("type=image")]).toEqual([[2, 1], [2]]);
  expect([await items("from=2026-11-02&to=2026-11-02"), await items("to=2026-11-01T09:00:00Z")]).toEqual([[2], []]);
  const { text } = (await get("/api/gallery?q=recibo")).body.items[0];
  expect([text.length, (await get(`/api/gallery/${chat}.1.1`)).body.text.length]).toEqual([500, 915]);
  for (const bad of ["from=soon", "cursor=x", "chat=x", "field=total", "limit=0", "tag="]) {
    expect((await get(`/api/gallery?${bad}`)).status).toBe(400);
  }
  await forget(entry(2));
  await expect.poll(() => items("")).toEqual([3, 1]);
  expect((await get(`/api/gallery/${chat}.2.1`)).status).toBe(404);
  expect((await get("/api/gallery/nonsense")).status).toBe(400);
});

test("a file is served whole and in parts, with headers that let it do nothing", async () => {
  const { keep, store, file } = await aGallery();
  await store(hash, bytes);
  await keep(entry(1, { sha256: hash, filename: 'fáctura "1".pdf' }));
  const path = `${chat}.1.1/content`;
  const whole = await file(path);
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    ...{ "content-type": "application/pdf", "content-length": "3210", "accept-ranges": "bytes" },
    ...{ "x-content-type-options": "nosniff", "cache-control": "private, no-cache", etag: `"${hash}"` },
    "content-security-policy": expect.stringMatching(/^default-src 'none';.* sandbox/),
    "content-disposition": "inline; filename*=UTF-8''f%C3%A1ctura%20%221%22.pdf",
  });
  for (const [range, from, to] of [
    ["bytes=990-1010", 990, 1011],
    ["bytes=3000-", 3000, 3210],
    ["bytes=-10", 3200, 3210],
    ["bytes=1000-1999", 1000, 2000],
  ] as const) {
    const part = await file(path, { range });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes ${from}-${to - 1}/3210`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
  }
  const beyond = await file(path, { range: "bytes=3210-" });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */3210"]);
  expect((await file(path, { "if-none-match": `"${hash}"` })).status).toBe(304);
  const head = await file(path, {}, "HEAD");
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "3210", ""]);
});

test.each(["image/svg+xml", "text/html", "application/zip", "image/tiff"])(
  "%s is only offered for saving",
  async (mimeType) => {
    const { keep, store, file } = await aGallery();
    await store(hash, Buffer.from("<script>alert(1)</script>"));
    await keep(entry(1, { sha256: hash, mimeType }));
    const { headers } = await file(`${chat}.1.1/content`);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
  },
);

test("how each part of a file was answered is counted by its own status", async () => {
  const { keep, store, file, counted } = await aGallery();
  await store(hash, bytes);
  await keep(entry(1, { sha256: hash }));
  await keep(entry(2));
  const path = `${chat}.1.1/content`;
  await (await file(path)).arrayBuffer();
  await file(path, { range: "bytes=0-0" });
  await file(path, { "if-none-match": `"${hash}"` });
  await file(path, { range: "bytes=9999-" });
  await file(`${chat}.2.1/content`);
  const route = "/api/gallery/:id/content";
  const counts = await Promise.all([200, 206, 304, 416, 404].map((status) => counted(route, status)));
  expect(counts).toEqual([1, 1, 1, 1, 1]);
});

test("a voice note plays in the browser although its sender named the codec beside the type", async () => {
  const { keep, store, file } = await aGallery();
  await store(hash, bytes);
  await keep(entry(1, { sha256: hash, kind: "audio", mimeType: "audio/ogg; codecs=opus" }));
  const { headers } = await file(`${chat}.1.1/content`);
  expect([headers.get("content-type"), headers.get("content-disposition")]).toEqual([
    "audio/ogg",
    "inline; filename*=UTF-8''audio-1.1",
  ]);
});

test("a thumbnail is the picture made of the file, or a drawing of its kind; a file that never came has no content", async () => {
  const { keep, store, file } = await aGallery();
  await store(`${hash}.thumb`, Buffer.from("small picture"));
  await keep(entry(1, { sha256: hash }));
  await keep(entry(2, { status: "gone", kind: "audio" }));
  const made = await file(`${chat}.1.1/thumbnail`);
  expect([made.headers.get("content-type"), await made.text()]).toEqual(["image/webp", "small picture"]);
  const etag = made.headers.get("etag") ?? "";
  const again = await file(`${chat}.1.1/thumbnail`, { "if-none-match": etag });
  expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
  const byHash = await file(`../files/${hash}/thumbnail`);
  expect([byHash.status, await byHash.text()]).toEqual([200, "small picture"]);
  expect((await file("../files/nonsense/thumbnail")).status).toBe(400);
  const drawn = await file(`${chat}.2.1/thumbnail`);
  expect([drawn.headers.get("content-type"), (await drawn.text()).slice(0, 4)]).toEqual(["image/svg+xml", "<svg"]);
  expect((await file(`${chat}.2.1/content`)).status).toBe(404);
  expect((await file(`${chat}.1.1/content`)).status).toBe(404);
});
