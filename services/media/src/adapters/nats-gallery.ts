import { GalleryEntry } from "@parley/contract/gallery";
import { kvStream, kvSubject, type Names, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { callApi } from "@parley/jetstream/api";
import { getLast } from "@parley/jetstream/direct-get";
import { JetStreamError, type Publisher, wrongLastSequence } from "@parley/jetstream/publisher";
import { z } from "zod";
import type { GalleryStore } from "../gallery/gallery-store.ts";
import type { MediaDependencies } from "../media.ts";
import { type ReadStored, readToEnd } from "./read-to-end.ts";

export type GalleryRuntime = {
  nc: Parameters<typeof getLast>[0];
  names: Names;
  partitions: number;
  publisher: Pick<Publisher, "publish">;
};

/** What the object store writes of an object; the bytes are in the messages of `nuid`. */
const ObjectMeta = z.looseObject({ name: z.string(), nuid: z.string(), deleted: z.boolean().optional() });
type FoundObject = { subject: string; seq: number; timeMs: number; meta: z.infer<typeof ObjectMeta> };

const KeptFields = GalleryEntry.pick({ id: true, chat: true, sha256: true, bytes: true, sentAt: true });

// Long enough for every reader that was away to see it; a reader that starts later finds neither entry nor mark.
const markTtl = "86400s";
const hashLength = 64;

/** The gallery in its bucket, and the files in the object store. */
export function natsGallery({ nc, names, partitions, publisher }: GalleryRuntime): GalleryStore {
  const bucket = names.galleryBucket;
  const subjectOf = (id: string) =>
    kvSubject(bucket, pageKey(partitionOf(id.slice(0, id.indexOf(".")), partitions), id));
  return {
    eachEntry: async (onEntry, chat) => {
      const subject = chat === undefined ? kvSubject(bucket, ">") : `${subjectOf(`${chat}.`)}>`;
      await readToEnd(nc, { stream: kvStream(bucket), subject }, ({ data }) => {
        const entry = KeptFields.safeParse(jsonOf(data)).data;
        if (entry === undefined) return;
        const { id, chat: of, sha256, bytes, sentAt } = entry;
        onEntry({ id, chat: of, sha256, bytes, sentAtMs: Date.parse(sentAt) });
      });
    },
    removeEntry: async (id) => {
      const mark = [
        ["KV-Operation", "PURGE"],
        ["Nats-Rollup", "sub"],
        ["Nats-TTL", markTtl],
      ] as const;
      await publisher.publish(subjectOf(id), "", mark);
    },
    removeFiles: async (unwanted, beforeMs) => {
      let removed = 0;
      for (const objects of (await filesIn({ nc, names }, unwanted)).values()) {
        if (objects.some(({ timeMs }) => timeMs >= beforeMs)) continue;
        if (await removeFile({ nc, names, publisher }, objects)) removed += 1;
      }
      return removed;
    },
  };
}

/** `store` that marks a file which is there already as wanted again, so that no sweep takes it before its entry is written. */
export function keepWhileUsed(
  { nc, names, publisher }: Omit<GalleryRuntime, "partitions">,
  store: MediaDependencies["store"],
): MediaDependencies["store"] {
  return async (blob, signal) => {
    const subject = metaSubject(names, blob.sha256);
    const known = await getLast(nc, objectStream(names), subject);
    const meta = known && ObjectMeta.safeParse(jsonOf(known.data)).data;
    if (known !== undefined && meta !== undefined && meta.deleted !== true) {
      if ((await replaceMeta(publisher, known, known.data)) !== undefined) return;
    }
    await store(blob, signal);
  };
}

/** All objects of the unwanted files, by hash: the file, its thumbnail, what was read of it. */
async function filesIn({ nc, names }: Pick<GalleryRuntime, "nc" | "names">, unwanted: (sha256: string) => boolean) {
  const files = new Map<string, FoundObject[]>();
  const take = ({ subject, seq, timeMs, data }: ReadStored) => {
    const meta = ObjectMeta.safeParse(jsonOf(data)).data;
    const hash = meta?.name.slice(0, hashLength) ?? "";
    if (meta === undefined || !/^[0-9a-f]{64}$/.test(hash) || !unwanted(hash)) return;
    const others = (files.get(hash) ?? []).filter((object) => object.subject !== subject);
    files.set(hash, [...others, { subject, seq, timeMs, meta }]);
  };
  await readToEnd(nc, { stream: objectStream(names), subject: `$O.${names.mediaStore}.M.>` }, take);
  return files;
}

/** The bytes first, then what belongs to them. False when the file was stored again since it was looked at. */
async function removeFile(runtime: Omit<GalleryRuntime, "partitions">, objects: FoundObject[]): Promise<boolean> {
  const fileFirst = objects.toSorted((a, b) => a.meta.name.length - b.meta.name.length);
  for (const object of fileFirst) if (!(await removeObject(runtime, object))) return false;
  return true;
}

async function removeObject(
  { nc, names, publisher }: Omit<GalleryRuntime, "partitions">,
  object: FoundObject,
): Promise<boolean> {
  const { subject, meta } = object;
  let markSeq = object.seq;
  if (meta.deleted !== true) {
    const mark = JSON.stringify({ ...meta, deleted: true, size: 0, chunks: 0, digest: "" });
    const seq = await replaceMeta(publisher, object, mark);
    if (seq === undefined) return false;
    markSeq = seq;
  }
  const purge = (body: object) => callApi(nc, `STREAM.PURGE.${objectStream(names)}`, body);
  await purge({ filter: `$O.${names.mediaStore}.C.${meta.nuid}` });
  // Up to the mark only: the file may come again in this moment.
  await purge({ filter: subject, seq: markSeq + 1 });
  return true;
}

/** The sequence of the new value; undefined when somebody else was first. */
async function replaceMeta(
  publisher: Pick<Publisher, "publish">,
  { subject, seq }: { subject: string; seq: number },
  value: Uint8Array | string,
): Promise<number | undefined> {
  try {
    const headers = [
      ["Nats-Rollup", "sub"],
      ["Nats-Expected-Last-Subject-Sequence", String(seq)],
    ] as const;
    return (await publisher.publish(subject, value, headers)).seq;
  } catch (failure) {
    if (failure instanceof JetStreamError && failure.apiCode === wrongLastSequence) return undefined;
    throw failure;
  }
}

function objectStream(names: Names): string {
  return `OBJ_${names.mediaStore}`;
}

function metaSubject(names: Names, name: string): string {
  const encoded = Buffer.from(name).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
  return `$O.${names.mediaStore}.M.${encoded}`;
}

function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
