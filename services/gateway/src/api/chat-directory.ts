import { RecentMap } from "./recent-map.ts";

/** When a chat's timeline last changed (stream sequence and time) and its newest turn there. */
export type RecentChat = { chat: string; turn: number; seq: number; timeMs: number };

const standardCapacity = 20_000;

/**
 * The chats whose timeline changed last, newest first, in memory. Only positions: at full load thousands of entries a second pass
 * here, so they are not even parsed; lists read the few they show from the stream.
 */
export class ChatDirectory {
  readonly #chats: RecentMap<RecentChat>;

  constructor(capacity = standardCapacity) {
    this.#chats = new RecentMap(capacity);
  }

  get size(): number {
    return this.#chats.size;
  }

  get(chat: string): RecentChat | undefined {
    return this.#chats.get(chat);
  }

  /** A stored turn, in stream order. A late status of an older turn counts as activity. */
  take(chat: string, turn: number, at: { seq: number; timeMs: number }): void {
    const known = this.#chats.get(chat)?.turn ?? 0;
    this.#chats.set(chat, { chat, turn: Math.max(known, turn), ...at });
  }

  /** A turn is no longer stored; with its newest one the chat is forgotten. */
  forget(chat: string, turn: number): void {
    if ((this.#chats.get(chat)?.turn ?? 0) <= turn) this.#chats.delete(chat);
  }

  newest(beforeSeq?: number): RecentChat[] {
    return this.#chats.newest(beforeSeq);
  }
}
