import { createHash } from "node:crypto";
import { createGraphApi } from "@parley/whatsapp/graph-api";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startSimulatedWhatsApp } from "./simulated-whatsapp.ts";
import type { Fault } from "./simulated-whatsapp-faults.ts";

const whatsapp = await startSimulatedWhatsApp({ appSecret: "invented-secret", statuses: [] });
const { account, token } = whatsapp;
const graph = createGraphApi({
  ...{ baseUrl: whatsapp.url, version: "v25.0", token: () => token, timeoutMs: 5_000, connections: 2 },
});
const signal = new AbortController().signal;
const file = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7 + (at >> 8)) % 256));
const sha256 = createHash("sha256").update(file).digest("hex");

afterAll(async () => {
  await graph.close();
  await whatsapp.stop();
});
beforeEach(() => whatsapp.clearFaults());

const cut = (afterBytes: number, next = 1): Fault => ({ kind: "cut", on: "download", afterBytes, next });
const once = (kind: Fault["kind"]): Fault => ({ kind, on: "download" });

/** Uploads `bytes`, and fetches them under the given faults, one a request. */
async function fetchedUnder(faults: readonly Fault[], bytes: Buffer = file) {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", "application/pdf");
  form.set("file", new Blob([new Uint8Array(bytes)], { type: "application/pdf" }), "order.pdf");
  const headers = { authorization: `Bearer ${token}` };
  const uploaded = await fetch(`${whatsapp.url}/v25.0/${account}/media`, { method: "POST", body: form, headers });
  const { id } = z.object({ id: z.string() }).parse(await uploaded.json());
  const { url } = await graph.mediaUrl(id, account, signal);
  for (const fault of faults) whatsapp.addFault(fault);
  return graph.download(url, { maxBytes: 1_000_000, signal, mediaId: id, phoneNumberId: account });
}

describe("a file is whole and its hash right", () => {
  test.each<[string, Fault[]]>([
    ["the connection holds", []],
    ["it is cut once", [cut(100_000)]],
    ["it is cut three times", [cut(100_000), cut(100_000), cut(50_000)]],
    ["it is cut, and the server sends the whole file again", [cut(100_000), once("no-ranges")]],
    ["it is cut, and the server sends another part than was asked for", [cut(100_000), once("wrong-range")]],
    ["it is cut, and the server says that there is no such part", [cut(100_000), once("416")]],
  ])("when %s", async (_, faults) => {
    const found = await fetchedUnder(faults);
    expect(Buffer.from(found.bytes).equals(file)).toBe(true);
    expect(found).toMatchObject({ sha256, mimeType: "application/pdf" });
  });
});

test("a connection that is cut again and again is given up after four requests, to be tried later", async () => {
  await expect(fetchedUnder([cut(10_000, 4)])).rejects.toMatchObject({ code: "dependency.unavailable" });
  await expect(fetchedUnder([cut(10_000, 3)])).resolves.toMatchObject({ sha256 });
});
