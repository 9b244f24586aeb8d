import type { LlmFailure } from "./llm.ts";

/** What may be spent; tokens are those of input and output together. */
export type BudgetLimits = {
  /** Of all chats in a UTC day. */
  tokensPerDay: number;
  /** Of one chat in a clock hour. */
  tokensPerChatHour: number;
  /** Of one chat in a UTC day. */
  callsPerChatDay: number;
};

export const defaultLimits: BudgetLimits = { tokensPerDay: 500_000, tokensPerChatHour: 30_000, callsPerChatDay: 50 };

export type Reserved = {
  /** What it took in the end, once; 0 gives the call back, too. */
  settle: (tokens: number) => void;
};

export type Budget = {
  reserve: (call: {
    chat?: string | undefined;
    tokens: number;
  }) => Reserved | Extract<LlmFailure, { kind: "over-budget" }>;
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Tokens are reserved before a call and settled after it, so calls side by side cannot spend more than there is. Of this process only and
 * forgotten with it: budgets that last and hold across replicas belong to the workflow service. `limits` is read at each call.
 */
export function createBudget({ limits, now }: { limits: () => BudgetLimits; now: () => number }): Budget {
  let day = { number: 0, tokens: new Tally(), calls: new Tally() };
  let hour = { number: 0, tokens: new Tally() };
  return {
    reserve: ({ chat, tokens }) => {
      const at = now();
      const today = Math.floor(at / dayMs);
      const thisHour = Math.floor(at / hourMs);
      // Only forward: a clock that is set back must not give the money again.
      if (today > day.number) day = { number: today, tokens: new Tally(), calls: new Tally() };
      if (thisHour > hour.number) hour = { number: thisHour, tokens: new Tally() };
      const { tokensPerDay, tokensPerChatHour, callsPerChatDay } = limits();
      if (day.tokens.of(all) + tokens > tokensPerDay) return { kind: "over-budget", reason: "day-tokens" };
      if (chat !== undefined && hour.tokens.of(chat) + tokens > tokensPerChatHour)
        return { kind: "over-budget", reason: "chat-hour-tokens" };
      if (chat !== undefined && day.calls.of(chat) + 1 > callsPerChatDay)
        return { kind: "over-budget", reason: "chat-day-calls" };
      return book({ day: day.tokens, hour: hour.tokens, calls: day.calls }, chat, tokens);
    },
  };
}

const all = "*";

/** Booked where it was reserved, even when the hour has changed since. */
function book(tallies: { day: Tally; hour: Tally; calls: Tally }, chat: string | undefined, tokens: number): Reserved {
  const add = (amount: number, calls: number) => {
    tallies.day.add(all, amount);
    if (chat === undefined) return;
    tallies.hour.add(chat, amount);
    tallies.calls.add(chat, calls);
  };
  add(tokens, 1);
  let settled = false;
  return {
    settle: (used) => {
      if (!settled) add(used - tokens, used === 0 ? -1 : 0);
      settled = true;
    },
  };
}

/** Sums by key. Every key has a sum above 0, so what may be spent in all bounds how many there are. */
class Tally {
  readonly #sums = new Map<string, number>();

  of(key: string): number {
    return this.#sums.get(key) ?? 0;
  }

  add(key: string, amount: number): void {
    const sum = this.of(key) + amount;
    if (sum > 0) this.#sums.set(key, sum);
    else this.#sums.delete(key);
  }
}
