import { isChatId, parseChatId } from "@parley/contract/ids";
import { kvStream, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf, partitionToken } from "@parley/contract/partition";
import { getLastMany } from "@parley/jetstream/direct-get";
import { subjectsOf } from "@parley/jetstream/stream-info";
import type { ChatDirectory } from "./chat-directory.ts";
import { type ChatFilter, type ChatSummary, matches } from "./chat-summary.ts";
import type { Page } from "./paging.ts";
import { readPage, type Store } from "./store.ts";

export type PagesCursor = { from: "pages"; partition: number; after: string };
export type OlderQuery = { limit: number; filter: ChatFilter; cursor: PagesCursor };

/** The chats that are not among the recent ones, from session's pages: by partition, then by id. */
export async function olderChats(
  store: Store,
  directory: ChatDirectory,
  query: OlderQuery,
): Promise<Page<ChatSummary>> {
  const { limit, filter, cursor } = query;
  const wanted = (chat: string) => directory.get(chat) === undefined && matches(unread(chat), filter);
  const chats: string[] = [];
  for (let partition = cursor.partition; partition < store.partitions; partition++) {
    const after = partition === cursor.partition ? cursor.after : "";
    const found = (await chatsOf(store, partition)).filter((chat) => chat > after && wanted(chat));
    chats.push(...found.slice(0, limit - chats.length));
    const last = chats.at(-1);
    if (chats.length === limit && last !== undefined) {
      return { items: await readPages(store, chats), nextCursor: `p${partition}.${last}` };
    }
  }
  return { items: await readPages(store, chats) };
}

/** The chats of a partition that have a session page, sorted by id. */
async function chatsOf(store: Store, partition: number): Promise<string[]> {
  const bucket = store.names.stateBucket("session");
  const prefix = kvSubject(bucket, `${partitionToken(partition)}.`);
  const subjects = await subjectsOf(store.nc, kvStream(bucket), `${prefix}>`);
  const keys = [...subjects.keys()].map((subject) => subject.slice(prefix.length).replace("/", "~"));
  return keys.filter(isChatId).sort();
}

function unread(chat: string): ChatSummary {
  return { chat, ...parseChatId(chat), turns: 0, lastActivityAt: "" };
}

/** A chat that was forgotten meanwhile drops out. */
async function readPages({ nc, names, partitions }: Store, chats: readonly string[]): Promise<ChatSummary[]> {
  if (chats.length === 0) return [];
  const bucket = names.stateBucket("session");
  const subjectOf = (chat: string) => kvSubject(bucket, pageKey(partitionOf(chat, partitions), chat));
  const stored = await getLastMany(nc, kvStream(bucket), chats.map(subjectOf));
  const pages = new Map(stored.map((message) => [message.subject, readPage(message)]));
  return chats.flatMap((chat) => {
    const page = pages.get(subjectOf(chat));
    if (!page) return [];
    const lastActivityAt = new Date(page.savedAtMs).toISOString();
    return [{ ...unread(chat), turns: turnsOf(page.state), lastActivityAt }];
  });
}

function turnsOf(state: unknown): number {
  const known = typeof state === "object" && state !== null && "turn" in state;
  return known && typeof state.turn === "number" ? state.turn : 0;
}
