import { z } from "zod";
import { NumberPrefix } from "./ordering.ts";
import { Label, Name, Variants } from "./translated.ts";

export const urgencies = ["low", "normal", "high", "urgent"] as const;
export const Urgency = z.enum(urgencies);
export type Urgency = z.infer<typeof Urgency>;

const Minutes = z
  .int()
  .positive()
  .max(60 * 24 * 60);

/** A kind of problem, recognised by words and phrases anywhere in the text. The first category that fits is taken. */
const TicketCategory = z.strictObject({
  id: Name,
  name: Label,
  words: Variants.prefault({}),
  urgency: Urgency.default("normal"),
});
export type TicketCategory = z.infer<typeof TicketCategory>;

const standardCategories: z.input<typeof TicketCategory>[] = [
  {
    id: "wrong_charge",
    name: { es: "Cobro incorrecto", en: "Wrong charge" },
    urgency: "high",
    words: {
      es: ["me cobraron de más", "cobro doble", "doble cargo", "cargo no reconocido", "me cobraron dos veces"],
      en: ["overcharged", "charged twice", "double charge", "wrong charge", "charged me too much"],
    },
  },
  {
    id: "not_received",
    name: { es: "Pedido no recibido", en: "Order not received" },
    urgency: "high",
    words: {
      es: ["no ha llegado", "nunca llegó", "no me llegó", "no llega", "sigo esperando"],
      en: ["never arrived", "has not arrived", "hasn't arrived", "did not arrive", "still waiting"],
    },
  },
  {
    id: "wrong_or_damaged",
    name: { es: "Producto equivocado o dañado", en: "Wrong or damaged product" },
    words: {
      es: ["equivocado", "incompleto", "faltó", "faltaron", "roto", "dañado", "mal estado", "aplastado"],
      en: ["wrong order", "wrong item", "missing", "broken", "damaged", "crushed", "spoiled"],
    },
  },
  {
    id: "service",
    name: { es: "Trato o servicio", en: "Service" },
    words: {
      es: ["mal servicio", "grosero", "grosera", "mala atención", "pésima atención"],
      en: ["bad service", "rude", "poor service", "terrible service"],
    },
  },
  { id: "other", name: { es: "Otro", en: "Other" } },
];

/** How complaints become tickets. */
export const Support = z
  .strictObject({
    numberPrefix: NumberPrefix.default("T"),
    /** The last one takes what fits none. */
    categories: z.array(TicketCategory).min(1).max(50).prefault(standardCategories),
    /** How long a ticket may wait for a person before it is escalated. */
    slaMinutes: z
      .strictObject({
        low: Minutes.default(2880),
        normal: Minutes.default(480),
        high: Minutes.default(120),
        urgent: Minutes.default(30),
      })
      .prefault({}),
    /** A customer who writes about a closed ticket within this time opens it again. */
    reopenWithinHours: z
      .int()
      .nonnegative()
      .max(24 * 365)
      .default(72),
  })
  .prefault({});
export type Support = z.infer<typeof Support>;

/** When a person takes over, and when the assistant is back. */
export const Handover = z
  .strictObject({
    /** After this long without a word from a person the assistant answers again. */
    resumeAfterMinutes: Minutes.default(120),
    /** When somebody is there to take over. */
    hours: z.enum(["business", "always"]).default("business"),
    /** A strong or repeated anger is a reason. */
    whenAngry: z.boolean().default(true),
    /** So many turns in a row without an answer are a reason; 0 = never. */
    whenFailed: z.int().nonnegative().max(20).default(3),
  })
  .prefault({});
export type Handover = z.infer<typeof Handover>;
