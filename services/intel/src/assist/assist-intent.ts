import type { Llm } from "@parley/llm/llm";
import type { IntentResult } from "@parley/nlu/intents/classify-intent";
import { z } from "zod";
import { type AskedFor, certainties, confidenceOf, customerMessage, customerRule } from "./customer-words.ts";
import { type DescribedIntent, listIntents } from "./describe-intents.ts";

export type IntentQuestion = AskedFor & { text: string; classified: IntentResult };
export type AssistedIntent = { name: string; confidence: number; source: "llm" };
export type IntentAssist = (question: IntentQuestion) => Promise<AssistedIntent | undefined>;

const mostTokens = 100;

/**
 * Asks the model for the intent of a text the classifier is unsure of; `oos` is an answer, too. Undefined when the classifier is sure,
 * and whenever the model has no usable answer: then the classifier's best guess is all there is.
 */
export function assistIntent(llm: Llm, intents: readonly DescribedIntent[]): IntentAssist {
  const Chosen = z.object({
    intent: z.enum(["oos", ...intents.map(({ name }) => name).filter((name) => name !== "oos")]),
    certainty: z.enum(certainties),
  });
  const system = [
    "You sort messages that customers send to a business over WhatsApp, in Spanish or English, often with typos.",
    "Choose the one intent that tells best what the customer wants. `oos` if none fits.",
    "`likely_intents` are the guesses of another program, best first; they are often wrong.",
    customerRule,
    "The intents:",
    listIntents(intents),
  ].join("\n");
  return async ({ text, classified, chat, signal }) => {
    if (classified.accepted || !/\p{L}/u.test(text)) return undefined;
    const guesses = [classified, ...classified.alternatives].map(({ name }) => name);
    const answer = await llm.complete({
      purpose: "intent",
      chat,
      system,
      messages: [customerMessage(text, { likely_intents: guesses })],
      schema: Chosen,
      maxTokens: mostTokens,
      signal,
    });
    if (answer.kind !== "ok" || answer.value.certainty === "guess") return undefined;
    return { name: answer.value.intent, confidence: confidenceOf[answer.value.certainty], source: "llm" };
  };
}
