import type { SendOutcome } from "@parley/whatsapp/graph-api";
import { expect, test } from "vitest";
import { graphSender } from "./graph-sender.ts";

const aReply = (account: string) => ({
  account,
  contact: "5215500000001",
  reply: { kind: "text", body: "hola" } as const,
  effect: "a~1:1/1",
});
const signal = new AbortController().signal;

function sender(outcomes: SendOutcome[], ratePerSecond = 1_000) {
  const sent: string[] = [];
  const observed: string[] = [];
  const graph = {
    send: async (account: string) => {
      sent.push(account);
      return outcomes.shift() ?? { kind: "accepted" as const, providerId: "wamid.1" };
    },
  };
  const send = graphSender({ graph, ratePerSecond, observe: (outcome) => observed.push(outcome) });
  return { send, sent, observed };
}

test("a reply goes to its number, and its outcome is counted", async () => {
  const { send, sent, observed } = sender([]);
  expect(await send(aReply("100"), signal)).toEqual({ kind: "accepted", providerId: "wamid.1" });
  expect(sent).toEqual(["100"]);
  expect(observed).toEqual(["accepted"]);
});

test("a number that Meta throttles pauses, the others do not", async () => {
  const { send, sent } = sender([{ kind: "throttled", scope: "number", graphCode: 130429, retryAfterMs: 60_000 }]);
  await send(aReply("100"), signal);
  expect(await send(aReply("100"), signal)).toMatchObject({ kind: "throttled", scope: "number" });
  expect(await send(aReply("200"), signal)).toMatchObject({ kind: "accepted" });
  expect(sent).toEqual(["100", "200"]);
});

test("sends over the rate are spread, none is refused", async () => {
  const { send } = sender([], 200);
  const startedAt = Date.now();
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => send(aReply("100"), signal)));
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["accepted"]));
  // 40 at 200/s, of which 10 may go at once.
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(100);
});
