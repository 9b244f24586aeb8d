import { expect, test } from "vitest";
import { readText } from "../text.ts";
import { clausesOf } from "./clauses.ts";
import { closingAct, correctionCue, declined, greets } from "./cues.ts";
import type { Option } from "./dialogue.ts";
import { impliedUnit } from "./implied-unit.ts";
import { pickOption } from "./pick-option.ts";
import { readBare } from "./read-bare.ts";
import { yesOrNo } from "./yes-no.ts";

const say = (text: string, asked = "confirmo?") => yesOrNo(clausesOf(readText(text), []), asked);

test.each([
  "sí",
  "simón",
  "dale",
  "va",
  "claro que sí",
  "ok",
  "de una",
  "hágale",
  "vale, perfecto",
  "sale",
  "por supuesto",
  "sip",
  "👍",
  "obvio",
  "órale pues",
  "así es",
  "por qué no",
  "yes",
  "yep",
  "sure thing",
  "go ahead",
  "sounds good",
  "aye",
  "yeah why not",
  "please do",
  "that works",
  "ji haan",
  "of course",
  "ah sí, gracias",
])("%s is a yes", (text) => {
  expect(say(text)).toBe("yes");
});

test.each([
  "no",
  "nop",
  "nel",
  "para nada",
  "mejor no",
  "todavía no",
  "no gracias",
  "claro que no",
  "ok no",
  "nope",
  "nah",
  "not really",
  "no thanks",
  "i don't think so",
  "not yet",
  "of course not",
  "👎",
])("%s is a no", (text) => {
  expect(say(text)).toBe("no");
});

test.each(["si hay descuento me llevo dos", "a qué hora abren?", "el viernes", "friday then", "maybe", "quizás"])(
  "%s is neither",
  (text) => {
    expect(say(text)).toBeUndefined();
  },
);

test.each([
  ["leave it", "still want to cancel?", "no"],
  ["déjelo así", "¿lo cancelo de todos modos?", "no"],
  ["sí, cancélalo", "¿lo cancelo de todos modos?", "yes"],
  ["don't cancel it", "shall i drop it?", "no"],
  ["keep it please", "shall i keep your table?", "yes"],
  ["eso es todo", "¿algo mas?", "no"],
  ["that's all thanks", "anything else?", "no"],
])("%s after “%s” is a %s", (text, asked, verdict) => {
  expect(say(text, asked)).toBe(verdict);
});

const pay: Option[] = [
  { label: "Efectivo", value: "cash" },
  { label: "Tarjeta", value: "card" },
  { label: "Transferencia", value: "transfer" },
];
const sizes: Option[] = [
  { label: "Chica $90", value: "s" },
  { label: "Mediana $120", value: "m" },
  { label: "Grande $150", value: "l" },
];
test.each([
  ["la segunda", pay, "card"],
  ["the last one", pay, "transfer"],
  ["3", pay, "transfer"],
  ["opción 1", pay, "cash"],
  ["con tarjeta de débito", pay, "card"],
  ["te transfiero", pay, "transfer"],
  ["efetivo", pay, "cash"],
  ["la más barata", sizes, "s"],
  ["the biggest", sizes, "l"],
  ["la de 120", sizes, "m"],
  ["medium", sizes, "m"],
] as const)("%s picks one", (text, options, value) => {
  expect(pickOption(options, { folded: readText(text).folded, entities: [] }, undefined)?.option.value).toBe(value);
});

test.each(["no sé", "las dos", "ninguna", "cuál es mejor"])("%s picks none", (text) => {
  expect(pickOption(sizes, { folded: readText(text).folded, entities: [] }, undefined)).toBeUndefined();
});

test.each([
  ["cuantas docenas?", "quantity", { unit: "unit", times: 12 }],
  ["how many boxes would you like?", "quantity", { unit: "box", times: 1 }],
  ["cuantos metros tiene el piso?", "size", { unit: "square_meter", times: 1 }],
  ["cuantos kilos pesa?", "weight", { unit: "kilogram", times: 1 }],
  ["cuantas?", "quantity", { unit: "unit", times: 1 }],
])("%s implies its unit", (asked, slot, unit) => {
  expect(impliedUnit(asked, slot)).toEqual(unit);
});

test.each([
  ["person", "name", "a nombre de Inés Carvajal porfa", "Inés Carvajal"],
  ["person", "name", "it's under O'Neill, thanks", "O'Neill"],
  ["person", "name", "quiero cambiar la hora", undefined],
  ["location", "address", "es en Av. Corrientes 1234, 5º B", "Av. Corrientes 1234, 5º B"],
  ["location", "address", "no sé todavía", undefined],
  ["text", "tax_id", "mi RFC es XAXX010101000", "XAXX010101000"],
  ["text", "note", "sin cebolla por favor", "sin cebolla"],
  ["order_id", "order_id", "creo que es la K-2291", "K-2291"],
])("a bare %s for %s is taken from “%s”", (type, slot, text, value) => {
  expect(readBare(text, { slot, type, asked: "" })).toBe(value);
});

test("thanks, goodbyes and greetings are told from what follows them", () => {
  expect(closingAct("muchas gracias, hasta luego")).toBe("thanks");
  expect(closingAct("nos vemos el lunes")).toBe("goodbye");
  expect(closingAct("gracias, y a que hora abren?")).toBeUndefined();
  expect(greets("buenas tardes")).toBe(true);
  expect(greets("hola, tienen pan?")).toBe(false);
});

test("taking back and putting off are heard", () => {
  expect(correctionCue("no, mejor 4")).toBe("strong");
  expect(correctionCue("actually make it 5")).toBe("strong");
  expect(correctionCue("son 4")).toBe("none");
  expect(declined("dejame checar y te digo")).toBe(true);
  expect(declined("let me ask my wife")).toBe(true);
});
