import { createHash } from "node:crypto";
import { Objm } from "@nats-io/obj";
import { messageReceived } from "@parley/testkit/whatsapp-payloads";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type GraphFront, openGraphFront } from "./graph-front.ts";
import { eventually, type Installation, openInstallation } from "./installation.ts";

let parley: Installation;
let host: GraphFront;
beforeAll(async () => {
  host = await openGraphFront();
  parley = await openInstallation({ graphUrl: host.url });
  host.passTo(parley.whatsapp.url);
});
afterAll(async () => {
  await parley.stop();
  host.stop();
});

test("a photo is fetched and kept in the object store under its hash", async () => {
  const ana = parley.customer("5215500000101");
  const bytes = photo("one");
  const id = await parley.whatsapp.customerSendsImage({ from: ana.from, bytes, caption: "¿tienen estacionamiento?" });
  const sha256 = sha256Of(bytes);
  const turn = await parley.ended(id);
  expect(turn).toMatchObject({
    type: "image",
    text: "¿tienen estacionamiento?",
    processing: { media: { items: [{ kind: "image", status: "ok", bytes: bytes.length, sha256 }] } },
  });
  expect(await ana.replies(1)).toEqual([expect.stringContaining("No tenemos estacionamiento propio")]);
  expect(await stored(sha256)).toEqual(bytes);
});

test("the same photo from two customers is kept once", async () => {
  const bytes = photo("shared");
  const ids = await Promise.all(
    ["5215500000102", "5215500000103"].map((from) => parley.whatsapp.customerSendsImage({ from, bytes })),
  );
  for (const id of ids) {
    expect(await parley.ended(id)).toMatchObject({ processing: { media: { items: [{ status: "ok" }] } } });
  }
  const list = await (await store()).list();
  expect(list.filter(({ name }) => name === sha256Of(bytes))).toHaveLength(1);
});

test("text sent right behind a slow photo is answered after it, and other customers do not wait", async () => {
  const ana = parley.customer("5215500000104");
  const luis = parley.customer("5215500000105");
  const file = host.holdFile();
  await parley.whatsapp.deliver(photoFrom(ana.from, "wamid.SLOW", file.url));
  const text = await ana.says("¿tienen estacionamiento?");
  await file.asked;
  await luis.says("hola");
  await luis.replies(1);
  await eventually(() => parley.turn(text)).toMatchObject({ turn: 2, status: "open" });
  expect(ana.got()).toEqual([]);
  file.release(photo("slow"));
  expect(await ana.replies(2)).toEqual([
    expect.stringContaining("recibimos tu foto"),
    expect.stringContaining("No tenemos estacionamiento"),
  ]);
  await parley.ended(text);
  expect((await ana.timeline()).map(({ messageId, status }) => [messageId, status])).toEqual([
    ["wamid.SLOW", "done"],
    [text, "done"],
  ]);
});

test("a file that takes too long lets its turn pass, and what was read of it is added later", async () => {
  const hasty = await openInstallation({ env: { MEDIA_PENDING_AFTER_MS: "1" } });
  onTestFinished(() => hasty.stop());
  const ana = hasty.customer("5215500000110");
  const id = await hasty.whatsapp.customerSendsImage({ from: ana.from, bytes: photo("pending") });
  await ana.replies(1);
  await eventually(() => hasty.turn(id)).toMatchObject({
    status: "done",
    processing: { media: { items: [{ status: "ok", engine: expect.any(String) }] } },
  });
});

test("a file that WhatsApp no longer has does not lose the turn, nor the text behind it", async () => {
  const ana = parley.customer("5215500000106");
  await parley.whatsapp.deliver(photoFrom(ana.from, "wamid.GONE"));
  const text = await ana.says("horario");
  expect(await parley.ended("wamid.GONE")).toMatchObject({
    status: "done",
    processing: { media: { items: [{ status: "gone" }] } },
  });
  expect(await parley.ended(text)).toMatchObject({ turn: 2, status: "done" });
  expect(await ana.replies(2)).toEqual([expect.any(String), expect.stringContaining("Abrimos")]);
});

test("a file that is not what the webhook announced is not kept, and its turn goes on", async () => {
  const ana = parley.customer("5215500000107");
  const file = host.holdFile();
  file.release(photo("another"));
  await parley.whatsapp.deliver(photoFrom(ana.from, "wamid.FORGED", file.url, sha256Of(photo("announced"))));
  expect(await parley.ended("wamid.FORGED")).toMatchObject({
    status: "done",
    processing: { media: { items: [{ status: "corrupt" }] } },
  });
  expect(await stored(sha256Of(photo("another")))).toBeUndefined();
});

test("our token is never sent to a host that is not WhatsApp's, whatever a webhook says", async () => {
  const stranger = await openGraphFront();
  const file = stranger.holdFile();
  file.release(photo("strange"));
  await parley.whatsapp.deliver(photoFrom("5215500000108", "wamid.STRANGER", file.url));
  expect(await parley.ended("wamid.STRANGER")).toMatchObject({ processing: { media: { items: [{}] } } });
  expect(stranger.requests()).toBe(0);
  stranger.stop();
});

test("turns that overflow the queue behind a photo fail, and replaying their dead letters, edited or not, makes them done", async () => {
  const ana = parley.customer("5215500000109");
  const file = host.holdFile();
  await parley.whatsapp.deliver(photoFrom(ana.from, "wamid.DAM", file.url));
  await file.asked;
  const ids = Array.from({ length: 66 }, (_, at) => `wamid.DAMMED${at}`);
  for (const id of ids) await ana.says("horario", id);
  const letters = async () => (await parley.api(`/api/dead-letters?chat=${encodeURIComponent(ana.chat)}`)).items;
  await eventually(letters).toMatchObject([
    { code: "turn.gap", status: "open", service: "intel" },
    { code: "turn.gap", status: "open" },
  ]);
  file.release(photo("dam"));
  await ana.replies(65);
  expect(await parley.ended("wamid.DAMMED65")).toMatchObject({ status: "failed", turn: 67 });
  const [newest] = await letters();
  const { entry } = newest.payload;
  const payload = { ...newest.payload, entry: { ...entry, text: "¿tienen estacionamiento?" } };
  expect(await parley.ask(`/api/dead-letters/${newest.id}/replay`, { payload })).toMatchObject({ status: 202 });
  expect((await ana.replies(66)).at(-1)).toContain("No tenemos estacionamiento");
  await eventually(letters).toContainEqual(expect.objectContaining({ id: newest.id, status: "resolved" }));
  const filter = { chat: ana.chat, status: "open" };
  expect(await parley.ask("/api/dead-letters/replay", { filter })).toMatchObject({
    status: 202,
    body: { replaying: 1 },
  });
  await ana.replies(67);
  for (const id of ids) await eventually(async () => (await parley.turn(id))?.status).toBe("done");
  await eventually(letters).toMatchObject([{ status: "resolved" }, { status: "resolved" }]);
  expect(ana.got()).toHaveLength(67);
  expect((await ana.timeline()).map(({ turn }) => turn)).toEqual(Array.from({ length: 67 }, (_, at) => at + 1));
});

// A white JPEG of one pixel; what follows its end makes each a file of its own.
const pixel = Buffer.from(
  "/9j/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC" +
    "8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAABAAEDASIAAhEBAxEB/8QAFQAB" +
    "AQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAA" +
    "D/2gAMAwEAAhEDEQA/AKAAD//Z",
  "base64",
);

function photo(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([pixel, Buffer.from(name.repeat(500))]));
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function photoFrom(from: string, id: string, url?: string, sha256?: string): object {
  return messageReceived({ from, id, atMs: Date.now() }, "image", {
    id: "424242",
    mime_type: "image/jpeg",
    url,
    sha256,
  });
}

function store() {
  return new Objm(parley.runtime.nc).open(parley.names.mediaStore);
}

async function stored(sha256: string): Promise<Uint8Array | undefined> {
  const bytes = await (await store()).getBlob(sha256);
  return bytes === null ? undefined : new Uint8Array(bytes);
}
