import type { Candidate } from "../recognizer.ts";
import { type AmountReading, startsLine, touches, wordAt } from "./amount-reading.ts";
import { isHotOrdinal } from "./degrees.ts";
import { numberWords } from "./number-lexicon.ts";
import { ordinalSuffixes, ordinalWords } from "./ordinal-lexicon.ts";

type Place = Pick<AmountReading, "text" | "tokens">;

const floors = new Set(
  "standard std grader primaria secundaria eso bachillerato sem semester gear degree pass base piso planta floor dcha izq izda derecha izquierda puerta st street ave avenue av avenida calle nivel dpto depto apto esq grade cross main".split(
    " ",
  ),
);
const timeWords = new Set(
  "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** "2nd", "5ª", "3er"; floors and days of a month are none. */
export function ordinalOfDigits(place: Place, at: number): Candidate | undefined {
  const { tokens } = place;
  const digits = tokens[at];
  const suffix = tokens[at + 1];
  if (digits === undefined || digits.text.length > 4 || suffix === undefined || !touches(tokens, at + 1))
    return undefined;
  const isSign =
    suffix.text === "°" && /^(vez|lugar|puesto|pedido|intento|ano|cuota|pago|turno)$/.test(wordAt(place, at + 2));
  if (!isSign && !ordinalSuffixes.has(suffix.text)) return undefined;
  if (!isSign && !fitsSuffix(place, at)) return undefined;
  // "39º" of a fever, "3º B" of a door.
  if (suffix.text === "o" && isDegreeOrDoor(place, at)) return undefined;
  const next = wordAt(place, at + 2);
  const after = wordAt(place, at + 3);
  if (floors.has(next) || timeWords.has(next) || ((next === "de" || next === "of") && timeWords.has(after)))
    return undefined;
  if (touches(tokens, at + 2) && tokens[at + 2]?.kind !== "sign") return undefined;
  if (touches(tokens, at) && !/["'(¿¡,]/.test(wordAt(place, at - 1))) return undefined;
  // "on the 12th", "till the 9th" are days.
  const isDay =
    /^(?:on|by|till|until|before|after|since)$/.test(wordAt(place, at - 1)) ||
    (wordAt(place, at - 1) === "the" &&
      /^(on|by|till|until|from|to|for|before|after|since|of|between)$/.test(wordAt(place, at - 2)));
  if (
    isDay &&
    Number(digits.text) < 32 &&
    (tokens[at + 2]?.kind !== "word" ||
      /^(at|and|or|to|please|pls|if|is|for|around|by|instead|in|of|from|till|until)$/.test(next))
  )
    return undefined;
  return candidate(place, at, { to: at + 2, value: Number(digits.text) });
}

function isDegreeOrDoor({ text, tokens }: Place, at: number): boolean {
  const sign = tokens[at + 1];
  const next = tokens[at + 2];
  if (sign === undefined || text.original.charAt(text.originalIndex(sign.start)) !== "º") return false;
  if (next?.kind === "word" && /^[a-h]$/.test(next.text))
    return text.original.charAt(text.originalIndex(next.start)) === next.text.toUpperCase();
  return isHotOrdinal(Number(tokens[at]?.text)) && next?.kind !== "word";
}

/** The letters as typed: 1a and 2o are ordinals only with ª and º, or as the usual letters of that number. */
function fitsSuffix({ text, tokens }: Place, at: number): boolean {
  const suffix = tokens[at + 1];
  const value = Number(tokens[at]?.text.slice(-1));
  if (suffix === undefined) return false;
  const typed = text.original.charAt(text.originalIndex(suffix.start));
  if (suffix.text === "a" || suffix.text === "o")
    return (
      typed === "ª" ||
      typed === "º" ||
      (typed === suffix.text &&
        /^(vez|cuota|parte|edicion|opcion|visita|clase|cita|vuelta|sesion|dosis|entrega|generacion)$/.test(
          tokens[at + 2]?.text ?? "",
        ))
    );
  if (suffix.text === "no" || suffix.text === "na") return value === 9 || value === 0;
  if (suffix.text === "to" || suffix.text === "ta") return value >= 4;
  if (suffix.text === "ma") return Number(tokens[at]?.text) >= 7;
  return true;
}

/** Phrases around an ordinal word that say it is no position. */
const fixedBefore = /^(un|una|a|one|este|ese|unos|unas|each|per|every|half|por|at|dame|espera|sec)$/;
const fixedAfter: Readonly<Record<string, RegExp>> = {
  primer: /^(nombre|mundo|grado|plano)$/,
  primero: /^(que)$/,
  primera: /^(comunion|hora|linea|plana|mano|necesidad|dama|calidad|clase)$/,
  primeros: /^(auxilios)$/,
  segunda: /^(mano)$/,
  tercera: /^(edad)$/,
  first: /^(come|thing|things|name|aid|class|gear|base|of|off|communion|hand|served|serve|and|i|we|let|floor)$/,
  segundo: /^(plano|nombre)$/,
  tercer: /^(mundo|tiempo)$/,
  second: /^(hand|to|thoughts|thought|nature|guess|floor|please|pls|cousin)$/,
  third: /^(degree|party|world|floor|of|parties)$/,
  fourth: /^(of|floor)$/,
  cuarta: /^(parte)$/,
  quinta: /^(con|en|para|grande|avenida|esencia)$/,
  fifth: /^(avenue|ave|floor|of)$/,
};

/** "tercera vez", "the second one", "vigésimo primero". */
export function ordinalOfWords(place: Place, at: number): Candidate | undefined {
  const { tokens } = place;
  const word = wordAt(place, at);
  const value = ordinalWords.get(word);
  if (value === undefined) return undefined;
  const [before, next] = [wordAt(place, at - 1), wordAt(place, at + 1)];
  const prefix = tensBefore(place, at);
  if (prefix !== undefined && value < 10)
    return candidate(place, prefix.from, { to: at + 1, value: prefix.value + value });
  if (
    fixedBefore.test(before) &&
    value < 6 &&
    !/^(vez|time|pedido|order|opcion)$/.test(next) &&
    /^(segund|second|cuart|third|fourth|fifth|quint|first|sext)/.test(word)
  )
    return undefined;
  if (fixedAfter[word]?.test(next) || (before === "en" && next === "lugar")) return undefined;
  if (timeWords.has(next) || ((next === "de" || next === "of") && timeWords.has(wordAt(place, at + 2))))
    return undefined;
  if (floors.has(next) || (next === "-" && touches(tokens, at + 1))) return undefined;
  if (isUnitOfTime(place, at) || isAdverb(place, at) || isRoom(place, at)) return undefined;
  if (
    (word === "primera" || word === "segunda") &&
    before === "de" &&
    wordAt(place, at - 2) !== "la" &&
    tokens[at + 1]?.kind !== "word"
  )
    return undefined;
  if (word === "second" && next === "hand") return undefined;
  // The nine days of prayer before Christmas.
  if (word === "novena" && !isCountedSeries(place, at + 1)) return undefined;
  const to = unitsAfter(place, at, value);
  return candidate(place, at, to);
}

function isCountedSeries({ tokens }: Place, at: number): boolean {
  const next = tokens[at];
  return (
    next?.kind === "word" &&
    !/^(?:de|del|en|y|a|al|para|pa|con|es|son|que|el|la|por|este|esta|navidena|hoy)$/.test(next.text)
  );
}

/** The cardinal goes on as an ordinal: "two hundred and fifth", "three thousandth", "dos mil quinientos milésimo tercero". */
export function ordinalTail(place: Place, number: { value: number; from: number; to: number }): Candidate | undefined {
  const { tokens } = place;
  const link = wordAt(place, number.to);
  const at = link === "-" || (link === "and" && number.value >= 100) ? number.to + 1 : number.to;
  const word = wordAt(place, at);
  const value = ordinalWords.get(word) ?? greatOrdinals.get(word);
  if (value === undefined || number.value < 20 || isUnitOfTimeWord(word)) return undefined;
  if (value >= 1000 && tokens[at] !== undefined) {
    const tail = value === 1000 ? unitsAfter(place, at, value) : { to: at + 1, value };
    const below = number.value % (value * 1000);
    return candidate(place, number.from, {
      to: tail.to,
      value: number.value - below + below * value + tail.value - value,
    });
  }
  // Fifths and thirds are parts; "twenty fifth" is a place.
  if (number.value % (value < 10 ? 10 : 100) !== 0) return undefined;
  return candidate(place, number.from, {
    to: at + 1,
    value: value === 100 && number.value < 100 ? number.value * 100 : number.value + value,
  });
}

const greatOrdinals: ReadonlyMap<string, number> = new Map([
  ["millionth", 1_000_000],
  ["millonesimo", 1_000_000],
  ["millonesima", 1_000_000],
  ["billionth", 1_000_000_000],
  ["trillionth", 1_000_000_000_000],
  ["billonesimo", 1_000_000_000_000],
  ["billonesima", 1_000_000_000_000],
]);

function isUnitOfTimeWord(word: string): boolean {
  return word === "segundo" || word === "segundos" || word.startsWith("cuarto");
}

function tensBefore(place: Place, at: number): { from: number; value: number } | undefined {
  const dash = wordAt(place, at - 1) === "-" ? at - 2 : at - 1;
  const tens = numberWords.get(wordAt(place, dash));
  return tens?.kind === "ten" && tens.value > 10 && !/[oa]s?$/.test(wordAt(place, at))
    ? { from: dash, value: tens.value }
    : undefined;
}

/** "vigésimo quinto", "centésimo vigésimo quinto": falling sizes. */
function unitsAfter(place: Place, at: number, first: number): { to: number; value: number } {
  let value = first;
  let last = first;
  let to = at + 1;
  while (to - at < 4) {
    const more = ordinalWords.get(wordAt(place, to));
    if (more === undefined || last < 10 || more >= last || (last < 100 && more > 9) || !/[oa]$/.test(wordAt(place, to)))
      break;
    value += more;
    last = more;
    to++;
  }
  return { to, value };
}

/** "30 segundos", "cinco segundos", "tres cuartos": a number before, so it is a unit. */
function isUnitOfTime({ tokens }: Place, at: number): boolean {
  const word = tokens[at]?.text ?? "";
  const before = tokens[at - 1];
  const isUnit = /^(segundo|second|cuarto|third)/.test(word);
  if (word === "segundos" || word === "cuartos" || word === "seconds") return before !== undefined;
  return isUnit && (before?.kind === "digits" || numberWords.has(before?.text ?? ""));
}

/** "Primero, quiero saber", "first, do you": a way to begin. */
function isAdverb(place: Place, at: number): boolean {
  const word = wordAt(place, at);
  if (word !== "primero" && word !== "first" && word !== "segundo" && word !== "second") return false;
  const starts = at === 0 || startsLine(place, at) || /^[.!?;,]$/.test(wordAt(place, at - 1));
  const next = wordAt(place, at + 1);
  if (next === "," || next === ":") return starts;
  if (word === "primero" && starts)
    return place.tokens[at + 1]?.kind === "word" && next !== "que" && next !== "de" && next !== "y";
  return (word === "first" || word === "primero") && next !== "" && /^(que|before|if|antes)$/.test(next) && starts;
}

/** "cuarto" is a room or a quarter unless something says fourth. */
function isRoom(place: Place, at: number): boolean {
  const word = wordAt(place, at);
  if (word !== "cuarto" && word !== "cuartos") return false;
  if (place.tokens.length === 1) return false;
  return !/^(pedido|intento|mensaje|lugar|piso|puesto|mes|ano|dia|reclamo|cliente|viaje|turno|pago|aviso)$/.test(
    wordAt(place, at + 1),
  );
}

function candidate({ tokens }: Place, from: number, { to, value }: { to: number; value: number }): Candidate {
  const start = tokens[from]?.start ?? 0;
  return { type: "ordinal", start, end: tokens[to - 1]?.end ?? start, value, confidence: 0.92, source: "grammar" };
}
