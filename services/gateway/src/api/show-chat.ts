import { isChatId, parseChatId } from "@parley/contract/ids";
import { partitionOf } from "@parley/contract/partition";
import { badRequest, notFound } from "../http-error.ts";
import { type Handler, type HttpRequest, json } from "../http-request.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import { loadMembers, ownersOf } from "./members.ts";
import { botOf, recentReplies } from "./shown-chat.ts";
import { loadPage, type Store } from "./store.ts";

/** The `:chat` of a path. Throws 400. */
export function chatOf({ params }: Pick<HttpRequest, "params">): string {
  const chat = params.chat ?? "";
  if (!isChatId(chat)) throw badRequest("not a chat id: want <account>~<contact>");
  return chat;
}

/**
 * `GET /api/chats/{chat}`: what each service keeps of a chat, as in its page, and who owns it. Pages are written behind the
 * journal, so a busy chat's are up to some seconds old: `savedAt` says so.
 */
export function showChat(store: Store, directory: ChatDirectory): Handler {
  return async (request) => {
    const chat = chatOf(request);
    const partition = partitionOf(chat, store.partitions);
    const recent = directory.get(chat);
    const [session, conversation, outbox, members] = await Promise.all([
      loadPage(store, "session", chat),
      loadPage(store, "intel", chat),
      loadPage(store, "delivery", chat),
      loadMembers(store),
    ]);
    if (!session && !conversation && !outbox && !recent) throw notFound("no such chat");
    const savedAtMs = [session, conversation, outbox].flatMap((page) => (page ? [page.savedAtMs] : []));
    return json(200, {
      chat,
      ...parseChatId(chat),
      ...(recent ? { lastActivityAt: new Date(recent.timeMs).toISOString() } : {}),
      ...(session ? { session: session.state } : {}),
      ...(conversation ? { conversation: conversation.state } : {}),
      bot: botOf(conversation?.state),
      ...(outbox ? { outbox: shownOutbox(outbox.state) } : {}),
      ...(savedAtMs.length > 0 ? { savedAt: new Date(Math.max(...savedAtMs)).toISOString() } : {}),
      owner: { partition, replicas: ownersOf(members, partition) },
    });
  };
}

/** As it is, and in `recent` what was written to the customer, whoever wrote it, with its status. */
function shownOutbox(state: unknown): unknown {
  return typeof state === "object" && state !== null ? { ...state, recent: recentReplies(state) } : state;
}
