import { type GalleryEntry, galleryId } from "@parley/contract/gallery";
import { kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { expect, test } from "vitest";
import { chat, names, partition, partitions, startTestGateway, turn } from "../gateway.fixture.ts";

const headers = { "content-type": "application/json" };

test("a person's message and a pause reach the chat's conversation, in order", async () => {
  const { gateway, publisher, inbox } = await startTestGateway();
  const page = { at: 1, record: 1, version: 1, state: { paused: { reason: "a person answers" } } };
  for (const service of ["session", "intel"] as const) {
    const subject = kvSubject(names.stateBucket(service), pageKey(partition, chat));
    await publisher.publish(subject, JSON.stringify(page));
  }
  const post = async (path: string, body: object, more: Record<string, string> = {}) => {
    const request = { method: "POST", headers: { ...headers, ...more }, body: JSON.stringify(body) };
    const response = await fetch(`${gateway.url}/api/chats/${path}`, request);
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  const text = (body: string) => ({ type: "text", text: { body } });

  const first = await post(`${chat}/messages`, text("Soy Marta"), { "idempotency-key": "op-1" });
  expect(first).toEqual({ status: 202, body: { id: "op-1", chat, status: "queued" } });
  const second = await post(`${chat}/messages`, { ...text("¿Sigues ahí?"), operator: "Marta" });
  expect(second).toMatchObject({ status: 202, body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  expect((await post(`${chat}/bot`, { enabled: false, reason: "complaint" })).status).toBe(202);

  for (const bad of [{}, text(" "), text("x".repeat(4097)), { type: "image" }, { type: "text", text: "hola" }]) {
    expect(await post(`${chat}/messages`, bad)).toMatchObject({ status: 422, body: { error: { details: {} } } });
  }
  expect((await post(`${chat}/bot`, { enabled: "no" })).status).toBe(422);
  expect((await post("9~nobody/messages", text("a"))).status).toBe(404);
  expect((await post("9~nobody/bot", { enabled: true })).status).toBe(404);
  expect((await post("nonsense/messages", text("a"))).status).toBe(400);
  expect((await post(`${chat}/messages`, text("a"), { "idempotency-key": "x".repeat(201) })).status).toBe(400);

  expect(await inbox("intel")).toMatchObject([
    { key: chat, message: { type: "operator.replied", id: "op-1", reply: { kind: "text", body: "Soy Marta" } } },
    { key: chat, message: { type: "operator.replied", operator: "Marta" } },
    { key: chat, message: { type: "bot.switched", enabled: false, reason: "complaint" } },
  ]);
});

test("a picture or file of the gallery, or a link, is written in Meta's shape", async () => {
  const { gateway, publisher, inbox } = await startTestGateway();
  const page = { at: 1, record: 1, version: 1, state: {} };
  const pageSubject = kvSubject(names.stateBucket("session"), pageKey(partition, chat));
  await publisher.publish(pageSubject, JSON.stringify(page));
  const keep = async (of: string, turn: number, sha256: string, mimeType: string, bytes = 7) => {
    const entry: GalleryEntry = {
      ...{ id: galleryId(of, turn, 1), chat: of, account: "9", turn, messageId: `wamid.${turn}`, kind: "image" },
      ...{ mimeType, bytes, sha256, sentAt: "2026-11-20T10:00:00.000Z", status: "ok", tags: [] },
    };
    const key = pageKey(partitionOf(of, partitions), entry.id);
    await publisher.publish(kvSubject(names.galleryBucket, key), JSON.stringify(entry));
  };
  const [photo = "", program = "", large = "", foreign = "", unknown = ""] = [..."abcde"].map((hex) => hex.repeat(64));
  const account = chat.slice(0, chat.indexOf("~"));
  await keep(`${account}~another`, 1, photo, "image/webp");
  await keep(chat, 2, program, "application/x-msdownload");
  await keep(chat, 3, large, "image/jpeg", 6_000_000);
  await keep("777~1", 4, foreign, "image/jpeg");
  const post = async (body: object) => {
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return (await fetch(`${gateway.url}/api/chats/${chat}/messages`, request)).status;
  };
  const image = (image: object) => ({ type: "image", image });
  const document = (document: object) => ({ type: "document", document });

  await expect.poll(() => post(image({ sha256: photo, caption: "Así quedó" }))).toBe(202);
  expect(await post(document({ sha256: photo, filename: "a.webp" }))).toBe(202);
  expect(await post({ ...image({ link: "https://files.test/a.png" }), operator: "Marta" })).toBe(202);
  expect(await post(document({ link: "https://files.test/a.pdf", filename: "a.pdf", caption: "Menú" }))).toBe(202);
  await expect.poll(() => post(document({ sha256: large, filename: "a.jpg" }))).toBe(202);
  for (const wrong of [
    image({ sha256: unknown }),
    image({ sha256: foreign }),
    image({ sha256: large }),
    image({ sha256: program }),
    document({ sha256: program, filename: "a.exe" }),
    image({ sha256: "../etc" }),
    image({ sha256: photo, link: "https://files.test/a.png" }),
    image({ link: "http://files.test/a.png" }),
    image({ link: "https://files.test/a.png", caption: "x".repeat(1025) }),
    image({ id: "7001" }),
    document({ sha256: photo }),
    { type: "image" },
  ]) {
    expect(await post(wrong), JSON.stringify(wrong)).toBe(422);
  }
  const source = { sha256: photo, mimeType: "image/webp" };
  expect(await inbox("intel")).toMatchObject([
    { message: { reply: { kind: "image", caption: "Así quedó", source } } },
    { message: { reply: { kind: "document", filename: "a.webp", source } } },
    { message: { reply: { kind: "image", link: "https://files.test/a.png" }, operator: "Marta" } },
    { message: { reply: { kind: "document", link: "https://files.test/a.pdf", filename: "a.pdf", caption: "Menú" } } },
    { message: { reply: { kind: "document", source: { sha256: large, mimeType: "image/jpeg" } } } },
  ]);
});

test("a message that cannot be stored is refused with 503", async () => {
  const { nats, gateway, publisher, get } = await startTestGateway();
  await publisher.publish(names.timeline(partition, chat, 1), JSON.stringify(turn(1)));
  await expect.poll(async () => (await get("/api/chats")).body.items).toHaveLength(1);
  await nats.stop();
  const body = JSON.stringify({ type: "text", text: { body: "hola" } });
  const response = await fetch(`${gateway.url}/api/chats/${chat}/messages`, { method: "POST", headers, body });
  expect(response.status).toBe(503);
});

test("messages outside turns are listed, newest first, and those who listen see new ones", async () => {
  const { gateway, publisher, get } = await startTestGateway();
  const message = (n: number) => ({ id: `${chat}:0/${n}`, n, chat, body: `m${n}`, status: "sent", origin: "operator" });
  const publish = (n: number) => publisher.publish(names.outOfTurn(partition, chat, n), JSON.stringify(message(n)));
  await publisher.publish(names.timeline(partition, chat, 1), JSON.stringify(turn(1)));
  for (const n of [1, 2, 10]) await publish(n);
  const page = await get(`/api/chats/${chat}/messages?limit=2`);
  expect(page.body).toEqual({ items: [message(10), message(2)], nextCursor: "2" });
  expect((await get(`/api/chats/${chat}/messages?cursor=2`)).body).toEqual({ items: [message(1)] });
  expect((await get(`/api/chats/${chat}/timeline`)).body).toEqual({ items: [turn(1)] });
  expect((await get("/api/chats")).body.items).toMatchObject([{ chat, turns: 1 }]);

  const response = await fetch(`${gateway.url}/api/events?chat=${chat}`);
  await publish(11);
  let seen = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    seen += piece;
    if (seen.includes('"m11"')) break;
  }
  expect(seen).toContain(`event: message\ndata: ${JSON.stringify(message(11))}\n\n`);
});

test("a chat shows whether its bot is paused and what was written to the customer", async () => {
  const { publisher, get } = await startTestGateway();
  const put = (service: "intel" | "delivery", state: object) =>
    publisher.publish(
      kvSubject(names.stateBucket(service), pageKey(partition, chat)),
      JSON.stringify({ at: 1, record: 1, version: 1, state }),
    );
  await put("intel", { paused: { reason: "asked for a person", untilMs: 1_000 } });
  const reply = { id: `${chat}:0/1`, body: "Soy Marta", status: "queued" };
  const message = { ...reply, chat, n: 1, requestId: "op-1", origin: "operator", requestedAt: "2026-11-20T00:00:00Z" };
  await put("delivery", { lastTurn: 0, queue: [{ effect: reply.id }], "message:1": message });
  expect((await get(`/api/chats/${chat}`)).body).toMatchObject({
    bot: { paused: true, reason: "asked for a person", until: "1970-01-01T00:00:01.000Z" },
    outbox: { queue: [{ effect: reply.id }], recent: [message] },
  });
});
