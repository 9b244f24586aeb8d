import { expect, test } from "vitest";
import { botOf, recentReplies } from "./shown-chat.ts";

test("a chat's bot is paused when its conversation says so, with reason and end", () => {
  expect(botOf(undefined)).toEqual({ paused: false });
  expect(botOf({ turn: 3 })).toEqual({ paused: false });
  expect(botOf({ paused: { reason: "a person answers" } })).toEqual({ paused: true, reason: "a person answers" });
  const untilMs = Date.parse("2026-11-20T12:00:00Z");
  expect(botOf({ paused: { reason: "r", untilMs } })).toMatchObject({ until: "2026-11-20T12:00:00.000Z" });
});

test("replies of turns and messages outside them are shown in the order of their sending", () => {
  const sent = (id: string, second: number) => ({
    id,
    body: id,
    status: "sent",
    sentAt: `2026-11-20T10:00:0${second}.000Z`,
  });
  const message = { ...sent("m", 2), chat: "1~2", n: 1, requestId: "r", origin: "operator", requestedAt: "x" };
  const outbox = {
    lastTurn: 2,
    "progress:0": { replies: [sent("a", 1), { id: "d", body: "d", status: "queued" }] },
    "progress:1": { replies: [sent("c", 3)] },
    "message:1": message,
    "message:2": "broken",
  };
  expect(recentReplies(outbox).map(({ id, origin }) => [id, origin])).toEqual([
    ["a", "turn"],
    ["m", "operator"],
    ["c", "turn"],
    ["d", "turn"],
  ]);
  expect(recentReplies(null)).toEqual([]);
});
