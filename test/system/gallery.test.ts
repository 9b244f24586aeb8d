import type { ChatForget } from "@parley/contract/chat-forget";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { eventually, type Installation, openInstallation } from "./installation.ts";

let parley: Installation;
beforeAll(async () => {
  parley = await openInstallation();
});
afterAll(() => parley.stop());

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);
const gallery = async (chat: string, query = "") =>
  (await parley.api(`/api/gallery?chat=${encodeURIComponent(chat)}${query}`)).items;

test("a photo that a customer sent is in the gallery once, with its caption and its bytes, until the chat is forgotten", async () => {
  const ana = parley.customer("5215500000301");
  const luis = parley.customer("5215500000302");
  const bytes = new Uint8Array(png);
  const id = await parley.whatsapp.customerSendsImage({
    from: ana.from,
    bytes,
    caption: "el comprobante del depósito",
  });
  await parley.whatsapp.customerSendsImage({ from: luis.from, bytes });
  const turn = await parley.ended(id);
  await eventually(() => gallery(ana.chat)).toMatchObject([
    { chat: ana.chat, turn: turn.turn, messageId: id, kind: "image", bytes: png.length, mimeType: "image/png" },
  ]);
  expect(await gallery(ana.chat, "&q=COMPROBANTE+dep")).toHaveLength(1);
  const [{ id: entry }] = await gallery(ana.chat);
  const path = `${parley.url}/api/gallery/${encodeURIComponent(entry)}`;
  const content = await fetch(`${path}/content`);
  expect(Buffer.from(await content.arrayBuffer()).equals(png)).toBe(true);
  expect((await fetch(`${path}/thumbnail`)).headers.get("content-type")).toMatch(/^image\//);

  const forget: ChatForget = { type: "chat.forget", v: 1, atMs: Date.now() };
  await parley.runtime.inboxes.send("media", ana.chat, forget);
  await eventually(() => gallery(ana.chat)).toEqual([]);
  expect((await fetch(`${path}/content`)).status).toBe(404);
  await eventually(() => gallery(luis.chat)).toHaveLength(1);
});

test("a document sent from the demo page is read, stands in its chat by its name, and is found in the gallery", async () => {
  const eva = parley.customer("5215500000303");
  const query = new URLSearchParams({
    from: eva.from,
    type: "text/plain",
    filename: "lista nº 1.txt",
    caption: "la lista",
  });
  const answer = await fetch(`${parley.url}/demo/files?${query}`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: "Dos pasteles de chocolate para el sábado",
  });
  expect(answer.status).toBe(202);
  const { messageId } = z.object({ messageId: z.string() }).parse(await answer.json());
  expect(await parley.ended(messageId)).toMatchObject({
    ...{ type: "document", text: "la lista" },
    processing: { media: { items: [{ kind: "document", status: "ok", text: expect.stringContaining("chocolate") }] } },
  });
  await eventually(() => gallery(eva.chat, "&q=chocolate+SABADO&type=document")).toMatchObject([
    { filename: "lista nº 1.txt", caption: "la lista", status: "ok" },
  ]);
});
