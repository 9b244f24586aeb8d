import { chatId, parseEffectId } from "@parley/contract/ids";
import { z } from "zod";

/** Replies in few bytes: effect id (empty without one), and when the simulated WhatsApp accepted it, Unix ms. */
export const Accepted = z.array(z.tuple([z.string(), z.number()]));
export type Accepted = z.infer<typeof Accepted>;

export type Ledger = ReturnType<typeof openLedger>;

/** What customers asked and what they were answered: turn n of a chat has exactly one reply, `<chat>:<n>/1`, after those of 1..n-1. */
export function openLedger(account: string) {
  /** Due times of the turns without a reply, oldest first, and the number of those with one. */
  const chats = new Map<string, { waiting: number[]; answered: number }>();
  const counts = { asked: 0, answered: 0 };
  const wrong: string[] = [];

  const chatOf = (chat: string) => {
    const known = chats.get(chat) ?? { waiting: [], answered: 0 };
    chats.set(chat, known);
    return known;
  };

  return {
    counts: () => ({ ...counts }),
    /** The first replies that were not what had to come next. */
    wrong: (): readonly string[] => wrong,
    /** Gives the turn's number. */
    asked: (contact: string, dueAtMs: number): number => {
      const chat = chatOf(chatId(account, contact));
      counts.asked++;
      chat.waiting.push(dueAtMs);
      return chat.answered + chat.waiting.length;
    },
    /** Gives the time from the turn being due to its reply, or undefined for a reply that must not be. */
    answered: (effect: string, atMs: number): number | undefined => {
      const reply = parseEffectId(effect);
      const chat = chats.get(reply?.chat ?? "");
      const dueAtMs = chat?.waiting[0];
      const isNext = chat !== undefined && reply?.turn === chat.answered + 1 && reply.n === 1;
      if (!isNext || dueAtMs === undefined) {
        if (wrong.length < 20)
          wrong.push(`${effect || "a reply without an effect id"} after ${chat?.answered} replies`);
        return undefined;
      }
      chat.waiting.shift();
      chat.answered++;
      counts.answered++;
      return atMs - dueAtMs;
    },
  };
}
