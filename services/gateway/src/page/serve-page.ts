import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { notFound } from "../http-error.ts";
import type { Handler } from "../http-request.ts";
import type { Route } from "../http-router.ts";

const contentTypes: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};
// Pictures and players show files of customers, a PDF in a frame; with a token the page fetches them and shows them as `blob:`.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  ...["img-src", "media-src", "frame-src"].map((kind) => `${kind} 'self' blob:`),
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `GET /` and what belongs to it below `/page`: files beside this one, nothing from elsewhere, nothing written into the page. */
export function pageFiles({ simulator }: { simulator: boolean }): Route[] {
  const folder = new URL("./", import.meta.url);
  const files = new Map<string, Handler>();
  for (const name of readdirSync(folder)) {
    const contentType = contentTypes[name.slice(name.lastIndexOf(".") + 1)];
    if (contentType === undefined) continue;
    const text = readFileSync(new URL(name, folder), "utf8");
    const body = text.replace('data-simulator="no"', `data-simulator="${simulator ? "yes" : "no"}"`);
    files.set(name, serve(contentType, body));
  }
  const handle: Handler = (request) => {
    const file = files.get(request.params.name ?? "index.html");
    if (file === undefined) throw notFound("there is nothing at this path");
    return file(request);
  };
  return [
    { method: "GET", path: "/", handle },
    { method: "GET", path: "/page/:name", handle },
  ];
}

function serve(contentType: string, body: string): Handler {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  // Asked for again each time, so that a page and its parts are always of one version.
  const headers = {
    etag,
    "cache-control": "no-cache",
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
  };
  return ({ headers: { "if-none-match": known } }) =>
    known === etag ? { status: 304, contentType, body: "", headers } : { status: 200, contentType, body, headers };
}
