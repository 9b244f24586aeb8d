import { kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { openPages } from "@parley/jetstream/pages";
import { openNats } from "@parley/testkit/temporary-nats";
import { textReceived } from "@parley/testkit/whatsapp-payloads";
import { expect, onTestFinished, test } from "vitest";
import { eventually, type Installation, openInstallation } from "./installation.ts";
import { storedTexts } from "./stored-texts.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
/** Retention looks every 10 s, at checkpoints that are at most 10 s old. */
const untilPurged = { timeout: 45_000, interval: 500 };

async function ownInstallation(): Promise<Installation> {
  const nats = await openNats();
  const parley = await openInstallation({ nats });
  onTestFinished(async () => {
    await parley.stop();
    await nats.stop();
  });
  return parley;
}

const pathOf = (chat: string) => `/api/chats/${encodeURIComponent(chat)}`;
const forget = async (parley: Installation, chat: string) =>
  (await parley.request(pathOf(chat), { method: "DELETE" })).status;
/** Pages are written when it is quiet, so the question must not be a message each time. */
async function isForgotten(parley: Installation, chat: string): Promise<void> {
  await eventually(() => statusOf(parley, pathOf(chat))).toBe(404);
  await expect.poll(() => forget(parley, chat), { timeout: 25_000, interval: 1_000 }).toBe(404);
}
const statusOf = async (parley: Installation, path: string) => (await parley.request(path)).status;
const lettersOf = async (parley: Installation, chat: string) =>
  (await parley.api(`/api/dead-letters?chat=${encodeURIComponent(chat)}`)).items;

/** Texts, a photo, a cart, a person's message and a dead letter. */
async function aFullChat(parley: Installation, from: string) {
  const ana = parley.customer(from);
  const first = await ana.says("hola, soy Xiomara Zarzamora");
  const photo = await parley.whatsapp.customerSendsImage({
    from,
    bytes: new Uint8Array(png),
    caption: "el comprobante zarzamora",
  });
  const cart = await ana.says("quiero dos conchas, para Xiomara Zarzamora");
  for (const id of [first, photo, cart]) await parley.ended(id);
  await eventually(
    async () => (await parley.api(`/api/gallery?chat=${encodeURIComponent(ana.chat)}`)).items,
  ).toHaveLength(1);
  const message = { type: "text", text: { body: "Le escribe Marta, señora Zarzamora" } };
  expect((await parley.ask(`${pathOf(ana.chat)}/messages`, message)).status).toBe(202);
  await eventually(async () => (await parley.api(`${pathOf(ana.chat)}/messages`)).items).toMatchObject([{ n: 1 }]);
  const unknown = { type: "from.the-future", v: 9, ...{ text: "zarzamora" } };
  await parley.runtime.inboxes.send("intel", ana.chat, unknown);
  await eventually(() => lettersOf(parley, ana.chat)).toHaveLength(1);
  const turns = (await ana.timeline()).length;
  return { ana, ids: [first, photo, cart], turns };
}

test("a chat that is forgotten is gone everywhere, and is not answered anew for what it was answered", async () => {
  const parley = await ownInstallation();
  const luis = parley.customer("5215500000802");
  await parley.ended(await luis.says("hola"));
  const { ana, ids, turns } = await aFullChat(parley, "5215500000801");
  const [letter] = await lettersOf(parley, ana.chat);
  const sent = ana.got().length;

  expect(await forget(parley, ana.chat)).toBe(202);
  expect([202, 404]).toContain(await forget(parley, ana.chat));
  await isForgotten(parley, ana.chat);
  expect(await forget(parley, "100~nobody")).toBe(404);
  expect(await forget(parley, "nonsense")).toBe(400);

  expect(await statusOf(parley, pathOf(ana.chat))).toBe(404);
  expect(await statusOf(parley, `${pathOf(ana.chat)}/timeline`)).toBe(404);
  expect((await parley.api(`${pathOf(ana.chat)}/messages`)).items).toEqual([]);
  for (const id of ids) expect(await statusOf(parley, `/api/turns/${encodeURIComponent(id)}`)).toBe(404);
  expect((await parley.api(`/api/gallery?chat=${encodeURIComponent(ana.chat)}`)).items).toEqual([]);
  expect(await lettersOf(parley, ana.chat)).toEqual([]);
  expect(await statusOf(parley, `/api/dead-letters/${letter.id}`)).toBe(404);
  const listed = async () => (await parley.api("/api/chats")).items.map(({ chat }: { chat: string }) => chat);
  expect(await listed()).toEqual([luis.chat]);
  await parley.restartGateway();
  expect(await listed()).toEqual([luis.chat]);
  expect(await forget(parley, ana.chat)).toBe(404);

  await expect.poll(() => storedTexts(parley, ["arzamora", "Xiomara", ...ids]), untilPurged).toEqual([]);

  const [repeated = ""] = ids;
  const again = textReceived({ from: ana.from, id: repeated, atMs: Date.now() }, "hola, soy Xiomara Zarzamora");
  expect(await parley.webhook(JSON.stringify(again))).toBe(200);
  const fresh = await parley.ended(await ana.says("¿a qué hora abren?"));
  expect(fresh).toMatchObject({ turn: turns + 1, status: "done" });
  await ana.replies(sent + 1);
  expect((await ana.timeline()).map(({ turn }) => turn)).toEqual([turns + 1]);
  const shown = () => parley.api(pathOf(ana.chat));
  await eventually(shown).toMatchObject({ session: { turn: turns + 1, duplicates: 1 }, conversation: {} });
  const { conversation } = await shown();
  expect(conversation.commerce).toBeUndefined();
  expect(conversation.recent.join()).not.toContain("onchas");
  expect(ana.got()).toHaveLength(sent + 1);
  expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
  expect(await listed()).toEqual([ana.chat, luis.chat]);
}, 120_000);

test("what remains of a forgotten chat has no text, and goes by itself", async () => {
  const parley = await ownInstallation();
  const { ana, turns } = await aFullChat(parley, "5215500000803");
  await forget(parley, ana.chat);
  await isForgotten(parley, ana.chat);
  const { nc, publisher, names, partitions } = parley.runtime;
  const partition = partitionOf(ana.chat, partitions);
  const remains = async (service: string) =>
    (await openPages(nc, publisher, names, service).read(partition, ana.chat))?.snapshot.state;
  const forgotten = { untilMs: expect.any(Number) };
  await eventually(() => remains("session")).toMatchObject({
    turn: turns,
    fresh: { ids: expect.any(String) },
    forgotten,
  });
  await eventually(() => remains("intel")).toMatchObject({
    handled: turns,
    earlierTurns: turns,
    recent: [],
    forgotten,
  });
  await eventually(() => remains("delivery")).toMatchObject({ lastTurn: turns, messages: 1, queue: [], forgotten });
  await eventually(() => remains("resilience")).toEqual({});
  for (const service of ["session", "intel", "delivery", "resilience"]) {
    const bucket = names.stateBucket(service);
    const stored = await nc.request(
      `$JS.API.DIRECT.GET.KV_${bucket}.${kvSubject(bucket, pageKey(partition, ana.chat))}`,
    );
    const ttl = Number.parseInt(stored.headers?.get("Nats-TTL") ?? "", 10);
    expect(ttl).toBeGreaterThan(86_000);
    expect(ttl).toBeLessThanOrEqual(9 * 86_400);
  }
});

test("a chat goes on being forgotten where it was when services and the nats-server end in the middle of it", async () => {
  const parley = await ownInstallation();
  const { ana, turns, ids } = await aFullChat(parley, "5215500000804");
  await parley.stopService("delivery");
  await parley.stopService("intel");
  const unanswered = await ana.says("y una trenza, por favor");
  expect(await forget(parley, ana.chat)).toBe(202);
  const next = await ana.says("¿a qué hora abren?");
  await parley.nats.kill();
  await parley.nats.restart();
  await parley.startService("intel");
  await parley.stopService("resilience");
  await parley.startService("delivery");
  expect(await parley.ended(next)).toMatchObject({ turn: turns + 2, status: "done" });
  await parley.nats.kill();
  await parley.nats.restart();
  await parley.startService("resilience");
  await eventually(() => lettersOf(parley, ana.chat)).toEqual([]);
  await eventually(async () => (await parley.api(`/api/gallery?chat=${encodeURIComponent(ana.chat)}`)).items).toEqual(
    [],
  );
  await eventually(async () => (await ana.timeline()).map(({ turn }) => turn)).toEqual([turns + 2]);
  for (const id of [...ids, unanswered])
    expect(await statusOf(parley, `/api/turns/${encodeURIComponent(id)}`)).toBe(404);
  expect((await parley.api(pathOf(ana.chat))).conversation.commerce).toBeUndefined();
  expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
}, 120_000);
