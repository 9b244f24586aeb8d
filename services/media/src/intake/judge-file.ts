import type { ReadStatus } from "../reading/read-result.ts";
import { type FileType, fileTypeOf } from "./file-type.ts";

/** What reads a file. */
export type FileKind = "image" | "pdf" | "docx" | "xlsx" | "csv" | "text" | "xml" | "audio";
export type Judgement =
  | { status: "readable"; kind: FileKind; type: FileType; mimeType: string }
  | { status: Exclude<ReadStatus, "ok">; type: FileType; mimeType: string; reason: string };

type Rule = { types: readonly FileType[]; kind: FileKind };

const text: readonly FileType[] = ["text", "xml", "html"];
const office = "application/vnd.openxmlformats-officedocument";
// The claims of senders that are believed, each with the types that bear them out.
const rules: Record<string, Rule> = {
  "image/jpeg": { types: ["jpeg"], kind: "image" },
  "image/jpg": { types: ["jpeg"], kind: "image" },
  "image/png": { types: ["png"], kind: "image" },
  "image/webp": { types: ["webp"], kind: "image" },
  "image/gif": { types: ["gif"], kind: "image" },
  "image/tiff": { types: ["tiff"], kind: "image" },
  "image/avif": { types: ["avif"], kind: "image" },
  "application/pdf": { types: ["pdf"], kind: "pdf" },
  [`${office}.wordprocessingml.document`]: { types: ["docx"], kind: "docx" },
  [`${office}.spreadsheetml.sheet`]: { types: ["xlsx"], kind: "xlsx" },
  "text/csv": { types: text, kind: "csv" },
  "text/comma-separated-values": { types: text, kind: "csv" },
  "application/csv": { types: text, kind: "csv" },
  "text/plain": { types: text, kind: "text" },
  "text/html": { types: text, kind: "text" },
  "text/xml": { types: ["xml"], kind: "xml" },
  "application/xml": { types: ["xml"], kind: "xml" },
  "audio/ogg": { types: ["ogg"], kind: "audio" },
  "audio/opus": { types: ["ogg"], kind: "audio" },
  "audio/mpeg": { types: ["mp3"], kind: "audio" },
  "audio/mp3": { types: ["mp3"], kind: "audio" },
  "audio/aac": { types: ["aac", "m4a", "mp4"], kind: "audio" },
  "audio/amr": { types: ["amr"], kind: "audio" },
  "audio/mp4": { types: ["m4a", "mp4"], kind: "audio" },
  "audio/x-m4a": { types: ["m4a", "mp4"], kind: "audio" },
  "audio/wav": { types: ["wav"], kind: "audio" },
  "audio/x-wav": { types: ["wav"], kind: "audio" },
};
// Windows says Excel for a CSV.
const alsoText: Record<string, FileKind> = { "application/vnd.ms-excel": "csv" };
const unclaimed = new Set(["application/octet-stream", "binary/octet-stream", ""]);

/** Largest files of a kind, bytes: what WhatsApp sends, and 25 MB of a document are read. */
const maxBytes: Record<FileKind, number> = {
  ...{ image: 25_000_000, audio: 16_000_000 },
  ...{ pdf: 25_000_000, docx: 25_000_000, xlsx: 25_000_000, csv: 25_000_000, text: 25_000_000, xml: 25_000_000 },
};

/** Whether a file is read, and as what: by its bytes, which must bear out what the sender says it is. */
export function judgeFile(bytes: Uint8Array, claimed: string): Judgement {
  const type = fileTypeOf(bytes);
  const claim = (claimed.split(";")[0] ?? "").trim().toLowerCase();
  const judged = (status: Exclude<ReadStatus, "ok">, reason: string): Judgement => ({
    ...{ status, type, reason },
    mimeType: mimeTypeOf(type),
  });
  if (bytes.length === 0) return judged("corrupt", "the file is empty");
  const kind = kindOf(type, claim);
  if (kind === undefined) {
    if (type === "ole" && isEncryptedOffice(bytes)) return judged("encrypted", "an office file with a password");
    if (rules[claim] !== undefined && !isOfficeZip(type, claim))
      return judged("type_mismatch", `${type}, not ${claim}`);
    if (isOfficeZip(type, claim)) return judged("corrupt", "a zip, but no office file");
    return judged("unsupported", `${type} is not read`);
  }
  if (bytes.length > maxBytes[kind]) return judged("too_large", `${bytes.length} bytes`);
  return { status: "readable", kind, type, mimeType: mimeTypeOf(type) };
}

function kindOf(type: FileType, claim: string): FileKind | undefined {
  if (unclaimed.has(claim))
    return Object.values(rules).find(({ types }) => types.at(0) === type && type !== "text")?.kind;
  const rule = rules[claim];
  if (rule?.types.includes(type)) return type === "xml" && rule.kind === "text" ? "xml" : rule.kind;
  return type === "text" ? alsoText[claim] : undefined;
}

/** A zip whose directory cannot be read is judged by what it was meant to be. */
function isOfficeZip(type: FileType, claim: string): boolean {
  return type === "zip" && claim.startsWith(office);
}

function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name);
}

const byType: Partial<Record<FileType, string>> = {
  ...{ pdf: "application/pdf", svg: "image/svg+xml", zip: "application/zip", xml: "application/xml" },
  ...{ text: "text/plain", html: "text/html", mp3: "audio/mpeg", m4a: "audio/mp4", mp4: "video/mp4" },
  ...{ docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet`, "3gp": "video/3gpp" },
  pptx: `${office}.presentationml.presentation`,
};

/** The MIME type a file is served as: what it is, not what the sender says. */
export function mimeTypeOf(type: FileType): string {
  if (["jpeg", "png", "webp", "gif", "tiff", "bmp", "avif", "heic"].includes(type)) return `image/${type}`;
  if (["ogg", "aac", "amr", "wav"].includes(type)) return `audio/${type}`;
  return byType[type] ?? "application/octet-stream";
}
