import { afterAll, expect, test } from "vitest";
import { openMediaReader } from "./read-media.ts";
import { probeIsolation } from "./sandbox/isolation.ts";

const reader = openMediaReader({ isolation: await probeIsolation(), clock: { now: () => 0 }, photoChildren: 1 });
afterAll(() => reader.stop());

/** A PDF of one page that says `text`; without a table of its objects, which readers make up for. */
function aPdf(text: string): Buffer {
  const content = `BT /F 12 Tf 72 700 Td (${text}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = objects.map((object, n) => `${n + 1} 0 obj${object}endobj\n`).join("");
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>`);
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
}, 30_000);
