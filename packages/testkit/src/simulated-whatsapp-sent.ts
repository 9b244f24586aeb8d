import type { ReplyOption } from "@parley/contract/reply";
import type { SentFile } from "./simulated-whatsapp-uploads.ts";

/** A reply that the simulated WhatsApp took. `n` counts from 1. */
export type SentMessage = {
  n: number;
  id: string;
  to: string;
  /** Meta's `type`: text, interactive, image … */
  type: string;
  /** The text, or the body of another kind as JSON. */
  body: string;
  /** What can be tapped. */
  options?: ReplyOption[];
  /** How a tap on one of them comes back. */
  tap?: "button_reply" | "list_reply";
  /** Of an image or document. */
  file?: SentFile;
  effect?: string;
  replyTo?: string;
  account: string;
  /** Unix ms. */
  at: number;
};

type Waiter = { contact: string; count: number; resolve: (replies: SentMessage[]) => void };

export type SentLog = ReturnType<typeof createSentLog>;

/** The accepted messages, the newest `keepSent` of them, and the effects seen, at most `keepEffects`. */
export function createSentLog(keepSent: number, keepEffects: number) {
  let all: SentMessage[] = [];
  let accepted = 0;
  let duplicateEffects = 0;
  const byContact = new Map<string, SentMessage[]>();
  const effects = new Set<string>();
  const waiters = new Set<Waiter>();

  const to = (contact: string): readonly SentMessage[] => byContact.get(contact) ?? [];

  const countEffect = (effect: string) => {
    if (effects.has(effect)) duplicateEffects += 1;
    effects.add(effect);
    const [oldest] = effects.size > keepEffects ? effects : [];
    if (oldest !== undefined) effects.delete(oldest);
  };

  // Rarely and in one go: to drop one per message would move the whole list each time.
  const forgetOldest = () => {
    all = all.slice(-keepSent);
    const oldest = all[0]?.n ?? accepted;
    for (const [contact, messages] of byContact) {
      const kept = messages.filter(({ n }) => n >= oldest);
      if (kept.length === 0) byContact.delete(contact);
      else byContact.set(contact, kept);
    }
  };

  return {
    add: (message: Omit<SentMessage, "n">): SentMessage => {
      accepted += 1;
      const sent = { n: accepted, ...message };
      all.push(sent);
      const before = byContact.get(sent.to);
      if (before === undefined) byContact.set(sent.to, [sent]);
      else before.push(sent);
      if (sent.effect !== undefined) countEffect(sent.effect);
      if (all.length > keepSent * 1.25 + 16) forgetOldest();
      for (const waiter of waiters) {
        if (waiter.contact !== sent.to || to(sent.to).length < waiter.count) continue;
        waiters.delete(waiter);
        waiter.resolve([...to(sent.to)]);
      }
      return sent;
    },
    all: (): readonly SentMessage[] => all,
    to,
    counts: () => ({ accepted, duplicateEffects }),
    /** Resolves with all replies to the contact once there are `count`; rejects after `timeoutMs`. */
    waitFor: (contact: string, count: number, timeoutMs: number): Promise<SentMessage[]> =>
      new Promise((resolve, reject) => {
        if (to(contact).length >= count) return resolve([...to(contact)]);
        const waiter: Waiter = {
          contact,
          count,
          resolve: (replies) => {
            clearTimeout(deadline);
            resolve(replies);
          },
        };
        const deadline = setTimeout(() => {
          waiters.delete(waiter);
          reject(new Error(`${to(contact).length} of ${count} replies after ${timeoutMs} ms`));
        }, timeoutMs);
        waiters.add(waiter);
      }),
  };
}
