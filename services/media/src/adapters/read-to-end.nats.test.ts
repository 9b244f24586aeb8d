import { createNames, kvStream, kvSubject } from "@parley/contract/names";
import { connectNats } from "@parley/jetstream/connection";
import { createPublisher } from "@parley/jetstream/publisher";
import { ensureTopology } from "@parley/jetstream/topology";
import { startNats } from "@parley/testkit/nats";
import { expect, onTestFinished, test } from "vitest";
import { readToEnd } from "./read-to-end.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };
const names = createNames("parley");
const stream = kvStream(names.galleryBucket);

async function aStream() {
  const nats = await startNats();
  const nc = await connectNats({ servers: nats.url, name: "test" }, log);
  onTestFinished(() => nc.close());
  await ensureTopology(nc, { names, services: [], partitions: 4 });
  const publisher = createPublisher(nc);
  const keep = (key: string) => publisher.publish(kvSubject(names.galleryBucket, key), key);
  const purge = (key: string) => publisher.publish(kvSubject(names.galleryBucket, key), "", [["Nats-Rollup", "sub"]]);
  const read = async (key: string, during: (text: string) => void = () => undefined) => {
    const texts: string[] = [];
    await readToEnd(nc, { stream, subject: kvSubject(names.galleryBucket, key), quietMs: 100 }, ({ data }) => {
      texts.push(Buffer.from(data).toString("utf8"));
      during(texts.at(-1) ?? "");
    });
    return texts;
  };
  return { keep, purge, read };
}

test("all that is there is read in its order, and what does not fit or comes meanwhile is not", async () => {
  const { keep, read } = await aStream();
  expect(await read("1.>")).toEqual([]);
  const keys = Array.from({ length: 700 }, (_, n) => `1.${n}`);
  for (const key of keys) void keep(key);
  await keep("2.1");
  await expect.poll(() => read("1.>")).toHaveLength(700);
  let more = 0;
  const late: Promise<unknown>[] = [];
  const texts = await read("1.>", () => {
    more += 1;
    if (more <= 300) late.push(keep(`1.late${more}`));
  });
  expect(texts).toEqual(keys);
  await Promise.all(late);
  expect(await read("3.>")).toEqual([]);
});

test("reading ends although the last message goes before it is read", async () => {
  const { keep, purge, read } = await aStream();
  for (let n = 0; n < 600; n += 1) void keep(`1.${n}`);
  await keep("2.last");
  let purged: Promise<unknown> | undefined;
  const texts = await read(">", () => {
    purged ??= purge("2.last");
  });
  await purged;
  expect(texts.filter((text) => text.startsWith("1."))).toHaveLength(600);
});
