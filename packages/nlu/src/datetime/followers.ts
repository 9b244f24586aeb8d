import { wordMark } from "../word-marks.ts";
import { phraseStarts } from "./phrases.ts";
import { isCapital, isDigits, isWord, type Reading, startsLine, touchesNext, word } from "./reading.ts";
import { months, weekdayPlurals, weekdays } from "./words.ts";

/** Words that never are the thing counted, so that a number before them may stand for an hour or a day. */
const plainWords = new Set(
  `a al ante bajo con contra de del desde durante en entre hacia hasta para pa x por pero porque pq porq q que k qe si no ni o u y e sin
  sobre tras ya yo tu vos el ella ellos nos me te se le les lo la las los mi mis su tu es son era eran esta estan estaba ser sea seria fue hay
  puede puedo pueden puedes podes podria podrian podemos pueda tengo tiene tenes tenemos tienen voy vas va vamos van paso pasa pasan pasamos llego llega llegan llegamos salgo
  sale salimos quiero queria quisiera necesito necesitamos viene vienen vengo venimos abre abren cierra cierran cierro como cuando donde quien mas menos tipo aprox
  aproximadamente gracias grax porfa porfis porfavor please pls plz pf xfa plis plss ok okay dale bueno bien va listo vale sip sii jaja jajaja tambien solo mejor
  entonces pues mismo justo exacto ahi aca alli aqui siempre nunca todavia aun antes despues luego ahora hoy confirmo confirmado confirmamos reservo reservame agendame
  pago pagan pagamos transfiero deposito entrega entregan recojo retiro busco estoy estamos estare estaria queda quedo quedamos nomas nada tal esa ese eso esto este
  hs h hrs horas hora am pm p
  and or but if so to for from at on in by with without until till til of the then than that this is was are were be been am im i'm i i'd i'll we we'd we'll us you u ur your my our
  he she they it its it's me can could would will should shall may might must do does did done not no nope yes yeah yep sure fine great good perfect thanks thank thx ty cheers
  please ok okay instead because cause cuz coz since when where who how what which ish o'clock oclock sharp latest onwards onward also too only just maybe possible
  possibly if works work is's there here again still pm's already before after around about tomorrow today tonight please-- let's lets need want have has had got get come coming
  under name inside outside indoor outdoor fro booking reservation booked`
    .split(/\s+/)
    .filter(Boolean),
);

/** What is counted or measured, so that "at 5 kg" and "a las 2 cajas" are no hours. */
const counted =
  /^(?:personas?|pers|people|ppl|pax|persons?|adults?|adultos?|kids?|ninos?|ninas?|guests?|of|us|kg|kgs|kilos?|gr|g|gramos?|cajas?|boxes|box|bolsas?|bags?|uds?|unidades|units?|pcs|piezas?|docenas?|dozen|percent|por|pesos?|euros?|dolares|dollars?|lucas?|mil|k|usd|mxn|cop|ars|eur|gbp|rs|inr|degrees|grados|km|metros?|m2|cm|mm|ml|l|lts?|litros?|lbs?|oz|st|street|ave|avenue|road|rd|lane|ln|meses|anos|dias|semanas|years?|days?|weeks?|months?|minutos?|mins?|minutes|noches|nights|veces|times|cuotas|pagos|x|mg|talla|gb|pulgadas|inch|inches|and|stars?|estrellas)$/;

/** Whether what follows lets a bare number stand for itself: an end, a sign, a small word, more of a date. */
export function standsAlone(reading: Reading, to: number): boolean {
  const next = reading.tokens[to];
  if (next === undefined || startsLine(reading, to)) return true;
  if (next.kind === "digits") return false;
  if (next.kind === "sign") return endsPlainly(reading, to);
  if (isPartNext(reading, to)) return true;
  return (next.marks & leavesAlone) !== 0;
}

const leavesAlone = wordMark((word) =>
  plainWords.has(word) ? word !== "of" && word !== "x" && word !== "por" : isTimeWord(word),
);

/** "el 24 por la noche". */
export function isPartNext(reading: Reading, to: number): boolean {
  return (
    word(reading, to) === "por" &&
    /^(?:la|el)$/.test(word(reading, to + 1)) &&
    /^(?:noche|tarde|manana|mananita|nochecita|tardecita|mediodia)$/.test(word(reading, to + 2))
  );
}

/** Weaker: anything may follow but a thing that is counted or a street's name. */
export function isNotCounting(reading: Reading, to: number): boolean {
  if (standsAlone(reading, to)) return true;
  const next = reading.tokens[to];
  if (next === undefined) return true;
  if (next.kind !== "word") return false;
  if (counted.test(next.text) || isCapital(reading, to)) return false;
  return !(next.text.length > 3 && next.text.endsWith("s"));
}

const partWords = /^(?:morning|afternoon|evening|night|noche|tarde|manana|inclusive|sharp)$/;

export function isTimeWord(text: string): boolean {
  return (
    partWords.test(text) || weekdays.has(text) || weekdayPlurals.has(text) || months.has(text) || phraseStarts.has(text)
  );
}

function endsPlainly(reading: Reading, at: number): boolean {
  const sign = word(reading, at);
  if (/[%$€£₹°x*+=#/º]/.test(sign)) return false;
  // "5-8", "5.8", "5,8": part of something longer.
  const tight = touchesNext(reading, at - 1) && touchesNext(reading, at);
  if (tight && isDigits(reading, at + 1)) return false;
  return !(sign === "-" && tight && isWord(reading, at + 1) && !isTimeWord(word(reading, at + 1)));
}
