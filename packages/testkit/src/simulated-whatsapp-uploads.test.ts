import { createHash } from "node:crypto";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { outgoingMessage } from "@parley/whatsapp/outgoing-message";
import { expect, onTestFinished, test } from "vitest";
import { startSimulatedWhatsApp } from "./simulated-whatsapp.ts";
import type { Fault } from "./simulated-whatsapp-faults.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = { bytes: png, mimeType: "image/png", filename: "a.png" };
const pdf = { bytes: Buffer.from("%PDF"), mimeType: "application/pdf", filename: "a.pdf" };
const phone = "34600000001";

test("an uploaded file is sent by its id, and the control tells what was sent", async () => {
  const { whatsapp, api, send } = await startWhatsApp();
  const sha256 = createHash("sha256").update(png).digest("hex");
  const mediaId = await uploadedTo(api, whatsapp.account);
  expect(await send({ kind: "image", mediaId, caption: "Concha" })).toMatchObject({ kind: "accepted" });
  const file = { id: mediaId, account: whatsapp.account, mimeType: "image/png", bytes: png.length, sha256 };
  expect(whatsapp.sentTo(phone)).toMatchObject([{ type: "image", body: "Concha", file }]);
  const get = async (path: string) => fetch(`${whatsapp.url}/simulator/${path}`);
  expect(await (await get("uploads")).json()).toEqual({ items: [file] });
  expect(Buffer.from(await (await get(`uploads/${mediaId}`)).arrayBuffer()).equals(png)).toBe(true);
  expect((await get("uploads/1")).status).toBe(404);
});

test("an id that is unknown, expired or another number's is refused with 100", async () => {
  const { whatsapp, api, send } = await startWhatsApp();
  const mediaId = await uploadedTo(api, whatsapp.account);
  const refused = { kind: "rejected", graphCode: 100 };
  expect(await send({ kind: "document", filename: "a.pdf", mediaId: "1" })).toMatchObject(refused);
  expect(await send({ kind: "image", mediaId: await uploadedTo(api, "999") })).toMatchObject(refused);
  await fetch(`${whatsapp.url}/simulator/uploads/${mediaId}`, { method: "DELETE" });
  expect(await send({ kind: "image", mediaId })).toMatchObject(refused);
});

test("a document is no picture", async () => {
  const { whatsapp, api, send } = await startWhatsApp();
  const outcome = await api.upload(whatsapp.account, pdf);
  const mediaId = outcome.kind === "uploaded" ? outcome.mediaId : "";
  expect(await send({ kind: "image", mediaId })).toMatchObject({ kind: "rejected", graphCode: 131053 });
  expect(await send({ kind: "document", filename: "a.pdf", mediaId })).toMatchObject({ kind: "accepted" });
});

test.each([
  ["a type that Meta does not know", { ...picture, mimeType: "image/tiff" }, 100],
  ["a picture that is none", { ...picture, bytes: Buffer.from("hello") }, 131053],
  ["a PNG called JPEG", { ...picture, mimeType: "image/jpeg" }, 131053],
  ["a picture above 5 MB", { ...picture, bytes: Buffer.concat([png, Buffer.alloc(5 * 1_048_576)]) }, 100],
])("%s is refused", async (_, file, graphCode) => {
  const { whatsapp, api } = await startWhatsApp();
  expect(await api.upload(whatsapp.account, file)).toMatchObject({ kind: "rejected", graphCode });
});

test.each<[Fault["kind"], object]>([
  ["401", { kind: "blocked", code: "whatsapp.unauthorized" }],
  ["429", { kind: "throttled", scope: "number", retryAfterMs: 2_000 }],
  ["130429", { kind: "throttled", scope: "number", retryAfterMs: 2_000 }],
  ["5xx", { kind: "unavailable" }],
  ["reset-before-accept", { kind: "unavailable" }],
  ["reset-after-accept", { kind: "unavailable" }],
])("an upload under the fault %s fails so, once", async (kind, outcome) => {
  const { whatsapp, api } = await startWhatsApp();
  whatsapp.addFault({ kind, on: "upload", delayMs: 2_000 });
  expect(await api.upload(whatsapp.account, picture)).toMatchObject(outcome);
  expect(await api.upload(whatsapp.account, picture)).toMatchObject({ kind: "uploaded" });
});

test.each([
  ["messaging_product", { type: "image/png" }],
  ["type", { messaging_product: "whatsapp" }],
  ["file", { messaging_product: "whatsapp", type: "image/png" }],
])("a form without %s is refused", async (name, fields) => {
  const { whatsapp } = await startWhatsApp();
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  if (name !== "file") form.set("file", new Blob([png], { type: "image/png" }), "a.png");
  const headers = { authorization: `Bearer ${whatsapp.token}` };
  const url = `${whatsapp.url}/v25.0/${whatsapp.account}/media`;
  const answer = await fetch(url, { method: "POST", headers, body: form });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 100, message: expect.stringContaining(name) } });
});

test("a message with both an id and a link, or with neither, is refused", async () => {
  const { whatsapp } = await startWhatsApp();
  const send = async (image: object) => {
    const body = JSON.stringify({ messaging_product: "whatsapp", to: phone, type: "image", image });
    const headers = { authorization: `Bearer ${whatsapp.token}`, "content-type": "application/json" };
    return (
      await fetch(`${whatsapp.url}/v25.0/${whatsapp.account}/messages`, { method: "POST", headers, body })
    ).json();
  };
  const refused = { error: { code: 131009 } };
  expect(await send({ id: "1", link: "https://files.test/a.png" })).toMatchObject(refused);
  expect(await send({ caption: "a" })).toMatchObject(refused);
});

async function uploadedTo(api: ReturnType<typeof createGraphApi>, account: string): Promise<string> {
  const outcome = await api.upload(account, picture);
  if (outcome.kind !== "uploaded") throw new Error(outcome.kind);
  return outcome.mediaId;
}

async function startWhatsApp() {
  const whatsapp = await startSimulatedWhatsApp({ appSecret: "invented-secret", statuses: [] });
  const token = () => whatsapp.token;
  const api = createGraphApi({ baseUrl: whatsapp.url, version: "v25.0", token, timeoutMs: 5_000, connections: 2 });
  onTestFinished(async () => {
    await api.close();
    await whatsapp.stop();
  });
  const send = (reply: Parameters<typeof outgoingMessage>[0]["reply"]) =>
    api.send(whatsapp.account, outgoingMessage({ contact: phone, reply, effect: "a~1:1/1" }));
  return { whatsapp, api, send };
}
