import type { Business } from "@parley/business/business";
import { standardIntentNames } from "@parley/business/standard-intents";

/** An intent in words for a model. */
export type DescribedIntent = { name: string; meaning: string; examples: readonly string[] };

const meanings: Readonly<Record<(typeof standardIntentNames)[number], string>> = {
  greeting: "only says hello",
  price_question: "asks what something costs",
  product_availability: "asks whether there is something, which kinds, sizes or colours",
  place_order: "wants to buy or order something",
  order_status: "asks where an order is or when it comes",
  change_order: "wants to change an order or a booking",
  cancel_order: "wants to cancel an order or a booking",
  delivery_question: "asks whether, where, when or for how much is delivered",
  payment_question: "asks how to pay, for account details or an invoice, or says a payment was made",
  complaint: "complains: wrong, broken, late, missing, bad service",
  return_refund: "wants to give back, exchange, or get money back",
  opening_hours: "asks when the business is open",
  location_question: "asks where the business is or how to get there",
  book_appointment: "wants a table, an appointment or another booking",
  human_agent: "wants to talk to a person",
  thanks: "only says thanks",
  goodbye: "only says goodbye",
  faq_other: "asks something else about the business, its goods or rules",
  smalltalk: "chats, jokes, asks who is answering",
  oos: "none of the others, or nothing to do with the business",
};

const mostExamples = 3;
const longestExample = 120;

/** All intents of a business, the standard ones first. */
export function describeIntents({ intents }: Business): DescribedIntent[] {
  const own = new Map(intents.map(({ name, examples }) => [name, Object.values(examples).flat()]));
  const standard = standardIntentNames.map((name) => ({
    name: String(name),
    meaning: meanings[name],
    examples: shortened(own.get(name)),
  }));
  const names = new Set(standard.map(({ name }) => name));
  const others = intents
    .filter(({ name }) => !names.has(name))
    .map(({ name }) => ({ name, meaning: name.replaceAll(/[_-]/g, " "), examples: shortened(own.get(name)) }));
  return [...standard, ...others];
}

function shortened(examples: readonly string[] = []): string[] {
  // Spread over the list: neighbours are often variants of one another, and the languages follow one another.
  const step = Math.max(1, Math.floor(examples.length / mostExamples));
  return examples
    .filter((_, index) => index % step === 0)
    .slice(0, mostExamples)
    .map((example) => example.slice(0, longestExample));
}

const mostListed = 20_000;

/** A line for each; when that gets too long, the last ones lose their examples. */
export function listIntents(intents: readonly DescribedIntent[]): string {
  let length = 0;
  return intents
    .map(({ name, meaning, examples }) => {
      const long = `${name}: ${meaning}${examples.length === 0 ? "" : ` (such as ${JSON.stringify(examples)})`}`;
      const line = length + long.length > mostListed ? name : long;
      length += line.length + 1;
      return line;
    })
    .join("\n");
}
