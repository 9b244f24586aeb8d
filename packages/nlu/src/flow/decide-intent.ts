import { phrasePattern } from "../phrase-pattern.ts";
import type { Thread } from "./dialogue.ts";
import { ordersGoods } from "./orders-goods.ts";
import type { Heard, TurnInput, TurnReading } from "./read-turn.ts";
import { changeTopic, leadTopics, standardPlaces } from "./topics.ts";

/** Is a turn without cue words surely about something else than the running task? */
export function isStrong({ intent, places = standardPlaces }: TurnInput, heard: Heard, running: Thread): boolean {
  if (heard.stalling || heard.correction || intent.name === running.task) return false;
  if (heard.said.folded.split(/\s+/).length < (intent.confidence >= 0.9 ? 3 : 4)) return false;
  const topic = places[intent.name]?.topic;
  // Changing what is under way is a part of it.
  if (intent.name === "change_order" && (running.form === "order" || running.form === "booking")) return false;
  // "y con tarjeta mejor" tells an order how, and asks nothing.
  if (!heard.asks && running.form === "order" && (topic === "payment" || topic === "delivery")) return false;
  return (
    intent.accepted &&
    intent.confidence >= 0.75 &&
    topic !== undefined &&
    !leadTopics.has(topic) &&
    topic !== "chat" &&
    intent.name !== "place_order"
  );
}

/** Words of changing; "reserva para 2 el martes" has none, whatever it looks like. */
const changes = phrasePattern(
  /\b(?:cambi\w*|mov(?:er\w*|i\w*)|muev\w*|pas(?:ar\w*|en|arla)|reprogram\w*|reagend\w*|adelant\w*|atras\w*|aplaz\w*|pospon\w*|pospong\w*|modific\w*|correr\w*|corre(?:la|lo)|edit\w*|agreg\w*|anad\w*|sum\w*|quit\w*|mejor|en (?:vez|lugar) de|no (?:puedo|podre|llego|alcanzo|voy)|chang\w*|mov(?:e|ing)|switch\w*|push\w*|swap\w*|resched\w*|postpon\w*|bring forward|add\w*|remov\w*|instead|can't|cannot|late|ya no|somos|actualiz\w*|updat\w*|mi (?:reserva\w*|cita|pedido|turno|mesa)|my (?:booking|reservation|order|table|appointment))\b/,
);

/** The intent of a turn that answers nothing: cue words where the classifier is not sure, what is wanted where neither knows. */
export function decideIntent(input: TurnInput, heard: Heard): TurnReading["intent"] {
  const { intent, forms, entities } = input;
  if (heard.greeting) return { name: "greeting", confidence: 0.95, source: "cue" };
  // The business's own intents are named by their words; ours have cues for short turns.
  const own = standardPlaces[intent.name] === undefined && intent.confidence >= 0.9;
  const sure = intent.accepted && intent.confidence >= 0.8 && (own || heard.said.folded.length > 16);
  const chosen: TurnReading["intent"] =
    heard.cue === undefined || (sure && heard.cue !== "human_agent")
      ? { name: intent.name, confidence: intent.confidence, source: "classifier" }
      : { name: heard.cue, confidence: heard.cue === intent.name ? 0.95 : 0.8, source: "cue" };
  if (chosen.source === "classifier" && chosen.name === "change_order" && !changes.test(heard.said.folded)) {
    const name = changeTopic(heard.said.folded, forms, undefined) === "booking" ? "book_appointment" : heard.cue;
    if (name !== undefined) return { name, confidence: 0.8, source: "cue" };
  }
  if (buysInstead(chosen.name, input, heard)) return { name: "place_order", confidence: 0.8, source: "task" };
  const wanted = chosen.source === "classifier" && !intent.accepted && entities.some(({ type }) => type === "product");
  const timed = entities.some(({ type }) => type === "datetime");
  if (wanted && heard.asks && !timed) return { name: "product_availability", confidence: 0.5, source: "task" };
  if (wanted && (forms.booking ?? forms.order) !== undefined)
    return { name: forms.order === undefined ? "book_appointment" : "place_order", confidence: 0.5, source: "task" };
  // "Do you have a room for the 23rd" is a booking where rooms are booked.
  const bookable =
    chosen.name === "product_availability" && forms.booking !== undefined && forms.availability === undefined;
  if (bookable && ((timed && forms.order === undefined) || bookables.test(heard.said.folded)))
    return { ...chosen, name: "book_appointment" };
  const visits = forms.booking !== undefined && forms.order === undefined && visit.test(heard.said.folded);
  if (visits && (chosen.source === "classifier" || chosen.name === "place_order"))
    return { name: "book_appointment", confidence: 0.7, source: "cue" };
  if (chosen.source === "classifier" && !intent.accepted && heard.asks && !isSideIntent(intent.name, input))
    return { ...chosen, name: "faq_other" };
  // "Can I get a haircut" is a booking where only bookings are taken.
  const books = chosen.name === "place_order" && forms.booking !== undefined && forms.order === undefined;
  return books ? { ...chosen, name: "book_appointment" } : chosen;
}

/** Asks to be seen, or to have a thing seen to, where appointments are made. */
const visit = phrasePattern(
  /\b(?:(?:take|have) a look at|(?:can|could) (?:you|i|we|someone) (?:please )?(?:take a look|have a look|look at|see|check|fix|repair|bring|come in|drop by|pop in|get seen)|(?:need|want|like) to (?:see|bring|get|have|come in)|bring (?:it|him|her|my|the) \w* ?in|get (?:my|it|the) (?:\w+ ){1,3}(?:fixed|serviced|repaired|checked|cleaned|altered|done|seen)|(?:echar(?:l[ea]s?)?|dar(?:l[ea])?) un(?:a)? (?:vistazo|mirada|revisada|ojeada)|(?:me|nos|l[eoa]) (?:pueden|puedes|podrian|podes|podeis) (?:ver|revisar|arreglar|atender|checar|chequear|mirar)|(?:quiero|quisiera|necesito|me gustaria|queria) (?:que )?(?:me |le |lo |la )?(?:llevar|traer|ver|revis\w+|arregl\w+|atiend\w+|vac[iu]n\w+|consult\w+)|apuntar(?:me|nos|lo|la)?|inscrib\w+|sign (?:me |us |him |her )?up|join (?:a|the|your))\b/,
);

const bookables = phrasePattern(
  /\b(?:rooms?|habitaci(?:on|ones)|cuartos?|courts?|canchas?|pistas?|spaces?|spots?|lugar(?:es)?|sitios?|espacios?|huecos?|cupos?|class(?:es)?|clases?|sesion(?:es)?|sessions?|openings?|slots?|tables?|mesas?|turnos?|citas?|horas?)\b/,
);

/** A question that the classifier hardly knows is still no order or problem. */
function isSideIntent(name: string, { places = standardPlaces }: TurnInput): boolean {
  const place = places[name];
  return place?.lane === "info" && place.topic !== "chat" && place.topic !== "greeting";
}

/** "2 baguettes, pago en efectivo" and "gracias, y agrega 1 té" are orders, whatever else they say. */
function buysInstead(
  name: string,
  { forms, entities, text, places = standardPlaces }: TurnInput,
  heard: Heard,
): boolean {
  if (forms.order === undefined || places[name]?.lane !== "info") return false;
  return ordersGoods(text.original, entities, heard.asks);
}
