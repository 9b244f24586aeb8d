import { once } from "node:events";
import { createServer } from "node:http";
import { interactionOf } from "@parley/contract/interaction";
import type { Reply } from "@parley/contract/reply";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { outgoingMessage } from "@parley/whatsapp/outgoing-message";
import type { SendableReply } from "@parley/whatsapp/sendable-reply";
import { readWebhook, type WebhookElement } from "@parley/whatsapp/webhook";
import { expect, onTestFinished, test } from "vitest";
import { startSimulatedWhatsApp } from "./simulated-whatsapp.ts";
import { readBody } from "./simulated-whatsapp-http.ts";

const phone = "34600000001";
const option = (id: string, title = id) => ({ id, title });
const buttons: Reply = { kind: "buttons", body: "¿Cómo?", buttons: [option("pickup", "Recoger"), option("home")] };
const list: Reply = { kind: "list", body: "Pan", button: "Ver", sections: [{ rows: [option("c", "Concha")] }] };

test("a customer taps an option of what was sent, and the tap names the message", async () => {
  const { whatsapp, send, messages } = await start();
  await send(buttons);
  const [asked] = whatsapp.sentTo(phone);
  expect(asked).toMatchObject({ type: "interactive", options: [{ id: "pickup", title: "Recoger" }, { id: "home" }] });
  const id = await whatsapp.customerTaps({ from: phone, option: "pickup" });
  await send(list);
  await whatsapp.customerTaps({ from: phone, option: "c" });
  expect(messages()).toMatchObject([
    { messageId: id, kind: "interactive", text: "Recoger", context: { messageId: asked?.id } },
    { text: "Concha", content: { type: "list_reply" } },
  ]);
  expect(interactionOf(messages()[0]?.content)).toEqual({ kind: "choice", id: "pickup", title: "Recoger" });
  await expect(whatsapp.customerTaps({ from: phone, option: "nothing" })).rejects.toThrow("no message");
  await expect(whatsapp.customerTaps({ from: phone, option: "c", message: asked?.id })).rejects.toThrow("no message");
});

test("other processes tap over HTTP", async () => {
  const { whatsapp, send, messages } = await start();
  await send(buttons);
  const tap = async (body: object) => {
    const request = { method: "POST", body: JSON.stringify({ from: phone, ...body }) };
    return (await fetch(`${whatsapp.url}/simulator/taps`, request)).status;
  };
  expect(await tap({ option: "home" })).toBe(200);
  expect(await tap({ option: "nothing" })).toBe(404);
  expect(await tap({})).toBe(400);
  expect(messages()).toMatchObject([{ text: "home" }]);
});

test("an order from the WhatsApp catalog arrives with its items", async () => {
  const { whatsapp, messages } = await start();
  await whatsapp.customerOrders({ from: phone }, [{ id: "cake", quantity: 2, price: 320 }]);
  expect(interactionOf(messages()[0]?.content)).toEqual({
    kind: "order",
    items: [{ id: "cake", quantity: 2, price: 320, currency: "MXN" }],
  });
});

const long = "x".repeat(25);
test.each<[string, SendableReply]>([
  ["four buttons", { ...buttons, buttons: ["a", "b", "c", "d"].map((id) => option(id)) }],
  ["a button's title above 20", { ...buttons, buttons: [option("a", long)] }],
  ["two buttons with one title", { ...buttons, buttons: [option("a", "A"), option("b", "A")] }],
  ["two rows with one id", { ...list, sections: [{ rows: [option("a"), option("a")] }] }],
  ["a row's title above 24", { ...list, sections: [{ rows: [option("a", long)] }] }],
  ["a description above 72", { ...list, sections: [{ rows: [{ ...option("a"), description: "x".repeat(73) }] }] }],
  ["eleven rows", { ...list, sections: [{ rows: Array.from({ length: 11 }, (_, at) => option(`r${at}`)) }] }],
  ["several sections without titles", { ...list, sections: [{ rows: [option("a")] }, { rows: [option("b")] }] }],
  ["a list's button above 20", { ...list, button: long }],
  ["a text above 1,024", { ...buttons, body: "x".repeat(1025) }],
  ["a footer above 60", { ...buttons, footer: "x".repeat(61) }],
  ["a place beyond the poles", { kind: "location", latitude: 91, longitude: 0 }],
  ["a picture from nowhere", { kind: "image", link: "" }],
])("%s is refused as Meta does", async (_, reply) => {
  const { whatsapp, send } = await start();
  expect(await send(reply)).toMatchObject({ kind: "rejected", graphCode: 131009 });
  expect(whatsapp.stats).toMatchObject({ accepted: 0, rejected: 1 });
});

test("places, pictures and files are taken", async () => {
  const { whatsapp, send } = await start();
  const link = "https://files.test/menu.pdf";
  await send({ kind: "location", latitude: 19.4, longitude: -99.1, name: "La Espiga" });
  await send({ kind: "image", link });
  await send({ kind: "document", link, filename: "menu.pdf", caption: "Menú" });
  expect(whatsapp.sentTo(phone).map(({ type }) => type)).toEqual(["location", "image", "document"]);
});

async function start() {
  const elements: WebhookElement[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      elements.push(...readWebhook(JSON.parse(String(body))));
      response.writeHead(200).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const webhookUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/`;
  const whatsapp = await startSimulatedWhatsApp({ appSecret: "invented-secret", statuses: [], webhookUrl });
  const token = () => whatsapp.token;
  const api = createGraphApi({ baseUrl: whatsapp.url, version: "v25.0", token, timeoutMs: 5000, connections: 2 });
  onTestFinished(async () => {
    await api.close();
    await whatsapp.stop();
    server.close();
    server.closeAllConnections();
  });
  const send = (reply: SendableReply) =>
    api.send(whatsapp.account, outgoingMessage({ contact: phone, reply, effect: "a~1:1/1" }));
  const messages = () => elements.flatMap((element) => (element.kind === "message" ? [element.message] : []));
  return { whatsapp, send, messages };
}
