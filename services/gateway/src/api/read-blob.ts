import { getLast, getNext } from "@parley/jetstream/direct-get";
import { z } from "zod";
import { readJsonValue, type Store } from "./store.ts";

/** A stored file: its bytes are messages of `chunkBytes` under one subject, the last one shorter. */
export type Blob = { sizeBytes: number; chunkBytes: number; subject: string };

const Meta = z.object({
  nuid: z.string(),
  size: z.number(),
  deleted: z.boolean().optional(),
  options: z.object({ max_chunk_size: z.number().positive().optional() }).optional(),
});
// What the clients of the object store use when nothing else is said.
const standardChunkBytes = 131_072;

/** A file of the media store by its name there; undefined when there is none. */
export async function findBlob({ nc, names }: Store, name: string): Promise<Blob | undefined> {
  const encoded = Buffer.from(name).toString("base64").replaceAll("+", "-").replaceAll("/", "_");
  const stored = await getLast(nc, streamOf(names), `$O.${names.mediaStore}.M.${encoded}`);
  const meta = stored && Meta.safeParse(readJsonValue(stored)).data;
  if (meta === undefined || meta.deleted === true) return undefined;
  const { nuid, size, options } = meta;
  const chunkBytes = options?.max_chunk_size ?? standardChunkBytes;
  return { sizeBytes: size, chunkBytes, subject: `$O.${names.mediaStore}.C.${nuid}` };
}

/** The bytes from `from` up to, not including, `to`, chunk by chunk: one in memory at a time. Throws when the file goes meanwhile. */
export async function* readBlob(
  { nc, names }: Store,
  blob: Blob,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  const { subject, chunkBytes } = blob;
  const known = placesOf(subject);
  const first = Math.floor(from / chunkBytes);
  let at = Math.min(first, known.length - 1);
  let seq = known[at] ?? 1;
  for (at = Math.max(0, at); at * chunkBytes < to; at += 1) {
    const chunk = await getNext(nc, streamOf(names), subject, seq);
    if (chunk === undefined) throw new Error("a part of the file is missing");
    known[at] = chunk.seq;
    seq = chunk.seq + 1;
    if (at < first) continue;
    const start = at * chunkBytes;
    yield chunk.data.subarray(Math.max(0, from - start), Math.max(0, to - start));
  }
}

// Chunks can only be found one after the other; who jumps about in a long video starts from the nearest that was read before.
const rememberedFiles = 200;
const places = new Map<string, number[]>();

function placesOf(subject: string): number[] {
  const known = places.get(subject) ?? [];
  places.delete(subject);
  places.set(subject, known);
  for (const oldest of places.keys()) {
    if (places.size <= rememberedFiles) break;
    places.delete(oldest);
  }
  return known;
}

function streamOf({ mediaStore }: Store["names"]): string {
  return `OBJ_${mediaStore}`;
}
