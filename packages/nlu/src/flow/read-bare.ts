import { foldWord } from "../text.ts";
import { afterLead } from "./clauses.ts";
import { type AskedFor, slotTypeOf, wantsId } from "./fit-entity.ts";

const courtesy =
  /[\s,.;!]*(?:(?:por ?fa(?:vor|s)?|porfis|xfa(?:vor)?|pls+|plz|please|thanks?(?: you| u)?|thx|ty|ta|gracias+|muchas gracias|x favor|ok\??|si\??|jaja+|jeje+|haha+|lol|tambien|too|as well|amig[oa]|mate|nada mas|creo|i think|cheers|(?:\p{Extended_Pictographic}|\ufe0f)+)[\s,.;!]*)$/u;

const personLead =
  /^(?:(?:esta |va |ponl[oa] |pongal[oa] |dejal[oa] |dejel[oa] |que (?:vaya|quede|sea) |sera |seria |es |quedaria |a|al|bajo|under|put it|book it|it's|its|it is|it'll be|that's|that would be|this is|i'm|i am|im|for|para|pa|por|con|de|mi|my|su|el|la|the|soy|yo soy|me llamo|se llama|name's|name is|my name is|my name's|mi nombre es|el nombre es|nombre|nombre completo|name|full name|under the name(?: of)?|in the name of|in|a nombre de|al nombre de|a mi nombre|nom|somos|call me|habla|le habla|de parte de)[\s,:]+)+/;
const placeLead =
  /^(?:(?:it's|its|it is|we're|we are|i'm|i am|im|i live|i live at|we live at|at|to|in|on|a|al|en|es|seria|sera|para|vivo|vivimos|estoy|estamos|queda|quedamos|esta|la direccion es|mi direccion es|direccion|mi domicilio es|domicilio|the address is|my address is|address|deliver to|deliver it to|send it to|send to|ship to|ship it to|mandal[oa] a|mandamel[oa] a|enviamel[oa] a|envial[oa] a|llevamel[oa] a|traemel[oa] a|mandar(?:lo|la)? a|enviar(?:lo|la)? a|por favor|please|aca|aqui|here|calle es|drop it at|bring it to)[\s,:]+)+/;
const textLead =
  /^(?:(?:a nombre de|al nombre de|va a nombre de|que (?:vaya|salga|diga)|ponle|ponga|pon|es|seria|sera|it's|its|it is|that's|is|the|my|mi|el|la|su|under|in the name of|to|for|para|por|razon social|nombre|name|company name|rfc|nit|cuit|cuil|nif|cif|dni|cedula|gstin|gst|vat|tax id|number|numero|no\.?|nro\.?|n°|code|codigo|please put|put|write|just put|say|should say|i'd like it to say|make it say)[\s,:#]+)+/;

/** Words that are no part of a name. */
const noName =
  /\b(?:que|cual|cuanto|cuantos|como|donde|cuando|hay|tienen|quiero|necesito|puedo|puede|pueden|si|no|ok|okay|gracias|hola|bueno|perfecto|manana|hoy|tarde|noche|lunes|martes|miercoles|jueves|viernes|sabado|domingo|pero|porque|para|espera|momento|es|son|esta|estoy|favor|mejor|mesa|pedido|cita|turno|envio|precio|what|how|when|where|which|why|do|does|did|is|are|can|could|would|the|yes|yeah|thanks|please|want|need|have|has|was|will|wait|today|tomorrow|tonight|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|and|or|but|not|sure|cancel|order|table|booking|your|it|this|that|order|pedir|quisiera|cambiar|cancelar|agente|asesor|agent|human|numero|number|correo|email|telefono|phone|direccion|address|nombre|name|mi|my|me|te|lo|se|ya|una|uno|un|dos|tres|a|an|i|you|we|they|all|ahi|aqui|luego|ahora|now|later|parking|estacionamiento|wifi|cuenta|bill|luz verde)\b/;

/** What is left of a clause when it is a bare value: without "a nombre de", "please", signs at the ends. `lead` fits the folded text. */
function stripped(original: string, lead: RegExp | undefined): string {
  let text = original.trim();
  const opening = afterLead(foldKeepingLength(text));
  if (opening < text.length) text = text.slice(opening);
  for (let again = 0; again < 3; again++) {
    const found = lead?.exec(foldKeepingLength(text))?.[0].length ?? 0;
    if (found > 0 && found < text.length) text = text.slice(found);
    const end = courtesy.exec(foldKeepingLength(text));
    if (end !== null && end.index > 0) text = text.slice(0, end.index);
    text = text.replace(/^[\s,.;:¡!¿?*"'«“-]+|[\s,;:!¡?¿*"'»”]+$/g, "");
  }
  return text.replace(/\.$/, "");
}

/** Folded, one unit for one unit, so that offsets stay. */
function foldKeepingLength(text: string): string {
  const folded = foldWord(text);
  if (folded.length === text.length) return folded;
  let kept = "";
  for (const unit of text) {
    const one = foldWord(unit);
    kept += one.length === unit.length ? one : unit.length === 1 ? (one[0] ?? " ") : unit;
  }
  return kept;
}

/** A value of a free type from the words themselves, or undefined. `original` is what no other answer has taken. */
export function readBare(original: string, want: AskedFor): string | undefined {
  switch (slotTypeOf(want.type)) {
    case "person":
      return barePerson(original);
    case "org":
      return bareText(original, want);
    case "location":
      return barePlace(original);
    case "text":
      return wantsId(want) ? bareId(original) : bareText(original, want);
    case "order_id":
      return bareId(original);
    case "email":
      return /[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}/i.exec(original.slice(0, 400))?.[0].toLowerCase();
    case "phone":
      return barePhone(original);
    default:
      return undefined;
  }
}

function barePerson(original: string): string | undefined {
  const [piece = ""] = stripped(original, personLead).split(/,|\n| y mi | y el | y la | and my | and the |;| - /);
  const name = stripped(piece, personLead);
  const words = foldWord(name).split(/\s+/);
  if (name === "" || name.length > 60 || words.length > 5) return undefined;
  if (
    !/^[\p{L}][\p{L}.'’ -]*$/u.test(name) ||
    noName.test(foldWord(name).replace(/\b(?:de la|de los|del|de|y)\b/g, ""))
  )
    return undefined;
  return name;
}

const someLetter = /\p{L}/u;
const capitalFirst = /^\p{Lu}/u;
const fiveCapitals = /\p{Lu}{5}/u;
const landmark =
  /[,.;]?\s+(?:frente a|frente al|enfrente|cerca de|junto a|al lado de|a un lado|atras de|detras de|opposite|next to|near|behind|across from|it's the|la casa|la puerta|porton|es la|es el|edificio de color|timbre|por favor|please)\b/;

function barePlace(original: string): string | undefined {
  const place = stripped(original, placeLead);
  const folded = foldKeepingLength(place);
  const cut = landmark.exec(folded)?.index ?? place.length;
  const kept = (cut > 3 ? place.slice(0, cut) : place).replace(/[\s,.;]+$/, "");
  const words = folded.split(/\s+/).length;
  if (kept.length < 3 || words > 30 || !someLetter.test(kept)) return undefined;
  const addressLike =
    /\d/.test(kept) ||
    capitalFirst.test(kept) ||
    /\b(?:calle|av|avenida|col|colonia|plaza|street|st|road|rd|hotel|casa|piso|flat)\b/.test(folded);
  return addressLike && !noPlace.test(folded) ? kept : undefined;
}

const noPlace =
  /\b(?:what|how|when|que|cuanto|cuando|tienen|hay|quiero|want|need|make (?:it|that)|change|cambi\w+|mejor|sean?|can you|could you|do you|pueden?|puedo|actually|boxes|cajas|docenas?|i don't|no se)\b/;

function bareText(original: string, want: AskedFor): string | undefined {
  const said = stripped(original, textLead);
  return said === "" || said.length > 400 || !/[\p{L}\p{Nd}]/u.test(said) || want.slot === "" ? undefined : said;
}

/** A code is the word with most digits, with the digit groups that follow it; the hash stays out. */
function bareId(original: string): string | undefined {
  let best: string | undefined;
  let digits = 1;
  for (const { 0: word, index } of original.slice(0, 400).matchAll(/[\p{L}\p{Nd}][\p{L}\p{Nd}./-]*/gu)) {
    const code = word.replace(/[./-]+$/, "");
    const count = code.match(/\d/g)?.length ?? 0;
    if (count > digits && !/^\d{1,2}\/\d{1,2}/.test(code))
      [best, digits] = [withGroups(original, index, index + code.length), count];
  }
  return best ?? spaced(original);
}

/** "LK19 XVT", "PX 4471 90": groups of capitals and digits with single spaces between them are one code. */
function withGroups(original: string, from: number, to: number): string {
  const before =
    /(?:^|[^\p{L}\d])((?:[A-Z]{1,4} ){1,2})$/u.exec(original.slice(Math.max(0, from - 12), from))?.[1] ?? "";
  const after =
    /^(?: (?:[A-Z]{1,4}|\d{1,6}|[A-Z]\d{1,4}|\d{1,4}[A-Z])(?![\p{L}\d])){1,4}/u.exec(
      original.slice(to, to + 24),
    )?.[0] ?? "";
  const shouted = original === original.toUpperCase() && fiveCapitals.test(original);
  return shouted ? original.slice(from, to) : original.slice(from - before.length, to + after.length);
}

/** "GB 2 41 8", "AB 12 34": short groups with spaces between them, the whole reply. */
function spaced(original: string): string | undefined {
  const reply = stripped(original, textLead).replace(/^#/, "");
  return /^[A-Z]{0,4}(?: ?[\dA-Z]{1,4}){2,6}$/.test(reply) && /\d.*\d/.test(reply) ? reply : undefined;
}

function barePhone(original: string): string | undefined {
  const found = /\+?\(?\d[\d\s().-]{5,20}\d/.exec(original.slice(0, 400))?.[0];
  const digits = found?.replace(/\D/g, "") ?? "";
  if (digits.length < 7 || digits.length > 15) return undefined;
  return found?.startsWith("+") ? `+${digits}` : digits;
}
