import { DeadLetter } from "@parley/contract/dead-letter";
import { providerIdHash } from "@parley/contract/ids";
import { kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { expect, test } from "vitest";
import { chat, names, partition, partitions, post, startTestGateway, turn, webhook } from "../gateway.fixture.ts";

test("chats, timelines and turns are read from what the services have stored", async () => {
  const { publisher, get } = await startTestGateway();
  const indexed = { chat, turn: 4, messageId: "wamid.4/=", type: "text", receivedAt: "2026-11-20T00:00:01.000Z" };
  for (const n of [1, 2, 3]) {
    await publisher.publish(names.timeline(partition, chat, n), JSON.stringify(turn(n)));
    await publisher.publish(names.turnIndex(providerIdHash(`wamid.${n}`)), JSON.stringify({ ...indexed, turn: n }));
  }
  await publisher.publish(names.turnIndex(providerIdHash("wamid.4/=")), JSON.stringify(indexed));
  const page = JSON.stringify({ n: 3, v: 1, last: {}, state: { turn: 4 } });
  const bucket = names.stateBucket("session");
  for (const key of [chat, "9~older"]) {
    await publisher.publish(kvSubject(bucket, pageKey(partitionOf(key, partitions), key)), page);
  }

  await expect
    .poll(async () => (await get("/api/chats?limit=1")).body.items)
    .toMatchObject([{ chat, contact: "52155", turns: 3, lane: "sales", state: "done", lastText: "turn 3" }]);
  const first = await get("/api/chats?limit=1");
  const second = await get(`/api/chats?limit=1&cursor=${first.body.nextCursor}`);
  expect(second.body).toMatchObject({ items: [{ chat: "9~older", turns: 4 }] });
  expect((await get("/api/chats?lane=other")).body).toEqual({ items: [] });
  expect((await get("/api/chats?q=TURN+3")).body.items).toHaveLength(1);
  expect((await get("/api/chats?limit=0")).status).toBe(400);

  expect((await get(`/api/chats/${chat}`)).body).toMatchObject({ chat, session: { turn: 4 }, owner: { partition } });
  expect((await get("/api/chats/9~nobody")).status).toBe(404);
  expect((await get("/api/chats/nonsense")).status).toBe(400);

  const newest = await get(`/api/chats/${chat}/timeline?limit=2`);
  expect(newest.body).toMatchObject({ items: [{ turn: 3 }, { turn: 2 }], nextCursor: "2" });
  expect((await get(`/api/chats/${chat}/timeline?limit=2&cursor=2`)).body).toEqual({ items: [turn(1)] });
  expect((await get("/api/chats/9~nobody/timeline")).status).toBe(404);

  expect((await get("/api/turns/wamid.2")).body).toEqual(turn(2));
  expect((await get("/api/turns/wamid.4%2F%3D")).body).toEqual({
    ...indexed,
    id: `${chat}:4`,
    status: "open",
    processing: {},
  });
  expect((await get("/api/turns/wamid.9")).status).toBe(404);
});

test("dead letters are listed, shown, and replayed or discarded through resilience", async () => {
  const { gateway, publisher, get, inbox } = await startTestGateway();
  const letter = (id: string, code: string) =>
    DeadLetter.parse({
      id,
      service: "intel",
      key: chat,
      source: "session",
      position: 1,
      code,
      reason: "r",
      attempts: 1,
      failedAtMs: 1,
      payload: { type: "turn.opened", v: 1 },
      status: "open",
      history: [],
    });
  for (const [id, code] of [
    ["intel-0-1-0", "handler.failed"],
    ["intel-0-2-0", "message.malformed"],
  ] as const) {
    await publisher.publish(names.deadLetter(partition, chat, id), JSON.stringify(letter(id, code)));
  }
  await expect.poll(async () => (await get("/api/dead-letters")).body.items).toHaveLength(2);
  const newest = await get("/api/dead-letters?limit=1");
  expect(newest.body.items).toEqual([letter("intel-0-2-0", "message.malformed")]);
  expect((await get(`/api/dead-letters?limit=1&cursor=${newest.body.nextCursor}`)).body).toEqual({
    items: [letter("intel-0-1-0", "handler.failed")],
  });
  expect((await get("/api/dead-letters?code=handler.failed")).body.items).toHaveLength(1);
  expect((await get("/api/dead-letters/intel-0-1-0")).body).toMatchObject({ id: "intel-0-1-0" });
  expect((await get("/api/dead-letters/intel-9-9-9")).status).toBe(404);

  const ask = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    return (await fetch(`${gateway.url}/api/dead-letters/${path}`, request)).status;
  };
  expect(await ask("intel-0-1-0/replay", { payload: { type: "turn.opened", v: 1, edited: true } })).toBe(202);
  expect(await ask("intel-0-1-0/replay", { payload: "text" })).toBe(400);
  expect(await ask("intel-0-2-0/discard", {})).toBe(400);
  expect(await ask("intel-0-2-0/discard", { reason: "spam" })).toBe(202);
  expect(await ask("replay", { filter: { service: "intel" } })).toBe(202);
  expect(await inbox("resilience")).toMatchObject([
    { key: chat, message: { type: "dead-letter.replay", id: "intel-0-1-0", payload: { edited: true } } },
    { key: chat, message: { type: "dead-letter.discard", id: "intel-0-2-0", reason: "spam" } },
    { message: { type: "dead-letter.replay", id: "intel-0-1-0" } },
    { message: { type: "dead-letter.replay", id: "intel-0-2-0" } },
  ]);
});

test("listeners of /api/events see new turns of the chat they asked for", async () => {
  const { gateway, publisher } = await startTestGateway();
  await publisher.publish(names.timeline(partition, chat, 1), JSON.stringify(turn(1)));
  const response = await fetch(`${gateway.url}/api/events?chat=${chat}`);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const other = "9~1";
  await publisher.publish(
    names.timeline(partitionOf(other, partitions), other, 1),
    JSON.stringify({ ...turn(1), chat: other }),
  );
  await publisher.publish(names.timeline(partition, chat, 2), JSON.stringify(turn(2)));
  let seen = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    seen += piece;
    if (seen.includes('"turn":2')) break;
  }
  expect(seen).not.toContain(other);
  expect(seen).toContain(`event: turn\ndata: ${JSON.stringify(turn(2))}\n\n`);
});

test("the system lists replicas and owners, and says which partitions nobody owns", async () => {
  const { publisher, get } = await startTestGateway();
  const heartbeat = JSON.stringify({ owned: [0, 2], at: 1 });
  await publisher.publish(kvSubject(names.membersBucket, "session.r1"), heartbeat);
  const { body } = await get("/api/system");
  const session = body.services.find((service: { service: string }) => service.service === "session");
  expect(session).toMatchObject({ replicas: [{ replica: "r1" }], owners: { 0: "r1", 2: "r1" }, unowned: [1, 3] });
});

test("with a token, the API and the demo want it; webhooks and probes do not", async () => {
  const { gateway } = await startTestGateway({ PARLEY_API_TOKEN: "0123456789abcdef" });
  expect((await fetch(`${gateway.url}/api/chats`)).status).toBe(401);
  expect((await fetch(`${gateway.url}/demo/messages`, { method: "POST" })).status).toBe(401);
  const headers = { authorization: "Bearer 0123456789abcdef" };
  expect((await fetch(`${gateway.url}/api/chats`, { headers })).status).toBe(200);
  expect(await post(gateway.url, webhook({ from: "52155" }, "a"))).toBe(200);
  expect((await fetch(`${gateway.url}/livez`)).status).toBe(200);
});

test("the page and its parts come with a policy that allows them only, and probes answer", async () => {
  const { gateway } = await startTestGateway({ SIMULATOR_URL: "http://127.0.0.1:1" });
  const page = await fetch(gateway.url);
  expect(page.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  const html = await page.text();
  expect(html).toContain('data-simulator="yes"');
  const parts = [...html.matchAll(/(?:href|src)="(\/page\/[^"]+\.(?:css|js))"/g)].map(([, path]) => path);
  expect(parts.length).toBeGreaterThan(1);
  for (const path of parts) {
    const part = await fetch(gateway.url + path);
    expect([path, part.status, part.headers.get("content-type")]).toEqual([
      path,
      200,
      path?.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8",
    ]);
    const etag = part.headers.get("etag") ?? "";
    expect((await fetch(gateway.url + path, { headers: { "if-none-match": etag } })).status).toBe(304);
  }
  for (const path of ["/page/nothing.js", "/page/serve-page.ts", "/page/..%2Fservice.ts"]) {
    expect((await fetch(gateway.url + path)).status).toBe(404);
  }
  for (const path of ["/livez", "/readyz", "/metrics"]) expect((await fetch(gateway.url + path)).status).toBe(200);
  const headers = { "content-type": "application/json" };
  const demo = { method: "POST", headers, body: JSON.stringify({ from: "5215512345678", text: "hola" }) };
  expect((await fetch(`${gateway.url}/demo/messages`, demo)).status).toBe(503);
});

test("a file of the demo goes to the simulated WhatsApp only, as bytes of at most 16 MB", async () => {
  const { gateway } = await startTestGateway({ SIMULATOR_URL: "http://127.0.0.1:1" });
  const binary = { "content-type": "application/octet-stream" };
  const send = async (url: string, query: string, body: Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    (await fetch(`${url}/demo/files?${query}`, { method: "POST", headers, body })).status;
  const bytes = new Uint8Array([1]);
  const from = "from=5215512345678";
  expect(await send(gateway.url, from, bytes, { "content-type": "text/plain" })).toBe(415);
  expect(await send(gateway.url, "from=ana", bytes, binary)).toBe(400);
  expect(await send(gateway.url, from, new Uint8Array(), binary)).toBe(400);
  expect(await send(gateway.url, from, new Uint8Array(16_000_001), binary)).toBe(413);
  expect(await send(gateway.url, `${from}&type=image%2Fpng&filename=a.png`, bytes, binary)).toBe(503);
  const real = await startTestGateway();
  expect(await send(real.gateway.url, from, bytes, binary)).toBe(404);
});
