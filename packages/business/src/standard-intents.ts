/** The intents every shop has; the file may extend them, other names need a lane and examples. */
export const standardIntentNames = [
  "greeting",
  "price_question",
  "product_availability",
  "place_order",
  "order_status",
  "change_order",
  "cancel_order",
  "delivery_question",
  "payment_question",
  "complaint",
  "return_refund",
  "opening_hours",
  "location_question",
  "book_appointment",
  "human_agent",
  "thanks",
  "goodbye",
  "faq_other",
  "smalltalk",
  "oos",
] as const;

const names: ReadonlySet<string> = new Set(standardIntentNames);

export function isStandardIntent(name: string): boolean {
  return names.has(name);
}
