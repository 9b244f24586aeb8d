import { Objm } from "@nats-io/obj";
import { TransientError } from "@parley/contract/errors";
import type { MediaDependencies } from "../media.ts";
import { engineVersion } from "../read-media.ts";
import type { ResultStore } from "../read-once.ts";
import { ReadResultJson } from "../reading/read-task.ts";

type Connection = ConstructorParameters<typeof Objm>[0];

/** Each chunk's acknowledgement; a file of 100 MB is 800 chunks. */
const chunkTimeoutMs = 10_000;

export type BlobStore = Pick<MediaDependencies, "store" | "load"> & { results: ResultStore };

/**
 * Keeps files in the object store `bucket` (it must exist) under their content hash, so a forwarded photo is kept once;
 * what was read of them beside (`<hash>.<…>.json`, `<hash>.thumb`). Anything that goes wrong with a file is a
 * `TransientError("nats.unavailable")`: the same bytes can always be written again.
 */
export async function natsBlobStore(connection: Connection, bucket: string): Promise<BlobStore> {
  const blobs = await new Objm(connection).open(bucket);
  const put = (name: string, bytes: Uint8Array, mimeType: string) =>
    blobs.putBlob({ name, metadata: { mimeType } }, bytes, { timeout: chunkTimeoutMs });
  return {
    store: ({ sha256, bytes, mimeType }) =>
      orUnavailable("the file could not be stored", async () => {
        const known = await blobs.info(sha256);
        if (known !== null && !known.deleted && known.size === bytes.byteLength) return;
        await put(sha256, bytes, mimeType);
      }),
    load: (sha256) =>
      orUnavailable("the file could not be read", async () => (await blobs.getBlob(sha256)) ?? undefined),
    results: {
      load: async (key) => {
        const stored = await blobs.getBlob(resultName(key));
        return stored === null ? undefined : ReadResultJson.parse(JSON.parse(new TextDecoder().decode(stored)));
      },
      save: async (key, { thumbnail, ...result }) => {
        const hash = key.slice(0, key.indexOf("."));
        if (thumbnail !== undefined) await put(`${hash}.thumb`, thumbnail, "image/webp");
        await put(resultName(key), new TextEncoder().encode(JSON.stringify(result)), "application/json");
      },
    },
  };
}

function resultName(key: string): string {
  return `${key}.${engineVersion}.json`;
}

async function orUnavailable<T>(sentence: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new TransientError("nats.unavailable", sentence, { cause });
  }
}
