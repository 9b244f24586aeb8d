import { type Language, languages } from "@parley/business/translated";
import { type Interaction, interactionOf } from "@parley/contract/interaction";
import type { IntelPart, Turn } from "@parley/contract/turn";
import type { TurnOpened } from "@parley/contract/turn-opened";
import type { Entity } from "@parley/nlu/entity";
import { type DialogueState, type Forms, requestedOf } from "@parley/nlu/flow/dialogue";
import { readTurn, type TurnReading } from "@parley/nlu/flow/read-turn";
import type { IntentResult } from "@parley/nlu/intents/classify-intent";
import type { LanguagePrior } from "@parley/nlu/language/language-prior";
import { analyzeSentiment, type Sentiment } from "@parley/nlu/sentiment/analyze-sentiment";
import { readText, type Text } from "@parley/nlu/text";

import type { Engines } from "./engines.ts";

/** Where the chat stands before the turn. */
export type Before = { language: LanguagePrior; dialogue: DialogueState; forms: Forms };

/** A turn as the local path understands it. */
export type Understood = {
  /** What the customer wrote or said; empty when there are no words. */
  text: string;
  language: { code: Language; confidence: number; prior: LanguagePrior };
  entities: readonly Entity[];
  classified: IntentResult & { source: "classifier" | "keyword" | "llm" };
  sentiment: Sentiment;
  reading: TurnReading;
  /** The dialogue after the turn. */
  dialogue: DialogueState;
  interaction: Interaction | undefined;
  /** What it was understood against, to understand it once more with help. */
  before: Before;
};

const noIntent: IntentResult = { name: "oos", confidence: 0, accepted: false, alternatives: [] };

/** A WhatsApp order says what it is without words. */
const anOrder: Understood["classified"] = {
  name: "place_order",
  confidence: 1,
  accepted: true,
  alternatives: [],
  source: "keyword",
};

/** What somebody else knows better than the local path. */
export type Better = {
  entities?: readonly Entity[] | undefined;
  intent?: { name: string; confidence: number; source: "llm" } | undefined;
};

/** Understands a turn against the dialogue so far: pure, and without any service. */
export function understandTurn(message: TurnOpened, before: Before, engines: Engines, better: Better = {}): Understood {
  const { entry } = message;
  const text = wordsOf(entry);
  const read = readText(text);
  const { business } = engines.known;
  const language = detect(read, before.language, engines);
  const interaction = message.content === undefined ? undefined : interactionOf(message.content);
  const { timeZone, region } = business;
  const entities =
    better.entities ??
    engines.extract(read, {
      atMs: message.sentAtMs,
      timeZone,
      region,
      language: language.code,
      requested: requestedOf(before.dialogue),
    });
  const classified = interaction?.kind === "order" ? anOrder : improved(classify(read, engines), better.intent);
  const { state: dialogue, reading } = readTurn(before.dialogue, {
    messageId: entry.messageId,
    text: read,
    entities,
    intent: classified,
    atMs: message.sentAtMs,
    region,
    timeZone,
    forms: before.forms,
    places: engines.places,
    ...(message.context?.messageId === undefined ? {} : { replyTo: message.context.messageId }),
    ...(interaction?.kind === "choice" ? { tapped: interaction.id } : {}),
  });
  const sentiment = analyzeSentiment(read, language.code);
  return { text, language, entities, classified, sentiment, reading, dialogue, interaction, before };
}

/** What the timeline shows of it. */
export function intelPartOf({ text, language, entities, classified, sentiment, reading }: Understood): IntelPart {
  const part: IntelPart = { entities: [...entities] };
  part.flow = reading.flow;
  part.thread = reading.thread;
  if (text === "") return part;
  const { name, confidence, source } = reading.intent;
  const alternatives = classified.alternatives;
  part.language = { code: language.code, confidence: language.confidence };
  part.intent = { name, confidence, alternatives, source: source === "classifier" ? classified.source : source };
  part.sentiment = sentiment;
  return part;
}

/** A voice note counts as what was said in it. */
function wordsOf({ text, processing }: Turn): string {
  if (text !== undefined && text !== "") return text;
  const said = processing.media?.items.flatMap(({ transcript }) => (transcript === undefined ? [] : [transcript]));
  return said?.join("\n") ?? "";
}

function detect(text: Text, prior: LanguagePrior, engines: Engines): Understood["language"] {
  const found = engines.detect(text, prior);
  const [first = "es"] = engines.known.business.languages;
  const code = languages.find((language) => language === found.code) ?? first;
  return { ...found, code };
}

function improved(classified: Understood["classified"], intent: Better["intent"]): Understood["classified"] {
  if (intent === undefined) return classified;
  const guesses = [{ name: classified.name, confidence: classified.confidence }, ...classified.alternatives];
  const alternatives = guesses.filter(({ name }) => name !== intent.name).slice(0, 3);
  return { ...intent, accepted: true, alternatives };
}

function classify(text: Text, { keywords, classify }: Engines): Understood["classified"] {
  if (text.tokens.length === 0) return { ...noIntent, source: "classifier" };
  const named = keywords(text);
  const result = classify(text.original);
  if (named === undefined) return { ...result, source: "classifier" };
  const others = [{ name: result.name, confidence: result.confidence }, ...result.alternatives];
  const alternatives = others.filter(({ name }) => name !== named).slice(0, 3);
  return { name: named, confidence: 0.95, accepted: true, alternatives, source: "keyword" };
}
