import { describe, expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { locationRecognizer } from "./location.ts";
import { readMarked } from "./marked-text.ts";
import { orgRecognizer } from "./org.ts";
import { personRecognizer } from "./person.ts";

const extract = createEntityExtractor([personRecognizer, locationRecognizer, orgRecognizer]);
const context = (region: string) => ({ atMs: Date.UTC(2026, 5, 10), timeZone: "UTC", region });

function found(text: string, region: string): string[] {
  return extract(text, context(region)).map((entity) => `${entity.type}:${entity.text}`);
}

const messages: Record<string, string[]> = {
  MX: [
    "la doctora no, la {person:doctora Fabiola}",
    "que sean 5 piezas nada más",
    "soy de la {org:Secundaria Técnica 31}",
    "lo trajo {org:Envíos Relámpago}",
    "hola buenas, soy {person:Itzel} quería preguntar por los uniformes",
    "me llamo {person:Rogelio Cantú} y hablo de {org:Refaccionaria El Pistón}",
    "mándalo a {location:calle Tulipanes 212, Col. Jardines del Sur, 78399 San Luis Potosí} por fa",
    "estoy en la {location:colonia Del Valle}, llegan hasta acá?",
    "lo pueden dejar con {person:Don Chucho}, el portero",
    "pásame con {person:Brenda} porfa",
    "hacen envíos a {location:Pachuca}? y a {location:Tulancingo}?",
    "vivo en {location:Ecatepec}, cuanto cobran el envio",
    "ando por {location:metro Balderas} llego en 10",
    "Nombre: {person:Saúl Quintanar}\nDirección: {location:Calle 5 de Mayo 104, Centro, Puebla}",
    "entregar en {location:Privada de los Pinos #45, fracc. Las Haciendas, Querétaro}",
    "la factura va a nombre de {org:Transportes Halcón SA de CV}",
    "ya les pagué por {org:Banorte} ayer",
    "es para {location:Blvd. Kukulcán 1200, Cancún}",
    "mi esposa {person:Maricela} pasa por el pedido",
    "el repartidor de {org:Estafeta} nunca llegó",
    "me atendió {person:Lic. Barragán} la otra vez",
    "gracias {person:Toño}, quedo pendiente",
    "quiero una cita con la {person:Dra. Elizondo}",
    "MI NOMBRE ES {person:GABRIELA LOZANO} Y NO ME HAN CONTESTADO",
  ],
  CO: [
    "mi compadre {person:Hernando} va para {location:Villa de Leyva}",
    "buenas, habla {person:Yesenia Ariza} de {location:Soacha}",
    "me lo envía a la {location:Calle 45 # 13-20 apto 502, Chapinero}",
    "la dirección es {location:Kr 7 No. 116-50 oficina 804, Bogotá}",
    "queda por la {location:Av. Boyacá con calle 80}?",
    "el domicilio es para {location:Transversal 22 # 98 - 15, barrio La Castellana}",
    "{person:señora Patricia} buenas tardes",
    "lo mandaron por {org:Servientrega} y no llegó",
    "{location:cra 15 #88-64 torre 2 apto 1103 bogota}",
    "estoy en el {location:centro comercial Santafé}",
    "hacen domicilios a {location:Sabaneta} o solo {location:Envigado}?",
    "soy {person:Duván} el del {org:Gimnasio Titanes}",
    "le escribe {person:Jhon Fredy}, del {location:conjunto Altos de Suba}",
    "a nombre de {person:Luz Dary Ospina} por favor",
    "soy la mamá de {person:Samuelito}, del {org:Colegio San Ignacio}",
  ],
  AR: [
    "mandalo a {location:Bv. Segui 1450, Rosario}",
    "hola soy {person:Luli}, estoy en {location:Gorriti 5023 3°A, Palermo}",
    "mandalo a {location:Av. Cabildo 2230 piso 8 dpto C, Belgrano} dale?",
    "envían a {location:Rafaela}? o a {location:Venado Tuerto}",
    "lo retira mi hermano {person:Nahuel}",
    "che {person:Facu} me pasás el precio?",
    "soy {person:Cande} de {location:Villa Urquiza}",
    "está a nombre de {person:Ezequiel Bustos}",
    "les escribe {person:Carla} del {org:Instituto San Roque}",
    "estoy en {location:Belgrano 1345, Quilmes}",
    "nos vemos en la {location:estación Retiro}?",
    "¿quién me atiende? hablé con {person:Marisol} el lunes",
    "dejalo en portería, {location:Thames 1820 5to B}",
    "es {location:Av. Corrientes y Medrano}",
    "va por {org:Andreani} o {org:OCA}?",
  ],
  ES: [
    "lo recoge la madre de {person:Itziar}",
    "buenas, soy {person:Iñaki Zabala}, tengo una reserva",
    "la dirección es {location:C/ Mayor 14, 3º izq, 31001 Pamplona}",
    "vivo en {location:Fuenlabrada}, llegáis?",
    "enviadlo a {location:Avda. de América 23, bajo B, 28028 Madrid}",
    "estamos en el {location:Hotel Miramar} esta semana",
    "es para mi hija {person:Nerea} que hace la comunión",
    "trabajo en {org:Talleres Muñoz e Hijos}",
    "factura a {org:Muebles Roca S.L.} gracias",
    "me recomendó {person:Asun} la del {org:bar La Parada}",
    "puedo recogerlo en {location:Plaza de España}?",
    "mi jefe, {person:Borja Llorente}, pasará luego",
    "el transportista de {org:SEUR} dice que no había nadie",
    "estáis por {location:Lavapiés} no?",
  ],
  US: [
    "my guy {person:Dale} has the truck",
    "it's for {person:Maddie}'s party",
    "sending it to {org:St. Brendan High School}",
    "hi this is {person:Brianna Walsh}, I ordered last week",
    "my name's {person:Tyrone}, calling about the couch",
    "ship to {location:455 Maple Ave Unit 12, Denver, CO 80203}",
    "can you deliver to {location:Astoria}? I'm near {location:30th Ave}",
    "its {person:Jen} from {org:Lakeside Dental}",
    "ask for {person:Marcus} at the door",
    "my husband {person:Greg} will pick it up",
    "put it under {person:Okafor} please",
    "moving from {location:Tampa} to {location:Charlotte} next month",
    "I live in {location:Round Rock, Texas}",
    "the {org:FedEx} guy left it in the rain",
    "I'm staying at the {location:Palmer Hotel} downtown",
    "hey {person:Kayla}! are you guys open",
    "i paid from my {org:Wells Fargo} account",
    "we're at {location:1600 Pine Street, Philadelphia, PA 19103}",
    "{person:Danny} said you'd match the price",
  ],
  GB: [
    "can {person:Gaz} drop it off?",
    "a card for Valentine's Day",
    "Hiya it's {person:Gemma}, is my cake ready?",
    "we're at {location:14 Orchard Close, Otley LS21 3AB}",
    "do you deliver to {location:Didsbury} or just central {location:Manchester}",
    "It's for {person:Mrs Whitcombe} at number 9",
    "my postcode is {location:BS3 4QT}",
    "booked for {person:Alistair Hume} at 7",
    "sent it with {org:Evri} and it's vanished",
    "I teach at {org:Harlow Primary School}",
    "{location:Flat 2, 88 Kings Road, Brighton BN1 2FW} please",
    "meet you at {location:Leeds station}?",
    "{location:Flat 3B, Ivy House, Cowley Road, Oxford OX4 1HZ}",
    "it's going to {location:22a Station Road, Didcot OX11 7LN}",
    "can {person:Callum} come an hour later",
    "Regards, {person:Priti Shah}",
  ],
  IN: [
    "send to {location:Flat 12, Green Park Residency, Kothrud Road, Pune 411038}",
    "meet at {location:Nexus Mall} pls",
    "Hello sir this is {person:Rohit Malhotra} from {org:Shakti Traders}",
    "Pls deliver to {location:Flat 12B, Shanti Residency, Kothrud, Pune 411038}",
    "my brother {person:Imran} will collect",
    "do you deliver in {location:Indiranagar}?",
    "address is {location:House No 221, Sector 46, Gurgaon 122003}",
    "{location:#204, 3rd Cross, 5th Main, Jayanagar, Bangalore 560041}",
    "courier it to {location:22/7 MG Road, Kochi 682016}",
    "Good morning {person:Rajesh} ji, send 2 kg to {location:Karol Bagh}",
    "Connect me to {person:Ms. Iyer}",
    "sent through {org:Blue Dart} yesterday",
    "I am {person:Deepak}, need bulk rate for {org:Navjeevan Hospitality}",
    "{location:C-14, Phase 2, Mohali 160055}",
    "{person:Sunita} ma'am please reply",
    "parcel is stuck at {location:Bhiwandi} hub",
    "we are {org:Annapurna Caterers Pvt Ltd} from {location:Indore}",
  ],
};

describe.each(Object.keys(messages))("names in messages from %s", (region) => {
  test.each(messages[region] ?? [])("%s", (marked) => {
    const { text, entities } = readMarked(marked);
    expect(found(text, region)).toEqual(entities);
  });
});

test.each([
  "Buenas tardes, abren mañana?",
  "quiero 2 cajas de leche y 3 panes",
  "Gracias! Todo perfecto",
  "soy nueva clienta, como hago para pedir?",
  "soy de los que compran siempre",
  "el Lunes paso por la tienda",
  "pagué por Bizum y por Nequi",
  "Good morning, do you have it in Black?",
  "I'm looking for something for Christmas",
  "This is ridiculous. I want my money back",
  "Thanks so much!! See you Friday",
  "Is it the same for Android or iPhone?",
  "te veo en Instagram luego",
  "para la próxima semana está bien",
  "el de la foto en Azul por favor",
  "Me encanta la Verdad, muy buen servicio",
  "Happy Diwali to all",
  "mejor el viernes por la mañana",
])("no name in: %s", (text) => {
  expect(found(text, "US")).toEqual([]);
});

test("a bare answer to the question for a name is a name", () => {
  const asked = { ...context("GB"), requested: ["name"] };
  expect(extract("oluwaseun adeyemi", asked).map(({ type, text }) => [type, text])).toEqual([
    ["person", "oluwaseun adeyemi"],
  ]);
});

test("a hostile text of full length is read in time", () => {
  const pieces = [
    "Ana ",
    "soy Ana ",
    "de la ",
    "don Juan ",
    "Mr. ",
    "Av. San ",
    "Calle 5 # 3, ",
    "Flat 5, ",
    "A1, ",
    "a a a a St ",
    "12 Main St, ",
    "Colegio San ",
  ];
  for (const piece of [...pieces, "new york ", "en Cali, ", "Santa Cruz de la ", "# ", "entre a y ", "5º ", "Ltd "]) {
    const before = process.cpuUsage();
    found(piece.repeat(1366).slice(0, 4096), "CO");
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(200_000);
  }
});

test.each([
  ["ES", "pedí en MaderasPinar y nada", ["org:MaderasPinar"]],
  ["CO", "la guía es de Interentregas del Sur", ["org:Interentregas del Sur"]],
  ["GB", "Bluebird Parcels left it outside", ["org:Bluebird Parcels"]],
  ["US", "paid with CashApp, not PayPal", []],
  ["ES", "hay algo por BlackFriday?", []],
  ["US", "any slot w/ Dr. Reyes?", ["person:Dr. Reyes"]],
  ["MX", "cita con la Dra. Cruz-Reyes", ["person:Dra. Cruz-Reyes"]],
  ["GB", "add it to Mrs Hartley's order", ["person:Mrs Hartley"]],
  ["GB", "open on New Year's Day?", []],
  ["CO", "hacen envíos a Leticia?", ["location:Leticia"]],
  ["AR", 'vivo en Thames 1450 PB "C", Palermo', ['location:Thames 1450 PB "C", Palermo']],
])("coined companies, titles, towns called like people and doors in quotes: %s %s", (region, text, expected) => {
  expect(found(text, region)).toEqual(expected);
});
