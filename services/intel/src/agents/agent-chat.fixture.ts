import { parseBusiness } from "@parley/business/load";
import { orderNumberPatterns } from "@parley/business/order-numbers";
import { bodyOf, type Reply } from "@parley/contract/reply";
import { createEntityExtractor } from "@parley/nlu/extract-entities";
import { createRecognizers } from "@parley/nlu/recognizers";
import { analyzeSentiment } from "@parley/nlu/sentiment/analyze-sentiment";
import { readText } from "@parley/nlu/text";
import { createKnown, type Known } from "../known.ts";
import type { Agent, AgentAnswer, WakeMoment } from "./agent.ts";
import type { AgentTurn } from "./agent-turn.ts";

/** A hardware shop in Guadalajara: open 9 to 19, Saturdays until 14, closed on Sundays. */
const shop = `
name: Ferretería El Clavo
timeZone: America/Mexico_City
languages: [es, en]
contact: { phone: "+52 33 5555 0101", email: hola@clavo.example }
address:
  text: Calle Morelos 10, Guadalajara
  latitude: 20.67
  longitude: -103.35
  mapUrl: https://maps.example/clavo
  directions: { es: "Frente al mercado.", en: "Opposite the market." }
hours:
  monday: 09:00-19:00
  tuesday: 09:00-19:00
  wednesday: 09:00-19:00
  thursday: 09:00-19:00
  friday: ["09:00-14:00", "16:00-19:00"]
  saturday: 09:00-14:00
holidays:
  - { date: 12-25, name: { es: Navidad, en: Christmas Day } }
  - { date: 12-24, name: { es: Nochebuena, en: Christmas Eve }, hours: 09:00-13:00 }
  - { date: easter-2, name: { es: Viernes Santo, en: Good Friday } }
intents:
  - name: wholesale
    lane: human
    examples: { es: [venden al mayoreo], en: [do you sell wholesale] }
    reply: { es: "Sí vendemos al mayoreo.", en: "Yes, we sell wholesale." }
  - name: return_refund
    reply: { es: "Cambiamos lo que no sirva en 30 días.", en: "We exchange what does not work within 30 days." }
  - name: feedback
    lane: support
    examples: { es: [qué buen servicio], en: [great service] }
    reply: { es: "¡Gracias por contarnos!", en: "Thanks for telling us!" }
faqs:
  - id: keys
    questions: { es: ["¿hacen copias de llaves?", "¿duplican llaves?"], en: ["do you copy keys?", "can you duplicate keys?"] }
    answer: { es: "Sí, copiamos llaves en cinco minutos.", en: "Yes, we copy keys in five minutes." }
  - id: cutting
    questions: { es: ["¿cortan madera a la medida?"], en: ["do you cut wood to size?"] }
    answer: { es: "Sí, cortamos madera a la medida.", en: "Yes, we cut wood to size." }
  - id: assembly
    lane: support
    questions: { es: ["el taladro no enciende", "mi taladro no prende"], en: ["my drill does not start"] }
    answer: { es: "Revise que la batería esté cargada.", en: "Please check that the battery is charged." }
pages:
  - id: paint
    title: { es: Pintura, en: Paint }
    text: { es: "Igualamos cualquier color de pintura con una muestra de tela o madera.", en: "We match any paint colour from a sample of cloth or wood." }
catalog:
  categories:
    - { id: tools, name: { es: Herramientas, en: Tools } }
    - { id: paint, name: { es: Pinturas, en: Paints } }
  items:
    - { id: hammer, name: { es: Martillo, en: Hammer }, category: tools, price: 149.9 }
    - { id: drill, name: { es: Taladro, en: Drill }, category: tools, price: 1299, stock: out }
    - id: enamel
      name: { es: Esmalte blanco, en: White enamel }
      category: paint
      price: 180
      options:
        - id: size
          name: { es: tamaño, en: size }
          required: true
          choices:
            - { id: litre, name: { es: litro, en: litre } }
            - { id: gallon, name: { es: galón, en: gallon }, priceDelta: 420 }
ordering:
  enabled: true
  delivery:
    zones:
      - { id: centro, name: { es: Centro, en: Centro }, aliases: [el centro], fee: 50 }
      - { id: chapalita, name: { es: Chapalita, en: Chapalita }, fee: 0 }
    freeFrom: 900
    minutes: 90
  payments:
    - { id: cash, name: { es: efectivo, en: cash } }
    - { id: card, name: { es: tarjeta, en: card } }
support:
  numberPrefix: C
  slaMinutes: { low: 1440, normal: 240, high: 60, urgent: 15 }
`;

/** The shop, with other words added at the end of its file. */
export function shopKnown(more = "", from = shop): Known {
  return createKnown(parseBusiness(`${from}${more}`, "shop.yaml"));
}

/** A shop that tells nothing but its name. */
export const bareShop = "name: Tiendita\ntimeZone: America/Mexico_City\nlanguages: [es, en]\n";

export type SaidMore = Partial<Omit<AgentTurn, "intent">> & { intent?: string; unsure?: boolean };

/** Hand-made turns of one chat, with the entities and the tone that the local path finds. */
export function turnsOf(known: Known, chat = "100~1") {
  const { business } = known;
  const extract = createEntityExtractor(
    createRecognizers({
      catalog: known.names,
      custom: business.entities,
      orderIdPatterns: orderNumberPatterns(business),
    }),
  );
  let n = 0;
  return (text: string, now: number, { intent = "oos", unsure = false, ...more }: SaidMore = {}): AgentTurn => {
    n += 1;
    const read = readText(text);
    const language = more.language ?? "es";
    const { timeZone, region } = business;
    return {
      id: `${chat}:${n}`,
      chat,
      now,
      language,
      text,
      kind: "text",
      intent: { name: intent, confidence: unsure ? 0.2 : 0.9, accepted: !unsure },
      entities: [...extract(read, { atMs: now, timeZone, region, language, requested: [] })],
      topic: "chat",
      slots: {},
      answered: [],
      open: [],
      correction: false,
      resumed: false,
      sentiment: analyzeSentiment(read, language),
      unclear: 0,
      media: [],
      recent: [],
      records: { orders: [], tickets: [] },
      ...more,
    };
  };
}

/** A chat with one agent, a minute between turns, from Tuesday 24 November 2026, 10:00 in Mexico. */
export function chatWith<S extends object>(
  agent: Agent<S>,
  { known = shopKnown(), at = "2026-11-24T10:00:00-06:00" } = {},
) {
  const turn = turnsOf(known);
  let state = agent.state.initial("");
  let now = Date.parse(at);
  const take = ({ state: next, ...answer }: AgentAnswer<S>) => {
    state = agent.state.schema.parse(next);
    return { ...answer, body: answer.replies.map(bodyOf).join("\n---\n") };
  };
  return {
    says: (text: string, more: SaidMore = {}) => {
      now += 60_000;
      return take(agent.answer(state, turn(text, now, more), known));
    },
    taps: (id: string, more: SaidMore = {}) => {
      now += 60_000;
      const interaction = { kind: "choice", id, title: id } as const;
      return take(agent.answer(state, turn(id, now, { ...more, interaction }), known));
    },
    wakes: (timer: string, more: Partial<WakeMoment> = {}) => {
      if (agent.wake === undefined) throw new Error("this agent sets no timers");
      return take(agent.wake(state, timer, { now, chat: "100~1", language: "es", ...more }, known));
    },
    waits: (minutes: number) => {
      now += minutes * 60_000;
    },
    goesTo: (moment: string) => {
      now = Date.parse(moment);
    },
    forms: () => agent.forms(state, known),
    records: () => agent.records?.(state) ?? {},
    state: () => state,
    now: () => now,
  };
}

export function bodiesOf(replies: readonly Reply[]): string[] {
  return replies.map(bodyOf);
}
