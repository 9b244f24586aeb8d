import { deflateSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { openMediaReader } from "./read-media.ts";
import { probeIsolation } from "./sandbox/isolation.ts";

const reader = openMediaReader({ isolation: await probeIsolation(), clock: { now: () => 0 }, photoChildren: 1 });
afterAll(() => reader.stop());
// The first file of a pool waits until its child has loaded everything, which takes long when the disk is cold.
vi.setConfig({ testTimeout: 150_000 });

/** A PDF of one page that says `text`. */
function aPdf(text: string): Buffer {
  return aPdfOf(Buffer.from(`BT /F 12 Tf 72 700 Td (${text}) Tj ET`));
}

/** A PDF of one page with this content, packed; without a table of its objects, which readers make up for. */
function aPdfOf(content: Buffer): Buffer {
  const packed = deflateSync(content).toString("latin1");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>`, "latin1");
}

test("the text of a PDF is read in a child", async () => {
  const text = "Factura F-2026/17 por tres mesas de roble";
  expect(await reader.read({ bytes: aPdf(text), mimeType: "application/pdf" })).toMatchObject({
    status: "ok",
    text,
    pages: 1,
  });
});

test("a PDF that is none is corrupt, a file of another type is not read", async () => {
  const broken = Buffer.from("%PDF-1.4 and nothing else");
  expect(await reader.read({ bytes: broken, mimeType: "application/pdf" })).toMatchObject({ status: "corrupt" });
  expect(await reader.read({ bytes: broken, mimeType: "image/png" })).toMatchObject({ status: "type_mismatch" });
});

test("a scanned page is drawn and its text recognised, and it has a thumbnail", async () => {
  // Few letters: taken for a page whose text is in its picture.
  const read = await reader.read({ bytes: aPdf("TOTAL 48 EUR"), mimeType: "application/pdf" });
  expect(read).toMatchObject({ status: "ok", text: "TOTAL 48 EUR", engine: expect.stringContaining("tesseract") });
  expect(Buffer.from(read.thumbnail ?? []).toString("latin1", 8, 12)).toBe("WEBP");
  expect(read.fields).toMatchObject({ total: { value: 48 } });
  // The TypeScript loader's copies of the libraries alone were 470 MB.
  expect(reader.peakRssBytes()).toBeLessThan(350_000_000);
});

test("a voice note does not wait for a document that takes its time", async () => {
  const note = { bytes: Buffer.from(`OggS${"\0".repeat(24)}OpusHead\x01\x01`, "latin1"), mimeType: "audio/ogg" };
  const slow = { bytes: aPdfOf(Buffer.alloc(100_000_000, "BT (A) Tj ET\n")), mimeType: "application/pdf" };
  // The child is there before it is timed.
  expect(await reader.read(note)).toMatchObject({ status: "corrupt" });
  const ended: string[] = [];
  await Promise.all([
    reader.read(slow).then(() => ended.push("document")),
    reader.read(note).then(() => ended.push("note")),
  ]);
  expect(ended).toEqual(["note", "document"]);
});
