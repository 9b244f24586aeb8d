import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { deflateSync } from "node:zlib";
import { aZip } from "@parley/media-service/intake/zip.fixture";

export type BenchFile = { name: string; kind: "image" | "audio" | "document"; mimeType: string; bytes: Buffer };

const office = "application/vnd.openxmlformats-officedocument";
const mimeTypes: Record<string, string> = {
  ...{ ".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".pdf": "application/pdf" },
  ...{ ".csv": "text/csv", ".txt": "text/plain", ".xml": "application/xml", ".ogg": "audio/ogg" },
  ...{ ".docx": `${office}.wordprocessingml.document`, ".xlsx": `${office}.spreadsheetml.sheet` },
};

/** The files of a folder, or some of ours that hurt naive readers: bombs, lies, endless depth, and what is cut off. */
export function hostileFiles(folder: string | undefined): BenchFile[] {
  const files = folder === undefined ? ownFiles() : filesIn(folder);
  if (files.length === 0) throw new Error(`no files of a known type in ${folder}`);
  return files;
}

/** The same file with other bytes, so that it is read and not remembered; `n` up to four digits. */
export function unlike(file: BenchFile, n: number): BenchFile {
  const mark = Buffer.from(`\n%${String(n).padStart(6, "0")}`);
  const isZip = file.bytes.toString("latin1", 0, 2) === "PK" && file.bytes.length >= 22;
  const bytes = Buffer.concat([file.bytes, mark]);
  // A zip ends with the length of its comment, which is the mark.
  if (isZip) bytes.writeUInt16LE(mark.length, file.bytes.length - 2);
  return { ...file, bytes };
}

function filesIn(folder: string): BenchFile[] {
  return readdirSync(folder)
    .filter((name) => mimeTypes[extname(name)] !== undefined)
    .map((name) => fileOf(name, readFileSync(join(folder, name))));
}

function fileOf(name: string, bytes: Uint8Array): BenchFile {
  const mimeType = mimeTypes[extname(name)] ?? "";
  const kind = mimeType.startsWith("image/") ? "image" : mimeType.startsWith("audio/") ? "audio" : "document";
  return { name, kind, mimeType, bytes: Buffer.from(bytes) };
}

function ownFiles(): BenchFile[] {
  const cells = "<w:tbl><w:tr><w:tc>";
  const laughs = ["a", "b", "c", "d", "e", "f", "g"].map((name, at, names) => {
    const before = names[at - 1];
    return `<!ENTITY ${name} "${before === undefined ? "lol" : `&${before};`.repeat(10)}">`;
  });
  return [
    fileOf("zip-bomb.docx", docx("A".repeat(200_000_000))),
    fileOf("lies-of-its-size.docx", docx("A".repeat(50_000_000), 1_000)),
    fileOf("deep.docx", docx(cells.repeat(60_000))),
    fileOf("entities.xml", Buffer.from(`<!DOCTYPE l [${laughs.join("")}]><l>&g;</l>`)),
    fileOf("deep.xml", Buffer.from("<a>".repeat(500_000))),
    fileOf("flate-bomb.pdf", pdf(Buffer.alloc(500_000_000, " "))),
    fileOf("endless-text.pdf", pdf(Buffer.alloc(100_000_000, "BT /F 9 Tf 10 10 Td (AAAAAAAAAAAAAAAA) Tj ET\n"))),
    fileOf("deep-array.pdf", pdf(Buffer.from(`${"[".repeat(500_000)} TJ`))),
    fileOf("huge.png", png(65_500, 65_500)),
    fileOf(
      "cut-off.ogg",
      Buffer.concat([Buffer.from("OggS\0\x02"), Buffer.alloc(22), Buffer.from("OpusHead\x01\x01")]),
    ),
    fileOf(
      "noise.ogg",
      Buffer.concat([Buffer.from("OggS"), Buffer.from(Array.from({ length: 50_000 }, (_, at) => at * 7_919))]),
    ),
    fileOf("one-line.csv", Buffer.alloc(16_000_000, "a,")),
    fileOf("open-quote.csv", Buffer.concat([Buffer.from('a,b\n"'), Buffer.alloc(8_000_000, "x\n")])),
    fileOf("program.pdf", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4_000, 7)])),
  ];
}

function docx(text: string, declaredBytes?: number): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const document = `<w:document ${w}><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
  return aZip(
    { name: "[Content_Types].xml", bytes: "<Types/>" },
    { name: "word/document.xml", bytes: document, ...(declaredBytes === undefined ? {} : { declaredBytes }) },
  );
}

function pdf(content: Buffer): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(
      "%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n" +
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" +
        `4 0 obj<</Filter/FlateDecode/Length ${packed.length}>>stream\n`,
    ),
    packed,
    Buffer.from("\nendstream endobj\ntrailer<</Root 1 0 R/Size 6>>"),
  ]);
}

/** Only the head says how large it is. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write("IHDR", 4);
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  head.set([8, 2], 16);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), head, Buffer.alloc(64)]);
}
