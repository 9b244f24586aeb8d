import { Objm } from "@nats-io/obj";
import { TransientError } from "@parley/contract/errors";
import type { MediaDependencies } from "../media.ts";

type Connection = ConstructorParameters<typeof Objm>[0];

/** Each chunk's acknowledgement; a file of 100 MB is 800 chunks. */
const chunkTimeoutMs = 10_000;

/**
 * Keeps files in the object store `bucket` (it must exist) under their content hash, so a forwarded photo is kept once.
 * Anything that goes wrong is a `TransientError("nats.unavailable")`: the same bytes can always be written again.
 */
export async function natsBlobStore(connection: Connection, bucket: string): Promise<MediaDependencies["store"]> {
  const blobs = await new Objm(connection).open(bucket);
  return async ({ sha256, bytes, mimeType }) => {
    try {
      const known = await blobs.info(sha256);
      if (known !== null && !known.deleted && known.size === bytes.byteLength) return;
      await blobs.putBlob({ name: sha256, metadata: { mimeType } }, bytes, { timeout: chunkTimeoutMs });
    } catch (cause) {
      throw new TransientError("nats.unavailable", "the file could not be stored", { cause });
    }
  };
}
