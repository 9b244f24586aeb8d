import type { Text } from "../text.ts";

/** What the words before a name say: `strong` announces a person, `medium` allows one, `place` announces a place. */
export type Cue = "strong" | "medium" | "place" | "none";

const looked = 40;

const relations =
  "hij[oa]|espos[oa]|marido|mujer|novi[oa]|herman[oa]|prim[oa]|ti[oa]|suegr[oa]|cunad[oa]|sobrin[oa]|niet[oa]|abuel[oa]|amig[oa]|vecin[oa]|soci[oa]|jef[ea]|" +
  "companer[oa]|mama|papa|nen[ea]|peque|nan|son|daughter|wife|husband|brother|sister|cousin|friend|mate|boss|assistant|driver|colleague|roommate|flatmate|" +
  "neighbour|neighbor|mother|father|mom|mum|dad|uncle|aunt|auntie|nephew|niece|boyfriend|girlfriend|partner|fiance|fiancee|grandson|granddaughter|chofer|" +
  "conductor|emplead[oa]|asistente|secretari[oa]|contador[a]?|repartidor|baby|bebe|ni[nñ][oa]|chic[oa]|estilista|stylist|barber[o]?|guy|buddy|contractor|pal|lad|builder|plumber|electrician|carpenter|painter|foreman|cleaner|carer|nanny|accountant|secretary|coworker|client|tenant|landlord|coach|teacher|doorman|helper|technician|stepson|stepdaughter|godson|electricista|plomero|fontanero|albanil|mecanico|jardinero|compadre|comadre|cuate|compa|pana|ahijad[oa]|padrino|madrina|consuegr[oa]|yerno|nuera|viej[oa]|porter[oa]|vigilante|encargad[oa]|mensajer[oa]|ayudante|tecnic[oa]|enfermer[oa]|cuidador[a]?|inquilin[oa]|client[ea]|pareja|manager|gerente|asesor[a]?";

// Each alternative ends where the name begins; none repeats over an overlapping class.
const strong = new RegExp(
  "(?:^|[^a-z])(?:" +
    "soy|aca|aqui|te habla|le habla|les habla|habla|hablas con|escribe|me llamo|me dicen|nombre es|nombre de|nombre[:.=]|nombre y apellido:|a nombre|se llama|llamad[oa]|" +
    "de parte de|part[ei] d[eo]|pregunt\\w{1,6} (?:por|x)|pregunt\\w{1,6} a|busc[aoe] a|atte[.,:]?|att[.,:]?|atn[.,:]?|atencion[: ]a?|firma[:]?|saludos[.,]|contacto:|titular:|cliente:|recibe:?|recoge:?|retira:?|" +
    "habl[aeo]\\w{0,4} con|comuni\\w{2,7} con|(?:cita|turno|hora|reserva|corte) con|atendi[o]?a?(?: por)?|atendid[oa] por|atiend[ea]|llam[eao] a|avis[ae]\\w{0,3} a|dil[e]\\w? a|dig\\w{2,4} a|entreg\\w{2,6} a|" +
    "name is|name's|name:|names|under the name(?: of)?|the name(?: of)?|(?:reserv\\w{2,6}|book\\w{0,4}|order|listed|table|it|reservation) under|under|this is|here is|i'm|i am|im|it's|its|it is|call me|called|named|" +
    "ask\\w{0,3} for|speak (?:to|with)|spoke (?:to|with)|talk (?:to|with)|attn[.:]?|attention[:]?|regards[,.]?|cheers[,.]?|in the name of|on behalf of|signed[,:]?|appointment with|c/o|booked for|made for|preferably with|" +
    `(?:mi|mis|my|su|tu|his|her|our|nuestr[oa]|la|el|the) (?:${relations})[,]?|cumple(?:anos)? de|comunion de|bautizo de|(?:mama|papa|madre|padre|hij[oa]|espos[oa]|marido|mujer|herman[oa]|amig[oa]|novi[oa]|abuel[oa]|jef[ea]|vecin[oa]|prim[oa]|ti[oa]) de|(?:mom|mum|mother|dad|father|friend) of|boda de|xv anos de` +
    ")[ \\n]$",
);

const vocative =
  /(?:^|[^a-z])(?:hola|holis?|buenas|buenos dias|buenas tardes|buenas noches|hey|hi|hello|dear|hiya|estimad[oa]|querid[oa]|good (?:morning|afternoon|evening)|gracias|thanks|thank you|cheers|oye|oiga|che|bye|chau|perdon|sorry|morning|namaste)[,!]? $/;
const place =
  /(?:^|[^a-z])(?:en|hasta|hacia|desde|vivo en|envi\w{1,4} a|mand\w{1,4} a|lleg\w{1,4} a|lleva\w{1,4} a|viaj\w{1,3} a|deliver\w{0,3} to|ship\w{0,4} to|in|at|near|cerca de|centro de|ciudad de|estacion|metro|calle|avenida|av\.?|col\.?|colonia|barrio|hotel) $/;
const medium =
  /(?:^|[^a-z])(?:a|con|para|pa|por|x|de|del?|y|e|o|que|como|and|for|with|from|to|by|or|when|if|ask|tell|can|did|has|says?|said|dice|dijo|recomend[oa]|es|is|ps|pd|ok|,) $/;

/** What the text right before token `at` announces. */
export function cueOf(text: Text, at: number): Cue {
  const start = text.tokens[at]?.start ?? 0;
  const before = text.folded.slice(Math.max(0, start - looked), start);
  if (before === "") return "none";
  if (strong.test(before)) return "strong";
  if (place.test(before)) return "place";
  return vocative.test(before) || medium.test(before) ? "medium" : "none";
}
