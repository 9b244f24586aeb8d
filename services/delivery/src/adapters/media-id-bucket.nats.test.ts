import { createHash } from "node:crypto";
import { Objm } from "@nats-io/obj";
import { createNames } from "@parley/contract/names";
import { connectNats } from "@parley/jetstream/connection";
import { createPublisher } from "@parley/jetstream/publisher";
import { ensureTopology } from "@parley/jetstream/topology";
import { startNats } from "@parley/testkit/nats";
import { expect, onTestFinished, test } from "vitest";
import { mediaIdBucket } from "./media-id-bucket.ts";
import { mediaStore } from "./media-store.ts";

const names = createNames("parley");
const log = { debug() {}, info() {}, warn() {}, error() {} };
const file = `${"a".repeat(64)}.image`;

async function aRuntime() {
  const nats = await startNats();
  const connect = async () => {
    const nc = await connectNats({ servers: nats.url, name: "test" }, log);
    onTestFinished(() => nc.close());
    return { nc, names, publisher: createPublisher(nc, { timeoutMs: 500 }) };
  };
  const runtime = await connect();
  await ensureTopology(runtime.nc, { names, services: [], partitions: 4 });
  return { nats, runtime, connect };
}

test("an id is shared by all replicas, for its number only, until it is dropped", async () => {
  const { runtime, connect } = await aRuntime();
  const ids = mediaIdBucket(runtime);
  const others = mediaIdBucket(await connect());
  expect(await ids.find("100.1", file)).toBeUndefined();
  await ids.keep("100.1", file, { mediaId: "7001", uploadedAtMs: 5 });
  expect(await others.find("100.1", file)).toMatchObject({ mediaId: "7001", uploadedAtMs: 5 });
  expect(await others.find("200", file)).toBeUndefined();
  await others.drop("100.1", file, "6000");
  expect(await ids.find("100.1", file)).toMatchObject({ mediaId: "7001" });
  await others.drop("100.1", file, "7001");
  expect(await ids.find("100.1", file)).toBeUndefined();
  await ids.keep("100.1", file, { mediaId: "7002", uploadedAtMs: 6 });
  expect(await others.find("100.1", file)).toMatchObject({ mediaId: "7002" });
});

test("ids survive a restart of the server; while it is away asking fails and may be repeated", async () => {
  const { nats, runtime } = await aRuntime();
  const ids = mediaIdBucket(runtime);
  await ids.keep("100", file, { mediaId: "7001", uploadedAtMs: 5 });
  await nats.kill();
  await expect(ids.find("100", file)).rejects.toMatchObject({ name: "TransientError" });
  await nats.restart();
  const found = () => ids.find("100", file).catch(() => undefined);
  await expect.poll(found, { timeout: 10_000 }).toMatchObject({ mediaId: "7001" });
});

test("a stored file is found by its hash with its size, and read", async () => {
  const { runtime } = await aRuntime();
  const bytes = Buffer.alloc(300_000, "photo");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = mediaStore(runtime.nc, names.mediaStore);
  expect(await stored(sha256)).toBeUndefined();
  await (await new Objm(runtime.nc).open(names.mediaStore)).putBlob({ name: sha256 }, bytes);
  const found = await stored(sha256);
  expect(found?.sizeBytes).toBe(bytes.length);
  expect(Buffer.from((await found?.read()) ?? []).equals(bytes)).toBe(true);
});
