import { kvStream, kvSubject } from "@parley/contract/names";
import { getLast } from "@parley/jetstream/direct-get";
import type { Runtime } from "@parley/jetstream/runtime";
import type { DedupeStore } from "../session.ts";

/** The KV bucket whose entries live 8 days: one key per provider id, under its chat, so that a chat can be forgotten. */
export function dedupeBucket({ nc, publisher, names }: Pick<Runtime, "nc" | "publisher" | "names">): DedupeStore {
  const bucket = names.dedupeBucket;
  const subject = (chat: string, id: string) => kvSubject(bucket, `${chat.replace("~", "/")}.${id}`);
  return {
    async remember(chat, ids) {
      await Promise.all(ids.map((id) => publisher.publish(subject(chat, id), "1")));
    },
    seen: async (chat, id) => (await getLast(nc, kvStream(bucket), subject(chat, id))) !== undefined,
  };
}
