import type { Business } from "@parley/business/business";
import { orderNumberPatterns } from "@parley/business/order-numbers";
import { createEntityExtractor, type EntityExtractor } from "@parley/nlu/extract-entities";
import { type IntentPlaces, standardPlaces } from "@parley/nlu/flow/topics";
import type { IntentClassifier } from "@parley/nlu/intents/classify-intent";
import { shopIntents } from "@parley/nlu/intents/shop-intents";
import type { IntentExample } from "@parley/nlu/intents/train-intents";
import { createLanguageDetector, type LanguageDetector } from "@parley/nlu/language/detect-language";
import { createRecognizers } from "@parley/nlu/recognizers";
import { createKeywordRules, type KeywordRules } from "./keyword-rules.ts";
import { createKnown, type Known } from "./known.ts";

/** Everything a turn is understood with: one version of the business file and the model trained from it. */
export type Engines = {
  known: Known;
  extract: EntityExtractor;
  classify: IntentClassifier;
  detect: LanguageDetector;
  keywords: KeywordRules;
  /** Lane and topic of each intent. */
  places: IntentPlaces;
};

export function createEngines(business: Business, classify: IntentClassifier): Engines {
  const known = createKnown(business);
  return {
    known,
    extract: createEntityExtractor(
      createRecognizers({
        catalog: known.names,
        custom: business.entities,
        orderIdPatterns: orderNumberPatterns(business),
      }),
    ),
    classify,
    detect: createLanguageDetector(business.languages),
    keywords: createKeywordRules(business),
    places: placesOf(business),
  };
}

/** What the classifier learns for a business: the standard intents, and its own with their examples. */
export function examplesOf({ intents, languages }: Business): IntentExample[] {
  const standard = shopIntents.flatMap(({ name, examples }) =>
    languages.flatMap((language) => examples[language].map((text) => ({ text, intent: name }))),
  );
  const own = intents.flatMap(({ name, examples }) => {
    const texts = Object.values(examples).flat();
    // A standard intent has hundreds: without this the business's own would hardly be heard.
    const copies = Math.min(mostCopies, Math.ceil(wantedExamples / Math.max(1, texts.length)));
    return Array.from({ length: copies }, () => texts.map((text) => ({ text, intent: name }))).flat();
  });
  return [...standard, ...own];
}

const wantedExamples = 80;
const mostCopies = 6;

function placesOf({ intents, lanes }: Business): IntentPlaces {
  const places: Record<string, { lane: string; topic: string }> = { ...standardPlaces };
  for (const { name, lane, topic } of intents) {
    const standard = standardPlaces[name];
    places[name] = {
      lane: lane ?? standard?.lane ?? lanes[0]?.name ?? "info",
      topic: topic ?? standard?.topic ?? "faq",
    };
  }
  return places;
}
