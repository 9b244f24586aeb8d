// A sweep of a large gallery, and how long it keeps its service from anything else:
// TMPDIR=/dev/shm node --import tsx test/eval/media/sweep.ts [files] (a disk that syncs each of 700,000 messages takes much longer)
// On a nats-server of its own: an entry, a file of 1 kB, its thumbnail and what was read of it each; one in a hundred is too old.
import { createHash } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createNames, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { connectNats } from "@parley/jetstream/connection";
import { createPublisher } from "@parley/jetstream/publisher";
import { ensureTopology } from "@parley/jetstream/topology";
import { natsGallery } from "@parley/media-service/adapters/nats-gallery";
import { sweepGallery } from "@parley/media-service/gallery/sweep-gallery";
import { openNats } from "@parley/testkit/temporary-nats";
import { formatTable } from "../../bench/report.ts";
import { type Figure, tableOf } from "../figure.ts";

const files = Number(process.argv[2] ?? 100_000);
const partitions = 16;
const day = 86_400_000;
const now = Date.parse("2026-11-21T00:00:00Z");
const log = { debug() {}, info() {}, warn() {}, error() {} };
const names = createNames("parley");

const nats = await openNats();
const nc = await connectNats({ servers: nats.url, name: "sweep" }, log);
await ensureTopology(nc, { names, services: [], partitions });
const publisher = createPublisher(nc);
for (let at = 1; at <= files; at += 100) {
  await Promise.all(Array.from({ length: Math.min(100, files - at + 1) }, (_, n) => keep(at + n)));
}

const gallery = natsGallery({ nc, names, partitions, publisher });
const figures: Figure[] = [];
const retention = { keepMs: 365 * day, keepBytes: 0 };
for (const name of ["one in a hundred too old", "nothing to remove"]) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const [cpu, startedAt] = [process.cpuUsage(), performance.now()];
  const swept = await sweepGallery(gallery, retention, Date.now() + day);
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  const measure = `sweep of ${files}, ${name} (${swept.entries} entries, ${swept.files} files)`;
  figures.push(
    { id: "G6", measure: `${measure}: s`, value: (performance.now() - startedAt) / 1_000, goal: 60, bound: true },
    { id: "G6", measure: `${measure}: CPU s`, value: (user + system) / 1e6, goal: 30, bound: true },
    { id: "G6", measure: `${measure}: event loop's worst delay, ms`, value: delay.max / 1e6, goal: 200, bound: true },
    { id: "G6", measure: `${measure}: event loop's p99, ms`, value: delay.percentile(99) / 1e6, goal: 50, bound: true },
  );
}
console.log(formatTable(tableOf(figures)));
await nc.close();
await nats.stop();

async function keep(n: number): Promise<void> {
  const chat = `100~34600${String(n % 5_000).padStart(6, "0")}`;
  const id = `${chat}.${n}.1`;
  const sha256 = createHash("sha256").update(String(n)).digest("hex");
  const entry = {
    ...{ id, chat, account: "100", turn: n, messageId: `wamid.${n}`, kind: "image", mimeType: "image/jpeg" },
    ...{ bytes: 1_000, sha256, sentAt: new Date(now - (n % 100 === 0 ? 900 : 9) * day).toISOString() },
    ...{ status: "ok", tags: [], text: `text of the file ${n} `.repeat(20) },
  };
  const subject = kvSubject(names.galleryBucket, pageKey(partitionOf(chat, partitions), id));
  await Promise.all([publisher.publish(subject, JSON.stringify(entry)), ...objectsOf(sha256).map(keepObject)]);
}

function objectsOf(sha256: string): string[] {
  return [sha256, `${sha256}.thumb`, `${sha256}.image-jpeg.1.json`];
}

async function keepObject(name: string): Promise<void> {
  const nuid = createHash("sha256").update(name).digest("hex").slice(0, 22);
  const meta = {
    name,
    nuid,
    size: 1_000,
    chunks: 1,
    bucket: names.mediaStore,
    digest: "",
    options: { max_chunk_size: 131_072 },
  };
  const encoded = Buffer.from(name).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
  await publisher.publish(`$O.${names.mediaStore}.C.${nuid}`, Buffer.alloc(1_000));
  await publisher.publish(`$O.${names.mediaStore}.M.${encoded}`, JSON.stringify(meta));
}
