import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { createGraphApi } from "./graph-api.ts";

const file = Buffer.from("the first half|the second half");
const half = 15;
const signal = new AbortController().signal;

type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body: Uint8Array | string;
  /** The connection ends after the body, whatever length was announced. */
  cut?: boolean;
};

const cutHalfway: Answer = {
  ...{ headers: { etag: '"one"', "content-length": "30" }, body: file.subarray(0, half), cut: true },
};

/** A file host that gives these answers, one a request, and keeps what it was asked. */
async function aHost(answers: readonly Answer[]) {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
  const api = createGraphApi({ baseUrl: url, version: "v25.0", token: () => "t", timeoutMs: 5_000, connections: 2 });
  onTestFinished(async () => {
    await api.close();
    server.close();
    server.closeAllConnections();
  });
  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.url === "/v25.0/3001") {
      response.end(JSON.stringify({ url: `${url}/fresh` }));
      return;
    }
    const { status = 200, headers = {}, body, cut = false } = answers[asked.length] ?? { status: 500, body: "" };
    const { range, "if-range": ifRange } = request.headers;
    asked.push(range === undefined ? undefined : `${range} if ${ifRange}`);
    response.writeHead(status, headers);
    if (cut) response.write(body, () => response.socket?.destroySoon());
    else response.end(body);
  }
  const download = (maxBytes = 100) => api.download(`${url}/file`, { maxBytes, signal, mediaId: "3001" });
  return { download, asked };
}

function rest(headers: Record<string, string>, body: Uint8Array | string = file.subarray(half)): Answer {
  return { status: 206, headers: { "content-range": "bytes 15-29/30", ...headers }, body };
}

test("of a file whose connection broke only the rest is asked for, and the hash is that of all its bytes", async () => {
  const { download, asked } = await aHost([cutHalfway, rest({ etag: '"one"' })]);
  const { bytes, sha256 } = await download();
  expect(Buffer.from(bytes).toString()).toBe(file.toString());
  expect(sha256).toBe(createHash("sha256").update(file).digest("hex"));
  expect(asked).toEqual([undefined, 'bytes=15- if "one"']);
});

test("a file that has become another one meanwhile is taken anew", async () => {
  const { download, asked } = await aHost([cutHalfway, { headers: { etag: '"two"' }, body: "another file" }]);
  expect(Buffer.from((await download()).bytes).toString()).toBe("another file");
  expect(asked).toEqual([undefined, 'bytes=15- if "one"']);
});

test.each<[string, Answer]>([
  ["starts elsewhere", rest({ "content-range": "bytes 16-29/30" })],
  ["ends before the file does", rest({ "content-range": "bytes 15-20/30" })],
  ["is of a file of another length", rest({ "content-range": "bytes 15-39/40" })],
  ["is of another version", rest({ etag: '"two"' })],
  ["does not say what it is", rest({ "content-range": "all of it" })],
  ["is none: 416", { status: 416, headers: { "content-range": "bytes */30" }, body: "" }],
])("a part that %s is not believed: the file is fetched from its beginning", async (_, part) => {
  const { download, asked } = await aHost([cutHalfway, part, { headers: { etag: '"one"' }, body: file }]);
  expect(Buffer.from((await download()).bytes).toString()).toBe(file.toString());
  expect(asked).toEqual([undefined, 'bytes=15- if "one"', undefined]);
});

test.each([{}, { etag: 'W/"one"' }, { "last-modified": "Sat, 21 Nov 2026 10:00:00 GMT" }])(
  "without a mark that stands for these very bytes (%o) nothing is put together from two answers",
  async (headers) => {
    const broken = { ...cutHalfway, headers: { ...headers, "content-length": "30" } };
    const { download, asked } = await aHost([broken, { body: file }]);
    expect(Buffer.from((await download()).bytes).toString()).toBe(file.toString());
    expect(asked).toEqual([undefined, undefined]);
  },
);

test("a URL that expires in the middle is replaced, and what has come stays", async () => {
  const { download, asked } = await aHost([cutHalfway, { status: 404, body: "" }, rest({ etag: '"one"' })]);
  expect(Buffer.from((await download()).bytes).toString()).toBe(file.toString());
  expect(asked).toEqual([undefined, 'bytes=15- if "one"', 'bytes=15- if "one"']);
});

test("the bound of a file counts what came before, too", async () => {
  const longer = rest({ "content-range": "bytes 15-44/45" }, "x".repeat(30));
  const { download } = await aHost([
    { ...cutHalfway, headers: { etag: '"one"', "transfer-encoding": "chunked" } },
    longer,
  ]);
  await expect(download(40)).rejects.toMatchObject({ code: "media.too-large" });
});

test("a file host that never ends a file is asked four times, then later again", async () => {
  const nothingMore = { ...rest({ "content-length": "15" }, ""), cut: true };
  const { download, asked } = await aHost([cutHalfway, nothingMore, nothingMore, nothingMore, nothingMore]);
  await expect(download()).rejects.toMatchObject({ code: "dependency.unavailable" });
  expect(asked).toHaveLength(4);
});

test("a connection that breaks before anything came is the caller's to try again", async () => {
  const { download, asked } = await aHost([{ headers: { "content-length": "30" }, body: "", cut: true }]);
  await expect(download()).rejects.toMatchObject({ code: "dependency.unavailable" });
  expect(asked).toHaveLength(1);
});
