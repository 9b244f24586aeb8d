import { badRequest } from "../http-error.ts";
import { type Handler, json } from "../http-request.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { type ChatFilter, type ChatSummary, loadSummaries, matches } from "./chat-summary.ts";
import { olderChats, type PagesCursor } from "./older-chats.ts";
import { filterOf, limitOf, type Page } from "./paging.ts";
import type { Store } from "./store.ts";

/** Where a list goes on: below a sequence in memory, or after a chat among the session pages of a partition. */
type Cursor = { from: "memory"; beforeSeq?: number } | PagesCursor;

/**
 * `GET /api/chats`: the newest 20,000 chats by activity, known from memory; then, for whoever pages on, the older ones from the
 * session pages, partition by partition. Session pages have no lane and no turn status, so these filters end with memory.
 */
export function listChats(store: Store, directory: ChatDirectory): Handler {
  return async (request) => {
    const limit = limitOf(request);
    const filter = { q: filterOf(request, "q"), lane: filterOf(request, "lane"), state: filterOf(request, "state") };
    const cursor = parseCursor(request.query.get("cursor"), store.partitions);
    if (cursor.from === "pages") return json(200, await olderChats(store, directory, { limit, filter, cursor }));
    const recent = await recentChats(store, directory, { limit, filter, beforeSeq: cursor.beforeSeq });
    if (recent.nextCursor !== undefined || filter.lane !== undefined || filter.state !== undefined) {
      return json(200, recent);
    }
    const rest: PagesCursor = { from: "pages", partition: 0, after: "" };
    const older = await olderChats(store, directory, { limit: limit - recent.items.length, filter, cursor: rest });
    return json(200, { ...older, items: [...recent.items, ...older.items] });
  };
}

type RecentQuery = { limit: number; filter: ChatFilter; beforeSeq: number | undefined };

async function recentChats(store: Store, directory: ChatDirectory, query: RecentQuery): Promise<Page<ChatSummary>> {
  const { limit, filter } = query;
  const chats = directory.newest(query.beforeSeq);
  const items: ChatSummary[] = [];
  // Ends as soon as the page is full; a filter that little fits looks at all of them, 200 a request.
  for (let at = 0; at < chats.length; at += 200) {
    const chunk = chats.slice(at, at + 200);
    const summaries = new Map((await loadSummaries(store, chunk)).map((summary) => [summary.chat, summary]));
    for (const { chat, seq } of chunk) {
      const summary = summaries.get(chat);
      if (!summary || !matches(summary, filter)) continue;
      items.push(summary);
      if (items.length === limit) return { items, nextCursor: `m${seq}` };
    }
  }
  return { items };
}

function parseCursor(text: string | null, partitions: number): Cursor {
  if (text === null) return { from: "memory" };
  if (/^m\d{1,15}$/.test(text)) return { from: "memory", beforeSeq: Number(text.slice(1)) };
  const [, partition, after] = /^p(\d{1,4})\.([A-Za-z0-9_=~-]*)$/.exec(text) ?? [];
  if (partition === undefined || Number(partition) >= partitions) throw badRequest("cursor is not one of ours");
  return { from: "pages", partition: Number(partition), after: after ?? "" };
}
