import type { Turn } from "@parley/contract/turn";
import { initialDialogue } from "@parley/nlu/flow/dialogue";
import type { IntentExample } from "@parley/nlu/intents/train-intents";
import { noLanguagePrior } from "@parley/nlu/language/language-prior";
import type { Engines } from "./engines.ts";
import { understandTurn } from "./understand-turn.ts";

const texts = 80;

/** Understands some examples, so that the first customer does not wait for what is built when first used: half a second. */
export function warmUp(engines: Engines, examples: readonly IntentExample[], now: number): void {
  const before = { language: noLanguagePrior, dialogue: initialDialogue(), forms: {} };
  const every = Math.max(1, Math.floor(examples.length / texts));
  for (let at = 0; at < examples.length; at += every) {
    const entry: Turn = {
      id: "warm~up:1",
      chat: "warm~up",
      turn: 1,
      messageId: "warm-up",
      type: "text",
      receivedAt: new Date(now).toISOString(),
      status: "open",
      text: examples[at]?.text ?? "",
      processing: {},
    };
    understandTurn({ type: "turn.opened", v: 1, entry, sentAtMs: now, serviceWindowEndsAtMs: now }, before, engines);
  }
  engines.known.searchCatalog("x", 1);
  for (const language of engines.known.business.languages) engines.known.retrieval.find("x", language, 1);
}
