import { expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { createRecognizers } from "../recognizers.ts";

const extract = createEntityExtractor(createRecognizers());
/** A Wednesday. */
const atMs = Date.UTC(2026, 5, 10, 15);

function read(region: string, text: string): string[] {
  const language = /^(US|GB|IN)/.test(region) ? "en" : "es";
  return extract(text, { atMs, timeZone: "UTC", region, language }).map(({ type, text: span, value }) => {
    const shown = typeof value === "object" ? `${value.amount} ${value.currency ?? value.unit}` : String(value);
    return `${type} ${span} = ${shown}`;
  });
}

test.each([
  ["MX", "me mandaron la talla 28 y yo soy 30"],
  ["AR", "pedí talle 40 y me llegó el 42"],
  ["ES", "quiero cambiar la 38 por la 40, talla grande"],
  ["CO", "uso talla 36 en zapatos y calzo 37"],
  ["GB", "got sent a size 12, can i swap for the 14"],
  ["IN", "want size 42 instead of 40"],
  ["US", "men's 10 or a 9, whichever fits"],
  ["MX", "brocas del 6"],
  ["US", "need a 3/8 bit"],
  ["US", "some 2x4s and a 3/8 wrench"],
  ["AR", "vengo en el 60, ya llego"],
  ["US", "aisle 7 near the exit 12 sign"],
  ["MX", "le doy un 10"],
  ["AR", "sos un diez"],
  ["GB", "a two-tone three-tier thing"],
  ["US", "18k gold?"],
])("a size, a tool, a bus, a grade or a carat counts nothing: %s %s", (region, text) => {
  expect(read(region, text).filter((found) => /^(?:number|quantity)/.test(found))).toEqual([]);
});

test.each([
  ["ES", "quiero 2, talla M", ["number 2 = 2"]],
  ["MX", "quiero 30 de talla 38", ["number 30 = 30"]],
  ["CO", "necesito 2 camisas talla 16", ["number 2 = 2"]],
  ["GB", "there's 7 of us", ["number 7 = 7"]],
  ["MX", "las 3 que pedí llegaron rotas", ["number 3 = 3"]],
])("a count next to a size stays a number: %s %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});

test.each([
  ["ES", "el coche es 4471 KLM"],
  ["AR", "patente AC 123 BD"],
  ["CO", "placa HKL 432"],
  ["IN", "vehicle KA 05 MH 1234"],
  ["GB", "car reg is LK19 XYZ"],
])("the plate of a vehicle is nothing: %s %s", (region, text) => {
  expect(read(region, text)).toEqual([]);
});

test.each([
  ["GB", "the baby's only 5 weeks and hot", ["age 5 weeks = 5 week"]],
  ["US", "our dog, 12, limps", ["age 12 = 12 year"]],
  ["IN", "my mother, 72, has knee pain", ["age 72 = 72 year"]],
  ["US", "kids ages 5 and 8", ["age 5 = 5 year", "age 8 = 8 year"]],
  ["US", "she'll be 6", ["age 6 = 6 year"]],
  ["MX", "mi niña tiene 1 año y medio", ["age 1 año y medio = 1.5 year"]],
  ["CO", "mi hija de 15 quiere brackets", ["age 15 = 15 year"]],
  ["ES", "el chaval cumple los 18", ["age 18 = 18 year"]],
  ["AR", "la garantía tiene 6 meses?", ["duration 6 meses = P6M"]],
  ["AR", "cuánta garantía tiene, 12 meses?", ["duration 12 meses = P12M"]],
  ["MX", "el taladro tiene 3 meses", ["duration 3 meses = P3M"]],
  ["GB", "my son waited 3 weeks", ["duration 3 weeks = P3W"]],
])("an age is a living being's, anything else lasts: %s %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});

test.each([
  ["IN", "total is 2,50,000 na?", ["money 2,50,000 = 250000 INR"]],
  ["IN", "3 lakh budget", ["money 3 lakh = 300000 INR"]],
  ["US", "paid 350 already", ["money 350 = 350 USD"]],
  ["GB", "2.5k deposit", ["money 2.5k = 2500 GBP"]],
  ["US", "running a 103 fever", ["temperature 103 = 103 F"]],
  ["GB", "38.5, is that a fever?", ["temperature 38.5 = 38.5 C"]],
  ["AR", "tiene 39º", ["temperature 39º = 39 C"]],
  ["US", "bake at 350F", ["temperature 350F = 350 F"]],
])("money and fever by the words around them: %s %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});

test.each([
  ["US", "1st gear is stuck"],
  ["IN", "12th standard books"],
  ["MX", "en primer lugar, felicidades"],
  ["CO", "primero que todo, gracias"],
  ["ES", "vivo en el 3º B"],
  ["ES", "en primera línea de playa"],
])("a class, a gear, a door or a phrase is no ordinal: %s %s", (region, text) => {
  expect(read(region, text).filter((found) => found.startsWith("ordinal"))).toEqual([]);
});

test.each([
  ["ES", "la incidencia n.º 2026/11-0093", "2026/11-0093"],
  ["MX", "guía 7741 2093 88", "7741 2093 88"],
  ["US", "conf # ZX81K9", "ZX81K9"],
])("an id behind n.º, in groups or behind conf: %s %s", (region, text, id) => {
  expect(read(region, text).map((found) => found.replace(/#/g, ""))).toEqual([`order_id ${id} = ${id}`]);
});

test.each([
  ["CO", "clases para mis sobrinas de 5 y 8 años", ["age 5 = 5 year", "age 8 años = 8 year"]],
  ["MX", "el Rodrigo tiene 13 años", ["age 13 años = 13 year"]],
  ["AR", "ya cumplió sus 4 añitos", ["age 4 añitos = 4 year"]],
  ["US", "two girls aged 6 and 9 years", ["number two = 2", "age 6 = 6 year", "age 9 years = 9 year"]],
  ["MX", "el taladro tiene 3 años", ["duration 3 años = P3Y"]],
  ["MX", "Laura tiene 3 semanas esperando", ["duration 3 semanas = P3W"]],
])("the age of relatives and of somebody named: %s %s", (region, text, expected) => {
  expect(read(region, text).filter((found) => !found.startsWith("person"))).toEqual(expected);
});

test.each([
  ["AR", "tenés los borcegos o las botas en 39?"],
  ["GB", "have you got those boots in a 7?"],
  ["MX", "el código que me mandaron es 482913"],
  ["US", "the code you texted me is 7718"],
  ["IN", "coming by flight AI 812"],
  ["CO", "rezamos la novena del viernes"],
])("a size of what is worn, a code that was sent, a flight and the novena count nothing: %s %s", (region, text) => {
  expect(read(region, text).filter((found) => /^(?:number|quantity|ordinal)/.test(found))).toEqual([]);
});

test.each([
  ["IN", "twenty thousand paid already", ["money twenty thousand = 20000 INR"]],
  ["US", "the other shop said 1,200 total", ["money 1,200 = 1200 USD"]],
  ["CO", "es la novena vez", ["ordinal novena = 9"]],
  ["GB", "12 total", ["number 12 = 12"]],
])("what was paid is money, what is counted is not: %s %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});
