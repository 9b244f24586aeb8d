import { parseChatId } from "@parley/contract/ids";
import { partitionOf } from "@parley/contract/partition";
import { getLastMany } from "@parley/jetstream/direct-get";
import { z } from "zod";
import type { RecentChat } from "./chat-directory.ts";
import { readJsonValue, type Store } from "./store.ts";

/** A chat as lists show it, from its newest turn. */
export type ChatSummary = {
  chat: string;
  account: string;
  contact: string;
  turns: number;
  lastActivityAt: string;
  lastText?: string;
  /** Status of the newest turn. */
  state?: string;
  lane?: string;
  intent?: string;
  language?: string;
};
export type ChatFilter = { q: string | undefined; lane: string | undefined; state: string | undefined };

/** The few fields of a stored turn that a list shows. */
const ShownTurn = z.object({
  status: z.string(),
  text: z.string().optional(),
  processing: z.object({
    intel: z
      .object({
        decision: z.object({ lane: z.string() }).optional(),
        intent: z.object({ name: z.string() }).optional(),
        language: z.object({ code: z.string() }).optional(),
      })
      .optional(),
  }),
});
type ShownTurn = z.infer<typeof ShownTurn>;

const shownText = 160;

/** The summaries of chats, in the given order, from their newest stored turns; a chat that was forgotten drops out. */
export async function loadSummaries(store: Store, chats: readonly RecentChat[]): Promise<ChatSummary[]> {
  if (chats.length === 0) return [];
  const { nc, names, partitions } = store;
  const subjectOf = ({ chat, turn }: RecentChat) => names.timeline(partitionOf(chat, partitions), chat, turn);
  const stored = await getLastMany(nc, names.timelineStream, chats.map(subjectOf));
  const turns = new Map(stored.map((message) => [message.subject, ShownTurn.safeParse(readJsonValue(message)).data]));
  return chats.flatMap((chat) => {
    const turn = turns.get(subjectOf(chat));
    return turn ? [summarize(chat, turn)] : [];
  });
}

function summarize({ chat, turn, timeMs }: RecentChat, { status, text, processing }: ShownTurn): ChatSummary {
  const { decision, intent, language } = processing.intel ?? {};
  return {
    chat,
    ...parseChatId(chat),
    turns: turn,
    lastActivityAt: new Date(timeMs).toISOString(),
    state: status,
    ...(text === undefined ? {} : { lastText: text.slice(0, shownText) }),
    ...(decision ? { lane: decision.lane } : {}),
    ...(intent ? { intent: intent.name } : {}),
    ...(language ? { language: language.code } : {}),
  };
}

/** `q` is looked for in the contact, the account and the last text, without regard to case. */
export function matches(chat: ChatSummary, { q, lane, state }: ChatFilter): boolean {
  if (lane !== undefined && chat.lane !== lane) return false;
  if (state !== undefined && chat.state !== state) return false;
  if (q === undefined) return true;
  const wanted = q.toLowerCase();
  return [chat.contact, chat.account, chat.chat, chat.lastText ?? ""].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
