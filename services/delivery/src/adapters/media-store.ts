import { Objm } from "@nats-io/obj";
import { TransientError } from "@parley/contract/errors";
import type { Sources } from "../files/source-file.ts";

type Connection = ConstructorParameters<typeof Objm>[0];

/** The files that media keeps, by content hash. What goes wrong is a `TransientError("nats.unavailable")`. */
export function mediaStore(connection: Connection, bucket: string): Sources["stored"] {
  const open = () => new Objm(connection).open(bucket);
  return (sha256) =>
    orUnavailable(async () => {
      const store = await open();
      const info = await store.info(sha256);
      if (info === null || info.deleted) return undefined;
      const read = () => orUnavailable(async () => (await store.getBlob(sha256)) ?? undefined);
      return { sizeBytes: info.size, read };
    });
}

async function orUnavailable<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new TransientError("nats.unavailable", "the media store could not be read", { cause });
  }
}
