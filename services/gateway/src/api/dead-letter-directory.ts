import type { DeadLetter } from "@parley/contract/dead-letter";
import { RecentMap } from "./recent-map.ts";

type Known = Pick<DeadLetter, "id" | "service" | "code" | "status"> & { chat: string; subject: string; seq: number };
export type DeadLetterFilter = Partial<Record<"chat" | "service" | "code" | "status", string | undefined>>;

const standardCapacity = 50_000;

/** What lists of dead letters are filtered by, of the newest 50,000, in memory; the letters stay in their stream. */
export class DeadLetterDirectory {
  readonly #letters: RecentMap<Known>;

  constructor(capacity = standardCapacity) {
    this.#letters = new RecentMap(capacity);
  }

  /** A stored letter, in stream order; its newest change decides its place. */
  take(letter: DeadLetter, subject: string, seq: number): void {
    const { id, service, code, status, key: chat } = letter;
    this.#letters.set(id, { id, service, code, status, chat, subject, seq });
  }

  forget(id: string): void {
    this.#letters.delete(id);
  }

  subjectOf(id: string): string | undefined {
    return this.#letters.get(id)?.subject;
  }

  newest(filter: DeadLetterFilter, beforeSeq?: number): Known[] {
    return this.#letters
      .newest(beforeSeq)
      .filter(
        (letter) =>
          (filter.chat === undefined || filter.chat === letter.chat) &&
          (filter.service === undefined || filter.service === letter.service) &&
          (filter.code === undefined || filter.code === letter.code) &&
          (filter.status === undefined || filter.status === letter.status),
      );
  }
}
