import type { Out } from "@parley/actor/out";
import { turnOfGalleryId } from "@parley/contract/gallery";
import type { GalleryStore, KeptEntry } from "./gallery-store.ts";

/**
 * Removes a chat's entries up to a turn, and its files unless another entry shows the same. A file that was stored after `beforeMs` may
 * belong to a turn that is still read: the sweep looks at it later.
 */
export async function forgetChat(
  gallery: GalleryStore,
  chat: string,
  beforeMs: number,
  upToTurn = Number.POSITIVE_INFINITY,
): Promise<void> {
  const own: KeptEntry[] = [];
  const isOwn = ({ id }: KeptEntry) => turnOfGalleryId(id) <= upToTurn;
  await gallery.eachEntry((entry) => isOwn(entry) && own.push(entry), chat);
  const unwanted = new Set(own.flatMap(({ sha256 }) => sha256 ?? []));
  for (const { id } of own) await gallery.removeEntry(id);
  if (unwanted.size === 0) return;
  await gallery.eachEntry((entry) => {
    if ((entry.chat !== chat || !isOwn(entry)) && entry.sha256 !== undefined) unwanted.delete(entry.sha256);
  });
  if (unwanted.size > 0) await gallery.removeFiles((sha256) => unwanted.has(sha256), beforeMs);
}

/**
 * Readings that go on while their turn is answered, by chat. All of one chat run in this process, as all that has begun of its partition
 * does: what is read after the chat was forgotten is not kept.
 */
export function readUnlessForgotten() {
  const running = new Set<{ chat: string; turn: number; stop: () => void }>();
  return {
    /** No outs when the chat is forgotten meanwhile; the reading itself ends by itself. */
    async read({ chat, turn }: { chat: string; turn: number }, reading: () => Promise<Out[]>): Promise<Out[]> {
      let stop: () => void = () => undefined;
      const forgotten = new Promise<Out[]>((resolve) => {
        stop = () => resolve([]);
      });
      const own = { chat, turn, stop };
      running.add(own);
      return Promise.race([forgotten, reading()]).finally(() => running.delete(own));
    },
    forget(chat: string, upTo = Number.POSITIVE_INFINITY) {
      for (const { stop, ...own } of running) if (own.chat === chat && own.turn <= upTo) stop();
    },
  };
}
