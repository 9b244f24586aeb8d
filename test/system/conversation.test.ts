import { textReceived, webhookBody } from "@parley/testkit/whatsapp-payloads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually, type Installation, openInstallation } from "./installation.ts";

let parley: Installation;
beforeAll(async () => {
  parley = await openInstallation();
});
afterAll(() => parley.stop());

test.each([
  ["es", "Hola, buenas tardes", "¡Hola! Bienvenido a Panadería La Espiga."],
  ["en", "Good morning", "Hello! Welcome to Panadería La Espiga."],
])("a customer greets and is greeted in her language (%s)", async (language, greeting, answer) => {
  const ana = parley.customer(language === "es" ? "5215500000001" : "14155550001");
  const id = await ana.says(greeting);
  expect(await ana.replies(1)).toEqual([expect.stringContaining(answer)]);
  const turn = await parley.ended(id);
  expect(turn).toMatchObject({
    id: `${ana.chat}:1`,
    text: greeting,
    type: "text",
    status: "done",
    processing: { intel: { language: { code: language }, decision: { intent: "greeting" } } },
  });
});

test("a question of the business file is answered from it, in the language it was asked", async () => {
  const ana = parley.customer("5215500000002");
  const hours = await ana.says("¿a qué hora abren?");
  await ana.says("what payment methods do you accept?");
  const [first, second] = await ana.replies(2);
  expect(first).toContain("lunes a sábado: 7:00 a 20:00");
  expect(second).toContain("We accept cash, credit and debit cards");
  expect(await parley.ended(hours)).toMatchObject({
    processing: { intel: { intent: { name: "opening_hours" } }, delivery: { replies: [{ body: first }] } },
  });
});

test("the customer's phone reports a reply as read, and the turn says so", async () => {
  const ana = parley.customer("5215500000003");
  const id = await ana.says("hola");
  await eventually(async () => (await parley.turn(id))?.processing.delivery?.replies[0]?.status).toBe("read");
});

test("ten messages typed quickly become ten turns in order, answered in that order", async () => {
  const ana = parley.customer("5215500000004");
  const asked = ["¿tienen wifi?", "menú", "¿tienen estacionamiento?", "¿aceptan tarjeta?", "¿tienen baño?"];
  const texts = [...asked, ...asked].map((text, at) => `${text} ${"!".repeat(at)}`);
  const ids: string[] = [];
  for (const text of texts) ids.push(await ana.says(text));
  for (const id of ids) await parley.ended(id);
  const turns = await ana.timeline();
  expect(turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(turns.map(({ messageId }) => messageId)).toEqual(ids);
  const planned = turns.flatMap(({ processing }) => processing.delivery?.replies.map(({ body }) => body) ?? []);
  expect(ana.got()).toEqual(planned);
});

test("a webhook that is delivered three times, once in another batch and all at once, has one effect", async () => {
  const ana = parley.customer("5215500000005");
  const say = (id: string, text: string) => textReceived({ from: ana.from, id, atMs: Date.now() }, text);
  const one = JSON.stringify(say("wamid.THRICE", "¿a qué hora abren?"));
  const batch = together([say("wamid.THRICE", "¿a qué hora abren?"), say("wamid.AFTER", "¿tienen estacionamiento?")]);
  expect(await parley.webhook(one)).toBe(200);
  expect(await parley.webhook(one)).toBe(200);
  expect(await Promise.all([batch, one, batch, one, one].map((body) => parley.webhook(body)))).toEqual(
    Array(5).fill(200),
  );
  const last = await ana.says("gracias");
  await parley.ended(last);
  const replies = await ana.replies(3);
  expect(replies.map((body) => body.slice(0, 10))).toEqual(["Abrimos:\nl", "No tenemos", "¡Gracias a"]);
  expect((await ana.timeline()).map(({ messageId }) => messageId)).toEqual(["wamid.THRICE", "wamid.AFTER", last]);
});

test("one POST with a thousand messages of forty chats gives every chat its turns in order, each once", async () => {
  const chats = Array.from({ length: 40 }, (_, at) => parley.customer(`52155100000${10 + at}`));
  const sayings = Array.from({ length: 1_000 }, (_, at) => {
    const ana = chats[at % 40];
    if (!ana) throw new Error("no such customer");
    return { from: ana.from, id: `wamid.T${at}`, timestamp: "1790000000", type: "text", text: { body: `${at}` } };
  });
  const body = JSON.stringify(webhookBody(parley.whatsapp.account, { messages: sayings }));
  expect(await parley.webhook(body)).toBe(200);
  expect(await parley.webhook(body)).toBe(200);
  for (const [at, ana] of chats.entries()) {
    const expected = Array.from({ length: 25 }, (_, n) => `wamid.T${n * 40 + at}`);
    await eventually(async () => (await ana.timeline()).map(({ messageId }) => messageId)).toEqual(expected);
  }
  await eventually(async () => (await parley.turn("wamid.T999"))?.status).toBe("done");
});

test("somebody first known by a user id only, and later by phone, keeps one chat", async () => {
  const bsuid = "MX.700000000000000001";
  const account = parley.whatsapp.account;
  const first = await parley.whatsapp.customerSays({ from: bsuid, text: "hola" });
  const second = await parley.whatsapp.customerSays({ from: "5215500000006", bsuid, text: "¿a qué hora abren?" });
  const third = await parley.whatsapp.customerSays({ from: "5215500000006", text: "gracias" });
  const chats = [];
  for (const id of [first, second, third]) chats.push((await parley.ended(id)).chat);
  expect(chats).toEqual(Array(3).fill(`${account}~MX=2E700000000000000001`));
  expect((await parley.timeline(chats[0] ?? "")).map(({ turn }) => turn)).toEqual([1, 2, 3]);
  expect((await parley.request(`/api/chats/${account}~5215500000006`)).status).toBe(404);
});

test("the list of chats names the customer who wrote last first, with her last words", async () => {
  const ana = parley.customer("5215500000007");
  const id = await ana.says("¿tienen estacionamiento?");
  await parley.ended(id);
  await eventually(async () => (await parley.api("/api/chats?limit=1")).items[0]).toMatchObject({
    chat: ana.chat,
    turns: 1,
    lastText: "¿tienen estacionamiento?",
    intent: "parking",
  });
});

/** Several payloads of one message each as one POST, each with an entry of its own. */
function together(payloads: object[]): string {
  const entry = payloads.flatMap((payload) =>
    "entry" in payload && Array.isArray(payload.entry) ? payload.entry : [],
  );
  return JSON.stringify({ object: "whatsapp_business_account", entry });
}
