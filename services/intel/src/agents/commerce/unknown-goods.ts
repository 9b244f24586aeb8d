import type { Count } from "./read-counts.ts";
import type { Unknown, Words } from "./read-edits.ts";

const ordersBefore =
  /^(?:quiero|quisiera|dame|deme|y|and|add|agreg\w+|want|get|have|like|pon\w*|mand\w+|,|need|necesito|order|pido)$/;
const noGoods =
  /^(?:mas|more|too|also|tambien|as|por|please|porfa\w*|personas?|people|gente|de|y|o|para|for|to|a|al|en|in|on|que|si|no|pesos|dollars|bucks|mxn|horas?|hours?|minut\w*|dias?|days?|the|el|la|los|las|es[aeo]s?|est[aeo]s?|of|and|or|pls|gracias|thanks|am|pm|hrs?|solo|nomas|cada|each|veces|times|pedidos?|orders?|cosas?|things?|question|pregunta|duda|favor|momento|momentito|segundo|second|minuto|rato|bit|moment|nombre|name|reserva\w*|mesa|table|cita|booking|appointment|km|lado|buen\w*|good|nice|rica?|persona|person|human|agente|moment|dato|cambio|change|descuento|discount|factura|invoice|problema|problem|entonces|then|instead|mejor|bueno|va|ok|okay|only|just|exactamente|total|todo)$/;

/** "2 unicornios": a count before a noun that is no item. */
export function unknownAfter({ text, blocked, mentions }: Words, count: Count): Unknown[] {
  // "una pregunta", "a hotel": only after a verb of ordering an article counts.
  if (count.article && !ordersBefore.test(text.tokens[count.from - 1]?.text ?? "")) return [];
  const words: string[] = [];
  let end = count.to;
  for (let at = count.to; at < Math.min(count.to + 5, text.tokens.length); at++) {
    const token = text.tokens[at];
    if (token === undefined || token.kind !== "word" || blocked.has(at)) break;
    if (mentions.some((one) => one.from <= at && at < one.to)) return [];
    const joins = /^(?:de|del|con|of|with)$/.test(token.text) && words.length > 0;
    if (!joins && noGoods.test(token.text)) break;
    words.push(token.text);
    end = at + 1;
  }
  const first = text.tokens[count.to];
  const last = text.tokens[end - 1];
  if (words.length === 0 || first === undefined || last === undefined) return [];
  if (words.every((word) => word.length < 3)) return [];
  const said = text.original.slice(text.originalIndex(first.start), text.originalIndex(last.end));
  return [{ said, quantity: count.value }];
}
