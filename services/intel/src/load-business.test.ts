import { expect, test } from "vitest";
import { loadBusiness, parseBusiness } from "./load-business.ts";

const small = `name: Shop
timeZone: Europe/Madrid
languages: [es]
lanes: [{ name: info, agent: info }]
replies:
  greeting: { es: hola }
  fallback: { es: perdona }
  media: { es: gracias }
greetings: { es: [hola] }
faqs:
  - intent: hours
    lane: info
    questions: { es: [horario] }
    answer: { es: siempre }
keywords: []
`;

test("a small business file is read", () => {
  expect(parseBusiness(small, "shop.yaml")).toMatchObject({ name: "Shop", faqs: [{ intent: "hours" }] });
});

test.each([
  ["an unknown lane", "lane: info", "lane: inof", 'shop.yaml:12 faqs.0.lane: "inof" is not one of the lanes'],
  ["a missing language", "languages: [es]", "languages: [es, en]", 'shop.yaml:14 faqs.0.answer: has no text in "en"'],
  ["a wrong time zone", "Europe/Madrid", "Madrid/Europe", "shop.yaml:2 timeZone: want an IANA time zone"],
  ["a misspelt key", "answer:", "anwser:", "shop.yaml:11 faqs.0.answer: Invalid input"],
  [
    "a name with spaces",
    "intent: hours",
    "intent: Opening hours",
    "shop.yaml:11 faqs.0.intent: want lower-case letters",
  ],
  ["broken YAML", "faqs:", "faqs: [", "shop.yaml:"],
])("%s is reported with its line and place", (_case, from, to, message) => {
  expect(() => parseBusiness(small.replace(from, to), "shop.yaml")).toThrow(message);
});

test("an intent that is there twice is reported", () => {
  const twice = small.replace(
    "keywords: []",
    "keywords: [{ intent: hours, lane: info, words: { es: [ya] }, reply: { es: ya } }]",
  );
  expect(() => parseBusiness(twice, "shop.yaml")).toThrow('shop.yaml:15 keywords.0.intent: "hours" is there twice');
});

test("a file that is not there is named", () => {
  expect(() => loadBusiness("no/such/business.yaml")).toThrow(
    "no/such/business.yaml: the business file cannot be read",
  );
});
