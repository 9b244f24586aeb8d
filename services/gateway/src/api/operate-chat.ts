import { randomUUID } from "node:crypto";
import type { BotSwitched, OperatorReplied } from "@parley/contract/operator-messages";
import type { InboxPublisher } from "@parley/jetstream/inbox-publisher";
import { z } from "zod";
import { badRequest, notFound, unprocessable } from "../http-error.ts";
import { type HttpRequest, json, readJson } from "../http-request.ts";
import type { Route } from "../http-router.ts";
import type { ChatDirectory } from "./chat-directory.ts";
import type { KeptFiles } from "./kept-files.ts";
import { OperatorMessage, replyOf } from "./operator-message.ts";
import { chatOf } from "./show-chat.ts";
import { loadPage, type Store } from "./store.ts";

export type OperateOptions = {
  store: Store;
  chats: Pick<ChatDirectory, "get">;
  /** Of the gallery. */
  files: Pick<KeptFiles, "idsOf">;
  inboxes: Pick<InboxPublisher, "send">;
  now: () => number;
};

const BotSwitch = z.object({ enabled: z.boolean(), reason: z.string().max(500).default("") });
const keyPattern = /^[\x21-\x7e]{1,200}$/;

/** What a person does in a chat: write to the customer, pause or resume the agents. Both are asked of the chat's conversation. */
export function operateRoutes(options: OperateOptions): Route[] {
  const path = "/api/chats/:chat";
  return [
    { method: "POST", path: `${path}/messages`, handle: (request) => writeAsOperator(options, request) },
    { method: "POST", path: `${path}/bot`, handle: (request) => switchBot(options, request) },
  ];
}

/** `POST /api/chats/{chat}/messages`: 202 once it is stored. The same `Idempotency-Key` again is the same message. */
async function writeAsOperator(options: OperateOptions, request: HttpRequest) {
  const written = parse(OperatorMessage, await readJson(request));
  const { operator } = written;
  const id = keyOf(request) ?? randomUUID();
  const chat = await knownChat(options, request);
  const message: OperatorReplied = {
    type: "operator.replied",
    v: 1,
    id,
    reply: await replyOf(written, chat, options),
    atMs: options.now(),
    ...(operator === undefined ? {} : { operator }),
  };
  await options.inboxes.send("intel", chat, message);
  return json(202, { id, chat, status: "queued" });
}

/** `POST /api/chats/{chat}/bot`: 202 once it is stored. */
async function switchBot(options: OperateOptions, request: HttpRequest) {
  const { enabled, reason } = parse(BotSwitch, await readJson(request));
  const chat = await knownChat(options, request);
  const message: BotSwitched = { type: "bot.switched", v: 1, enabled, reason, atMs: options.now() };
  await options.inboxes.send("intel", chat, message);
  return json(202, { chat, enabled, reason });
}

/** Throws 400 and 404. */
async function knownChat({ store, chats }: OperateOptions, request: HttpRequest): Promise<string> {
  const chat = chatOf(request);
  if (chats.get(chat) === undefined && !(await loadPage(store, "session", chat))) throw notFound("no such chat");
  return chat;
}

function keyOf({ headers }: HttpRequest): string | undefined {
  const key = headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (typeof key !== "string" || !keyPattern.test(key)) {
    throw badRequest("Idempotency-Key has 1 to 200 visible ASCII characters");
  }
  return key;
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw unprocessable("the body is not as expected", z.flattenError(parsed.error).fieldErrors);
}
