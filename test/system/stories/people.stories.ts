import type { Story } from "./script.ts";

export const stories: Story[] = [
  {
    title: "a customer asks for a person, gets one, and the bot is silent until it is given the chat back",
    script: `
      customer: hola
      customer: quiero hablar con una persona
      lane: human
      bot: /persona|equipo/
      customer: es sobre un pastel de bodas
      silence:
      operator: Hola, soy Marta, ¿en qué te ayudo?
      customer: ¿tienen wifi?
      silence:
      operator: (gives it back)
      customer: ¿tienen wifi?
      bot: wifi gratis
    `,
    ends: { customer: { paused: false } },
  },
  {
    title: "the customer takes the assistant back and orders",
    script: `
      customer: talk to a person please
      lane: human
      customer: hello??
      silence:
      customer: back to the bot
      bot: /assistant|back|help/
      customer: 2 croissants
      bot: 2 × Croissant | 44
    `,
    ends: { customer: { paused: false, cart: { cuernito: 2 } } },
  },
  {
    title: "an operator takes the chat in the middle of an order, which goes on afterwards",
    script: `
      customer: 5 empanadas de piña
      bot: 100
      operator: (takes the chat)
      customer: ¿me las pueden calentar?
      silence:
      operator: Claro que sí, te las calentamos
      operator: (gives it back)
      customer: gracias, y agrega 1 té
      bot: 132
      customer: es todo
      bot: /pasas por/
    `,
    ends: { customer: { cart: { "empanada-pina": 5, te: 1 }, paused: false } },
  },
  {
    title: "rage goes to a person",
    script: `
      customer: son unos ladrones de mierda, pésimo servicio, estoy furioso!!!
      bot: /persona|equipo|alguien/
      lane: human
    `,
    ends: { customer: { paused: true } },
  },
  {
    title: "wholesale is for a person, who is told so",
    script: `
      customer: buenos días, ¿venden al mayoreo?
      lane: human
      bot: encargada de mayoreo
      customer: son 200 bolillos diarios
      silence:
      operator: ¡Hola! Con gusto, ¿para cuándo?
      customer: desde el lunes
      silence:
    `,
    ends: { customer: { paused: true } },
  },
];
