import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createGraphApi } from "./graph-api.ts";
import { outgoingMessage } from "./outgoing-message.ts";

const account = "100000000000001";
const text = outgoingMessage({
  contact: "34600000001",
  reply: { kind: "text", body: "Hola" },
  effect: "1~34600000001:7/1",
});

test("a send carries the token and the body, and tells Meta's id and form of the phone", async () => {
  const seen: unknown[] = [];
  const { api } = await graphWith((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      seen.push(request.url, request.headers.authorization, JSON.parse(body));
      response.end('{"contacts":[{"input":"34600000001","wa_id":"3460000001"}],"messages":[{"id":"wamid.OUT"}]}');
    });
  });
  expect(await api.send(account, text)).toEqual({ kind: "accepted", providerId: "wamid.OUT", waId: "3460000001" });
  expect(seen).toEqual([`/v25.0/${account}/messages`, "Bearer invented-token", text]);
});

test("nobody listening means not sent", async () => {
  const { api, close } = await graphWith(() => undefined);
  await close();
  expect(await api.send(account, text)).toMatchObject({ kind: "unavailable" });
});

test("a name that does not resolve means not sent", async () => {
  const api = graphAt("http://graph.invalid");
  expect(await api.send(account, text)).toMatchObject({ kind: "unavailable" });
});

test("a connection cut after the request was written leaves the send unknown", async () => {
  const { api } = await graphWith((request) => request.socket.resetAndDestroy());
  expect(await api.send(account, text)).toMatchObject({ kind: "unknown" });
});

test("no answer in time leaves the send unknown", async () => {
  const { api } = await graphWith(() => undefined, { timeoutMs: 50 });
  expect(await api.send(account, text)).toMatchObject({ kind: "unknown", message: "no answer within 50 ms" });
});

test("a send that waits for a free connection until its time is up was not sent", async () => {
  const urls: unknown[] = [];
  const { api } = await graphWith((request) => urls.push(request.url), { timeoutMs: 50, connections: 1 });
  const outcomes = await Promise.all([api.send("1", text), api.send("2", text)]);
  expect(outcomes).toMatchObject([{ kind: "unknown" }, { kind: "unavailable" }]);
  expect(urls).toEqual(["/v25.0/1/messages"]);
});

test("an aborted send is not sent when it had not begun, and unknown when it had", async () => {
  const abort = new AbortController();
  const { api } = await graphWith(() => abort.abort());
  expect(await api.send(account, text, AbortSignal.abort())).toMatchObject({ kind: "unavailable" });
  expect(await api.send(account, text, abort.signal)).toMatchObject({ kind: "unknown" });
});

test.each([
  [200, "{}", "unknown"],
  [200, "not json", "unknown"],
  [502, "<html>", "unknown"],
  [500, '{"error":{"code":131000,"message":"wrong"}}', "unavailable"],
  [400, '{"error":{"code":100,"message":"wrong"}}', "rejected"],
  [401, '{"error":{"code":190,"message":"expired"}}', "blocked"],
  [429, '{"error":{"code":130429,"message":"slow down"}}', "throttled"],
])("HTTP %i with %s is %s", async (status, body, kind) => {
  const { api } = await graphWith((_, response) => response.writeHead(status).end(body));
  expect(await api.send(account, text)).toMatchObject({ kind });
});

test("reading and typing are told, and a failure is only a no", async () => {
  const { api, close } = await graphWith((_, response) => response.end('{"success":true}'));
  expect(await api.markRead(account, "wamid.IN", true)).toBe(true);
  await close();
  expect(await api.markRead(account, "wamid.IN", false)).toBe(false);
});

test("a file is fetched from its URL, hashed, and bounded", async () => {
  const file = Buffer.from("a photo");
  const { api, url } = await graphWith((request, response) =>
    request.url === "/v25.0/3001"
      ? response.end(JSON.stringify({ url: `${url}/file`, mime_type: "image/jpeg", file_size: 7 }))
      : response.writeHead(200, { "content-type": "image/jpeg" }).end(file),
  );
  const signal = new AbortController().signal;
  const media = await api.mediaUrl("3001", undefined, signal);
  expect(media).toEqual({ url: `${url}/file`, mimeType: "image/jpeg", bytes: 7 });
  expect(await api.download(media.url, { maxBytes: 7, signal })).toEqual({
    bytes: file,
    sha256: createHash("sha256").update(file).digest("hex"),
    mimeType: "image/jpeg",
  });
  await expect(api.download(media.url, { maxBytes: 6, signal })).rejects.toMatchObject({ code: "media.too-large" });
});

test("a file without a length is still bounded", async () => {
  const { api, url } = await graphWith((_, response) => {
    response.write("four");
    response.end("more");
  });
  const options = { maxBytes: 7, signal: new AbortController().signal };
  await expect(api.download(`${url}/file`, options)).rejects.toMatchObject({ code: "media.too-large" });
});

test("an expired URL is asked for once more, and a file Meta dropped is gone", async () => {
  let fresh = 0;
  const { api, url } = await graphWith((request, response) => {
    if (request.url === "/fresh") response.end("file");
    else if (request.url !== "/v25.0/3001") response.writeHead(404).end();
    else {
      fresh += 1;
      response.end(JSON.stringify({ url: fresh === 1 ? `${url}/fresh` : `${url}/old` }));
    }
  });
  const options = { maxBytes: 100, signal: new AbortController().signal, mediaId: "3001" };
  expect(Buffer.from((await api.download(`${url}/old`, options)).bytes).toString()).toBe("file");
  await expect(api.download(`${url}/old`, options)).rejects.toMatchObject({ code: "media.gone" });
  await expect(api.mediaUrl("3002", undefined, options.signal)).rejects.toMatchObject({ code: "media.gone" });
});

test("our token goes to no host but Meta's and the configured one, not even by a redirect", async () => {
  const { api, url } = await graphWith((_, response) =>
    response.writeHead(302, { location: "https://attacker.example/file" }).end(),
  );
  const options = { maxBytes: 100, signal: new AbortController().signal };
  for (const target of [
    `${url}/file`,
    "https://attacker.example/file",
    "https://fbcdn.net.attacker.example/file",
    "https://evilfbcdn.net/file",
    "http://mmg.whatsapp.net/file",
    "file:///etc/passwd",
    "no url",
  ]) {
    await expect(api.download(target, options)).rejects.toMatchObject({ code: "media.forbidden-host" });
  }
});

test("a file server in trouble is tried again later, after the time it asks for", async () => {
  let status = 503;
  const { api, url } = await graphWith((_, response) => response.writeHead(status, { "retry-after": "2" }).end());
  const options = { maxBytes: 100, signal: new AbortController().signal };
  await expect(api.download(url, options)).rejects.toMatchObject({ code: "dependency.unavailable" });
  status = 429;
  const limited = { code: "dependency.rate-limited", retryAfterMs: 2000 };
  await expect(api.download(url, options)).rejects.toMatchObject(limited);
});

function graphAt(baseUrl: string, { timeoutMs = 5000, connections = 4 } = {}) {
  const api = createGraphApi({ baseUrl, version: "v25.0", token: () => "invented-token", timeoutMs, connections });
  onTestFinished(() => api.close());
  return api;
}

async function graphWith(listener: RequestListener, options = {}) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
  const close = async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  onTestFinished(close);
  return { api: graphAt(url, options), url, close };
}
