import type { MediaItem } from "@parley/contract/turn";
import { expect, test } from "vitest";
import { bareShop, chatWith, shopKnown, turnsOf } from "../agent-chat.fixture.ts";
import { infoAgent } from "./info.ts";

const known = shopKnown();
const open = (at?: string) => chatWith(infoAgent, { known, ...(at === undefined ? {} : { at }) });
const file = (kind: string, status: string, more: Partial<MediaItem> = {}): MediaItem => ({
  id: "m1",
  kind,
  mimeType: "x/y",
  bytes: 1,
  status,
  ms: 1,
  ...more,
});

test.each([
  ["2026-11-24T08:00:00-06:00", /^¡Buenos días! Bienvenido a Ferretería El Clavo/],
  ["2026-11-24T15:00:00-06:00", /^¡Buenas tardes!/],
  ["2026-11-24T21:00:00-06:00", /^¡Buenas noches!/],
])("at %s it greets by the time of day", (at, greeting) => {
  expect(open(at).says("hola", { intent: "greeting" }).body).toMatch(greeting);
});

test("it greets by the first name of the profile, and not by what is no name", () => {
  expect(open().says("hola", { intent: "greeting", profileName: "ANA LÓPEZ" }).body).toMatch(/^¡Buenos días, Ana!/);
  expect(open().says("hi", { intent: "greeting", language: "en", profileName: "🔥xX_99" }).body).toMatch(
    /^Good morning! Welcome/,
  );
});

test("in the same conversation the greeting is short, on another day it is glad to see them again", () => {
  const chat = open();
  chat.says("hola", { intent: "greeting" });
  expect(chat.says("hola", { intent: "greeting" }).body).toBe("¡Hola! Aquí sigo. ¿En qué te ayudo?");
  chat.goesTo("2026-11-26T10:00:00-06:00");
  expect(chat.says("buenas", { intent: "greeting", profileName: "Luis" }).body).toMatch(/^¡Hola de nuevo, Luis!/);
});

test("a first message that greets and asks is greeted in the answer, once", () => {
  const chat = open();
  const asked = { intent: "opening_hours", profileName: "Eva" };
  expect(chat.says("hola buenas, ¿abren mañana?", asked).body).toBe("¡Hola, Eva! Mañana abrimos de 9:00 a 19:00.");
  expect(chat.says("hola y el jueves?", asked).body).not.toMatch(/Eva/);
});

test("thanks and goodbye are answered in the customer's language", () => {
  expect(open().says("gracias", { intent: "thanks" }).body).toMatch(/^¡Gracias a ti!/);
  expect(open().says("bye", { intent: "goodbye", language: "en" }).body).toMatch(/^See you soon/);
});

test("the place comes with directions, a link and a pin", () => {
  const { body, replies } = open().says("¿dónde están?", { intent: "location_question" });
  expect(body).toMatch(
    /^Estamos en Calle Morelos 10, Guadalajara\. Frente al mercado\.\nhttps:\/\/maps\.example\/clavo/,
  );
  expect(replies[1]).toEqual({
    kind: "location",
    latitude: 20.67,
    longitude: -103.35,
    name: "Ferretería El Clavo",
    address: "Calle Morelos 10, Guadalajara",
  });
});

test("how to reach the shop tells what the file has", () => {
  expect(open().says("¿cuál es su teléfono?", { unsure: true }).body).toBe(
    "Puedes encontrarnos aquí, en el teléfono +52 33 5555 0101, en hola@clavo.example.",
  );
  expect(
    chatWith(infoAgent, { known: shopKnown("", bareShop) }).says("do you have a phone number?", {
      unsure: true,
      language: "en",
    }).body,
  ).toMatch(/^The best way to reach us/);
});

test("a zone is answered with its fee, by name or alias", () => {
  expect(open().says("¿entregan en el centro?", { intent: "delivery_question" }).body).toBe(
    "El envío a Centro cuesta $50. Desde $900 es gratis. Llega en unos 90 minutos.",
  );
  expect(open().says("envían a CHAPALITA?", { intent: "delivery_question" }).body).toMatch(
    /^El envío a Chapalita es gratis\./,
  );
});

test("a place outside the zones is refused with the zones", () => {
  expect(open().says("¿entregan en Zapopan?", { intent: "delivery_question" }).body).toMatch(
    /^Hasta ahí no llegamos.*Centro y Chapalita/,
  );
});

test("delivery in general tells the terms; another place may follow in a few words", () => {
  const chat = open();
  expect(chat.says("¿hacen envíos a domicilio?", { intent: "delivery_question" }).body).toMatch(
    /^Entregamos en Centro y Chapalita en unos 90 minutos\. El envío cuesta desde \$50, y es gratis desde \$900\./,
  );
  expect(chat.says("¿y en Tonalá?", { unsure: true }).body).toMatch(/^Hasta ahí no llegamos/);
  expect(chat.says("y al centro", { unsure: true }).body).toMatch(/^El envío a Centro/);
});

test("a shop without delivery says so", () => {
  const bare = chatWith(infoAgent, { known: shopKnown("", bareShop) });
  expect(bare.says("do you deliver?", { intent: "delivery_question", language: "en" }).body).toMatch(
    /^We do not deliver/,
  );
});

test("a place that is shared is asked for its zone", () => {
  const interaction = { kind: "location", latitude: 20.6, longitude: -103.3 } as const;
  expect(open().says("", { kind: "location", interaction }).body).toMatch(/^¿En qué zona es\?/);
});

test.each([
  ["¿aceptan tarjeta de crédito?", "es", /^Sí, aceptamos tarjeta\./],
  ["puedo pagar con paypal?", "es", /^Paypal no lo manejamos, disculpa\. Aceptamos efectivo y tarjeta\./],
  ["do you take cash?", "en", /^Yes, we take cash\./],
  ["how can I pay?", "en", /^We accept cash and card\./],
] as const)("%s is answered by the means of the file", (text, language, answer) => {
  expect(open().says(text, { intent: "payment_question", language }).body).toMatch(answer);
});

test("prices are those of the catalog, for so many, and from the smallest size", () => {
  const price = (text: string) => open().says(text, { intent: "price_question" }).body;
  expect(price("¿cuánto cuesta el martillo?")).toBe("Martillo: $149.90.");
  expect(price("cuánto es de 3 martillos")).toBe("3 × Martillo a $149.90: $449.70.");
  expect(price("precio del esmalte blanco")).toBe("Esmalte blanco: desde $180. Hay litro $180 y galón $600.");
});

test("another product after a price needs no more words", () => {
  const chat = open();
  chat.says("¿cuánto cuesta el martillo?", { intent: "price_question" });
  expect(chat.says("¿y el taladro?", { intent: "feedback" }).body).toBe("Taladro: $1,299.");
});

test("what is sold out is said to be", () => {
  const ask = (text: string) => open().says(text, { intent: "product_availability" }).body;
  expect(ask("¿hay taladros?")).toBe("Por ahora no nos queda Taladro.");
  expect(ask("¿tienen martillos?")).toBe("Sí, hay Martillo, a $149.90.");
});

test("the menu is a list of categories; a tap shows the items", () => {
  const chat = open();
  const { replies } = chat.says("¿qué venden?", { intent: "product_availability" });
  expect(replies[0]).toMatchObject({
    kind: "list",
    sections: [{ rows: [{ id: "category:tools" }, { id: "category:paint" }] }],
  });
  expect(chat.taps("category:tools").body).toBe("Herramientas:\n• Martillo: $149.90\n• Taladro: $1,299 (agotado)");
});

test("a product that is not there is not guessed", () => {
  expect(open().says("¿venden llantas de bicicleta?", { intent: "product_availability" }).body).toMatch(
    /^No encontré «llantas bicicleta»/,
  );
});

test.each([
  ["¿hacen copias de llaves?", "es", "Sí, copiamos llaves en cinco minutos."],
  ["me pueden duplicar unas llaves", "es", "Sí, copiamos llaves en cinco minutos."],
  ["can you copy my keys?", "en", "Yes, we copy keys in five minutes."],
  [
    "igualan un color de pintura con una muestra?",
    "es",
    "Igualamos cualquier color de pintura con una muestra de tela o madera.",
  ],
] as const)("%s finds its answer in the file", (text, language, answer) => {
  expect(open().says(text, { intent: "faq_other", language }).body).toBe(answer);
});

test("a question of the file is found in the other language, too", () => {
  expect(open().says("copian llaves?", { language: "en", unsure: true }).body).toBe(
    "Yes, we copy keys in five minutes.",
  );
});

test("two answers that fit alike are offered, and the one picked is given", () => {
  const twins = shopKnown("", shopTwins);
  const chat = chatWith(infoAgent, { known: twins });
  const { replies } = chat.says("garantía", { intent: "faq_other" });
  expect(replies[0]).toMatchObject({ kind: "list" });
  expect(chat.says("la segunda", { slots: { info_pick: "faq:paint_warranty" } }).body).toBe("La pintura, un año.");
});

test("an intent of the business's own is answered with its words", () => {
  expect(open().says("qué buen servicio", { intent: "feedback" }).body).toBe("¡Gracias por contarnos!");
});

test("who answers and what it can do are told from the file", () => {
  expect(open().says("¿eres un robot?", { unsure: true }).body).toMatch(
    /^Soy el asistente virtual de Ferretería El Clavo/,
  );
  expect(open().says("what can you do?", { unsure: true, language: "en" }).body).toMatch(
    /^I can help with products and prices, orders, opening hours, location, delivery, ways to pay,? and problems/,
  );
  expect(chatWith(infoAgent, { known: shopKnown("", bareShop) }).says("ayuda", { unsure: true }).body).toMatch(
    /^Puedo ayudar con aclaraciones\./,
  );
});

test("a laugh and small talk have an answer", () => {
  expect(open().says("jajaja", { unsure: true }).body).toMatch(/^😄/);
  expect(open().says("¿cómo estás?", { intent: "smalltalk" }).body).toMatch(/^¡Todo bien por aquí/);
  expect(open().says("son los mejores", { intent: "smalltalk" }).body).toMatch(/^¡Muchas gracias/);
});

test("what is none of its business is refused kindly", () => {
  const { body, failed } = open().says("¿quién ganó el partido?", { intent: "oos" });
  expect(body).toMatch(/^De eso no sé mucho/);
  expect(failed).toBe(true);
});

test("what nobody understands is a failure; the second time a person is offered", () => {
  const chat = open();
  expect(chat.says("xkcd qwfp", { unsure: true })).toMatchObject({
    failed: true,
    body: expect.stringMatching(/^Perdona, no te entendí/),
  });
  const { replies, failed } = chat.says("arst neio", { unsure: true });
  expect(failed).toBe(true);
  expect(replies[0]).toMatchObject({ kind: "buttons", buttons: [{ id: "info:person" }, { id: "info:stay" }] });
  expect(chat.forms()).toEqual({ faq: { info_person: "choice" } });
});

test("yes to a person hands the chat over, no goes on", () => {
  const chat = open();
  chat.says("xkcd qwfp", { unsure: true });
  chat.says("arst neio", { unsure: true });
  expect(chat.says("sí por favor", { slots: { info_person: "info:person" } }).handOver).toBeDefined();
  expect(chat.taps("info:stay").body).toMatch(/^Perfecto, seguimos por aquí/);
});

test("a known question without an answer offers a person at once", () => {
  expect(open().says("¿tienen sucursal en la luna?", { intent: "faq_other" }).body).toMatch(
    /^Eso no lo sé con seguridad/,
  );
});

test("an answer that helps ends the row of failures", () => {
  const chat = open();
  chat.says("xkcd qwfp", { unsure: true });
  chat.says("¿hacen copias de llaves?", { intent: "faq_other" });
  expect(chat.says("xkcd qwfp", { unsure: true }).body).toMatch(/^Perdona, no te entendí/);
});

test.each([
  [
    "a photo that was read",
    file("image", "ok", { text: "FERRETERIA\nTotal   $120" }),
    /En tu foto leo: «FERRETERIA Total \$120»/,
  ],
  ["a photo without text", file("image", "ok"), /^¡Gracias, recibimos tu foto!/],
  ["a voice note nobody could write down", file("audio", "untranscribed"), /^No pude escuchar tu nota de voz/],
  ["a broken file", file("document", "corrupt"), /llegó con errores.*¿Puedes enviarlo otra vez\?/],
  ["a file that is too large", file("video", "too_large"), /pesa demasiado/],
  ["a file that is gone", file("image", "gone"), /ya no se puede descargar/],
  ["a file with a password", file("document", "encrypted"), /tiene contraseña/],
])("%s is answered for what it is", (_, item, answer) => {
  expect(open().says("", { kind: item.kind, media: [item], unsure: true }).body).toMatch(answer);
});

test("a broken file beside words is said after the answer", () => {
  const { replies } = open().says("¿abren mañana?", { intent: "opening_hours", media: [file("image", "corrupt")] });
  expect(replies).toHaveLength(2);
});

test("a reaction or a sticker needs no answer", () => {
  expect(open().says("👍", { kind: "reaction" }).replies).toEqual([]);
  expect(open().says("", { kind: "sticker", media: [file("sticker", "ok")] }).replies).toEqual([]);
});

test("a turn that needs no answer leaves the state as it is", () => {
  const chat = open();
  const before = chat.state();
  chat.says("👍", { kind: "reaction" });
  expect(chat.state()).toEqual(before);
});

test.each(["a ".repeat(2048), "¿".repeat(4096), "no ".repeat(1300), "y en ".repeat(800), "ja".repeat(2000)])(
  "a hostile text is answered in a few milliseconds",
  (hostile) => {
    const chat = open();
    chat.says("hola", { intent: "greeting" });
    const state = chat.state();
    for (const name of ["opening_hours", "product_availability", "oos"]) {
      const turn = { ...plain, text: hostile, intent: { name, confidence: 1, accepted: true } };
      // The best of a few: what it costs, not what else the machine does.
      const costs = Array.from({ length: 4 }, () => {
        const before = performance.now();
        infoAgent.answer(state, turn, known);
        return performance.now() - before;
      });
      expect(Math.min(...costs)).toBeLessThan(20);
    }
  },
);

const plain = turnsOf(known)("hola", Date.parse("2026-11-24T10:00:00-06:00"));

const shopTwins = `
name: Garantías
timeZone: America/Mexico_City
languages: [es]
faqs:
  - { id: tool_warranty, questions: { es: ["garantía de herramienta"] }, answer: { es: "La herramienta, dos años." } }
  - { id: paint_warranty, questions: { es: ["garantía de pintura"] }, answer: { es: "La pintura, un año." } }
`;
