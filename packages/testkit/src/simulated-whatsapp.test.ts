import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { outgoingMessage } from "@parley/whatsapp/outgoing-message";
import { signatureMatches } from "@parley/whatsapp/signature";
import { readWebhook, type WebhookElement } from "@parley/whatsapp/webhook";
import { expect, onTestFinished, test } from "vitest";
import * as z from "zod";
import { startSimulatedWhatsApp } from "./simulated-whatsapp.ts";
import { readBody } from "./simulated-whatsapp-http.ts";

const appSecret = "invented-secret";
const phone = "34600000001";

test("a customer's text reaches the gateway signed, and the reply comes back with its statuses in order", async () => {
  const gateway = await startGateway();
  const { whatsapp, api } = await startWhatsApp({ webhookUrl: gateway.url });
  const id = await whatsapp.customerSays({ from: phone, text: "Hola", bsuid: "ES.700000000000000001" });
  expect(gateway.elements).toMatchObject([
    { message: { messageId: id, text: "Hola", identity: { phone, bsuid: "ES.700000000000000001" } } },
  ]);
  const sent = await api.send(whatsapp.account, reply(1));
  const [arrived] = await whatsapp.waitForReplies(phone, 1, 1000);
  expect(arrived).toMatchObject({ body: "reply 1", effect: "effect/1", account: whatsapp.account, n: 1 });
  expect(sent).toEqual({ kind: "accepted", providerId: arrived?.id, waId: phone });
  await expect.poll(() => statusesOf(gateway.elements)).toEqual(["sent", "delivered", "read"]);
  expect(gateway.elements.at(-1)).toMatchObject({ status: { effect: "effect/1", providerId: arrived?.id } });
});

test("webhooks are sent again until the gateway answers 200, and the customer's call waits for it", async () => {
  const answers = [503, 500, 200];
  const gateway = await startGateway(() => answers.shift() ?? 200);
  const { whatsapp } = await startWhatsApp({ webhookUrl: gateway.url });
  await whatsapp.customerSays({ from: phone, text: "Hola" });
  expect(gateway.elements.length).toBe(3);
  expect(whatsapp.stats).toMatchObject({ webhookPosts: 3, webhookRetries: 2 });
});

test("a customer who writes before there is a gateway is heard when it comes", async () => {
  const { whatsapp } = await startWhatsApp({});
  const said = whatsapp.customerSays({ from: phone, text: "Hola", id: "wamid.EARLY" });
  const gateway = await startGateway();
  await whatsapp.setWebhookUrl(gateway.url);
  expect(await said).toBe("wamid.EARLY");
  expect(gateway.elements).toHaveLength(1);
});

test("statuses of many replies share few posts", async () => {
  const gateway = await startGateway();
  const { whatsapp, api } = await startWhatsApp({ webhookUrl: gateway.url });
  await Promise.all(Array.from({ length: 300 }, (_, n) => api.send(whatsapp.account, reply(n))));
  await expect.poll(() => gateway.elements.length).toBe(900);
  expect(whatsapp.stats.webhookPosts).toBeLessThan(60);
  expect(whatsapp.stats).toMatchObject({ accepted: 300, statusesReported: 900, duplicateEffects: 0 });
});

test("a file that another process posts is sent as what its type makes of it, and is there to be fetched", async () => {
  const gateway = await startGateway();
  const { whatsapp } = await startWhatsApp({ webhookUrl: gateway.url });
  const post = (query: string, body = "bytes") =>
    fetch(`${whatsapp.url}/simulator/files?${query}`, { method: "POST", body });
  const from = `from=${phone}`;
  for (const [type, more] of [
    ["image/png", "caption=mira"],
    ["audio/ogg", ""],
    ["application/pdf", "filename=factura+n%C2%BA+1.pdf"],
  ] as const) {
    expect((await post(`${from}&type=${encodeURIComponent(type)}&${more}`)).status).toBe(200);
  }
  expect(gateway.elements).toMatchObject([
    { message: { text: "mira", media: [{ kind: "image", mimeType: "image/png" }] } },
    { message: { media: [{ kind: "audio", mimeType: "audio/ogg", voice: true }] } },
    { message: { media: [{ kind: "document", filename: "factura nº 1.pdf" }] } },
  ]);
  expect((await post("type=image%2Fpng")).status).toBe(400);
});

test("an effect that arrives twice is counted", async () => {
  const { whatsapp, api } = await startWhatsApp({});
  await api.send(whatsapp.account, reply(1));
  await api.send(whatsapp.account, reply(1));
  expect(whatsapp.stats).toMatchObject({ accepted: 2, duplicateEffects: 1 });
});

test.each([
  ["429", "throttled", 0],
  ["130429", "throttled", 0],
  ["131056", "throttled", 0],
  ["5xx", "unavailable", 0],
  ["reset-before-accept", "unknown", 0],
  ["reset-after-accept", "unknown", 1],
  ["slow", "accepted", 1],
] as const)("the fault %s makes one send %s", async (kind, outcome, accepted) => {
  const { whatsapp, api } = await startWhatsApp({});
  whatsapp.addFault({ kind, next: 1, delayMs: 20 });
  expect(await api.send(whatsapp.account, reply(1))).toMatchObject({ kind: outcome });
  expect(whatsapp.sent).toHaveLength(accepted);
  expect(await api.send(whatsapp.account, reply(2))).toMatchObject({ kind: "accepted" });
});

test("a fault may hit every nth send until it is cleared", async () => {
  const { whatsapp, api } = await startWhatsApp({});
  whatsapp.addFault({ kind: "130429", every: 3 });
  const kinds: string[] = [];
  for (let n = 1; n <= 6; n++) kinds.push((await api.send(whatsapp.account, reply(n))).kind);
  expect(kinds).toEqual(["accepted", "accepted", "throttled", "accepted", "accepted", "throttled"]);
  whatsapp.clearFaults();
  expect((await api.send(whatsapp.account, reply(7))).kind).toBe("accepted");
});

test("what Meta refuses is refused: no token, no recipient, a text too long", async () => {
  const { whatsapp, api } = await startWhatsApp({});
  const stranger = graphOf(whatsapp.url, "wrong");
  expect(await stranger.send(whatsapp.account, reply(1))).toMatchObject({ kind: "blocked", graphCode: 190 });
  const { to: _, ...nobody } = reply(1);
  expect(await api.send(whatsapp.account, nobody)).toMatchObject({ kind: "rejected", graphCode: 131008 });
  const long = { ...reply(1), text: { body: "x".repeat(4097) } };
  expect(await api.send(whatsapp.account, long)).toMatchObject({ kind: "rejected", graphCode: 100 });
  expect(whatsapp.stats).toMatchObject({ accepted: 0, rejected: 2 });
});

test("a photo is announced by webhook and fetched with the token", async () => {
  const gateway = await startGateway();
  const { whatsapp, api } = await startWhatsApp({ webhookUrl: gateway.url });
  const bytes = Buffer.from("not really a photo");
  await whatsapp.customerSendsImage({ from: phone, bytes, caption: "my receipt" });
  const [element] = gateway.elements;
  const message = element?.kind === "message" ? element.message : undefined;
  expect(message).toMatchObject({ text: "my receipt", media: [{ kind: "image", mimeType: "image/jpeg" }] });
  const { signal } = new AbortController();
  const { url, mimeType } = await api.mediaUrl(message?.media?.[0]?.id ?? "", whatsapp.account, signal);
  const file = await api.download(url, { maxBytes: 1000, signal });
  expect([mimeType, Buffer.from(file.bytes).toString()]).toEqual(["image/jpeg", "not really a photo"]);
  expect((await fetch(url)).status).toBe(401);
});

test("an uploaded file gets an id", async () => {
  const { whatsapp, api } = await startWhatsApp({});
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", "application/pdf");
  form.set("file", new Blob(["%PDF"], { type: "application/pdf" }), "order.pdf");
  const headers = { authorization: `Bearer ${whatsapp.token}` };
  const url = `${whatsapp.url}/v25.0/${whatsapp.account}/media`;
  const answer = await fetch(url, { method: "POST", headers, body: form });
  const { id } = z.object({ id: z.string() }).parse(await answer.json());
  const media = await api.mediaUrl(id, undefined, new AbortController().signal);
  expect(media).toMatchObject({ mimeType: "application/pdf", bytes: 4 });
});

test("only the newest accepted messages are kept, all are counted", async () => {
  const { whatsapp, api } = await startWhatsApp({ keepSent: 10 });
  for (let n = 1; n <= 100; n++) await api.send(whatsapp.account, reply(n));
  expect(whatsapp.stats.accepted).toBe(100);
  expect(whatsapp.sent.length).toBeLessThan(40);
  expect(whatsapp.sent.at(-1)).toMatchObject({ n: 100, body: "reply 100" });
  expect(whatsapp.sentTo(phone)).toEqual(whatsapp.sent);
});

test("another process drives it by HTTP and stops it by signal", async () => {
  const gateway = await startGateway();
  const main = fileURLToPath(new URL("./simulated-whatsapp-main.ts", import.meta.url));
  const env = { ...process.env, APP_SECRET: appSecret, PORT: "0" };
  const child = spawn(process.execPath, ["--import", "tsx", main], { env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface(child.stdout), "line");
  const { url, account } = z.object({ url: z.url(), account: z.string() }).parse(JSON.parse(line));
  const post = async (path: string, body: object) =>
    (await fetch(`${url}/simulator/${path}`, { method: "POST", body: JSON.stringify(body) })).json();
  const get = async (path: string) => (await fetch(`${url}/simulator/${path}`)).json();

  await post("webhook", { url: gateway.url });
  expect(await post("messages", { from: phone, text: "Hola", id: "wamid.HTTP" })).toEqual({ id: "wamid.HTTP" });
  expect(gateway.elements).toMatchObject([{ message: { messageId: "wamid.HTTP" } }]);
  expect(await post("faults", { kind: "nonsense" })).toMatchObject({ error: { code: "message.malformed" } });
  await post("faults", { kind: "130429", next: 1 });
  const api = graphOf(url, "simulated-token");
  expect((await api.send(account, reply(1))).kind).toBe("throttled");
  expect((await api.send(account, reply(2))).kind).toBe("accepted");
  expect(await get(`sent?contact=${phone}&after=0`)).toMatchObject({ items: [{ n: 1, body: "reply 2" }] });
  expect(await get(`sent?contact=${phone}&after=1`)).toEqual({ items: [] });
  expect(await get("stats")).toMatchObject({ accepted: 1, faults: 1, duplicateEffects: 0 });

  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

function reply(n: number) {
  return outgoingMessage({ contact: phone, reply: { kind: "text", body: `reply ${n}` }, effect: `effect/${n}` });
}

function statusesOf(elements: readonly WebhookElement[]): string[] {
  return elements.flatMap((element) => (element.kind === "status" ? [element.status.status] : []));
}

function graphOf(baseUrl: string, token: string) {
  const api = createGraphApi({ baseUrl, version: "v25.0", token: () => token, timeoutMs: 5000, connections: 16 });
  onTestFinished(() => api.close());
  return api;
}

async function startWhatsApp(options: { webhookUrl?: string; keepSent?: number }) {
  const whatsapp = await startSimulatedWhatsApp({ appSecret, statusFlushMs: 5, ...options });
  onTestFinished(() => whatsapp.stop());
  return { whatsapp, api: graphOf(whatsapp.url, whatsapp.token) };
}

/** A gateway that checks the signature and keeps what it was told, also what it then answers with an error. */
async function startGateway(answer: () => number = () => 200) {
  const elements: WebhookElement[] = [];
  const take = async (...[request, response]: Parameters<RequestListener>) => {
    const body = (await readBody(request)) ?? Buffer.alloc(0);
    const signature = request.headers["x-hub-signature-256"];
    const signed = typeof signature === "string" && signatureMatches(appSecret, body, signature);
    if (signed) elements.push(...readWebhook(JSON.parse(body.toString("utf8"))));
    response.writeHead(signed ? answer() : 401).end();
  };
  const server = createServer((request, response) => void take(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/webhook`, elements };
}
