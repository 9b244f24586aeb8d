import type { ChatForget } from "@parley/contract/chat-forget";
import type { InboxPublisher } from "@parley/jetstream/inbox-publisher";
import { notFound } from "../http-error.ts";
import { type Handler, json } from "../http-request.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import type { DeadLetterDirectory } from "./dead-letter-directory.ts";
import type { GalleryIndex } from "./gallery-index.ts";
import { chatOf } from "./show-chat.ts";
import { loadPage, type Store } from "./store.ts";

export type ForgetOptions = {
  store: Store;
  chats: Pick<ChatDirectory, "get">;
  letters: Pick<DeadLetterDirectory, "newest">;
  gallery: Pick<GalleryIndex, "find">;
  inboxes: Pick<InboxPublisher, "send">;
  now: () => number;
};

/**
 * `DELETE /api/chats/{chat}`: 202 once it is stored; what is under way in the chat comes to its end first. 404 as soon as nothing of the chat
 * is left to be shown.
 */
export function forgetChat(options: ForgetOptions): Handler {
  return async (request) => {
    const chat = chatOf(request);
    if (!(await isKept(options, chat))) throw notFound("no such chat");
    const order: ChatForget = { type: "chat.forget", v: 1, atMs: options.now() };
    await options.inboxes.send("session", chat, order);
    return json(202, { chat, status: "forgetting" });
  };
}

async function isKept({ store, chats, letters, gallery }: ForgetOptions, chat: string): Promise<boolean> {
  if (chats.get(chat) !== undefined || letters.newest({ chat }).length > 0) return true;
  if (gallery.find({ chat }, 1).length > 0) return true;
  const services = ["session", "intel", "delivery"] as const;
  const pages = await Promise.all(services.map((service) => loadPage(store, service, chat)));
  return pages.some((page) => page !== undefined);
}
