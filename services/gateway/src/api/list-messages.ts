import { partitionOf } from "@parley/contract/partition";
import { getLastMany } from "@parley/jetstream/direct-get";
import { subjectsOf } from "@parley/jetstream/stream-info";
import { type Handler, json } from "../http-request.ts";
import { limitOf, numberCursorOf } from "./paging.ts";
import { chatOf } from "./show-chat.ts";
import { readJsonValue, type Store } from "./store.ts";

/** `GET /api/chats/{chat}/messages`: what was sent to the customer outside turns, newest first, each with its status. */
export function listMessages({ nc, names, partitions }: Store): Handler {
  return async (request) => {
    const chat = chatOf(request);
    const limit = limitOf(request);
    const partition = partitionOf(chat, partitions);
    const all = names.outOfTurn(partition, chat, "*");
    const stored = await subjectsOf(nc, names.timelineStream, all);
    const below = numberCursorOf(request) ?? Number.POSITIVE_INFINITY;
    const numbers = [...stored.keys()]
      .map((subject) => Number(subject.slice(all.length - 1)))
      .filter((n) => n < below)
      .sort((a, b) => b - a);
    const shown = numbers.slice(0, limit);
    const subjects = shown.map((n) => names.outOfTurn(partition, chat, n));
    const found = subjects.length === 0 ? [] : await getLastMany(nc, names.timelineStream, subjects);
    const bySubject = new Map(found.map((message) => [message.subject, readJsonValue(message)]));
    const items = subjects.flatMap((subject) => bySubject.get(subject) ?? []);
    const last = shown.at(-1);
    return json(200, numbers.length > limit && last !== undefined ? { items, nextCursor: String(last) } : { items });
  };
}
