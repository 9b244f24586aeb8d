import { DeadLetter } from "@parley/contract/dead-letter";
import { kvSubject, pageKey } from "@parley/contract/names";
import { expect, test } from "vitest";
import { chat, names, partition, startTestGateway, turn } from "../gateway.fixture.ts";

type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;
const letter = DeadLetter.parse({
  ...{ id: "intel-00-inbox-1", service: "intel", key: chat, source: "inbox", position: 1, code: "handler.failed" },
  ...{ reason: "a bug", attempts: 1, failedAtMs: 1, payload: {}, status: "open", history: [] },
});

async function forget({ gateway }: TestGateway, which: string) {
  const response = await fetch(`${gateway.url}/api/chats/${which}`, { method: "DELETE" });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

function writePage({ publisher }: TestGateway, service: "session" | "intel" | "delivery", state: object) {
  const subject = kvSubject(names.stateBucket(service), pageKey(partition, chat));
  return publisher.publish(subject, JSON.stringify({ n: 1, last: {}, timers: {}, stateVersion: 1, state }));
}

test("a chat that something is kept of is asked to be forgotten; one that nothing is known of is not found", async () => {
  const parley = await startTestGateway();
  await writePage(parley, "session", { turn: 3 });
  expect(await forget(parley, chat)).toEqual({ status: 202, body: { chat, status: "forgetting" } });
  expect(await parley.inbox("session")).toMatchObject([
    { key: chat, message: { type: "chat.forget", v: 1, atMs: expect.any(Number) } },
  ]);
  expect((await forget(parley, chat)).status).toBe(202);
  expect((await forget(parley, "9~nobody")).status).toBe(404);
  expect((await forget(parley, "nonsense")).status).toBe(400);
  expect(await parley.inbox("session")).toHaveLength(2);
});

test("as long as any part of a chat is left it may be asked again, and when nothing is it is found nowhere", async () => {
  const parley = await startTestGateway();
  const { publisher, get } = parley;
  const remains = { turn: 3, forgotten: { atMs: 1, untilMs: 2 } };
  for (const service of ["session", "intel", "delivery"] as const) await writePage(parley, service, remains);
  expect((await forget(parley, chat)).status).toBe(404);

  await writePage(parley, "delivery", { lastTurn: 3 });
  expect((await forget(parley, chat)).status).toBe(202);
  await writePage(parley, "delivery", remains);

  const turns = [1, 2, 3].map((n) => names.timeline(partition, chat, n));
  for (const [at, subject] of turns.entries()) await publisher.publish(subject, JSON.stringify(turn(at + 1)));
  const listed = async () => (await get("/api/chats")).body.items.length;
  await expect.poll(listed).toBe(1);
  expect((await forget(parley, chat)).status).toBe(202);
  for (const subject of turns) await publisher.publish(subject, "");
  await expect.poll(async () => (await get(`/api/chats/${chat}`)).status).toBe(404);
  expect(await listed()).toBe(0);
  expect((await get(`/api/chats/${chat}/timeline`)).status).toBe(404);

  const letterSubject = names.deadLetter(partition, chat, letter.id);
  await publisher.publish(letterSubject, JSON.stringify(letter));
  await expect.poll(async () => (await forget(parley, chat)).status).toBe(202);
  await publisher.publish(letterSubject, "");
  await expect.poll(async () => (await forget(parley, chat)).status).toBe(404);
  expect((await get(`/api/dead-letters/${letter.id}`)).status).toBe(404);
});

test("a request that cannot be stored is refused with 503", async () => {
  const parley = await startTestGateway();
  await parley.publisher.publish(names.timeline(partition, chat, 1), JSON.stringify(turn(1)));
  await expect.poll(async () => (await parley.get("/api/chats")).body.items).toHaveLength(1);
  await parley.nats.stop();
  expect((await forget(parley, chat)).status).toBe(503);
});

test("the chat of a customer who writes again is listed with what is new only", async () => {
  const parley = await startTestGateway();
  const { publisher, get } = parley;
  for (const n of [1, 2]) await publisher.publish(names.timeline(partition, chat, n), "");
  await publisher.publish(names.timeline(partition, chat, 3), JSON.stringify(turn(3)));
  await publisher.publish(names.timeline(partition, chat, 2), "");
  await expect.poll(async () => (await get("/api/chats")).body.items).toMatchObject([{ chat, lastText: "turn 3" }]);
  expect((await get(`/api/chats/${chat}/timeline`)).body.items).toEqual([turn(3)]);
});
