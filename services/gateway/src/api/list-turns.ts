import { partitionOf } from "@parley/contract/partition";
import { getLastMany } from "@parley/jetstream/direct-get";
import { subjectsOf } from "@parley/jetstream/stream-info";
import { notFound } from "../http-error.ts";
import { type Handler, json } from "../http-request.ts";
import { limitOf, numberCursorOf } from "./paging.ts";
import { chatOf } from "./show-chat.ts";
import { loadPage, readJsonValue, type Store } from "./store.ts";

/**
 * `GET /api/chats/{chat}/timeline`: turns, newest first. Turn numbers have no gaps, so a page below a cursor is asked for by number;
 * turns that are not stored yet are left out, and a page may be shorter than `limit` without being the last.
 */
export function listTurns(store: Store): Handler {
  return async (request) => {
    const chat = chatOf(request);
    const limit = limitOf(request);
    const cursor = numberCursorOf(request);
    const below = cursor ?? (await newestTurn(store, chat)) + 1;
    const lowest = Math.max(1, below - limit);
    const numbers = Array.from({ length: Math.max(0, below - lowest) }, (_, i) => below - 1 - i);
    const items = await loadTurns(store, chat, numbers);
    const known = items.length > 0 || cursor !== undefined || (await loadPage(store, "session", chat)) !== undefined;
    if (!known) throw notFound("no such chat");
    return json(200, lowest > 1 ? { items, nextCursor: String(lowest) } : { items });
  };
}

async function newestTurn(store: Store, chat: string): Promise<number> {
  const { nc, names } = store;
  const some = names.timeline(partitionOf(chat, store.partitions), chat, 0).replace(/0$/, "*");
  const subjects = await subjectsOf(nc, names.timelineStream, some);
  let newest = 0;
  for (const subject of subjects.keys()) newest = Math.max(newest, Number(subject.slice(some.length - 1)));
  return newest;
}

async function loadTurns(store: Store, chat: string, numbers: readonly number[]): Promise<unknown[]> {
  if (numbers.length === 0) return [];
  const partition = partitionOf(chat, store.partitions);
  const subjects = numbers.map((turn) => store.names.timeline(partition, chat, turn));
  const stored = await getLastMany(store.nc, store.names.timelineStream, subjects);
  const bySubject = new Map(stored.map((message) => [message.subject, readJsonValue(message)]));
  return subjects.map((subject) => bySubject.get(subject)).filter((turn) => turn !== undefined);
}
