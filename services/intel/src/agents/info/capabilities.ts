import type { ReplyKey } from "@parley/business/default-replies";
import type { Known } from "../../known.ts";
import type { AgentTurn } from "../agent-turn.ts";
import { words } from "../say.ts";

/** What the assistant can do here, by the business file. */
export function capabilitiesText({ language }: Pick<AgentTurn, "language">, known: Known): string {
  const { catalog, ordering, bookings, hours, address } = known.business;
  const all: readonly (readonly [ReplyKey & `can-${string}`, boolean])[] = [
    ["can-products", catalog.items.length > 0],
    ["can-order", ordering.enabled],
    ["can-book", bookings.length > 0],
    ["can-hours", hours !== undefined],
    ["can-place", address !== undefined],
    ["can-deliver", ordering.delivery !== undefined],
    ["can-pay", ordering.enabled],
    ["can-support", true],
  ];
  const doing = all.flatMap(([key, can]) => (can ? [words(known, language, key)] : []));
  return words(known, language, "capabilities", { doing });
}
