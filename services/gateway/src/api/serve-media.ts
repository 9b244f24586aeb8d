import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { GalleryEntry } from "@parley/contract/gallery";
import { badRequest, HttpError, notFound } from "../http-error.ts";
import type { Handler, HttpAnswer, HttpRequest } from "../http-request.ts";
import { rangeOf } from "./byte-range.ts";
import { findBlob, readBlob } from "./read-blob.ts";
import type { Store } from "./store.ts";

/** What a browser shows or plays by itself without running anything of it. SVG is not among these: it may hold scripts. */
const shown = new Set([
  ...["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "application/pdf"],
  ...["audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr", "audio/wav"],
  ...["video/mp4", "video/3gpp", "video/webm"],
]);

/** Customers sent these bytes: whatever they are, they run nothing here, load nothing, and are nothing but what they say. */
const safety = {
  "x-content-type-options": "nosniff",
  "content-security-policy":
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  // Forgetting must reach the browser, too: it asks each time, and is told when nothing has changed.
  "cache-control": "private, no-cache",
};

type FindEntry = (request: HttpRequest) => Promise<GalleryEntry>;

/** `GET /api/gallery/{id}/content`: the file, also in parts (`Range`). 404 when there are no bytes (any more). */
export function serveContent(store: Store, find: FindEntry): Handler {
  return async (request) => {
    const entry = await find(request);
    const { sha256, mimeType } = entry;
    const blob = sha256 === undefined ? undefined : await findBlob(store, sha256);
    if (blob === undefined) throw notFound(`there is no file, its status is ${entry.status}`);
    // Senders write "audio/ogg; codecs=opus".
    const type = mimeType.split(";", 1).join("").trim().toLowerCase();
    const inline = shown.has(type);
    const headers = {
      ...safety,
      "content-type": inline ? type : "application/octet-stream",
      "content-disposition": dispositionOf(entry, inline),
      "accept-ranges": "bytes",
      etag: `"${sha256}"`,
    };
    if (request.headers["if-none-match"] === headers.etag)
      return { status: 304, takeOver: (response) => end(response, 304, headers) };
    const range = rangeOf(request.headers, blob.sizeBytes, headers.etag);
    if (range === "unsatisfiable") {
      const told = { headers: { "content-range": `bytes */${blob.sizeBytes}` } };
      throw new HttpError(416, "message.malformed", "the file has no such part", told);
    }
    const { from, to } = range ?? { from: 0, to: blob.sizeBytes };
    const contentRange = range === undefined ? {} : { "content-range": `bytes ${from}-${to - 1}/${blob.sizeBytes}` };
    const head = { ...headers, ...contentRange, "content-length": to - from };
    const status = range === undefined ? 200 : 206;
    if (request.method === "HEAD") return { status, takeOver: (response) => end(response, status, head) };
    const chunks = readBlob(store, blob, from, to);
    return { status, takeOver: (response) => void send(response, { status, head, chunks }) };
  };
}

/** `GET /api/gallery/{id}/thumbnail`: WebP made when the file was read, else a drawing of its kind. */
export function serveThumbnail(store: Store, find: FindEntry): Handler {
  return async (request) => {
    const { sha256, kind } = await find(request);
    const made = sha256 === undefined ? undefined : await thumbnailOf(store, request, sha256);
    return made ?? icon(kind);
  };
}

/** `GET /api/files/{sha256}/thumbnail`: the same of a file by its hash, for replies that carry one. */
export function serveThumbnailByHash(store: Store): Handler {
  return async (request) => {
    const sha256 = request.params.sha256 ?? "";
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw badRequest("not the hash of a file");
    return (await thumbnailOf(store, request, sha256)) ?? icon("image");
  };
}

async function thumbnailOf(store: Store, { headers }: HttpRequest, sha256: string): Promise<HttpAnswer | undefined> {
  const blob = await findBlob(store, `${sha256}.thumb`);
  if (blob === undefined) return undefined;
  // A reader's next version may draw another picture of the same bytes.
  const tagged = { ...safety, etag: `"${sha256}-${blob.sizeBytes}"` };
  if (headers["if-none-match"] === tagged.etag)
    return { status: 304, takeOver: (response) => end(response, 304, tagged) };
  const parts: Uint8Array[] = [];
  for await (const part of readBlob(store, blob, 0, Math.min(blob.sizeBytes, maxThumbnailBytes))) parts.push(part);
  return { status: 200, contentType: "image/webp", body: Buffer.concat(parts), headers: tagged };
}

const maxThumbnailBytes = 1_000_000;

type Sending = { status: number; head: Record<string, string | number>; chunks: AsyncIterable<Uint8Array> };

/** As fast as the client reads; a file that cannot be read to its end breaks the connection off. */
async function send(response: ServerResponse, { status, head, chunks }: Sending): Promise<void> {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  try {
    response.writeHead(status, head);
    for await (const chunk of chunks) {
      if (gone.signal.aborted) return;
      if (!response.write(chunk)) await once(response, "drain", { signal: gone.signal });
    }
    response.end();
  } catch {
    response.destroy();
  }
}

function end(response: ServerResponse, status: number, head: Record<string, string | number>): void {
  response.writeHead(status, head);
  response.end();
}

function dispositionOf({ filename, kind, id }: GalleryEntry, inline: boolean): string {
  const name = filename ?? `${kind}-${id.slice(id.indexOf(".") + 1)}`;
  // encodeURIComponent leaves some signs that are not allowed here, and throws on half a surrogate pair.
  const encoded = encodeURIComponent(Buffer.from(name).toString("utf8")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encoded}`;
}

const drawings: Readonly<Record<string, string>> = {
  image: '<path d="M60 210l60-70 40 40 30-30 70 60z"/><circle cx="110" cy="100" r="20"/>',
  sticker: '<path d="M60 210l60-70 40 40 30-30 70 60z"/><circle cx="110" cy="100" r="20"/>',
  audio: '<path d="M130 90v100a30 30 0 1 1-14-25V70l90-20v110a30 30 0 1 1-14-25V80z"/>',
  video: '<path d="M110 80l120 80-120 80z"/>',
};
const sheet = '<path d="M90 50h100l50 50v170H90zM190 50v50h50" fill="none" stroke="#888" stroke-width="12"/>';

function icon(kind: string): HttpAnswer {
  const drawing = drawings[kind] ?? sheet;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 320" fill="#888"><rect width="320" height="320" fill="#eee"/>${drawing}</svg>`;
  return { status: 200, contentType: "image/svg+xml", body, headers: safety };
}
