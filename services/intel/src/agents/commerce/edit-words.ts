import type { Token } from "@parley/nlu/text";

/** `swap` takes the item out for the one named next, `swapFor` puts that one in. */
export type Act = "add" | "set" | "remove" | "swap" | "swapFor";

const wordSet = (words: string) => new Set(words.split(/\s+/));

/** What may stand between a count and its item. */
export const fillers: ReadonlySet<string> = wordSet(
  `de d del la las los el lo un una unas unos of the x * × : ( ) = - , pz pza pzas pzs pieza piezas pcs pc piece pieces unidad unidades
  ricas ricos buenas more mas extra otras otros otro otra some servings orden ordenes order orders cup cups vaso vasos taza tazas bolsa
  bolsas bag bags grande grandes chico chica chicos chicas large small medium mediano mediana big fresh frescas frescos`,
);
export const dozenWords: ReadonlySet<string> = wordSet("docena docenas dozen dozens doc docs doz");
export const pairWords: ReadonlySet<string> = wordSet("par pares pair pairs couple");

const adds =
  /^(?:agreg\w*|anad\w*|sum[ae]\w*|pon\w*|echa\w*|dame|deme|denme|mand\w*|quiero|quisiera|queremos|necesito|add|also|tambien|plus|want|need|get|give|order|pido|pedir|me|i'd|i'll|have|incluy\w*|with|include)$/;
const sets = /^(?:mejor|sean?|make|actually|instead|deja\w*|solo|only|total|just)$/;
const removes =
  /^(?:quit\w*|elimin\w*|borr\w*|sac[ao]\w*|sacar|retir\w*|remov\w*|delet\w*|drop|take|cancel\w*|without|sin|minus|menos|ya)$/;
const swaps = /^(?:cambi\w*|reemplaz\w*|sustitu\w*|swap|replace|change|switch|vez|lugar|instead)$/;
const swapLinks = /^(?:por|for|with|to|a|con|,)$/;
const mostBack = 14;

/** What is to be done with the item whose words begin at token `at`, by the nearest verb before it. */
export function actAt(tokens: readonly Token[], at: number): Act {
  for (let back = at - 1; back >= Math.max(0, at - mostBack); back--) {
    const word = tokens[back]?.text ?? "";
    const before = tokens[back - 1]?.text ?? "";
    if (swaps.test(word) && !(word === "instead" && tokens[back + 1]?.text !== "of")) {
      // "en vez de conchas, cuernitos" and "cambia las conchas por cuernitos": the first goes, the second comes.
      return tokens.slice(back + 1, at).some(({ text }) => swapLinks.test(text)) ? "swapFor" : "swap";
    }
    if (removes.test(word) && isRemoval(tokens, back)) return "remove";
    if (word === "no" || (word === "quiero" && before === "no")) return "remove";
    if (sets.test(word)) return "set";
    if (adds.test(word)) return "add";
  }
  return "add";
}

/** "take" only with off or out, "ya" only with no, "sin" always. */
function isRemoval(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? "";
  if (word === "ya") return tokens[at + 1]?.text === "no";
  if (word === "take") return tokens.slice(at + 1, at + 12).some(({ text }) => /^(?:off|out|away)$/.test(text));
  return true;
}

/** Whole-cart commands and what they look like; folded text. */
export const commands = {
  clear:
    /\b(?:vaci\w+ (?:el|mi|todo el)? ?(?:carrito|pedido|carro)|(?:borr\w+|quit\w+|elimin\w+|cancel\w+) todo|(?:borr\w+|elimin\w+) (?:el|mi) (?:carrito|pedido)|empe(?:zar|cemos|zamos) (?:de nuevo|de cero|otra vez)|(?:clear|empty) (?:the|my)? ?(?:cart|order|basket|everything|it)|start (?:over|again|from scratch)|(?:remove|delete|cancel) everything)\b/,
  show: /\b(?:que (?:llevo|tengo|hay en mi|he pedido|va (?:hasta ahora|de pedido))|(?:ver|muestra\w*|muestram\w*|ensena\w*|revisar|checar|dime) (?:el|mi) (?:carrito|pedido|orden|cuenta)|mi carrito|como va (?:el|mi) pedido|cuanto (?:va|llevo|es|seria|sale|queda)(?: (?:en|de|el|todo|hasta|por|ya)\b.*)?$|(?:el|cual es el) total|what(?:'s| is| do i have)? (?:in )?(?:my|the) (?:cart|basket|order)(?: so far)?|what do i have|(?:show|see|view|check|review) (?:me )?(?:my|the) (?:cart|order|basket)|(?:what's|whats|what is) (?:the|my) total|how much (?:is (?:it|that|everything)|so far|in total)|my cart)\b/,
  done: /\b(?:es(?:o)? (?:es )?todo|seria todo|nada mas|solo eso|con eso|finaliz\w+|termin(?:ar|amos|o|emos)|confirm(?:ar|o|a|alo|amos)?(?: (?:el|mi) pedido)?|(?:quiero|voy a|para) pagar|cerrar (?:el|mi)? ?pedido|ya (?:es|seria|esta) todo|asi esta bien|that(?:'s| is|s|ll be|'ll be| will be) (?:all|it|everything)|nothing else|check ?out|place (?:the|my|it|this)? ?order|i'm done|im done|finish|ready to (?:order|pay)|proceed)\b/,
  repeat:
    /\b(?:lo (?:mismo|de siempre)(?: (?:de|que) (?:siempre|la (?:otra|ultima) vez|ayer))?|(?:repetir|repite) (?:el|mi) (?:ultimo )?pedido|same (?:again|as (?:last time|always|before))|(?:repeat|reorder) (?:my|the) (?:last )?order|the usual)\b/,
  note: /(?:^|\b)(?:nota|note|comentario|indicaciones?|instructions?)\s*(?::|-|para el pedido:?|that says)\s*(.{2,200})$/,
} as const;
