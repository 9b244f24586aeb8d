import type { Business } from "@parley/business/business";
import type { DialogueState } from "@parley/nlu/flow/dialogue";
import { noteTone, type RouteRules, type RouterDecision, routeTurn } from "@parley/nlu/flow/route";
import { wishesReceipt, wishesToSee } from "./agents/commerce/file-wishes.ts";
import { onceFor } from "./agents/once-for.ts";
import type { Understood } from "./understand-turn.ts";

/** Who answers a turn, and why. */
export type Decision = { lane: string; intent: string; agent: string; reason: string; confidence: number };

type Decided = { decision: Decision; dialogue: DialogueState };

/** The lane and agent of an understood turn, by rules unless a model has `routed` it, and the dialogue with its tone counted. */
export function decideLane(
  { text, entities, reading, classified, sentiment, dialogue: read }: Understood,
  business: Business,
  routed?: RouterDecision,
): Decided {
  const rules = rulesOf(business);
  const dialogue = noteTone(read, sentiment, rules);
  const { agent, ...decided } = routed ?? routeTurn({ reading, dialogue, classified, tone: sentiment }, rules);
  const decision = { ...decided, agent: agent ?? decided.lane };
  // Whether to add what was shown is the seller's question, whatever topic it came up in.
  const sellers = reading.flow.answered.includes("order.offer") || wishesFile(text, entities, decision);
  return sellers ? toSeller(decision, dialogue, business) : { decision, dialogue };
}

/** Pictures of goods and receipts of orders are the seller's, whatever the question was taken for but a complaint. */
function wishesFile(text: string, entities: Understood["entities"], { intent, agent }: Decision): boolean {
  if (intent === "complaint" || intent === "return_refund") return false;
  if (wishesReceipt(text)) return true;
  const products = new Set(entities.filter(({ type }) => type === "product").map(({ value }) => String(value)));
  return agent !== "support" && products.size === 1 && wishesToSee(text) !== undefined;
}

const ordering = { topic: "order", task: "place_order", form: "order" };

/** The thread becomes one of buying, so that what is said next is read against what was shown. */
function toSeller(decision: Decision, dialogue: DialogueState, { lanes }: Business): Decided {
  const seller = lanes.find(({ agent }) => agent === "commerce");
  if (seller === undefined || decision.lane === "human") return { decision, dialogue };
  const threads = dialogue.threads.map((thread) =>
    thread.id === dialogue.current && thread.form !== "booking" ? { ...thread, ...ordering } : thread,
  );
  return { decision: { ...decision, lane: seller.name, agent: "commerce" }, dialogue: { ...dialogue, threads } };
}

/** The router's rules of a business. */
export const rulesOf = onceFor(
  ({ lanes, handover }: Business): RouteRules => ({
    agents: Object.fromEntries(lanes.map(({ name, agent }) => [name, agent])),
    fallbackLane: lanes[0]?.name ?? "info",
    ...(handover.whenFailed === 0 ? { unclearTurns: Number.POSITIVE_INFINITY } : { unclearTurns: handover.whenFailed }),
    ...(handover.whenAngry ? {} : { strongAnger: -2, angryTurns: Number.POSITIVE_INFINITY }),
  }),
);
