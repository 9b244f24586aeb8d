import { type ReplyStatus, replyStatuses } from "@parley/contract/turn";
import { expect, test } from "vitest";
import { fold } from "./status-lattice.ts";

const incoming = ["sent", "delivered", "read", "played", "failed"] as const;

test("statuses climb and never go back", () => {
  expect(fold("sent", "delivered")).toBe("delivered");
  expect(fold("read", "delivered")).toBe("read");
  expect(fold("unknown", "sent")).toBe("sent");
  expect(fold("delivered", "played")).toBe("read");
});

test("a failure wins until the message is proven to have arrived", () => {
  for (const early of ["queued", "sending", "unknown", "sent"] as const) expect(fold(early, "failed")).toBe("failed");
  expect(fold("delivered", "failed")).toBe("delivered");
  expect(fold("read", "failed")).toBe("read");
  expect(fold("failed", "sent")).toBe("failed");
  expect(fold("failed", "delivered")).toBe("delivered");
});

test("any order of the same statuses ends the same", () => {
  for (const start of replyStatuses) {
    for (const a of incoming) {
      for (const b of incoming) expect(both(start, a, b)).toBe(both(start, b, a));
    }
  }
});

function both(start: ReplyStatus, a: (typeof incoming)[number], b: (typeof incoming)[number]): ReplyStatus {
  return fold(fold(start, a), b);
}
