import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { prepareKnown } from "./known.ts";
import { loadBusiness } from "./load.ts";
import { renderAnswer, renderReply } from "./replies.ts";
import { standardIntentNames } from "./standard-intents.ts";
import { warningsOf } from "./warnings.ts";

const business = loadBusiness(fileURLToPath(new URL("../../../deploy/demo/business.yaml", import.meta.url)));
const known = prepareKnown(business);

test("the demo business is big enough to believe in and has nothing to warn of", () => {
  const intents = new Set([...standardIntentNames, ...business.intents.map(({ name }) => name)]);
  expect(intents.size).toBeGreaterThanOrEqual(30);
  expect(business.catalog.items.length).toBeGreaterThanOrEqual(40);
  expect(business.faqs.length).toBeGreaterThanOrEqual(25);
  expect(business.bookings).toHaveLength(2);
  expect(warningsOf(business)).toEqual([]);
});

test("every answer can be said in both languages", () => {
  const answers = [
    ...business.faqs.map(({ answer }) => answer),
    ...business.intents.flatMap(({ reply }) => reply ?? []),
  ];
  for (const answer of answers) {
    for (const language of business.languages) {
      expect(renderAnswer(known.texts, answer, language)).not.toMatch(/[{}]|undefined/);
    }
  }
});

test("it greets in both languages", () => {
  expect(renderReply(known.texts, "greeting", "es", { part: "morning" })).toMatch(
    /^¡Hola! Bienvenido a Panadería La Espiga\. ¿Te ayudo/,
  );
  expect(renderReply(known.texts, "greeting", "en", { part: "morning" })).toMatch(
    /^Hello! Welcome to Panadería La Espiga\. Can I help/,
  );
});

test("its hours and holidays are those of Mexico City", () => {
  const { calendar } = known;
  expect(calendar.isOpenAt(Date.parse("2026-11-21T19:59:00-06:00"))).toBe(true);
  expect(calendar.isOpenAt(Date.parse("2026-11-22T14:00:00-06:00"))).toBe(false);
  expect(calendar.holidayOn("2026-11-16")?.name.es).toBe("Día de la Revolución");
  expect(calendar.openAt("2026-12-25")).toEqual([]);
});

describe("its questions are found in the customers' words", () => {
  test.each([
    ["es", "puedo ir con mi perrito?", "pets"],
    ["es", "hola tienen internet ahi", "wifi"],
    ["es", "pueden dejarlo en recepcion?", "delivery_policy"],
    ["es", "la clabe porfa", "bank_transfer"],
    ["es", "estan en rapi?", "delivery_apps"],
    ["en", "can i pay with amex", "american_express"],
    ["en", "are there other branches", "branches"],
  ] as const)("%s: %s", (language, text, id) => {
    expect(known.retrieval.find(text, language)[0]?.id).toBe(id);
  });
});
