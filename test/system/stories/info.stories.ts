import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "hours, a holiday, and two days asked after in half a sentence",
    script: `
      customer: buenas tardes
      bot: Panadería La Espiga
      customer: ¿a que hora abren los domingos?
      lane: info
      intent: opening_hours
      bot: 8:00 | 14:00
      customer: ¿y el 25 de diciembre?
      bot: Navidad | no abrimos
      customer: ¿y el 31?
      bot: Fin de Año | 16:00
      customer: muchas gracias!!
      bot: Gracias a ti
    `,
  },
  {
    title: "an English visitor asks for the hours, the place and the parking",
    script: `
      customer: hi there
      language: en
      bot: Welcome to Panadería La Espiga
      customer: r u open on sundays?
      bot: 8:00 | 14:00
      customer: and on christmas day?
      bot: closed
      customer: where are you exactly?
      bot: Álvaro Obregón 124 | maps.google.com
      customer: is there anywhere to park?
      bot: public one across the street
      customer: thx bye
      bot: /thank|bye|see you/
    `,
  },
  {
    title: "delivery: which zones, what it costs, from where it is free, and one that is too far",
    script: `
      customer: hola, hacen envios a domicilio?
      lane: info
      bot: Roma | Condesa
      customer: ¿y a la Condesa cuánto sale?
      bot: 35
      customer: y hasta Coyoacán?
      bot: /no /
      customer: cuál es el pedido mínimo?
      bot: 120
    `,
  },
  {
    title: "means of payment: cards, an invoice, and one that is not taken",
    script: `
      customer: q formas d pago aceptan
      bot: efectivo | tarjeta | transferencia
      customer: aceptan amex?
      bot: American Express
      customer: ¿aceptan bitcoin?
      bot: /no/ | bitcoin
      customer: ¿dan factura?
      bot: constancia fiscal
    `,
  },
  {
    title: "questions of the business file, written carelessly, each with its own answer",
    script: `
      customer: tienen wifi
      bot: wifi gratis
      customer: puedo llevar a mi perrito??
      bot: terraza
      customer: ay tienen algo vegano
      bot: masa madre | galleta de avena
      customer: y estan en rappi
      bot: repartidores
      customer: hay sucursal en polanco?
      bot: Roma Norte
    `,
  },
  {
    title: "a customer nobody understands is passed to a person in the end",
    script: `
      customer: blorf trunk zazaza
      bot: no te entendí
      customer: qwpo xnxn lalal prrrt
      customer: zzz trrr krkrkr mmmpf
      customer: asdkj qpwoe zmxnc
      bot: equipo
    `,
    ends: { customer: { paused: true } },
  },
  {
    title: "prices and what there is, before anything is ordered",
    script: `
      customer: que pan dulce tienen?
      bot: Concha | Cuernito
      customer: cuánto cuesta el pastel de tres leches?
      bot: 320
      customer: y el de zanahoria?
      bot: 350
      customer: tienen pan de muerto?
      bot: /no |temporada|septiembre/
      customer: what time do you close today?
      bot: /open|closed/
      language: en
    `,
    ends: { customer: { cart: {} } },
  },
];
