import { z } from "zod";

/** Ids of one chat, 11 characters each, separated by spaces: one string is the cheapest thing to journal and to search. */
const IdBlock = z.object({ ids: z.string(), newestSentAtMs: z.number() });
export type IdBlock = z.infer<typeof IdBlock>;

/** The newest provider ids of a chat in two generations: `fresh` changes with every message, `older` once in 16. */
export const recentIdsShape = { fresh: IdBlock, older: z.array(IdBlock) };
export type RecentIds = { fresh: IdBlock; older: IdBlock[] };

/** 66 bits: among a chat's few hundred ids of 8 days a collision is not to be expected. */
export const idLength = 11;
const idsInBlock = 16;
const blockLength = idsInBlock * (idLength + 1) - 1;
/** With the fresh ones 256 ids, about 3 kB a chat. */
const olderBlocks = 15;

export const noIds: RecentIds = { fresh: { ids: "", newestSentAtMs: 0 }, older: [] };

/** An id never holds a space, so a hit cannot lie across two ids. */
export function isRecent(recent: RecentIds, id: string): boolean {
  return recent.fresh.ids.includes(id) || recent.older.some((block) => block.ids.includes(id));
}

/** `evicted` no longer fits and must be remembered elsewhere before the new state may count. */
export function addRecent(recent: RecentIds, id: string, sentAtMs: number): { recent: RecentIds; evicted?: IdBlock } {
  const { fresh, older } = recent;
  if (fresh.ids === "") return { recent: { fresh: { ids: id, newestSentAtMs: sentAtMs }, older } };
  if (fresh.ids.length < blockLength) {
    const newestSentAtMs = Math.max(fresh.newestSentAtMs, sentAtMs);
    return { recent: { fresh: { ids: `${fresh.ids} ${id}`, newestSentAtMs }, older } };
  }
  const next = { fresh: { ids: id, newestSentAtMs: sentAtMs }, older: [...older, fresh] };
  const evicted = older[0];
  if (older.length < olderBlocks || evicted === undefined) return { recent: next };
  return { recent: { ...next, older: next.older.slice(1) }, evicted };
}

export function idsOf(block: IdBlock): string[] {
  return block.ids.split(" ");
}
