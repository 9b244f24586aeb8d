import type { Log } from "@parley/actor/actor";
import { GalleryEntry } from "@parley/contract/gallery";
import { kvStream, kvSubject } from "@parley/contract/names";
import { openReader } from "@parley/jetstream/reader";
import type { GalleryIndex } from "./gallery-index.ts";
import { readJsonValue, type Store } from "./store.ts";

/** Follows the gallery's bucket into the index: all there is, then what changes. */
export function openGalleryFeed(
  { nc, names }: Store,
  index: Pick<GalleryIndex, "take" | "forget">,
  log: Log,
): Promise<{ stop(): Promise<void> }> {
  const prefix = kvSubject(names.galleryBucket, "");
  return openReader(nc, {
    stream: kvStream(names.galleryBucket),
    filterSubjects: [`${prefix}>`],
    lastPerSubject: true,
    log,
    onMessage: ({ subject, data }) => {
      const entry = GalleryEntry.safeParse(readJsonValue({ data, headers: undefined }));
      if (entry.success) index.take(entry.data);
      else index.forget(idOf(subject.slice(prefix.length)));
    },
  });
}

/** `<pp>.<account>/<contact>.<turn>.<n>` of a deleted entry. */
function idOf(key: string): string {
  return key.slice(key.indexOf(".") + 1).replace("/", "~");
}
