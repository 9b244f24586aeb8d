import { decodeText } from "./text-encoding.ts";
import { readZipDirectory } from "./zip-directory.ts";

/** What a file is by its bytes. `ole` is the container of old and of encrypted office files. */
export const fileTypes = [
  ...["jpeg", "png", "webp", "gif", "tiff", "bmp", "avif", "heic", "svg"],
  ...["pdf", "docx", "xlsx", "pptx", "ole", "zip", "xml", "html", "text"],
  ...["ogg", "mp3", "aac", "amr", "wav", "m4a", "mp4", "3gp"],
] as const;
export type FileType = (typeof fileTypes)[number] | "unknown";

type Magic = readonly [type: FileType, offset: number, bytes: string];

// Longest first where one begins like another; bytes as latin1.
const magics: readonly Magic[] = [
  ["jpeg", 0, "\xff\xd8\xff"],
  ["png", 0, "\x89PNG\r\n\x1a\n"],
  ["gif", 0, "GIF87a"],
  ["gif", 0, "GIF89a"],
  ["webp", 8, "WEBP"],
  ["wav", 8, "WAVE"],
  ["tiff", 0, "II*\0"],
  ["tiff", 0, "MM\0*"],
  ["bmp", 0, "BM"],
  ["pdf", 0, "%PDF-"],
  ["ole", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["zip", 0, "PK\x03\x04"],
  ["zip", 0, "PK\x05\x06"],
  ["ogg", 0, "OggS"],
  ["amr", 0, "#!AMR"],
  ["mp3", 0, "ID3"],
];

/** Reads the type from the file's first bytes (of a zip also its directory), never from its name. Nothing is unpacked. */
export function fileTypeOf(bytes: Uint8Array): FileType {
  const head = latin1(bytes, 0, 1024);
  const magic = magics.find(([, offset, text]) => head.startsWith(text, offset));
  if (magic !== undefined) return confirmed(magic[0], head, bytes);
  if (head.startsWith("ftyp", 4)) return isoMediaType(head.slice(8, 64));
  const audio = audioFrame(bytes[0] ?? 0, bytes[1] ?? 0);
  if (audio !== undefined && bytes.length > 4) return audio;
  const text = textType(bytes);
  if (text !== "unknown") return text;
  // Readers of PDF accept rubbish before the header.
  return head.includes("%PDF-") ? "pdf" : "unknown";
}

function confirmed(type: FileType, head: string, bytes: Uint8Array): FileType {
  if ((type === "webp" || type === "wav") && !head.startsWith("RIFF")) return "unknown";
  if (type === "bmp") return bytes.length > 26 && head.slice(6, 10) === "\0\0\0\0" ? "bmp" : textType(bytes);
  return type === "zip" ? zipType(bytes) : type;
}

function zipType(bytes: Uint8Array): FileType {
  const directory = readZipDirectory(bytes);
  if (directory.status !== "ok") return "zip";
  const folders = new Set(directory.entries.map(({ name }) => name.slice(0, name.indexOf("/")).toLowerCase()));
  if (folders.has("word")) return "docx";
  if (folders.has("xl")) return "xlsx";
  return folders.has("ppt") ? "pptx" : "zip";
}

function isoMediaType(brands: string): FileType {
  if (brands.startsWith("avif") || brands.startsWith("avis")) return "avif";
  if (/^(hei[cxms]|hev[cx]|mif1|msf1)/.test(brands)) return brands.includes("avif") ? "avif" : "heic";
  if (/^(M4A|M4B)/.test(brands)) return "m4a";
  return brands.startsWith("3g") ? "3gp" : "mp4";
}

/** Sync words of MPEG audio: layer bits 00 are AAC in ADTS, 01 is layer III. */
function audioFrame(first: number, second: number): FileType | undefined {
  if (first !== 0xff) return undefined;
  if ((second & 0xf6) === 0xf0) return "aac";
  return (second & 0xe6) === 0xe2 ? "mp3" : undefined;
}

function textType(bytes: Uint8Array): FileType {
  const decoded = decodeText(bytes.subarray(0, 65_536), { cut: bytes.length > 65_536 });
  if (decoded === undefined || bytes.length === 0) return "unknown";
  const start = decoded.text.trimStart().slice(0, 1024).toLowerCase();
  if (/^<!doctype html|^<html/.test(start)) return "html";
  if (/^<svg[\s>]/.test(start) || (/^(<\?xml|<!)/.test(start) && /<svg[\s>]/.test(start))) return "svg";
  return /^<\?xml|^<[a-z_][\w.-]*(:[\w.-]+)?(\s+xmlns|>)/.test(start) ? "xml" : "text";
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}
