import { enChat } from "./shop/en-chat.ts";
import { enOrders } from "./shop/en-orders.ts";
import { enQuestions } from "./shop/en-questions.ts";
import { enSlots } from "./shop/en-slots.ts";
import { enSupport } from "./shop/en-support.ts";
import { esChat } from "./shop/es-chat.ts";
import { esOrders } from "./shop/es-orders.ts";
import { esQuestions } from "./shop/es-questions.ts";
import { esSlots } from "./shop/es-slots.ts";
import { esSupport } from "./shop/es-support.ts";
import { expandPhrase, type Slots } from "./shop/phrases.ts";

export type Lane = "info" | "commerce" | "support" | "human";

/** An intent every shop's customers have. `keep` as lane: thanks and goodbyes stay in the lane of the turn before. */
export type ShopIntent = {
  name: string;
  lane: Lane | "keep";
  /** The family the turn's thread belongs to. */
  topic: string;
  examples: { es: string[]; en: string[] };
};

const kinds: readonly (readonly [name: string, lane: ShopIntent["lane"], topic: string])[] = [
  ["greeting", "info", "greeting"],
  ["price_question", "info", "price"],
  ["product_availability", "info", "availability"],
  ["place_order", "commerce", "order"],
  ["order_status", "support", "status"],
  ["change_order", "commerce", "order"],
  ["cancel_order", "commerce", "order"],
  ["delivery_question", "info", "delivery"],
  ["payment_question", "info", "payment"],
  ["complaint", "support", "complaint"],
  ["return_refund", "support", "return"],
  ["opening_hours", "info", "hours"],
  ["location_question", "info", "place"],
  ["book_appointment", "commerce", "booking"],
  ["human_agent", "human", "human"],
  ["thanks", "keep", "chat"],
  ["goodbye", "keep", "chat"],
  ["faq_other", "info", "faq"],
  ["smalltalk", "info", "chat"],
  ["oos", "info", "chat"],
];

const esPhrases = { ...esOrders, ...esSupport, ...esQuestions, ...esChat };
const enPhrases = { ...enOrders, ...enSupport, ...enQuestions, ...enChat };
const copies = 9;
const openings = {
  es: [
    "hola",
    "buenas",
    "hola buenas tardes,",
    "buen día",
    "disculpe,",
    "oye",
    "hola, una consulta:",
    "oiga",
    "che",
    "perdón,",
    "buenas vecino",
  ],
  en: [
    "hi",
    "hello",
    "hey",
    "hi there,",
    "excuse me,",
    "good morning,",
    "hey guys",
    "sorry,",
    "sir",
    "quick question,",
  ],
};
/** These are the opening, or stand alone. */
const withoutOpening: ReadonlySet<string> = new Set(["greeting", "thanks", "goodbye", "smalltalk", "oos"]);

/** The standard intents of a shop with Spanish and English examples. A business file adds its own and more examples by name. */
export const shopIntents: readonly ShopIntent[] = kinds.map(([name, lane, topic]) => ({
  name,
  lane,
  topic,
  examples: {
    es: examplesOf(esPhrases[name] ?? [], esSlots, withoutOpening.has(name) ? [] : openings.es),
    en: examplesOf(enPhrases[name] ?? [], enSlots, withoutOpening.has(name) ? [] : openings.en),
  },
}));

/** Every third example opens politely, so that a greeting in front says nothing about what follows. */
function examplesOf(phrases: readonly string[], slots: Slots, opening: readonly string[]): string[] {
  const sentences = phrases.flatMap((phrase) => expandPhrase(phrase, slots, copies));
  return [...new Set(sentences)].map((sentence, index) => {
    const before = index % 3 === 0 ? opening[(index / 3) % opening.length] : undefined;
    return before === undefined ? sentence : `${before} ${sentence}`;
  });
}
