import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createGraphUpload } from "./graph-upload.ts";
import { openHttpExchange } from "./http-exchange.ts";

const file = { bytes: Buffer.from("%PDF-1.7"), mimeType: "application/pdf", filename: 'Recibo "P-1" ñ.pdf' };

test("an upload is a form with Meta's three fields, and tells the id", async () => {
  const seen: unknown[] = [];
  const { upload } = await graphWith(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const type = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(new Uint8Array(Buffer.concat(chunks)), { headers: type }).formData();
    const sent = form.get("file");
    seen.push(request.url, request.headers.authorization, form.get("messaging_product"), form.get("type"));
    if (sent instanceof File) seen.push(sent.name, sent.type, await sent.text());
    response.end('{"id":"7001"}');
  });
  expect(await upload("100", file)).toEqual({ kind: "uploaded", mediaId: "7001" });
  expect(seen.slice(0, 4)).toEqual(["/v25.0/100/media", "Bearer invented-token", "whatsapp", "application/pdf"]);
  expect(seen.slice(4)).toEqual([file.filename, "application/pdf", "%PDF-1.7"]);
});

test.each([
  [200, "{}", { kind: "unavailable" }],
  [200, "not json", { kind: "unavailable" }],
  [502, "<html>", { kind: "unavailable" }],
  [500, '{"error":{"code":131000,"message":"wrong"}}', { kind: "unavailable" }],
  [400, '{"error":{"code":100,"message":"wrong type"}}', { kind: "rejected", code: "whatsapp.rejected" }],
  [401, '{"error":{"code":190,"message":"expired"}}', { kind: "blocked", code: "whatsapp.unauthorized" }],
  [429, '{"error":{"code":130429,"message":"slow down"}}', { kind: "throttled", scope: "number" }],
])("HTTP %i with %s is %j", async (status, body, outcome) => {
  const { upload } = await graphWith((_, response) => response.writeHead(status).end(body));
  expect(await upload("100", file)).toMatchObject(outcome);
});

test("an upload whose connection is cut may be repeated: nobody has seen it", async () => {
  const { upload } = await graphWith((request) => request.socket.resetAndDestroy());
  expect(await upload("100", file)).toMatchObject({ kind: "unavailable" });
});

test("an upload that is given up ends", async () => {
  const abort = new AbortController();
  const { upload } = await graphWith(() => abort.abort());
  expect(await upload("100", file, abort.signal)).toMatchObject({ kind: "unavailable", message: "aborted" });
});

async function graphWith(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const origin = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
  const http = openHttpExchange(origin, { connections: 2, timeoutMs: 5_000 });
  onTestFinished(async () => {
    await http.close();
    server.close();
    server.closeAllConnections();
  });
  return createGraphUpload({ http, prefix: "/v25.0", token: () => "invented-token", now: Date.now });
}
