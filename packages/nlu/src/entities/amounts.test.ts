import { expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { amountRecognizer } from "./amounts.ts";

const extract = createEntityExtractor([amountRecognizer]);

/** `type text = value` of every find, in order. */
function read(region: string, text: string): string[] {
  const language = /^(US|GB|IN)/.test(region) ? "en" : "es";
  const context = { atMs: 0, timeZone: "UTC", region: region.slice(0, 2), language };
  return extract(text, context).map(({ type, text: span, value }) => `${type} ${span} = ${valueText(value)}`);
}

function valueText(value: ReturnType<typeof extract>[number]["value"]): string {
  if (typeof value !== "object") return String(value);
  return `${value.amount} ${value.currency ?? value.unit}`;
}

test.each([
  ["MX", "te mando $350 de anticipo", ["money $350 = 350 MXN"]],
  ["MX", "son 1,200 pesos o 1,250?", ["money 1,200 pesos = 1200 MXN", "number 1,250 = 1250"]],
  ["MX", "ya deposité 2,300 a tu tarjeta", ["money 2,300 = 2300 MXN"]],
  ["MX", "me prestas 400 varos?", ["money 400 varos = 400 MXN"]],
  ["CO", "lo deja en 45 lucas?", ["money 45 lucas = 45000 COP"]],
  ["CO", "le consigno 120 mil ahora", ["money 120 mil = 120000 COP"]],
  ["CO", "me vale $1.250.000 la nevera?", ["money $1.250.000 = 1250000 COP"]],
  ["CO", "tengo 30 barritas nomás", ["money 30 barritas = 30000 COP"]],
  ["AR", "sale 2 palos y medio", ["money 2 palos y medio = 2500000 ARS"]],
  ["AR", "vale 2 palos verdes", ["money 2 palos verdes = 2000000 USD"]],
  ["AR", "te pago 15k ahora", ["money 15k = 15000 ARS"]],
  ["AR", "me quedan medio palo", ["money medio palo = 500000 ARS"]],
  ["AR", "son 100 dólares o 150 verdes?", ["money 100 dólares = 100 USD", "money 150 verdes = 150 USD"]],
  ["ES", "me cuesta 20 pavos", ["money 20 pavos = 20 EUR"]],
  ["ES", "son 12,50€ o 12'50 €?", ["money 12,50€ = 12.5 EUR", "money 12'50 € = 12.5 EUR"]],
  ["ES", "entre 30 y 40 euros", ["money entre 30 y 40 euros = 30-40 EUR"]],
  ["ES", "30-40€ como mucho", ["money 30-40€ = 30-40 EUR"]],
  ["ES", "pagué 45 de señal", ["money 45 = 45 EUR"]],
  ["US", "is $20 or 25 bucks ok", ["money $20 = 20 USD", "money 25 bucks = 25 USD"]],
  ["US", "my budget is 300", ["money 300 = 300 USD"]],
  ["US", "between $20 and $25", ["money between $20 and $25 = 20-25 USD"]],
  ["GB", "I've only got a tenner", ["money tenner = 10 GBP"]],
  ["GB", "two fivers or 40 quid", ["money two fivers = 10 GBP", "money 40 quid = 40 GBP"]],
  ["GB", "it was 1.5 grand, refund 50p", ["money 1.5 grand = 1500 GBP", "money 50p = 0.5 GBP"]],
  ["IN", "Rs 1,25,000/- is too much", ["money Rs 1,25,000/- = 125000 INR"]],
  ["IN", "paid 2 lakh rupees", ["money 2 lakh rupees = 200000 INR"]],
  ["IN", "₹450 or 500/- final", ["money ₹450 = 450 INR", "money 500/- = 500 INR"]],
  ["PE", "S/ 25 o 30 soles", ["money S/ 25 = 25 PEN", "money 30 soles = 30 PEN"]],
  ["BO", "Bs. 80 por favor", ["money Bs. 80 = 80 BOB"]],
  ["HN", "son 200 lempiras", ["money 200 lempiras = 200 HNL"]],
  ["CL", "20 lukas está bien", ["money 20 lukas = 20000 CLP"]],
])("%s money: %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});

test.each([
  ["MX", "2 cajas y 3 bolsitas", ["quantity 2 cajas = 2 box", "quantity 3 bolsitas = 3 bag"]],
  [
    "AR",
    "medio kilo de pan y un kilo y medio de milanesa",
    ["quantity medio kilo = 0.5 kilogram", "quantity un kilo y medio = 1.5 kilogram"],
  ],
  ["CO", "media docena y 4 docenas de huevos", ["quantity media docena = 6 unit", "quantity 4 docenas = 48 unit"]],
  ["ES", "una caja y dos bandejas", ["quantity una caja = 1 box", "quantity dos bandejas = 2 tray"]],
  [
    "ES",
    "mide 3,5 m2 o 4 metros cuadrados",
    ["quantity 3,5 m2 = 3.5 square_meter", "quantity 4 metros cuadrados = 4 square_meter"],
  ],
  ["MX", "somos 6 adultos y 2 niños", ["quantity 6 adultos = 6 adult", "quantity 2 niños = 2 child"]],
  ["MX", "de 2 a 3 kilos", ["quantity de 2 a 3 kilos = 2-3 kilogram"]],
  ["US", "a dozen eggs, half a pound of ham", ["quantity a dozen = 12 unit", "quantity half a pound = 0.5 pound"]],
  ["US", "2 1/2 lbs of beef", ["quantity 2 1/2 lbs = 2.5 pound"]],
  ["GB", "x3 candles and 4 pints", ["quantity x3 = 3 unit", "quantity 4 pints = 4 pint"]],
  ["IN", "25 nos required, 2 dozen", ["quantity 25 nos = 25 unit", "quantity 2 dozen = 24 unit"]],
  ["IN", "40 pax and one plate", ["quantity 40 pax = 40 person", "quantity one plate = 1 plate"]],
])("%s quantity: %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});

test.each([
  ["ES", "mi hija tiene 6 años", ["age 6 años = 6 year"]],
  ["MX", "mi perrita de 3 meses", ["age 3 meses = 3 month"]],
  ["AR", "cumple 30", ["age 30 = 30 year"]],
  ["CO", "mi abuela de 91 lo necesita", ["age 91 = 91 year"]],
  ["US", "my 5 year old and a 3yo", ["age 5 year old = 5 year", "age 3yo = 3 year"]],
  ["GB", "she's turning 18", ["age 18 = 18 year"]],
  ["MX", "tiene 38.5 de fiebre", ["temperature 38.5 = 38.5 C"]],
  ["US", "keep below 40 degrees", ["temperature 40 degrees = 40 F"]],
  ["IN", "heats to 60°C", ["temperature 60°C = 60 C"]],
  ["ES", "5 grados bajo cero", ["temperature 5 grados bajo cero = -5 C"]],
  ["AR", "10% o quince por ciento", ["percentage 10% = 10", "percentage quince por ciento = 15"]],
  ["US", "10 percent off", ["percentage 10 percent = 10"]],
  ["CO", "es la tercera vez, 2da queja", ["ordinal tercera = 3", "ordinal 2da = 2"]],
  ["GB", "the 3rd one and my second complaint", ["ordinal 3rd = 3", "ordinal second = 2"]],
])("%s ages, degrees, shares, places: %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});

test.each([
  ["MX", "quiero 3 de asada y dos de pastor", ["number 3 = 3", "number dos = 2"]],
  ["AR", "somos entre 8 y 10", ["number entre 8 y 10 = 8-10"]],
  ["CO", "mil gracias, serían doscientas empanadas", ["number doscientas = 200"]],
  ["US", "i called twice about 2 orders", ["number twice = 2", "number 2 = 2"]],
  ["ES", "en talla 42 y de 3x4, un 2x1", []],
  ["MX", "un segundo, un cuarto, la tercera edad", []],
  ["AR", "uno, una cosa, el A54 y el 4x4", []],
  ["GB", "first come first served, first thing", []],
  ["ES", "segunda mano o primera comunión", []],
  ["MX", "1. tacos\n2. sopes", []],
  ["CO", "varilla de 3/8 y 1/2", []],
  ["US", "once again, at once, a million thanks", []],
  ["US", "size 8, model 2019, apt 4", []],
])("%s numbers: %s", (region, text, expected) => {
  expect(read(region, text)).toEqual(expected);
});
