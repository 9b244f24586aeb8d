import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually, type Installation, openInstallation } from "./installation.ts";

const demo = fileURLToPath(new URL("../../deploy/demo", import.meta.url));
const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const shaOf = (name: string) => sha256Of(readFileSync(join(demo, "photos", `${name}.jpg`)));

let folder: string;
let parley: Installation;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-business-"));
  cpSync(demo, folder, { recursive: true });
  parley = await openInstallation({
    env: { BUSINESS_FILE: join(folder, "business.yaml"), MEDIA_PENDING_AFTER_MS: "500" },
  });
});
afterAll(async () => {
  await parley.stop();
  rmSync(folder, { recursive: true });
});

const uploadsOf = (sha256: string) => parley.whatsapp.uploads.filter((upload) => upload.sha256 === sha256);
const sentTo = (from: string) => parley.whatsapp.sentTo(from).map(({ type, body, file }) => ({ type, body, file }));
const kindsTo = (from: string) => sentTo(from).map(({ type }) => type);

test("a customer sees the cake, orders it, and gets the receipt as a PDF with the number and the total", async () => {
  const ana = parley.customer("5215500000701");
  await parley.ended(await ana.says("¿tienes foto del pastel de chocolate?"));
  await ana.replies(2);
  expect(sentTo(ana.from)).toMatchObject([
    { type: "image", body: "Pastel de chocolate: $340.", file: { sha256: shaOf("pastel-chocolate") } },
    { type: "interactive", body: expect.stringContaining("¿Lo agrego a tu pedido?") },
  ]);
  const order = [
    "quiero 12 conchas de vainilla y 2 cuernitos",
    "es todo",
    "paso por él",
    "efectivo",
    "Ana Núñez",
    "sí",
  ];
  for (const text of order) await parley.ended(await ana.says(text));
  const [number = ""] = /P-\d+/.exec(ana.got().at(-1) ?? "") ?? [];
  expect(number).toMatch(/^P-\d+$/);
  await parley.ended(await ana.says("mándame el comprobante en pdf"));
  const receipt = parley.whatsapp.sentTo(ana.from).at(-1);
  expect(receipt).toMatchObject({
    type: "document",
    body: `El recibo de tu pedido ${number}, total $260.`,
    file: { filename: `Recibo ${number}.pdf`, mimeType: "application/pdf" },
  });
  const bytes = parley.whatsapp.uploadedBytes(idOf(receipt)) ?? new Uint8Array();
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  for (const part of [number, "$260.00", "Ana Núñez", "Concha de vainilla", "$216.00"]) expect(text).toContain(part);

  await parley.ended(await ana.says("mándame el recibo otra vez"));
  expect(parley.whatsapp.sentTo(ana.from).at(-1)).toMatchObject({ type: "document", file: { id: idOf(receipt) } });
  expect(uploadsOf(sha256Of(bytes))).toHaveLength(1);
  expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
});

test("chats that are shown the same picture at once upload it once, also after a restart of delivery", async () => {
  parley.whatsapp.addFault({ kind: "slow", on: "upload", delayMs: 300 });
  const customers = [1, 2, 3, 4].map((n) => parley.customer(`521550000071${n}`));
  const ids = await Promise.all(customers.map((one) => one.says("muéstrame el cuernito")));
  await Promise.all(ids.map((id) => parley.ended(id)));
  for (const { from } of customers) expect(kindsTo(from)).toEqual(["image", "interactive"]);
  expect(uploadsOf(shaOf("cuernito"))).toHaveLength(1);
  await parley.stopService("delivery");
  await parley.startService("delivery");
  const late = parley.customer("5215500000719");
  await parley.ended(await late.says("muéstrame el cuernito"));
  expect(kindsTo(late.from)).toEqual(["image", "interactive"]);
  expect(uploadsOf(shaOf("cuernito"))).toHaveLength(1);
});

test("a picture that WhatsApp has forgotten is uploaded once more, and the customer sees it once", async () => {
  const first = parley.customer("5215500000721");
  await parley.ended(await first.says("¿tienes foto de la concha de vainilla?"));
  const [old] = uploadsOf(shaOf("concha-vainilla"));
  parley.whatsapp.expireUpload(old?.id ?? "");
  const uploads = () => parley.whatsapp.stats.uploads;
  const before = uploads();
  for (const from of ["5215500000722", "5215500000723"]) {
    await parley.ended(await parley.customer(from).says("¿tienes foto de la concha de vainilla?"));
    expect(kindsTo(from)).toEqual(["image", "interactive"]);
  }
  expect(uploads()).toBe(before + 1);
  expect(idOf(parley.whatsapp.sentTo("5215500000723")[0])).not.toBe(old?.id);
});

describe("an upload that fails for now", () => {
  test.each([
    ["answers 500", "5215500000731", { kind: "5xx", next: 2 }],
    ["is too fast for Meta (429)", "5215500000732", { kind: "429", next: 1, delayMs: 1_000 }],
    ["finds a token that has expired (401)", "5215500000733", { kind: "401", next: 1 }],
    ["is cut off before it was taken", "5215500000734", { kind: "reset-before-accept", next: 1 }],
    ["is cut off after it was taken", "5215500000735", { kind: "reset-after-accept", next: 1 }],
  ] as const)(
    "and %s is done again: the picture arrives once, before the text that follows it",
    async (_, from, fault) => {
      for (const { id } of uploadsOf(shaOf("pastel-chocolate"))) parley.whatsapp.expireUpload(id);
      parley.whatsapp.addFault({ ...fault, on: "upload" });
      const id = await parley.customer(from).says("muéstrame el pastel de chocolate");
      await parley.ended(id);
      expect(kindsTo(from)).toEqual(["image", "interactive"]);
      expect(parley.whatsapp.stats.duplicateEffects).toBe(0);
      await eventually(async () => (await parley.turn(id))?.processing.delivery?.replies[1]?.status).toBe("read");
    },
  );
});

test("a picture that is gone leaves its words, and the entry says why", async () => {
  rmSync(join(folder, "photos", "cuernito.jpg"));
  const eva = parley.customer("5215500000741");
  const { processing } = await parley.ended(await eva.says("do you have a picture of the croissant?"));
  expect(sentTo(eva.from)).toMatchObject([
    { type: "text", body: "Croissant: $22." },
    { type: "interactive", body: expect.stringContaining("Shall I add it") },
  ]);
  expect(processing.delivery?.replies[0]).toMatchObject({ fileError: { code: "media.gone" } });
});

test("a person sends on a photo that another customer sent, and a document by its link", async () => {
  const [sender, receiver] = [parley.customer("5215500000751"), parley.customer("5215500000752")];
  const photo = readFileSync(join(demo, "photos", "concha-vainilla.jpg"));
  const bytes = Buffer.concat([photo, Buffer.from("another")]);
  await parley.whatsapp.customerSendsImage({ from: sender.from, bytes });
  await parley.ended(await receiver.says("hola"));
  const path = `/api/chats/${encodeURIComponent(receiver.chat)}/messages`;
  const send = (body: object) => parley.ask(path, body);
  const image = { type: "image", image: { sha256: sha256Of(bytes), caption: "Así quedó" } };
  await eventually(async () => (await send(image)).status).toBe(202);
  const link = "https://files.test/menu.pdf";
  const document = { type: "document", document: { link, filename: "Menú.pdf", caption: "El menú" } };
  expect((await send(document)).status).toBe(202);
  await receiver.replies(3);
  expect(sentTo(receiver.from).slice(1)).toMatchObject([
    { type: "image", body: "Así quedó", file: { sha256: sha256Of(bytes) } },
    { type: "document", body: "El menú", file: { link, filename: "Menú.pdf" } },
  ]);
  expect((await send({ type: "image", image: { sha256: "0".repeat(64) } })).status).toBe(422);
});

function idOf(sent: { file?: object } | undefined): string {
  const file = sent?.file;
  return file !== undefined && "id" in file && typeof file.id === "string" ? file.id : "";
}
