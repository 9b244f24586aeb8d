import {
  type AmountReading,
  countsNothing,
  startsLine,
  touches,
  wordAt,
  wordsAfter,
  wordsBefore,
} from "./amount-reading.ts";
import { isNameNumber } from "./name-number.ts";

/** Words before a number that make it a name, a code, a size, a place in a document or on a map. */
const labels = new Set(
  `talla tallas size sizes sz talle talles numero num nro no n nº modelo model models version v gen ps iphone galaxy samsung redmi moto fps spf linea line bus ruta route canal channel pagina page pag seccion section sector capitulo
  chapter piso floor depto dpto departamento apto apartamento apartment apt flat unit unidad local oficina office suite room hab habitacion casa house block bloque torre tower manzana mz lote lot lt int interior ext exterior puerta door
  calle carrera cra cr kr avenida av avda ave diagonal transversal tv road rd street st km kilometro cp codigo code postcode zip pin otp cuenta account acct terminacion ending terminada termina terminado acaba tarjeta card cedula dni
  nie nif rfc curp cuit cuil nit rut ssn pasaporte passport placa patente plate vuelo flight ref referencia reference pedido orden order ticket tiquete folio factura invoice case caso guia tracking awb booking reserva id ids utr clave
  cliente socio ext extension tel telefono cel movil phone whatsapp mobile sala gate puerta terminal anden platform fila asiento seat windows office version tono tinte step paso article articulo item fase etapa formula
  calzo calza calzan calzas combo combos promo xbox playstation platform ios windows macos std class grade exit hwy highway nh carretera colectivo bondi
  lane aisle pump bay zone ch pt ep episode phase uk eu men's women's mens womens waist cintura top ward gear stage pier dock pasillo cajon anden shop stall table mesa modulo nave
  f1 usb hdmi tipo type cal calibre nivel level temporada season parte part chapter tomo vol volumen opcion option`.split(
    /\s+/,
  ),
);

const technical = new Set(
  "v w kw kwh hp cv ah mah hz khz mhz ghz gb tb mb mp mpx px k dpi rpm btu btus psi watts watt vatios voltios volts amp amperios amps bar bares cv d g th mm gigas ghz".split(
    " ",
  ),
);

const idiomsAfter: Readonly<Record<string, RegExp>> = {
  mil: /^(gracias|disculpas|perdones|perdon|veces|bendiciones|besos|abrazos|amores|hojas|felicidades|cosas|maravillas|y)$/,
  millon: /^(gracias|de)$/,
  cien: /^(por)$/,
  hundred: /^(percent|per)$/,
  once: /^(a|i|i'm|you|you've|we|they|he|she|it|it's|the|my|your|again|more|per|every|in|and|this|that|upon|is|done|for|ready)$/,
};

/** A cardinal that is nothing else: no part of a code, date, size or model, no article, no list marker, no idiom. */
export function isFreeNumber(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  if (number.article) return false;
  const first = tokens[number.from];
  if (number.written === "words") return !isIdiom(reading);
  if (first === undefined || isTied(reading) || isListMarker(reading)) return false;
  if (first.text.length > 6 || (first.text.length > 1 && first.text.startsWith("0") && number.to === number.from + 1))
    return false;
  // A bare 1/2 is a size or a half of something.
  if (wordAt(reading, number.from + 1) === "/") return false;
  if (isLabelled(reading) || isYear(reading) || isDimension(reading) || isTechnical(reading)) return false;
  if (isNameNumber(reading)) return false;
  return !(isPhrase(reading) || isSizeOfWear(reading) || isSaidCode(reading));
}

/** Something stands against the digits: a letter, a slash, a hyphen, more digits. */
function isTied(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  const before = tokens[number.from - 1];
  const next = tokens[number.to];
  if (
    before !== undefined &&
    touches(tokens, number.from) &&
    (before.kind !== "sign" || "/-:.,#@_°'&=+*~$€£".includes(before.text))
  ) {
    if (!isListMark(reading))
      return before.text === "," || before.text === "." || before.text === "~" || before.text === "+"
        ? tokens[number.from - 2]?.kind === "digits"
        : true;
  }
  if (next === undefined || !touches(tokens, number.to)) return false;
  if (next.kind !== "sign") return true;
  const beyond = tokens[number.to + 1];
  if (".,".includes(next.text)) return beyond?.kind === "digits" && touches(tokens, number.to + 1) && next.text === ".";
  if (next.text === "'" || next.text === '"' || next.text === ":")
    return beyond !== undefined && touches(tokens, number.to + 1);
  return "/-@_#°%$€&=*".includes(next.text);
}

/** "-5 cajas", "•5 cajas" at the start of a line. */
function isListMark(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  return "-*•.".includes(tokens[number.from - 1]?.text ?? " ") && startsLine(reading, number.from - 1);
}

/** "1. ", "2) ", "3- " at the start of a line. */
function isListMarker(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  const sign = wordAt(reading, number.to);
  if (!/^[.)\-:]$/.test(sign) || !startsLine(reading, number.from) || !touches(tokens, number.to)) return false;
  return number.value < 100 && tokens[number.to + 1] !== undefined && !startsLine(reading, number.to + 1);
}

function isLabelled(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  let at = number.from - 1;
  const sign = wordAt(reading, at);
  if (sign === "#") return true;
  if (sign === "." || sign === ":" || sign === "°") at--;
  const word = wordAt(reading, at);
  if (!labels.has(word)) return false;
  // "no 2" after a comma is a refusal, "no eran 2" has a verb; "option 2" stays a label.
  if (word === "no" && labels.has(wordAt(reading, at - 1))) return true;
  if (word === "no" || word === "v" || word === "n")
    return at !== number.from - 1 && sign !== ":" ? true : word !== "no";
  if (
    (word === "unidad" || word === "pedido" || word === "orden" || word === "order" || word === "cliente") &&
    sign === ":"
  )
    return !isCounting(reading);
  return tokens[at]?.kind === "word" && !(word === "order" && isCounting(reading));
}

/** A noun follows that the number counts: "order 2 pizzas". */
function isCounting(reading: AmountReading): boolean {
  const next = reading.tokens[reading.number.to];
  return next?.kind === "word" && next.text.length > 3;
}

function isYear(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  const digits = tokens[number.from]?.text ?? "";
  if (number.to !== number.from + 1 || !/^(19[5-9]|20[0-4])\d$/.test(digits)) return false;
  const [next = ""] = wordsAfter(reading, number.to, 1);
  return !(tokens[number.to]?.kind === "word" && /s$/.test(next));
}

/** 3x4, 2 x 1, 5 en 1, 3-in-1, 10/10. */
function isDimension(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  const next = wordAt(reading, number.to);
  const before = wordAt(reading, number.from - 1);
  const [beforeThat, afterNext] = [tokens[number.from - 2], tokens[number.to + 1]];
  if (isTimes(next) && afterNext?.kind === "digits") return true;
  const isCounted = beforeThat?.kind === "digits" || (beforeThat?.kind === "word" && touches(tokens, number.from - 1));
  if (isTimes(before) && isCounted) return true;
  if (isIn(next) && afterNext?.text === "1") return true;
  return number.value === 1 && isIn(before) && beforeThat?.kind === "digits";
}

function isTimes(word: string): boolean {
  return word === "x" || word === "*" || word === "×";
}

function isIn(word: string): boolean {
  return word === "en" || word === "in";
}

function isTechnical(reading: AmountReading): boolean {
  const { number, tokens } = reading;
  const next = tokens[number.to];
  return next?.kind === "word" && technical.has(next.text) && !startsLine(reading, number.to);
}

/** "a 6" of sizes, "al 100", "7 up". */
function isPhrase(reading: AmountReading): boolean {
  const { number } = reading;
  const before = wordAt(reading, number.from - 1);
  const next = wordAt(reading, number.to);
  if (before === "al" && number.value === 100) return true;
  if (before === "a" && reading.context.language === "en" && reading.tokens[number.to]?.kind !== "word") return true;
  if (/^(model|modelo|series|serie|version|edition)$/.test(next)) return true;
  return next === "up" && number.value === 7;
}

const wear =
  /^(?:sandalias?|zapat\w{1,6}|tenis|botas?|botines|tacones|zapatillas|deportivas|mocasines|chanclas|guaraches|huaraches|alpargatas|ojotas|crocs|pantal\w{2,5}|jeans?|vaqueros|faldas?|pollera|vestidos?|camisas?|camisetas?|playeras?|remeras?|blusas?|chamarras?|camperas?|chaquetas?|abrigos?|shorts|bermudas|brasier|sosten|corpino|calzado|shoes?|boots?|sneakers?|trainers|heels|sandals?|chappals?|juttis?|kurtas?|kurtis?|trousers|pants|skirts?|dress|dresses|shirts?|jackets?|blazers?|bras?|loafers|flats|slippers|uniformes?|uniforms?)$/;

/** "las sandalias en 37", "these boots in a 9": a size, since nothing is counted. */
function isSizeOfWear(reading: AmountReading): boolean {
  const { number } = reading;
  const link = wordAt(reading, number.from - 1);
  if (number.value > 60 || !countsNothing(reading, number.to) || !/^(?:en|del|in|a|an|el|la|the)$/.test(link))
    return false;
  const inner = /^(?:en|del|in)$/.test(link) || /^(?:en|in)$/.test(wordAt(reading, number.from - 2));
  return inner && wordsBefore(reading, number.from, 6).some((word) => wear.test(word));
}

/** "el código que me llegó es 739201", "the otp I got is 4821", "flight AI 504". */
function isSaidCode(reading: AmountReading): boolean {
  const { number } = reading;
  const digits = wordAt(reading, number.from);
  const words = wordsBefore(reading, number.from, 8);
  if (/^[a-z]{1,2}$/.test(words[0] ?? "") && /^(?:flight|vuelo|train|tren)$/.test(words[1] ?? "")) return true;
  if (digits.length < 4 || number.to !== number.from + 1 || !countsNothing(reading, number.to)) return false;
  return (
    /^(?:es|is|was|fue|era|dice|says)$/.test(words[0] ?? "") &&
    words.slice(1).some((word) => /^(?:codigo|code|otp|pin|clave|token|passcode)$/.test(word))
  );
}

/** "two-tone", "dos tercios", "cero problema", "sos un diez". */
function isAdjective(reading: AmountReading, last: string): boolean {
  const { number } = reading;
  const next = wordAt(reading, number.to);
  if (isCompound(reading) || /^(?:tercios?|quintos?)$/.test(next)) return true;
  if (last === "cero" || last === "zero") return /^(?:problemas?|drama|waste|stress|issues|estres)$/.test(next);
  return last === "diez" && wordAt(reading, number.from - 1) === "un" && countsNothing(reading, number.to);
}

/** "two-tone", "three-tier": the number is part of an adjective. */
function isCompound({ number, tokens }: AmountReading): boolean {
  return (
    tokens[number.to]?.text === "-" &&
    touches(tokens, number.to) &&
    tokens[number.to + 1]?.kind === "word" &&
    touches(tokens, number.to + 1)
  );
}

function isIdiom(reading: AmountReading): boolean {
  const { number, tokens, context } = reading;
  const last = wordAt(reading, number.to - 1);
  const [next, second] = [wordAt(reading, number.to), wordAt(reading, number.to + 1)];
  if (context.style?.amounts === undefined && isAdjective(reading, last)) return true;
  if (
    last === "once" &&
    (idiomsAfter.once?.test(next) || wordAt(reading, number.from - 1) === "at" || context.language === "en")
  )
    return true;
  if (last === "millon" && (next === "gracias" || (next === "de" && second === "gracias"))) return true;
  if ((last === "million" || last === "thousand") && (next === "thanks" || second === "thanks")) return true;
  if (last === "million" && /^thanks?$/.test(wordAt(reading, number.from - 1))) return true;
  if (last === "mil" && number.to === number.from + 1 && idiomsAfter.mil?.test(next)) return true;
  if (last === "ten" && (/^(paciencia|cuidado|en|por|piedad)$/.test(next) || wordAt(reading, number.to) === ""))
    return number.to - number.from === 1 && context.language === "es" && next !== "";
  if (last === "mil" && wordAt(reading, number.from - 1) === "a" && tokens[number.to]?.kind !== "word") return true;
  if (last === "cien" && wordAt(reading, number.from - 1) === "al") return true;
  // "high five", "cuatro por cuatro", "tres en uno"
  if (wordAt(reading, number.from - 1) === "high" || (next === "en" && second === "uno")) return true;
  return (last === "tres" && next === "leches") || (last === "cero" && next === "drama");
}
