import { describe, expect, test } from "vitest";
import { parseBusiness } from "./load.ts";
import { createRetrieval } from "./retrieval.ts";

const { find } = createRetrieval(
  parseBusiness(
    `name: Shop
timeZone: America/Mexico_City
languages: [es, en]
faqs:
  - id: wifi
    questions: { es: ["¿Tienen wifi?", "¿Cuál es la clave de internet?"], en: ["Do you have wifi?", "What is the wifi password?"] }
    answer: { es: "Sí, gratis.", en: "Yes, it is free." }
  - id: pets
    questions: { es: ["¿Aceptan mascotas?", "¿Puedo entrar con mi perro?"], en: ["Are pets allowed?", "Can I bring my dog?"] }
    answer: { es: "En la terraza.", en: "On the terrace." }
  - id: returns
    lane: support
    questions: { es: ["¿Hacen devoluciones?", "¿Cuántos días tengo para devolver algo?"], en: ["Do you accept returns?", "How many days do I have to return something?"] }
    answer: { es: "Treinta días.", en: "Thirty days." }
  - id: warranty
    questions: { es: ["¿Tiene garantía la bicicleta?"], en: ["Does the bicycle have a warranty?"] }
    answer: { es: "Dos años de garantía.", en: "A warranty of two years." }
intents:
  - name: jobs
    lane: human
    examples: { es: [busco trabajo de mecánico, ¿están contratando?], en: [I am looking for a mechanic job, are you hiring?] }
    reply: { es: "Manda tu CV.", en: "Send your CV." }
pages:
  - id: workshop
    title: { es: Nuestro taller, en: Our workshop }
    text:
      es: |
        Reparamos frenos, cambios y cadenas en el momento.

        La afinación completa tarda dos días e incluye lavado.
      en: |
        We repair brakes, gears and chains while you wait.

        A complete tune-up takes two days and includes a wash.
`,
    "shop.yaml",
  ),
);

describe("a question finds its answer", () => {
  test.each([
    ["es", "oigan y hay WIFI??", "wifi"],
    ["es", "me pasas la clave del internet porfa", "wifi"],
    ["es", "se puede ir con perros", "pets"],
    ["es", "quiero devolver un casco", "returns"],
    ["es", "hacen devolusiones", "returns"],
    ["es", "la bici... la bicicleta tiene garantia?", "warranty"],
    ["en", "whats the wifi pasword", "wifi"],
    ["en", "is my dog allowed", "pets"],
    ["en", "do you take returns", "returns"],
  ] as const)("%s: %s", (language, text, id) => {
    expect(find(text, language)[0]?.id).toBe(id);
  });
});

test.each([
  ["es", "¿quién ganó el partido de ayer?"],
  ["es", "me gusta la lluvia"],
  ["es", "hola buenas tardes"],
  ["es", "??? 👍"],
  ["es", ""],
  ["en", "what is the capital of France"],
  ["en", "my flight is delayed"],
  ["en", "good morning"],
] as const)("nothing is found for what the file does not answer (%s: %s)", (language, text) => {
  expect(find(text, language)).toEqual([]);
});

test("a passage of a page is found by its words, and only that passage is told", () => {
  expect(find("¿cuánto tarda la afinación completa?", "es")[0]).toMatchObject({
    kind: "page",
    id: "workshop",
    title: "Nuestro taller",
    text: "La afinación completa tarda dos días e incluye lavado.",
  });
});

test("an intent of the business's own with a reply is found by its examples", () => {
  expect(find("hola, estan contratando gente?", "es")[0]).toMatchObject({
    kind: "intent",
    id: "jobs",
    lane: "human",
    answer: { es: "Manda tu CV." },
  });
});

test("an answer comes with its lane and its template", () => {
  expect(find("devoluciones", "es")[0]).toMatchObject({
    kind: "faq",
    lane: "support",
    answer: { es: "Treinta días." },
  });
});

test("a thousand questions are searched in a fraction of a millisecond", () => {
  const word = (seed: number) =>
    Array.from({ length: 7 }, (_, at) => "bcdfglmnpr"[(seed * (at + 3) + at) % 10]).join("");
  const faqs = Array.from({ length: 1000 }, (_, at) => {
    const questions = [0, 1, 2, 3].map((n) => `como ${word(at)} ${word(at * 7 + n)} pedido ${word(at % 50)}`);
    return { id: `faq-${at}`, questions: { es: questions }, answer: { es: `${word(at)} pedido` } };
  });
  const business = parseBusiness(
    `name: Shop\ntimeZone: Europe/Madrid\nlanguages: [es]\nfaqs: ${JSON.stringify(faqs)}`,
    "shop.yaml",
  );
  const many = createRetrieval(business);
  const ask = (times: number) => {
    for (let at = 0; at < times; at++) many.find(`como ${word(at)} mi pedido ${word(at % 50)}`, "es");
  };
  ask(200);
  const started = process.cpuUsage();
  ask(200);
  expect(process.cpuUsage(started).user / 200).toBeLessThan(1_000); // µs; about 50 alone
}, 30_000);

test("a hostile text is bounded", () => {
  const started = process.cpuUsage();
  find("wifi perro ".repeat(400) + "a".repeat(4000), "es");
  find(Array.from({ length: 700 }, (_, at) => `w${at}x`).join(" "), "es");
  expect(process.cpuUsage(started).user).toBeLessThan(100_000); // µs
});
