import { renderAnswer } from "@parley/business/replies";
import type { Found } from "@parley/business/retrieval";
import type { TurnOpened } from "@parley/contract/turn-opened";
import type { RouterDecision } from "@parley/nlu/flow/route";
import { noteTone } from "@parley/nlu/flow/route";
import { readText } from "@parley/nlu/text";
import type { Assist } from "./assist/assist.ts";
import { mayHoldNames } from "./assist/name-cues.ts";
import type { ConversationState } from "./conversation-state.ts";
import { rulesOf } from "./decide-lane.ts";
import type { TurnDependencies } from "./turn-dependencies.ts";
import { type Understood, understandTurn } from "./understand-turn.ts";

/** A turn as understood with a model's help; `suggestion` answers it from the business's own texts. */
export type Helped = { understood: Understood; routed?: RouterDecision; suggestion?: string };

type Unsure = { message: TurnOpened; understood: Understood; signal: AbortSignal };

const mostPassages = 4;
/** The model judges for itself what fits, so passages may be further away than for an answer of ours. */
const leastScore = 0.15;

/** Whether a model could know better: an intent nobody is sure of, names that may have been missed. */
export function wantsHelp({ text, entities, classified, reading }: Understood, state: ConversationState): boolean {
  if (state.paused !== undefined || !/\p{L}{2}/u.test(text)) return false;
  const unsure = reading.intent.source === "classifier" && !classified.accepted;
  return unsure || isOpenQuestion(reading.intent.name, reading.intent.source) || mayHoldNames(readText(text), entities);
}

/** Asks for what is missing, then understands the turn once more with it. Never fails: without an answer the local reading stays. */
export async function askModel(
  { message, understood, signal }: Unsure,
  { engines, assist }: TurnDependencies & { assist: Assist },
): Promise<Helped> {
  const asked = { chat: message.entry.chat, signal };
  const { text, classified, reading } = understood;
  const unsure = reading.intent.source === "classifier" && !classified.accepted;
  const [intent, entities] = await Promise.all([
    unsure ? assist.intent({ ...asked, text, classified }) : undefined,
    assist.entities({ ...asked, text: readText(text), entities: understood.entities }),
  ]);
  const better =
    intent === undefined && entities === undefined
      ? understood
      : understandTurn(message, understood.before, engines, { intent, entities });
  const [routed, suggestion] = await Promise.all([
    unsure && intent === undefined ? route(better, { asked, engines, assist }) : undefined,
    suggest(better, { asked, engines, assist }),
  ]);
  return {
    understood: better,
    ...(routed === undefined ? {} : { routed }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

type Asking = { asked: { chat: string; signal: AbortSignal }; engines: TurnDependencies["engines"]; assist: Assist };

async function route(understood: Understood, { asked, engines, assist }: Asking): Promise<RouterDecision> {
  const { reading, classified, sentiment, text } = understood;
  const rules = rulesOf(engines.known.business);
  const dialogue = noteTone(understood.dialogue, sentiment, rules);
  return assist.route(asked)({ reading, dialogue, classified, tone: sentiment, text });
}

/** Only for questions that neither an agent nor a FAQ answers by itself. */
async function suggest({ text, language, reading }: Understood, { asked, engines, assist }: Asking) {
  const { retrieval, texts } = engines.known;
  if (!isOpenQuestion(reading.intent.name, reading.intent.source)) return undefined;
  if (retrieval.find(text, language.code, 1).length > 0) return undefined;
  const said = (found: Found) =>
    found.kind === "page" ? found.text : renderAnswer(texts, found.answer, language.code);
  const passages = retrieval
    .find(text, language.code, mostPassages, leastScore)
    .map((found) => ({ id: `${found.kind}-${found.id}`, text: said(found) }));
  return (await assist.answer({ ...asked, text, language: language.code, passages }))?.text;
}

/** A question that is none of the known kinds. */
function isOpenQuestion(intent: string, source: string): boolean {
  return source === "llm" || source === "classifier" ? intent === "faq_other" || intent === "oos" : false;
}
