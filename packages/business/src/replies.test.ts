import { describe, expect, test } from "vitest";
import { defaultReplies } from "./default-replies.ts";
import { parseBusiness } from "./load.ts";
import { addressed, createReplyTexts, facts, renderAnswer, renderReply } from "./replies.ts";
import { problemsOfTemplate } from "./templates.ts";
import { languages } from "./translated.ts";

const head = "name: La Espiga\ntimeZone: America/Mexico_City\nlanguages: [es, en]\n";
const textsOf = (more = "") => createReplyTexts(parseBusiness(head + more, "shop.yaml"));
const texts = textsOf();

describe.each(Object.entries(defaultReplies))("the standard reply %s", (_key, { variables, ...words }) => {
  test.each(languages)("can be filled in %s", (language) => {
    for (const form of ["tu", "usted", "vos"] as const) {
      const text = addressed(words[language], form);
      expect(problemsOfTemplate(text, { ...facts, ...variables }, new Set(["address"]))).toEqual([]);
      expect(text).not.toMatch(/[[\]]/);
    }
  });
});

test.each([
  ["es", "¡Buenos días! Bienvenido a La Espiga. ¿En qué te puedo ayudar?"],
  ["en", "Good morning! Welcome to La Espiga. How can I help you?"],
] as const)("a reply is said in %s", (language, said) => {
  expect(renderReply(texts, "greeting", language, { part: "morning" })).toBe(said);
});

test("amounts, days, times and lists are written as the business writes them", () => {
  const day = { day: "2026-12-24", time: "T18:30", spans: ["7:00 a 12:00", "14:00 a 18:00"] };
  expect(renderReply(texts, "booking-closed-at", "es", day)).toContain(
    "El jueves 24 de diciembre a las 18:30 estamos cerrados; ese día abrimos de 7:00 a 12:00 y 14:00 a 18:00.",
  );
  expect(renderReply(texts, "price", "es", { item: "Pastel", price: 1250.5 })).toBe("Pastel: $1,250.50.");
  expect(renderReply(texts, "price", "en", { item: "Bread", price: 20, unit: "kg" })).toBe("Bread: $20 per kg.");
  const newYork = createReplyTexts(parseBusiness("name: A\ntimeZone: America/New_York\nlanguages: [en]", "shop.yaml"));
  expect(renderReply(newYork, "open-now", "en", { until: 20 * 60 })).toBe("Yes, we are open now, until 8 pm.");
});

test("plurals and missing parts read well", () => {
  const booking = { booking: "una mesa", day: "2026-11-21", time: "20:00" };
  expect(renderReply(texts, "confirm-booking", "es", { ...booking, people: 1 })).toBe(
    "Entonces: una mesa para 1 persona, el sábado 21 de noviembre a las 20:00. ¿Lo confirmo?",
  );
  expect(renderReply(texts, "confirm-booking", "es", { ...booking, people: 4, name: "Ana" })).toBe(
    "Entonces: una mesa para 4 personas, el sábado 21 de noviembre a las 20:00, a nombre de Ana. ¿Lo confirmo?",
  );
});

test("the business decides how customers are addressed", () => {
  expect(renderReply(textsOf("form: usted\n"), "ask-items", "es")).toMatch(/Dígame/);
  expect(renderReply(textsOf("form: vos\n"), "ask-items", "es")).toMatch(/Decime/);
  expect(addressed("[Tu|Su] pedido", "vos")).toBe("Tu pedido");
});

test("the business may say it in its own words, in one language only", () => {
  const own = textsOf(
    'replies:\n  item-short: { es: "¡Uy! {left, plural, one {Queda una} other {Quedan #}} de {item}" }\n',
  );
  expect(renderReply(own, "item-short", "es", { item: "conchas", left: 1 })).toBe("¡Uy! Queda una de conchas");
  expect(renderReply(own, "item-short", "en", { item: "conchas", left: 2 })).toBe("There are only 2 conchas left.");
});

test("what a customer wrote is never read as a template", () => {
  expect(renderReply(texts, "item-not-found", "es", { asked: "{total} '{'" })).toContain("«{total} '{'»");
});

test("an answer of the file may use what is known of the business", () => {
  const own = textsOf("contact: { phone: '55 1234 5678' }\n");
  const answer = { es: "Llama al {phone}, {business}", en: "Don't call" };
  expect(renderAnswer(own, answer, "es")).toBe("Llama al 55 1234 5678, La Espiga");
  expect(renderAnswer(own, answer, "en")).toBe("Don't call");
});

test.each([
  ["{price, plural, one {x} other {y}}", ["{price} is no number of things, so it can only be printed"]],
  ["{note}", ["{note} may be missing: write {note, select, none {} other {… {note} …}}"]],
  ["{note, select, none {} other {({note})}}", []],
  ["{kind, select, a {1} c {2} other {3}}", ['{kind} is never "c", only a, b']],
  ["{price, number, percent}", ["{price} is no number of things, so it can only be printed"]],
  ["{day, date, short}", ["{day} is written in its own way; leave out its format"]],
  ["plain, don't <b>care</b>", []],
])("the template %s is checked", (template, problems) => {
  const variables = { price: "money", note: "maybe", kind: ["a", "b"], day: "date" } as const;
  expect(problemsOfTemplate(template, variables)).toEqual(problems);
});
