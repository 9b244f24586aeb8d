import type { Llm } from "@parley/llm/llm";
import { type RouteRules, type Router, routeTurn } from "@parley/nlu/flow/route";
import type { IntentPlaces } from "@parley/nlu/flow/topics";
import { z } from "zod";
import { type AskedFor, certainties, confidenceOf, customerMessage, customerRule } from "./customer-words.ts";
import { type DescribedIntent, listIntents } from "./describe-intents.ts";

export type RouteOptions = {
  intents: readonly DescribedIntent[];
  /** Names of the business's lanes. */
  lanes: readonly string[];
  places: IntentPlaces;
  rules: RouteRules;
};

/** Makes the router of one turn. */
export type RouteAssist = (turn: AskedFor) => Router;

const mostTokens = 100;

/**
 * The rules, and where they are unsure the model, which chooses lane and intent. The rules' decision stays when the model only guesses,
 * when its intent does not belong to its lane, and whenever it has no usable answer. Persons, anger and open forms stay with the rules.
 */
export function assistRoute(llm: Llm, { intents, lanes, places, rules }: RouteOptions): RouteAssist {
  const Chosen = z.object({
    lane: z.enum(lanes),
    intent: z.enum(["oos", ...intents.map(({ name }) => name).filter((name) => name !== "oos")]),
    certainty: z.enum(certainties),
  });
  const system = [
    "You decide which part of a business takes a customer's WhatsApp message, in Spanish or English, often with typos.",
    `Choose the intent that tells best what the customer wants, and its lane: one of ${lanes.join(", ")}.`,
    "`human` only for customers who want a person. `open_questions` are what the business has asked and waits for.",
    customerRule,
    "The intents, each with its lane:",
    listIntents(
      intents.map((intent) => ({ ...intent, meaning: `[${places[intent.name]?.lane ?? "any"}] ${intent.meaning}` })),
    ),
  ].join("\n");
  return ({ chat, signal }) =>
    async (input) => {
      const decision = routeTurn(input, rules);
      const { text = "", dialogue } = input;
      if (!llm.on || decision.reason !== "unsure" || !/\p{L}/u.test(text)) return decision;
      const answer = await llm.complete({
        purpose: "route",
        chat,
        system,
        messages: [customerMessage(text, { open_questions: dialogue.open.map(({ slot }) => slot) })],
        schema: Chosen,
        maxTokens: mostTokens,
        signal,
      });
      if (answer.kind !== "ok" || answer.value.certainty === "guess") return decision;
      const { lane, intent, certainty } = answer.value;
      const place = places[intent]?.lane;
      if (place !== undefined && place !== lane) return decision;
      const confidence = confidenceOf[certainty];
      return { lane, intent, agent: rules.agents?.[lane] ?? lane, reason: "model", confidence };
    };
}
