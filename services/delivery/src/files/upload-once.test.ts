import { PermanentError } from "@parley/contract/errors";
import { expect, test } from "vitest";
import { aFile, idsInMemory, uploadsWith } from "./files.fixture.ts";
import { idLivesMs } from "./upload-once.ts";

test("a file is uploaded once for each number, and its id serves until it is 29 days old", async () => {
  const { uploads, uploaded, observed, pass } = uploadsWith();
  expect(await uploads.idOf("100", aFile())).toEqual({ kind: "uploaded", mediaId: "media.1", cached: false });
  pass(idLivesMs - 1);
  expect(await uploads.idOf("100", aFile())).toEqual({ kind: "uploaded", mediaId: "media.1", cached: true });
  expect(await uploads.idOf("200", aFile())).toMatchObject({ mediaId: "media.2", cached: false });
  pass(1);
  expect(await uploads.idOf("100", aFile())).toMatchObject({ mediaId: "media.3", cached: false });
  expect(uploaded).toEqual(["100 a.png", "200 a.png", "100 a.png"]);
  expect(observed).toEqual(["uploaded", "cached", "uploaded", "uploaded"]);
});

test("who wants a file that is on its way waits for that upload", async () => {
  const { uploads, uploaded } = uploadsWith();
  const ids = await Promise.all([1, 2, 3].map(() => uploads.idOf("100", aFile())));
  expect(new Set(ids.map((id) => JSON.stringify(id))).size).toBe(1);
  expect(uploaded).toHaveLength(1);
});

test("the same bytes as a picture and as a document are two uploads", async () => {
  const { uploads, uploaded } = uploadsWith();
  await uploads.idOf("100", aFile());
  await uploads.idOf("100", aFile({ kind: "document" }));
  expect(uploaded).toHaveLength(2);
});

test("an upload that fails is not remembered", async () => {
  const { uploads, observed } = uploadsWith({ outcomes: [{ kind: "unavailable", message: "503" }] });
  expect(await uploads.idOf("100", aFile())).toEqual({ kind: "unavailable", message: "503" });
  expect(await uploads.idOf("100", aFile())).toMatchObject({ kind: "uploaded" });
  expect(observed).toEqual(["unavailable", "uploaded"]);
});

test("a number that uploads too fast pauses, others do not", async () => {
  const throttled = { kind: "throttled", scope: "number", graphCode: 80007, retryAfterMs: 60_000 } as const;
  const { uploads, uploaded, pass } = uploadsWith({ outcomes: [throttled] });
  await uploads.idOf("100", aFile());
  pass(20_000);
  expect(await uploads.idOf("100", aFile())).toMatchObject({ kind: "throttled", retryAfterMs: 40_000 });
  expect(await uploads.idOf("200", aFile())).toMatchObject({ kind: "uploaded" });
  pass(40_000);
  expect(await uploads.idOf("100", aFile())).toMatchObject({ kind: "uploaded" });
  expect(uploaded).toEqual(["100 a.png", "200 a.png", "100 a.png"]);
});

test("a dropped id is uploaded again; another replica's newer one stays", async () => {
  const ids = idsInMemory();
  const { uploads, uploaded } = uploadsWith({ ids });
  await uploads.idOf("100", aFile());
  await uploads.drop("100", aFile(), "media.0");
  expect(await uploads.idOf("100", aFile())).toMatchObject({ mediaId: "media.1", cached: true });
  await uploads.drop("100", aFile(), "media.1");
  expect(await uploads.idOf("100", aFile())).toMatchObject({ mediaId: "media.2", cached: false });
  expect(uploaded).toHaveLength(2);
});

test("an id that cannot be kept is used all the same, with a warning", async () => {
  const ids = { ...idsInMemory(), keep: () => Promise.reject(new Error("no NATS")) };
  const { uploads, warnings } = uploadsWith({ ids });
  expect(await uploads.idOf("100", aFile())).toMatchObject({ mediaId: "media.1" });
  expect(warnings).toHaveLength(1);
});

test("what WhatsApp would not take is not uploaded, and counted", async () => {
  const { uploads, uploaded, observed } = uploadsWith();
  const read = () => Promise.reject(new PermanentError("media.too-large", "6 MB"));
  await expect(uploads.idOf("100", aFile({ read }))).rejects.toMatchObject({ code: "media.too-large" });
  expect([uploaded, observed]).toEqual([[], ["refused"]]);
});
