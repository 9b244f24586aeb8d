/** Subjects of questions that the agent answers from the business file. */
export type Subject = "hours" | "place" | "contact" | "delivery" | "payment" | "price" | "availability";

const ofIntent: Readonly<Record<string, Subject>> = {
  opening_hours: "hours",
  location_question: "place",
  delivery_question: "delivery",
  payment_question: "payment",
  price_question: "price",
  product_availability: "availability",
};

const contactWords =
  /\b(?:(?:su|tu|un|el|algun|numero de|your|a) (?:telefono|tel|whatsapp|correo|email|e-mail|mail|pagina|sitio|web|instagram|facebook|phone|website)|telefono de (?:contacto|ustedes|la tienda)|pagina web|sitio web|correo electronico|phone number|contact (?:number|details|info\w*)|como (?:los |les )?contacto|llamarles|call you|e-?mail you)\b/;
const ownContact = /\b(?:mi|my) (?:telefono|correo|email|phone|mail)\b/;
const subjectWords: readonly (readonly [Subject, RegExp])[] = [
  [
    "hours",
    /\b(?:abr(?:en|es|e|iran?)|abiert[oa]s?|cierran?|cerrad[oa]s?|horarios?|hora(?:s)? de (?:atencion|apertura|cierre|servicio)|trabajan|atienden|laboran|opening (?:hours|times)|(?:open|close[sd]?|closing)|business hours)\b/,
  ],
  [
    "place",
    /\b(?:donde (?:estan|quedan|se (?:ubican|encuentran)|es|esta)|ubicacion|su direccion|como (?:llego|llegar)|where (?:are you|is (?:the|your) (?:shop|store|place))|located|your (?:address|location)|directions)\b/,
  ],
  [
    "delivery",
    /\b(?:entregan|entregas?|envios?|envian|reparten|repartos?|a domicilio|mandan a|llevan a|deliver(?:y|ies|s)?|ship(?:ping)?)\b/,
  ],
  [
    "payment",
    /\b(?:formas? de pago|metodos? de pago|medios de pago|(?:puedo|se puede|como) (?:pagar|pago)|aceptan (?:tarjetas?|efectivo|transferencias?|pagos?|visa|paypal|dolares|cheques?)|pay (?:with|by|in)|payment (?:methods?|options?)|(?:accept|take) (?:cards?|cash|credit|debit|visa|paypal|checks?))\b/,
  ],
  [
    "price",
    /\b(?:cuanto (?:cuestan?|valen?|es|salen?|seria)|precios?|costos?|que (?:precio|costo)|how much|prices?|costs?)\b/,
  ],
];

/** Asks in plain words where the business is. */
export function namesPlace(folded: string): boolean {
  return subjectWords.some(([subject, pattern]) => subject === "place" && pattern.test(folded));
}

/** What a question is about: by its intent where that is sure, else by its words. */
export function subjectOf({
  intent,
  folded,
}: {
  intent: { name: string; accepted: boolean };
  folded: string;
}): Subject | undefined {
  const unsure = !intent.accepted || loose.has(intent.name);
  if (unsure && contactWords.test(folded) && !ownContact.test(folded)) return "contact";
  const sure = intent.accepted ? ofIntent[intent.name] : undefined;
  if (sure !== undefined || !unsure) return sure;
  return subjectWords.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** Intents that say little about the subject. */
const loose: ReadonlySet<string> = new Set(["faq_other", "oos", "smalltalk", "location_question", "greeting"]);
