import type { Business } from "@parley/business/business";
import type { DialogueState } from "@parley/nlu/flow/dialogue";
import { noteTone, type RouteRules, type RouterDecision, routeTurn } from "@parley/nlu/flow/route";
import type { Understood } from "./understand-turn.ts";

/** Who answers a turn, and why. */
export type Decision = { lane: string; intent: string; agent: string; reason: string; confidence: number };

/** The lane and agent of an understood turn, by rules unless a model has `routed` it, and the dialogue with its tone counted. */
export function decideLane(
  { reading, classified, sentiment, dialogue: read }: Understood,
  business: Business,
  routed?: RouterDecision,
): { decision: Decision; dialogue: DialogueState } {
  const rules = rulesOf(business);
  const dialogue = noteTone(read, sentiment, rules);
  const { agent, ...decided } = routed ?? routeTurn({ reading, dialogue, classified, tone: sentiment }, rules);
  return { decision: { ...decided, agent: agent ?? decided.lane }, dialogue };
}

/** The router's rules of a business. */
export function rulesOf({ lanes, handover }: Business): RouteRules {
  return {
    agents: Object.fromEntries(lanes.map(({ name, agent }) => [name, agent])),
    fallbackLane: lanes[0]?.name ?? "info",
    ...(handover.whenFailed === 0 ? { unclearTurns: Number.POSITIVE_INFINITY } : { unclearTurns: handover.whenFailed }),
    ...(handover.whenAngry ? {} : { strongAnger: -2, angryTurns: Number.POSITIVE_INFINITY }),
  };
}
