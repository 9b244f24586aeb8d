import type { GalleryStore, KeptEntry } from "./gallery-store.ts";

/**
 * Removes a chat's entries, and its files unless another chat has sent the same. A file that was stored after `beforeMs` may
 * belong to a turn that is still read: the sweep looks at it later.
 */
export async function forgetChat(gallery: GalleryStore, chat: string, beforeMs: number): Promise<void> {
  const own: KeptEntry[] = [];
  await gallery.eachEntry((entry) => own.push(entry), chat);
  const unwanted = new Set(own.flatMap(({ sha256 }) => sha256 ?? []));
  for (const { id } of own) await gallery.removeEntry(id);
  if (unwanted.size === 0) return;
  await gallery.eachEntry((entry) => {
    if (entry.chat !== chat && entry.sha256 !== undefined) unwanted.delete(entry.sha256);
  });
  if (unwanted.size > 0) await gallery.removeFiles((sha256) => unwanted.has(sha256), beforeMs);
}
