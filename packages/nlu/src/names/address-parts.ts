import type { Text } from "../text.ts";
import { isNeverName } from "./name-words.ts";
import { doubtfulPlaces, isPlace, longestPlaceFrom } from "./place-names.ts";

const ukPostcode = "[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}";
const name = "[a-z0-9][a-z0-9'.-]{0,20}";
/** Parts of an address that say by themselves what they are. */
const keyed = [
  // The door: floor, flat, tower.
  "(?:piso|planta|pl|depto|dpto|dept|dto|apto|apt|aptm?o|apartamento|departamento|apartment|unit|suite|ste|of|ofic?|oficina|office|local|loc|int|interior|ext|exterior|torre|tower|edif?|" +
    "bloque|bloq|blq|block|casa|portal|puerta|pta|escalera|esc|manzana|mza?|lote|lt|etapa|room|flat|wing|floor|interno|timbre|nave|shop|stall|km)\\.? ?(?:no\\.? ?|n[º°o]?\\.? ?|# ?)?(?:\\d{1,5}(?:-?[a-z])?(?:-\\d{1,4})?|(?<=[ .#])[a-z])(?![a-z])",
  "\\d{1,2}(?:st|nd|rd|th|er|ro|do|to|mo|vo) (?:floor|piso|planta|cross|main|block|stage|phase|street|[a-h](?![a-z]))",
  "(?:ground|first|second|third|fourth|fifth|top) floor|planta baja|primer piso|segundo piso|tercer piso",
  "(?:pb|\\d{1,2}[º°ª]) ?[\"“”'][a-h\\d]{1,2}[\"“”']",
  "\\d{1,2}[º°ªo] ?(?:dcha|derecha|dch|der|izda|izquierda|izq|izqda|ctro|centro|[a-h])?\\.?(?![a-z])",
  "\\d{1,2} ?(?:dcha|izda|izq|[a-h])(?![a-z])",
  "(?:bajos?|pb|principal|entresuelo|atico|dcha|izda|izq)(?: [a-d])?(?![a-z])",
  "# ?\\d{1,5}[a-z]?(?: ?- ?\\d{1,4})?(?![\\d])",
  "(?:no|num|nro|n[º°])\\.? ?\\d{1,5}(?!\\d)",
  // Between which streets.
  `(?:e/|entre) ?${name}(?: ${name}){0,2} y ${name}(?: \\d{1,5}| [a-z'.-]{4,20}(?=\\n|,|$))?`,
  `(?:esq\\.?|esquina)(?: con)? ${name}`,
  // The area.
  `(?:col|colonia|barrio|b[º°]|bo|fracc|fraccionamiento|urb|urbanizacion|residencial|conjunto|unidad|secc?|seccion|comuna|localidad|vereda|mpio|municipio|del|delegacion|alcaldia|pol|poligono|cdad|conj)\\.? ${name}(?: (?:de |del |la |las |los |el ){0,2}${name}){0,2}`,
  "(?:sector|sec|phase|zona|zone|stage)[ -]?\\d{1,3}[a-z]?(?![a-z])",
  // Postcodes.
  "(?:c\\.?p\\.?:?|codigo postal|cod\\.? postal|pin(?: ?code)?:?|zip:?)[ -]?\\d{4,6}(?!\\d)",
  `${ukPostcode}(?![a-z\\d])`,
  "\\(?[a-z]?\\d{4}[a-z]{0,3}\\)?(?= [a-z]|\\)|$|\\n|,)(?! ?(?:pesos|usd|eur|g|kg|ml|unidades|pcs))",
  "\\d{3} ?\\d{2,3}(?!\\d)(?! ?\\d)(?! ?(?:pesos|usd|eur|g|kg|ml|unidades|pcs))",
];
const keyedPart = new RegExp(`(?:${keyed.join("|")})`, "y");
const door = new RegExp(`(?:${keyed.slice(0, 9).join("|")})`, "y");
const zipAfterState = /,? [a-z]{2},? \d{5}(?:-\d{4})?(?!\d)|,? \d{5}(?:-\d{4})?(?!\d)/y;
const state =
  /,? (?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|nsw|vic|qld)(?![a-z])/y;

const mostParts = 12;

function sticky(pattern: RegExp, folded: string, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(folded);
  return match === null || match[0] === "" ? at : at + match[0].trimEnd().replace(/[.,]$/, "").length;
}

/** Where an address that has begun ends: takes in door, area, postcode, city and state after `end`, over commas and line ends. */
export function endOfAddress(text: Text, end: number): number {
  let last = end;
  for (let part = 0; part < mostParts; part++) {
    const next = nextPart(text, last);
    if (next === last) break;
    last = next;
  }
  return last;
}

function nextPart(text: Text, end: number): number {
  const { folded } = text;
  const gap = /^(?: ?,\s{0,2}| - |\.? ?\n| |\. (?=[a-z]))/.exec(folded.slice(end, end + 4))?.[0];
  if (gap === undefined) {
    // "2ºC" right behind the number.
    return sticky(door, folded, end);
  }
  const at = end + gap.length;
  const line = gap.includes("\n");
  const comma = gap.includes(",") || gap === " - ";
  if (!line && /[a-z]/.test(folded[at] ?? "") && capitalStarts(text, at)) {
    const withState = sticky(state, folded, end);
    if (withState > end && isUpper(text, withState - 1)) {
      const zip = sticky(zipAfterState, folded, withState);
      return zip;
    }
  }
  const byKey = sticky(keyedPart, folded, at);
  if (byKey > at && !(line && byKey - at < 4)) return byKey;
  if (gap === ". ") return placeAt(text, at, true) ?? end;
  const place = placeAt(text, at, !comma);
  if (place !== undefined) return longerPlace(text, at, place);
  if (line) return cityLine(text, at) ?? end;
  return comma || /\d\)?$/.test(folded.slice(end - 2, end)) ? (capitals(text, at) ?? end) : end;
}

const placeEnds =
  /(?: |^)(?:road|rd|street|st|lane|ln|avenue|ave|nagar|layout|residency|apartments?|society|enclave|colony|estate|park|gardens?|towers?|heights|main|cross|west|east|north|south|market|extension|extn|phase|vihar|puram|chowk|circle|square|drive|close|way)$/;

/** "Baner Road" where the gazetteer only has Baner. */
function longerPlace(text: Text, at: number, end: number): number {
  const full = capitals(text, at);
  return full !== undefined && full > end && placeEnds.test(text.folded.slice(end, full)) ? full : end;
}

/** "Tandil (7000)" on a line of its own. */
function cityLine(text: Text, at: number): number | undefined {
  const end = capitals(text, at);
  return end !== undefined && /^ ?\(?[a-z]?\d{4,6}\)?(?:\n|$)/.test(text.folded.slice(end, end + 12)) ? end : undefined;
}

/** The end of a place of the gazetteer at `at`. Behind a mere space it needs a capital. */
function placeAt(text: Text, at: number, needsCapital: boolean): number | undefined {
  const first = /^[a-z']+/.exec(text.folded.slice(at, at + 30))?.[0];
  if (first === undefined) return undefined;
  const words = /^[a-z'-]+(?: [a-z'-]+){0,4}/.exec(text.folded.slice(at, at + 60))?.[0].split(" ") ?? [];
  for (let count = Math.min(words.length, longestPlaceFrom(first)); count > 0; count--) {
    const phrase = words.slice(0, count).join(" ");
    if (!isPlace(phrase)) continue;
    const sure = phrase.length >= 5 && !doubtfulPlaces.has(phrase);
    return needsCapital && !sure && !capitalStarts(text, at) ? undefined : at + phrase.length;
  }
  return undefined;
}

const firstOfName = /^(?:the|el|la|los|las|san|santa|new|saint|north|south|east|west|green|rose|casa|house)$/;
/** Words that begin the next sentence rather than go on with a name. */
const noName =
  /^(?:gracias|thanks|please|pls|contact|tel|cel|hola|para|pago|phone|call|i|we|y|por|porfa|favor|es|is|a|mi|my)$/;
const mostWords = 4;

/** The end of capitalised words such as an area or a town nobody has listed. */
function capitals(text: Text, at: number): number | undefined {
  const { folded } = text;
  let end: number | undefined;
  let from = at;
  for (let count = 0; count < mostWords; count++) {
    const word = /^[a-z'.-]+/.exec(folded.slice(from, from + 30))?.[0];
    // "Didcot OX11 7LN"
    if (word === undefined || /\d/.test(folded[from + word.length] ?? " ")) break;
    const joins = /^(?:de|del|la|las|los|el|of|upon|y)$/.test(word) && end !== undefined;
    if (!joins) {
      const allowed = count === 0 ? firstOfName : noName;
      if (!capitalStarts(text, from)) break;
      if (count === 0 ? isNeverName(word) && !allowed.test(word) : allowed.test(word)) break;
      end = from + word.replace(/[.'-]+$/, "").length;
    }
    from += word.length;
    if (folded[from] !== " ") break;
    from++;
  }
  return end;
}

function capitalStarts(text: Text, at: number): boolean {
  return isUpper(text, at);
}

function isUpper(text: Text, at: number): boolean {
  const character = text.original[text.originalIndex(at)] ?? "";
  return character !== character.toLowerCase();
}
