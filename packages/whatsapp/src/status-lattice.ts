import type { StatusChanged } from "@parley/contract/status-changed";
import type { ReplyStatus } from "@parley/contract/turn";

/** Statuses come late, twice and in any order, so each has a height. `failed` stands above `sent` and below any proof of delivery. */
const height: Record<ReplyStatus, number> = {
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  failed: 4,
  delivered: 5,
  read: 6,
};

/** The higher of the two: the result is the same in whatever order statuses arrive, and never goes back. `played` counts as read. */
export function fold(current: ReplyStatus, incoming: StatusChanged["status"] | ReplyStatus): ReplyStatus {
  const next = incoming === "played" ? "read" : incoming;
  return height[next] > height[current] ? next : current;
}
