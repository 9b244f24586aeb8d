import type { GraphMedia } from "@parley/whatsapp/graph-media";
import { expect, test } from "vitest";
import { graphMedia } from "./graph-media.ts";

const signal = new AbortController().signal;
const photo = { id: "m1", mimeType: "image/jpeg", kind: "image" as const };
const options = { maxBytes: 1000, allowedHosts: [], downloads: 2 };

function aGraph(changes: Partial<GraphMedia> = {}) {
  const asked: string[] = [];
  const graph: GraphMedia = {
    mediaUrl: async (id, account) => {
      asked.push(`url ${account}/${id}`);
      return { url: "https://lookaside.fbsbx.com/m1", sha256: "ab", bytes: 7 };
    },
    download: async (url, { maxBytes, mediaId }) => {
      asked.push(`download ${url} of ${mediaId} up to ${maxBytes}`);
      return { bytes: new Uint8Array(7), sha256: "ab" };
    },
    ...changes,
  };
  return { graph, asked };
}

test("a file is fetched in two steps, with Meta's own checksum", async () => {
  const { graph, asked } = aGraph();
  expect(await graphMedia(graph, options)(photo, "100", signal)).toMatchObject({ status: "fetched", sha256: "ab" });
  expect(asked).toEqual(["url 100/m1", "download https://lookaside.fbsbx.com/m1 of m1 up to 1000"]);
});

test("the webhook's own URL saves the first step", async () => {
  const { graph, asked } = aGraph();
  await graphMedia(graph, options)({ ...photo, url: "https://lookaside.fbsbx.com/w" }, "100", signal);
  expect(asked).toEqual(["download https://lookaside.fbsbx.com/w of m1 up to 1000"]);
});

test("with the simulated WhatsApp, a URL that leads elsewhere is passed over", async () => {
  const { graph, asked } = aGraph();
  const fetchMedia = graphMedia(graph, { ...options, onlyFrom: "http://127.0.0.1:8090" });
  await fetchMedia({ ...photo, url: "https://lookaside.fbsbx.com/w" }, "100", signal);
  await fetchMedia({ ...photo, url: "http://127.0.0.1:8090/simulator/media/w" }, "100", signal);
  expect(asked).toEqual([
    "url 100/m1",
    "download https://lookaside.fbsbx.com/m1 of m1 up to 1000",
    "download http://127.0.0.1:8090/simulator/media/w of m1 up to 1000",
  ]);
});

test("a file that is announced as too large is not downloaded", async () => {
  const { graph } = aGraph({ mediaUrl: async () => ({ url: "https://x", bytes: 1001 }) });
  expect(await graphMedia(graph, options)(photo, "100", signal)).toEqual({ status: "too_large" });
});

test.each([
  ["image", 5_242_880],
  ["audio", 16_777_216],
  ["video", 16_777_216],
  ["document", 100_000_000],
  ["sticker", 524_288],
] as const)("of an %s at most %i bytes are fetched, whatever else may be larger", async (kind, most) => {
  let announced = most;
  const { graph, asked } = aGraph({ mediaUrl: async () => ({ url: "https://x", bytes: announced }) });
  const fetchMedia = graphMedia(graph, { ...options, maxBytes: 100_000_000 });
  await fetchMedia({ ...photo, kind }, "100", signal);
  announced += 1;
  expect(await fetchMedia({ ...photo, kind }, "100", signal)).toEqual({ status: "too_large" });
  expect(asked).toEqual([`download https://x of m1 up to ${most}`]);
});

test("no more files than allowed are fetched at a time", async () => {
  let running = 0;
  let most = 0;
  const { graph } = aGraph({
    download: async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      return { bytes: new Uint8Array(1), sha256: "ab" };
    },
  });
  const fetchMedia = graphMedia(graph, options);
  await Promise.all(Array.from({ length: 7 }, () => fetchMedia(photo, "100", signal)));
  expect(most).toBe(2);
});
