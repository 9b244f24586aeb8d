import { expect, test } from "vitest";
import { type BudgetLimits, createBudget, type Reserved } from "./budget.ts";

const hourMs = 3_600_000;

function aBudget(limits: Partial<BudgetLimits>) {
  let nowMs = 10 * hourMs;
  const all = { tokensPerDay: 1_000, tokensPerChatHour: 1_000, callsPerChatDay: 1_000, ...limits };
  const { reserve } = createBudget({ limits: () => all, now: () => nowMs });
  const take = (tokens: number, chat?: string): Reserved => {
    const reserved = reserve({ chat, tokens });
    if ("kind" in reserved) throw new Error(reserved.reason);
    return reserved;
  };
  return { take, all, pass: (ms: number) => (nowMs += ms) };
}

test("what is reserved cannot be spent twice, and what was not needed comes back", () => {
  const { take } = aBudget({});
  const first = take(600);
  expect(() => take(600)).toThrow("day-tokens");
  first.settle(100);
  first.settle(0);
  take(900);
  expect(() => take(1)).toThrow("day-tokens");
});

test("a call that took more than was reserved counts with what it took", () => {
  const { take } = aBudget({});
  take(100).settle(950);
  expect(() => take(51)).toThrow("day-tokens");
});

test("a chat has so many calls in a day, those that came to nothing not counted", () => {
  const { take, pass } = aBudget({ callsPerChatDay: 2 });
  take(10, "a").settle(0);
  take(10, "a");
  take(10, "a").settle(3);
  expect(() => take(10, "a")).toThrow("chat-day-calls");
  take(10, "b");
  pass(14 * hourMs);
  take(10, "a");
});

test("a call that ends in the next hour is settled in the hour it began", () => {
  const { take, pass } = aBudget({ tokensPerChatHour: 100 });
  const long = take(90, "a");
  pass(hourMs);
  long.settle(0);
  take(100, "a");
  expect(() => take(1, "a")).toThrow("chat-hour-tokens");
});

test("a clock that is set back gives nothing back", () => {
  const { take, pass } = aBudget({});
  pass(30 * hourMs);
  take(1_000);
  pass(-30 * hourMs);
  expect(() => take(1)).toThrow("day-tokens");
});

test("a limit that changes counts at once", () => {
  const { take, all } = aBudget({});
  take(1_000);
  all.tokensPerDay = 1_500;
  take(500);
});
