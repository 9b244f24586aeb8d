import type { Business } from "@parley/business/business";
import { type Llm, llmOff } from "@parley/llm/llm";
import type { RouteRules } from "@parley/nlu/flow/route";
import type { IntentPlaces } from "@parley/nlu/flow/topics";
import { type AnswerAssist, assistAnswer } from "./assist-answer.ts";
import { assistEntities, type EntitiesAssist } from "./assist-entities.ts";
import { assistIntent, type IntentAssist } from "./assist-intent.ts";
import { assistRoute, type RouteAssist } from "./assist-route.ts";
import { describeIntents } from "./describe-intents.ts";

/** Where a model may help. Each gives undefined, or the rules' decision, when it is off, not wanted by the business, or of no use. */
export type Assist = {
  intent: IntentAssist;
  entities: EntitiesAssist;
  answer: AnswerAssist;
  route: RouteAssist;
};

/** The help one version of the business file allows; made once for it. */
export function createAssist(
  llm: Llm,
  { business, places, rules }: { business: Business; places: IntentPlaces; rules: RouteRules },
): Assist {
  const allowed = (use: Business["llm"]["uses"][number]) => (business.llm.uses.includes(use) ? llm : llmOff);
  const intents = describeIntents(business);
  const lanes = business.lanes.map(({ name }) => name);
  return {
    intent: assistIntent(allowed("intents"), intents),
    entities: assistEntities(allowed("entities")),
    answer: assistAnswer(allowed("answers"), business.name),
    route: assistRoute(allowed("intents"), { intents, lanes, places, rules }),
  };
}
