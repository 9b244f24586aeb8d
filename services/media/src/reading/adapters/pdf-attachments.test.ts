import { expect, test } from "vitest";
import { attachmentsOf, pdfAttachments } from "./pdf-attachments.ts";

/** A PDF of one empty page with one attached file. */
function pdfWith(name: string, content: string): Uint8Array {
  const bodies = [
    "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(1) 4 0 R]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    `<</Type/Filespec/F(${name})/UF(${name})/EF<</F 5 0 R>>>>`,
    `<</Type/EmbeddedFile/Length ${content.length}>>stream\n${content}\nendstream`,
  ];
  let pdf = "%PDF-1.7\n";
  const places = bodies.map((body, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 6\n0000000000 65535 f \n${places.join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(pdf, "latin1");
}

test("a file attached to a PDF comes out whole, and the bytes given stay usable", async () => {
  const pdf = pdfWith("factur-x.xml", "<a/>");
  const [file] = await pdfAttachments(pdf);
  expect(file?.name).toBe("factur-x.xml");
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe("<a/>");
  expect(pdf.byteLength).toBeGreaterThan(0);
});

test("what is no PDF has no attachments", async () => {
  expect(await pdfAttachments(Buffer.from("%PDF-1.7 nonsense"))).toEqual([]);
  expect(await pdfAttachments(new Uint8Array())).toEqual([]);
});

test("XML comes first, files beyond the size limit and entries without bytes are left out", () => {
  const found = attachmentsOf({
    a: { filename: "photo.png", content: new Uint8Array(2) },
    b: { filename: "big.xml", content: new Uint8Array(8_000_001) },
    c: { filename: "Invoice.XML", content: new Uint8Array(1) },
    d: { filename: "none" },
  });
  expect(found.map(({ name }) => name)).toEqual(["Invoice.XML", "photo.png"]);
});
