import { ZipError } from "../intake/open-zip.ts";
import { fieldsOfText, withFields } from "./find-fields.ts";
import { type Read, ReadTask, RecognisedLines } from "./read-task.ts";

/** Reads one file; runs in a child only. Readers load when first needed: each brings its own memory. */
export async function readInChild(task: unknown, bytes: Uint8Array): Promise<Read> {
  const { kind, page = 1 } = ReadTask.parse(task);
  try {
    return withFields(kind, await readers[kind](bytes, page), bytes);
  } catch (failure) {
    if (failure instanceof ZipError) return { status: failure.status, reason: failure.message.slice(0, 500) };
    const reason = failure instanceof Error ? failure.message : String(failure);
    // What sharp says of pictures above its limit; the others are broken.
    const status = reason.includes("pixel limit") ? "too_large" : "corrupt";
    return { status, reason: reason.slice(0, 300) };
  }
}

const readers: Record<ReadTask["kind"], (bytes: Uint8Array, page: number) => Promise<Read>> = {
  image: async (bytes) => (await import("./read-image.ts")).readImage(bytes),
  copy: async (bytes) => (await import("./read-image.ts")).copyImage(bytes),
  thumbnail: async (bytes) => (await import("./read-image.ts")).thumbnailImage(bytes),
  page: async (bytes, page) => (await import("./read-scan.ts")).readPage(bytes, page),
  scan: async (bytes) => (await import("./read-scan.ts")).readScan(bytes),
  pdf: async (bytes) => (await import("./adapters/pdf-text.ts")).readPdfText(bytes),
  docx: async (bytes) => (await import("./read-docx.ts")).readDocx(bytes),
  xlsx: async (bytes) => (await import("./read-xlsx.ts")).readXlsx(bytes),
  csv: async (bytes) => (await import("./adapters/csv.ts")).readCsv(bytes),
  text: async (bytes) => (await import("./read-text.ts")).readText(bytes),
  xml: async (bytes) => (await import("./read-text.ts")).readText(bytes),
  opus: async (bytes) => (await import("./adapters/opus.ts")).readOpus(bytes),
  fields: async (bytes) => {
    const lines = RecognisedLines.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return { status: "ok", fields: fieldsOfText({ text: lines.map(({ text }) => text).join("\n"), lines }) };
  },
};
