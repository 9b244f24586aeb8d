import { Forgotten } from "@parley/contract/chat-forget";
import type { Names, ServiceName } from "@parley/contract/names";
import { kvStream, kvSubject, pageKey } from "@parley/contract/names";
import { partitionOf } from "@parley/contract/partition";
import { getLast, type StoredMessage } from "@parley/jetstream/direct-get";
import { z } from "zod";

export type Nats = Parameters<typeof getLast>[0];

/** What every reading handler needs. */
export type Store = { nc: Nats; names: Names; partitions: number };

/** A page as the API shows it: the runtime's own fields beside `state` stay inside. */
const StoredPage = z.object({ state: z.unknown() });
/** What remains of a forgotten chat: to the API there is no such page. */
const Remains = z.object({ state: z.object({ forgotten: Forgotten }) });
export type ActorPage = { state: unknown; savedAtMs: number };

/** The text of a stored value; undefined for a deleted key. */
export function storedText({ data, headers }: Pick<StoredMessage, "data" | "headers">): string | undefined {
  const deleted = (headers?.get("KV-Operation") ?? "") !== "";
  return deleted || data.length === 0 ? undefined : Buffer.from(data).toString("utf8");
}

/** The JSON of a stored value; undefined for a deleted key and for what is not JSON. */
export function readJsonValue(stored: Pick<StoredMessage, "data" | "headers">): unknown {
  const text = storedText(stored);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readPage(stored: StoredMessage): ActorPage | undefined {
  const value = readJsonValue(stored);
  if (Remains.safeParse(value).success) return undefined;
  const page = StoredPage.safeParse(value);
  return page.success ? { state: page.data.state, savedAtMs: stored.timeMs } : undefined;
}

/** An actor's page; undefined also for a forgotten chat. It is written behind the journal, so it may be some seconds old. */
export async function loadPage(store: Store, service: ServiceName, chat: string): Promise<ActorPage | undefined> {
  const bucket = store.names.stateBucket(service);
  const key = pageKey(partitionOf(chat, store.partitions), chat);
  const stored = await getLast(store.nc, kvStream(bucket), kvSubject(bucket, key));
  return stored && readPage(stored);
}
