import { phrasePattern } from "../phrase-pattern.ts";
import type { Forms } from "./dialogue.ts";

/** What an intent means for a conversation. */
export type IntentPlace = { lane: string; topic: string };
export type IntentPlaces = Readonly<Record<string, IntentPlace>>;

/** The standard intents' lanes and topics. `payment_question`, `change_order` and `cancel_order` depend on the words as well. */
export const standardPlaces: IntentPlaces = {
  greeting: { lane: "info", topic: "greeting" },
  price_question: { lane: "info", topic: "price" },
  product_availability: { lane: "info", topic: "availability" },
  place_order: { lane: "commerce", topic: "order" },
  order_status: { lane: "support", topic: "status" },
  change_order: { lane: "commerce", topic: "order" },
  cancel_order: { lane: "commerce", topic: "order" },
  delivery_question: { lane: "info", topic: "delivery" },
  payment_question: { lane: "info", topic: "payment" },
  complaint: { lane: "support", topic: "complaint" },
  return_refund: { lane: "support", topic: "return" },
  opening_hours: { lane: "info", topic: "hours" },
  location_question: { lane: "info", topic: "place" },
  book_appointment: { lane: "commerce", topic: "booking" },
  human_agent: { lane: "human", topic: "human" },
  thanks: { lane: "info", topic: "chat" },
  goodbye: { lane: "info", topic: "chat" },
  faq_other: { lane: "info", topic: "faq" },
  smalltalk: { lane: "info", topic: "chat" },
  oos: { lane: "info", topic: "chat" },
};

const taskOfTopic: Readonly<Record<string, string>> = {
  greeting: "greeting",
  price: "price_question",
  availability: "product_availability",
  order: "place_order",
  status: "order_status",
  booking: "book_appointment",
  delivery: "delivery_question",
  payment: "payment_question",
  complaint: "complaint",
  return: "return_refund",
  hours: "opening_hours",
  place: "location_question",
  faq: "faq_other",
  human: "human_agent",
  chat: "smalltalk",
};

/** The intent that answers in a form of this topic serve. */
export function taskOf(topic: string): string {
  return taskOfTopic[topic] ?? topic;
}

/** Topics whose turns are about buying something. */
export const goodsTopics: ReadonlySet<string> = new Set([
  "price",
  "availability",
  "order",
  "booking",
  "delivery",
  "payment",
]);
/** Topics of a task that runs over several turns. */
export const taskTopics: ReadonlySet<string> = new Set([
  "order",
  "booking",
  "return",
  "complaint",
  "status",
  "payment",
]);
/** Topics of what went wrong after buying. */
export const problemTopics: ReadonlySet<string> = new Set(["status", "complaint", "return"]);
/** Topics that need no order: each such question is a thread of its own. */
export const sideTopics: ReadonlySet<string> = new Set(["hours", "place", "faq", "chat"]);
/** Topics that only lead to what follows. */
export const leadTopics: ReadonlySet<string> = new Set(["greeting", "human"]);

/** The topic whose form holds the slot: `preferred` if it does, else the first. */
export function formTopicOf(forms: Forms, slot: string, preferred: string | undefined): string | undefined {
  if (preferred !== undefined && forms[preferred]?.[slot] !== undefined) return preferred;
  return Object.keys(forms).find((topic) => forms[topic]?.[slot] !== undefined);
}

const bookingWords = phrasePattern(
  /\b(?:turnos?|citas?|reservas?|reservaci\w+|mesas?|horas? con|consultas?|appointments?|appt|bookings?|tables?|reservations?|slots?|visitas?|visit|haircut|corte|clase|class|lesson|check-?up|viewing|salon|hall)\b/,
);

/** Whether moving or dropping is about a booking or an order; `running` is the topic of the task in progress. */
export function changeTopic(folded: string, forms: Forms, running: string | undefined): "order" | "booking" {
  if (bookingWords.test(folded)) return "booking";
  if (running === "booking" || running === "order") return running;
  return forms.booking !== undefined && forms.order === undefined ? "booking" : "order";
}

/** A proof of payment or invoice details, not a question about the means. */
const paymentDone = phrasePattern(
  /\b(?:factur\w*|comprobantes?|recibos?|boleta|rfc|cuit|nit|cif|gstin|gst|tax id|vat number|invoic\w*|receipts?|transferi\w*|deposite|depositamos|consigne|consignamos|ya (?:pague|pagamos|quedo|hice|transferi|deposite|consigne|te pase|esta pagado)|pague|pagamos|hice (?:el|la|un|una) (?:pago|transferencia|deposito|bizum|consignacion)|he (?:pagado|hecho)|te (?:transferi|pase|deposite)|abono|captura|sent (?:the|you)|i(?:'ve| have)? (?:just )?(?:paid|sent|transferred|wired)|we(?:'ve| have)? paid|already paid|payment (?:done|made|sent)|proof of payment|screenshot|utr)\b/,
);

/** The lane of an intent in its words. */
export function laneOf(intent: string, folded: string, places: IntentPlaces): string {
  if (intent === "payment_question" && paymentDone.test(folded)) return "commerce";
  return places[intent]?.lane ?? "info";
}
