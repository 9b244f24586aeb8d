import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { findBelow } from "@parley/business/files";
import { PermanentError, TransientError } from "@parley/contract/errors";
import type { OrderDocument } from "@parley/contract/order-document";
import { maxDocumentBytes } from "@parley/whatsapp/file-limits";
import { imageTypeOf } from "@parley/whatsapp/image-type";
import type { UnsentFile } from "@parley/whatsapp/sendable-reply";

/** A file to be sent, known by its content before it is read where that can be. */
export type SourceFile = {
  kind: UnsentFile["kind"];
  /** Of the source; a picture may be turned into another form on its way. */
  sha256: string;
  sizeBytes: number;
  filename: string;
  read: () => Promise<{ bytes: Uint8Array; mimeType: string }>;
};

export type Sources = {
  /** Of the media store; undefined when the file is there no longer. Throws `TransientError`. */
  stored: (sha256: string) => Promise<{ sizeBytes: number; read: () => Promise<Uint8Array | undefined> } | undefined>;
  /** Where paths begin. */
  folder: string;
  receipt: (order: OrderDocument) => Promise<Uint8Array>;
};

/** Opens what a reply is to show. Throws `PermanentError` `media.gone`, `media.too-large`, or `TransientError`. */
export async function openSource({ kind, source, ...reply }: UnsentFile, sources: Sources): Promise<SourceFile> {
  const filename = "filename" in reply ? reply.filename : "picture";
  if ("order" in source) return inMemory(kind, filename, await sources.receipt(source.order), "application/pdf");
  if ("path" in source) {
    const bytes = await readBelow(sources.folder, source.path);
    return inMemory(kind, filename, bytes, imageTypeOf(bytes) ?? typeByEnding(source.path));
  }
  const { sha256, mimeType } = source;
  const found = await sources.stored(sha256);
  if (found === undefined) throw new PermanentError("media.gone", "the file is no longer in the media store");
  const read = async () => {
    const bytes = await found.read();
    if (bytes === undefined) throw new PermanentError("media.gone", "the file is no longer in the media store");
    return { bytes, mimeType: kind === "image" ? (imageTypeOf(bytes) ?? mimeType) : mimeType };
  };
  return { kind, sha256, filename, sizeBytes: found.sizeBytes, read };
}

function inMemory(kind: SourceFile["kind"], filename: string, bytes: Uint8Array, mimeType: string): SourceFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { kind, sha256, filename, sizeBytes: bytes.byteLength, read: async () => ({ bytes, mimeType }) };
}

async function readBelow(folder: string, path: string): Promise<Uint8Array> {
  const found = findBelow(folder, path);
  if (found === undefined) throw new PermanentError("media.gone", `there is no file ${path}`);
  if (found.sizeBytes > maxDocumentBytes) throw new PermanentError("media.too-large", `${found.sizeBytes} bytes`);
  return readFile(found.path).catch((cause: unknown) => {
    throw new TransientError("dependency.unavailable", "a file of the business could not be read", { cause });
  });
}

const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  txt: "text/plain",
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function typeByEnding(path: string): string {
  return types[path.slice(path.lastIndexOf(".") + 1).toLowerCase()] ?? "application/octet-stream";
}
