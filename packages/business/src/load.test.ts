import { expect, test } from "vitest";
import { loadBusiness, parseBusiness } from "./load.ts";

const small = `name: Shop
timeZone: Europe/Madrid
languages: [es]
hours:
  monday: 9:00-14:00
faqs:
  - id: parking
    lane: info
    questions: { es: [hay parking] }
    answer: { es: "Al lado de {business}" }
replies:
  thanks: { es: a ti }
catalog:
  categories: [{ id: bread, name: Pan }]
  items:
    - { id: baguette, name: Baguette, category: bread, price: 1.2 }
`;

test("a file with only name, time zone and languages is a business", () => {
  const minimal = parseBusiness("name: Shop\ntimeZone: America/Bogota\nlanguages: [es, en]", "shop.yaml");
  expect(minimal).toMatchObject({ region: "CO", currency: "COP", form: "tu", ordering: { enabled: false } });
  expect(minimal.lanes.map(({ name }) => name)).toEqual(["info", "commerce", "support", "human"]);
  expect(minimal.support.categories.at(-1)?.id).toBe("other");
});

test("a small business file is read", () => {
  const shop = parseBusiness(small, "shop.yaml");
  expect(shop).toMatchObject({ region: "ES", currency: "EUR", faqs: [{ id: "parking" }] });
  expect(shop.hours?.monday).toEqual([{ from: 540, to: 840 }]);
  expect(shop.hours?.sunday).toEqual([]);
  expect(shop.catalog.items[0]?.name).toEqual({ es: "Baguette", en: "Baguette" });
});

test.each([
  ["an unknown lane", "lane: info", "lane: inof", 'shop.yaml:8 faqs.0.lane: "inof" is not one of the lanes'],
  ["a missing language", "languages: [es]", "languages: [es, en]", 'shop.yaml:10 faqs.0.answer: has no text in "en"'],
  ["a wrong time zone", "Europe/Madrid", "Madrid/Europe", "shop.yaml:2 timeZone: want an IANA time zone"],
  ["a zone of no known country", "Europe/Madrid", "Asia/Tokyo", "shop.yaml:1 region: "],
  ["a misspelt key", "answer:", "anwser:", "shop.yaml:7 faqs.0.answer: "],
  ["a name with spaces", "id: parking", "id: Parking lot", "shop.yaml:7 faqs.0.id: want lower-case letters"],
  ["broken YAML", "faqs:", "faqs: [", "shop.yaml:"],
  ["hours that are no hours", "9:00-14:00", "9 to 14", "shop.yaml:5 hours.monday.0: want times such as 07:00-20:00"],
  ["hours that overlap", "9:00-14:00", '[9:00-14:00, "13:00-18:00"]', "shop.yaml:5 hours.monday.1: begins before"],
  ["an unknown variable", "{business}", "{shop}", "shop.yaml:10 faqs.0.answer.es: {shop} is not known here"],
  ["a fact that is missing", "{business}", "{phone}", "shop.yaml:10 faqs.0.answer.es: {phone} may be missing"],
  ["a template that breaks off", "{business}", "{business", "shop.yaml:10 faqs.0.answer.es: is no template"],
  ["an unknown reply", "thanks:", "thansk:", "shop.yaml:12 replies.thansk: is no reply"],
  ["an unknown variable of a reply", "a ti", "'{total}'", "shop.yaml:12 replies.thanks.es: {total} is not known here"],
  [
    "an unknown category",
    "category: bread",
    "category: bred",
    'shop.yaml:16 catalog.items.0.category: there is no category "bred"',
  ],
  ["a negative price", "price: 1.2", "price: -1", "shop.yaml:16 catalog.items.0.price: "],
])("%s is reported with its line and place", (_case, from, to, message) => {
  expect(() => parseBusiness(small.replace(from, to), "shop.yaml")).toThrow(message);
});

test.each([
  [
    "two items that customers cannot tell apart",
    "catalog: { categories: [{ id: c, name: C }], items: [{ id: a, name: Té Chai, category: c, price: 1 }, { id: b, name: te chai, category: c, price: 1 }] }",
    'catalog.items.1.name: "te chai" is also the name of "a"',
  ],
  [
    "an own intent without a lane",
    "intents: [{ name: jobs, examples: { es: [empleo] } }]",
    '"jobs" is no standard intent and needs a lane',
  ],
  [
    "an own intent without examples",
    "intents: [{ name: jobs, lane: info }]",
    '"jobs" is no standard intent and needs examples',
  ],
  [
    "an intent that is there twice",
    "intents: [{ name: thanks }, { name: thanks }]",
    'intents.1.name: "thanks" is there twice',
  ],
  [
    "a booking of a service nobody offers",
    "bookings: [{ id: x, name: X, services: [cut] }]",
    'bookings.0.services.0: there is no catalog item "cut"',
  ],
  [
    "a booking without a time",
    "bookings: [{ id: x, name: X, slots: [date] }]",
    "bookings.0.slots: wants at least date and time",
  ],
  ["an order of nothing", "ordering: { enabled: true }", "ordering.enabled: there is nothing to order"],
  ["a date that is no day", "holidays: [{ date: 02-30, name: X }]", "holidays.0.date: want a date such as"],
  [
    "an end before its start",
    "holidays: [{ date: 2026-12-24, until: 2026-12-20, name: X }]",
    "holidays.0.until: is before the date",
  ],
  [
    "an entity that is found anyway",
    "entities: [{ type: phone, patterns: [x] }]",
    'entities.0.type: "phone" is found already',
  ],
  [
    "a pattern that could be slow",
    "entities: [{ type: plate, patterns: ['(a)\\1'] }]",
    "entities.0.patterns.0: pattern: `(a)\\1` cannot be used",
  ],
  ["half of a place", "address: { text: X, latitude: 1 }", "address: latitude and longitude go together"],
])("%s is a problem", (_case, more, message) => {
  const yaml = `name: Shop\ntimeZone: Europe/Madrid\nlanguages: [es]\n${more}\n`;
  expect(() => parseBusiness(yaml, "shop.yaml")).toThrow(message);
});

test("aliases that multiply are refused", () => {
  const level = (at: number) =>
    `  ${"abcdefgh"[at]}: &x${at} [${Array(9)
      .fill(`*x${at - 1}`)
      .join(", ")}]`;
  const yaml = `faqs:\n  z: &x0 [1]\n${[1, 2, 3, 4].map(level).join("\n")}\n`;
  expect(() => parseBusiness(yaml, "shop.yaml")).toThrow("shop.yaml:1 Excessive alias count");
});

test("every problem is reported at once", () => {
  const bad = small.replace("lane: info", "lane: x").replace("thanks:", "y:").replace("{business}", "{z}");
  expect(() => parseBusiness(bad, "shop.yaml")).toThrow(/"x" is not[\s\S]*\{z\} is not[\s\S]*replies\.y/);
});

test("a file that is not there is named", () => {
  expect(() => loadBusiness("no/such/business.yaml")).toThrow(
    "no/such/business.yaml: the business file cannot be read",
  );
});
