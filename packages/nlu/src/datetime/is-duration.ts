import { beings } from "../entities/age.ts";
import type { Found } from "./moment.ts";
import type { Length } from "./read-duration.ts";
import { isDigits, isWord, type Reading, word } from "./reading.ts";

const living =
  /^(?:hijo|hija|nino|nina|ninos|ninas|bebe|bb|nene|nena|son|daughter|kid|kids|baby|perro|perrita|perrito|perra|gato|gata|gatito|dog|cat|puppy|sobrino|sobrina|nieto|nieta|mama|papa|cachorro|persona|mujer|hombre|chico|chica|tiene|tengo|cumple|cumplo|cumplio|turning|turns|turned|aged|edad|toddler|infant|grandson|granddaughter|nephew|niece|boy|girl|grandma|grandpa|mom|mum|dad|nan|padre|madre|hermano|hermana|hijos|hijas|esposo|esposa|suegra|suegro)$/;
const idiomNouns = /^(?:second|segundo|sec|momento|minute|minuto|dia|day|night|noche)$/;

/** Whether a length of time is one: not an age, a rate ("a month"), a part of the day or an idiom ("un segundo"). */
export function isDuration(reading: Reading, { value, from, to }: Found<Length>): boolean {
  const [first] = value.amounts;
  if (first === undefined) return false;
  if (isClock(reading, { value, from, to })) return false;
  const after = word(reading, to);
  // "de 15 a 17 hs" are hours on the clock, "de 24 a 48 hs" is a length.
  if (
    first.unit === "hour" &&
    value.upTo !== undefined &&
    value.upTo <= 24 &&
    first.amount >= 6 &&
    /^(?:de|entre|desde)$/.test(word(reading, from))
  )
    return false;
  if (
    /^(?:old|yo|edad)$/.test(after) ||
    (after === "-" && word(reading, to + 1) === "old") ||
    (after === "de" && word(reading, to + 1) === "edad") ||
    (after === "y" && word(reading, to + 1) === "o" && word(reading, to + 2) === "")
  )
    return false;
  // "Laura tiene 3 semanas esperando", "sin respuesta"
  const isWait = /(?:ando|iendo)$|^sin$/.test(after);
  if (/^(?:year|month|week)$/.test(first.unit) && !isWait && isAge(reading, from)) return false;
  const before = word(reading, from - 1);
  const article = /^(?:a|an|un|una|one|otro|otra|another)$/.test(word(reading, from));
  const unit = word(reading, to - 1);
  if (!article) return !(before === "las" || (before === "la" && first.unit === "hour" && first.amount === 1));
  if (idiomNouns.test(unit))
    return unit.startsWith("minut") || /^(?:dia|day|night|noche)$/.test(unit)
      ? /^(?:en|in|for|por|durante|takes?|tarda|dura|within|after|cada|every|hace|least|menos|demora|lasts?|espera|waited|only|solo|another|otro)$/.test(
          before,
        ) || /^(?:otro|otra|another)$/.test(word(reading, from))
      : false;
  // "$20 a month", "once a week".
  if (/^(?:a|an)$/.test(word(reading, from)))
    return !(
      isDigits(reading, from - 1) ||
      /^(?:once|twice|times|much|many|month|k|usd|pesos|dollars|pounds|euros|rupees|quid|bucks|per|days|hours|[$€£₹])$/.test(
        before,
      )
    );
  return !/^(?:vez|veces)$/.test(before);
}

/** "22 hs", "21h", "15h30" without a word that asks how long. */
export function isClock(reading: Reading, { value, from, to }: Found<Length>): boolean {
  const [first, second] = value.amounts;
  if (
    first?.unit !== "hour" ||
    value.upTo !== undefined ||
    !isDigits(reading, from) ||
    !/^(?:h|hs|hrs)$/.test(word(reading, from + 1))
  )
    return false;
  if (
    /^(?:en|in|por|for|durante|cada|every|dentro|de|within|tarda|tardan|demora|dura|hace|after|unas|unos|las?|x|garantia|otras?)$/.test(
      word(reading, from - 1),
    )
  )
    return false;
  // "mañana 10hs", "viernes 9 hs"
  const day =
    /^(?:hoy|manana|ayer|lunes|martes|miercoles|jueves|viernes|sabado|domingo|lun|mie|jue|vie|sab|dom|today|tomorrow)$/;
  if (second === undefined)
    return (
      to === from + 2 &&
      first.amount < 24 &&
      (first.amount > 12 || (first.amount > 5 && day.test(word(reading, from - 1))))
    );
  return second.unit === "minute" && first.amount > 6 && first.amount < 24 && to === from + 3;
}

const waiting =
  /^(?:wait|waited|waiting|waits|espera|espero|esperando|esperamos|lleva|llevo|llevamos|been|within|after|despues|durante|warranty|garantia|uso|usando|using|used)$/;

/** The subject of "tiene" is no being: "la garantía tiene 6 meses", "el taladro tiene 3 meses". */
function isThing(reading: Reading, at: number): boolean {
  const subject = word(reading, at - 1);
  return (
    /^(?:garantia|contrato|plan|plazo)$/.test(subject) ||
    (/^(?:el|la|los|las|mi|su|este|esta|ese|esa|un|una|del)$/.test(word(reading, at - 2)) &&
      isWord(reading, at - 1) &&
      !living.test(subject) &&
      !/^(?:ya|solo|apenas|casi|que|si|no)$/.test(subject) &&
      !beings.has(subject))
  );
}

/** "mi hija (5 años)", "my daughter, 11 yrs", "tiene 8 meses". */
function isAge(reading: Reading, from: number): boolean {
  for (let at = from - 1, words = 0; at >= Math.max(0, from - 6) && words < 3; at--) {
    const text = word(reading, at);
    if (/^(?:tiene|tengo)$/.test(text) && isThing(reading, at)) return false;
    if (waiting.test(text)) return false;
    // "los pagos son de 12 meses"
    if (text === "son" && !/^(?:my|our|his|her|their|your|the|a)$/.test(word(reading, at - 1))) continue;
    if (living.test(text.endsWith("'s") ? text.slice(0, -2) : text)) return true;
    if (isDigits(reading, at) || /^(?:[.!?;]|en|in|hace|for|por)$/.test(text)) return false;
    if (isWord(reading, at) && !/^(?:de|ya|casi|of|almost|y|con|my|mi)$/.test(text)) words++;
  }
  return false;
}
