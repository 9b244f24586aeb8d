import { GalleryEntry } from "@parley/contract/gallery";
import { escapeToken } from "@parley/contract/ids";
import { kvStream, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { getLast } from "@parley/jetstream/direct-get";
import { readJsonValue, type Store } from "./store.ts";

const standardCapacity = 100_000;

/** Which files the newest gallery entries have, by content hash: about 120 bytes each, searched one after the other, as people ask. */
export class KeptFiles {
  readonly #hashes = new Map<string, string>();
  readonly #capacity: number;

  constructor(capacity = standardCapacity) {
    this.#capacity = capacity;
  }

  take({ id, sha256 }: Pick<GalleryEntry, "id" | "sha256">): void {
    this.#hashes.delete(id);
    if (sha256 === undefined) return;
    this.#hashes.set(id, packed(sha256));
    for (const oldest of this.#hashes.keys()) {
      if (this.#hashes.size <= this.#capacity) break;
      this.#hashes.delete(oldest);
    }
  }

  forget(id: string): void {
    this.#hashes.delete(id);
  }

  /** Ids of the number's entries that have the file. */
  *idsOf(account: string, sha256: string): Generator<string> {
    const prefix = `${escapeToken(account)}~`;
    const wanted = packed(sha256);
    for (const [id, hash] of this.#hashes) if (hash === wanted && id.startsWith(prefix)) yield id;
  }
}

/** A file in the gallery of a number, of whichever chat; undefined when there is none. */
export async function findKeptFile(
  { nc, names, partitions }: Store,
  files: Pick<KeptFiles, "idsOf">,
  { account, sha256 }: { account: string; sha256: string },
): Promise<GalleryEntry | undefined> {
  for (const id of files.idsOf(account, sha256)) {
    const chat = id.slice(0, id.indexOf("."));
    const subject = kvSubject(names.galleryBucket, pageKey(partitionOf(chat, partitions), id));
    const stored = await getLast(nc, kvStream(names.galleryBucket), subject);
    const entry = stored && GalleryEntry.safeParse(readJsonValue(stored)).data;
    if (entry?.sha256 === sha256) return entry;
  }
  return undefined;
}

function packed(hex: string): string {
  return Buffer.from(hex, "hex").toString("latin1");
}
