import { wordSet } from "../identifiers/word-set.ts";
import type { Text, Token } from "../text.ts";
import { endOfAddress } from "./address-parts.ts";
import { capitalsFrom, gapBefore, isCapital, isNeverName, isNeverNamed } from "./name-words.ts";
import { isPlace } from "./place-names.ts";

/** Offsets of `Text.folded`. */
export type AddressFound = { start: number; end: number; confidence: number };

/** Spanish words for a street, which come first. */
export const streetWords =
  wordSet(`calle cl cll clle av avda avd avenida cra crra carrera cr kr kra krr carr diagonal diag dg transversal transv tv tr
  blvd bulevar boulevard blv calzada calz paseo pso plaza plz pza plazoleta ronda rda camino cno carretera ctra autopista ruta pasaje pje psje
  privada priv cerrada cda andador circuito cto prolongacion prol eje travesia trav urbanizacion urb poligono glorieta rambla rbla via callejon
  c p bv bvar bvd boul cjon callejuela pdte costanera alameda malecon calleja cuesta peatonal bajada`);
/** Of these only with a capitalised name: they are words as well. */
const loose = wordSet(
  "plaza via ruta camino pasaje eje paseo c p cr tr cda privada cerrada circuito cuesta alameda costanera urb peatonal bajada carr priv",
);
/** English ones, which come last. */
export const streetEnds =
  wordSet(`st street ave avenue rd road blvd boulevard ln lane dr drive ct court pl place way terrace ter terr close crescent
  cres gardens gdns grove square sq hwy highway pkwy parkway cottages cottage mews row hill walk rise view circle cir trail trl broadway quay
  wharf marg chowk gali cross main parade arcade yard`);

const number =
  "(?:n[º°o]?\\.? ?|num\\.? ?|nro\\.? ?|numero |# ?|no\\.? ?)?\\d{1,5}(?:-\\d{1,4})?(?: ?bis)?(?:[a-h](?![a-z]))?(?!\\d)";
const afterName = new RegExp(`^,? ?${number}(?![.,]\\d| ?(?:a las|pesos|am|pm|hs|kg|%))`);
/** "43 # 18 sur - 25", "19 con 104", "9a bis # 61-08". */
const grid =
  /^\.? ?\d{1,3}(?: ?[a-h](?![a-z]))?(?: ?bis)?(?: ?[a-h](?![a-z]))?(?: (?:sur|norte|este|oeste|nte|ote|pte))?(?:,? ?(?:#|no\.?|n[º°o]\.?|num\.?|con|-) ?(?:(?:calle|cl|cll|cra|carrera|kr|av) )?\d{1,3}(?: ?[a-h](?![a-z]))?(?: ?bis)?(?: (?:sur|norte|este|oeste))?(?: ?[-–] ?\d{1,3}(?: (?:sur|norte|este|oeste))?)?)?(?!\d)/;

/** An address in the Spanish order that begins with the street word at token `at`. */
export function spanishAddress(text: Text, at: number, region: string): AddressFound | undefined {
  const word = text.tokens[at];
  if (word === undefined || !streetWords.has(word.text)) return undefined;
  const slashed = text.folded[word.end] === "/";
  if (
    word.text.length === 1 &&
    !slashed &&
    !(word.text === "c" && text.folded[word.end] === "." && text.folded[word.end + 1] === " ")
  )
    return undefined;
  if (word.text === "p" && !slashed) return undefined;
  let next = at + 1;
  while (next < at + 3 && /^[./º°]$/.test(text.tokens[next]?.text ?? "")) next++;
  const start = word.start;
  const first = text.tokens[next];
  if (first === undefined || first.start - (text.tokens[next - 1]?.end ?? 0) > 1) return undefined;
  if (first.kind === "digits" && !/^\d{1,2} de [a-z]/.test(text.folded.slice(first.start, first.start + 8))) {
    const kilometre = /^\d{1,4},? km\.? ?\d{1,4}(?:[.,]\d)?(?!\d)/.exec(
      text.folded.slice(first.start, first.start + 20),
    )?.[0];
    if (kilometre !== undefined && /^(?:ruta|carretera|ctra|autopista|via|panamericana)$/.test(word.text))
      return { start, end: endOfAddress(text, first.start + kilometre.length), confidence: 0.93 };
    if (loose.has(word.text) && !/^(?:cr|tr)$/.test(word.text)) return undefined;
    const rest = grid.exec(text.folded.slice(first.start, first.start + 60));
    if (rest === null) return undefined;
    const end = endOfAddress(text, first.start + rest[0].trimEnd().length);
    // "calle 50" of Panama or "carrera 7" is a place; "cl 2" may be two centilitres.
    const enough = rest[0].length > first.text.length + 2 || word.text.length > 3 || region === "CO";
    return enough ? { start, end, confidence: 0.92 } : undefined;
  }
  const named = nameEnd(text, next, loose.has(word.text));
  if (named === undefined) return undefined;
  const house = afterName.exec(text.folded.slice(named.end, named.end + 24))?.[0] ?? "";
  if (!named.capital && house === "") return undefined;
  const end = endOfAddress(text, endOfCorner(text, named.end + house.trimEnd().length));
  return { start, end, confidence: house === "" && end === named.end ? 0.85 : 0.93 };
}

const corner =
  /^ (?:con|y|esquina|esq\.?|entre) (?:(?:calle|cl|cll|cra|carrera|kr|av|avenida|avda|blvd|diagonal)\.? )?(?:\d{1,3}[a-h]?(?![\d%]| ?(?:mil|pesos|kg|de))|[a-z]{3,20}(?: [a-z]{3,20})?)/;

/** "Av. Boyacá con calle 80", "Juárez y Morelos": takes in the crossing street if it is a number or has a capital. */
function endOfCorner(text: Text, end: number): number {
  const crossing = corner.exec(text.folded.slice(end, end + 50))?.[0];
  if (crossing === undefined) return end;
  const words = crossing.trimStart().split(" ");
  const last = words.at(-1) ?? "";
  if (/^\d/.test(last)) return end + crossing.length;
  let to = end;
  for (let at = end; at < end + crossing.length; ) {
    const next = crossing.indexOf(" ", at - end + 1);
    const wordEnd = next === -1 ? end + crossing.length : end + next;
    const letter = text.original[text.originalIndex(at + 1)] ?? "";
    if (letter !== letter.toLowerCase() && !isNeverName(text.folded.slice(at + 1, wordEnd))) to = wordEnd;
    else if (to > end) break;
    at = wordEnd;
  }
  return to;
}

/** The end of a street's name: capitalised words, or up to four words before a number. */
function nameEnd(text: Text, at: number, needsCapital: boolean): { end: number; capital: boolean } | undefined {
  let from = at;
  // "Avda. de los Olmos"
  while (from < at + 3 && /^(?:de|del|la|las|los|el|don|dr|doctor|general|gral)$/.test(text.tokens[from]?.text ?? ""))
    from++;
  // "Calle 5 de Mayo"
  if (text.tokens[from]?.kind === "digits") {
    const month = text.tokens[from + 2];
    return month?.kind === "word" ? { end: month.end, capital: true } : undefined;
  }
  const first = text.tokens[from];
  if (first?.kind === "word" && isCapital(text, first)) {
    const to = Math.max(capitalsFrom(text, from, 5), from + 1);
    return { end: text.tokens[to - 1]?.end ?? first.end, capital: true };
  }
  if (needsCapital) return undefined;
  for (let index = at; index < at + 5; index++) {
    const token = text.tokens[index];
    if (token === undefined || (index > at && !/^ ?$/.test(gapBefore(text, index)))) return undefined;
    if (token.kind === "digits") {
      const before = text.tokens[index - 1];
      return index > at && before !== undefined && token.text.length <= 5
        ? { end: before.end, capital: false }
        : undefined;
    }
    if (token.kind !== "word") return undefined;
    if (
      isNeverNamed(token) &&
      !/^(?:de|del|la|las|los|el|y|mayo|julio|septiembre|febrero|noviembre|reyes)$/.test(token.text)
    )
      return undefined;
  }
  return undefined;
}

/** An address in the English order whose street word is token `at`: "31 Birch Terrace, Albany". */
export function englishAddress(text: Text, at: number): AddressFound | undefined {
  const word = text.tokens[at];
  if (word === undefined || !streetEnds.has(word.text)) return undefined;
  let from = at;
  const mostBack = 5;
  while (from > 0 && at - from < mostBack && /^(?: |\. )$/.test(gapBefore(text, from))) {
    const before = text.tokens[from - 1];
    if (before === undefined || before.kind !== "word") break;
    const direction = /^(?:n|s|e|w|ne|nw|se|sw|st|nd|rd|th)$/.test(before.text);
    if (!direction && isNeverNamed(before) && !isCapital(text, before)) break;
    from--;
  }
  const house = text.tokens[from - 1];
  const ordinal = /^(?:st|nd|rd|th)$/.test(text.tokens[from]?.text ?? "") && house?.end === text.tokens[from]?.start;
  const lettered = /^[a-d]$/.test(house?.text ?? "") && gapBefore(text, from - 1) === "";
  const houseAt = ordinal || lettered ? from - 2 : from - 1;
  const numbered = text.tokens[houseAt];
  if (
    at > from &&
    numbered?.kind === "digits" &&
    numbered.text.length <= 5 &&
    /^[a-z]? ?$/.test(text.folded.slice(numbered.end, text.tokens[houseAt + 1]?.start))
  ) {
    return { start: startOfHouse(text, houseAt), end: endOfAddress(text, word.end), confidence: 0.92 };
  }
  // A street without a number: "Orchard Arcade", "5th Ave".
  const start = ordinal ? (house?.start ?? 0) : firstCapital(text, from, at);
  if (
    start === undefined ||
    !isCapital(text, word) ||
    /^(?:main|cross|hill|view|way|place|court|row|close|rise|walk|dr|st)$/.test(word.text)
  )
    return undefined;
  const end = endOfAddress(text, word.end);
  return { start, end, confidence: 0.8 };
}

function firstCapital(text: Text, from: number, to: number): number | undefined {
  for (let index = to - 1; index >= from; index--) {
    const token = text.tokens[index];
    if (token === undefined || !isCapital(text, token) || isNeverNamed(token))
      return index === to - 1 ? undefined : text.tokens[index + 1]?.start;
  }
  return from < to ? text.tokens[from]?.start : undefined;
}

/** Takes in what stands before the house number: "Flat 3, ", "12-". */
function startOfHouse(text: Text, at: number): number {
  const start = text.tokens[at]?.start ?? 0;
  const before = text.folded.slice(Math.max(0, start - 24), start);
  const flat =
    /(?:^|[^a-z])((?:flat|apt|apartment|unit|suite|room|shop|house|plot)\.? (?:no\.? )?[a-z]?-?\d{1,4}[a-z]?,? |\d{1,4}[-/])$/.exec(
      before,
    )?.[1];
  return start - (flat?.length ?? 0);
}

const doorWords = wordSet(
  "flat apt apartment unit house plot shop door office villa tower block bungalow room sector phase stall wing",
);
const doors =
  /^(?:flat|apt|apartment|unit|house|plot|shop|door|office|villa|tower|block|bungalow|room|sector|phase|stall|wing|h|d)\.?(?: ?no\.?)? ?[:#-]? ?[a-z]?-?\d{1,5}(?:[/-]?[a-z\d]{1,4})?,? /;
const boxes = /^p\.?o\.? ?box \d{1,6},? /;
const codes = /^[a-z]{1,2}-?\d{1,4}(?:\/\d{1,4})?, /;

/** Whether an address may begin at a word, or end there, whatever else stands in the text. */
export function isAddressWord(word: string): boolean {
  return streetWords.has(word) || streetEnds.has(word) || doorWords.has(word) || /^(?:h|d|p|po)$/.test(word);
}

/** "C-17", "B2": one or two letters with a hyphen or digits right behind them. */
export function beginsCode({ folded }: Text, { text: word, end }: Token): boolean {
  return word.length <= 2 && /[-\d]/.test(folded.charAt(end));
}

/** "Flat 210, Rose Residency, Aundh, Pune 411007", "C-17, Sector 62, Noida": begins at token `at`. */
export function flatAddress(text: Text, at: number): AddressFound | undefined {
  const first = text.tokens[at];
  if (first?.kind !== "word" || !(first.text.length <= 2 || doorWords.has(first.text))) return undefined;
  const { start } = first;
  if (/[\p{L}\p{Nd}#]/u.test(text.folded[start - 1] ?? " ")) return undefined;
  const rest = text.folded.slice(start, start + 40);
  const code = codes.exec(rest)?.[0];
  const head = doors.exec(rest)?.[0] ?? boxes.exec(rest)?.[0] ?? code;
  if (head === undefined) return undefined;
  const core = start + head.replace(/[, ]+$/, "").length;
  const end = endOfAddress(text, core);
  if (end === core || (code !== undefined && text.folded.slice(core, end).split(",").length < 3)) return undefined;
  return { start, end, confidence: 0.9 };
}

const leads =
  /(?:^|[^a-z])(?:en|a|sobre|obra de|domicilio|direccion|direccion:|vivo en|por|desde|at|es|domicilio:|entregar en|envio a)? ?$/;
const tails =
  /^,? ?(?:piso|depto|dpto|dto|timbre|local|of\.|casa|\d{1,2} ?[º°]|\d{1,2}(?:ro|do|er|to|mo|vo|no) |e\/|entre |esq|cp |c\.p\.|int\.? |col\.? |planta|pb(?![a-z])|- [a-z])/;

/** A street without a word for it: "Salguero 1190 4°B", "vivo en Sarmiento 720". Token `at` is its first capitalised word. */
export function bareAddress(text: Text, at: number, region: string): AddressFound | undefined {
  if (!/^(?:AR|UY|CL|PY|MX|PE|BO|EC|CO|ES)$/.test(region)) return undefined;
  const first = text.tokens[at];
  const to = capitalsFrom(text, at, 4);
  const house = text.tokens[to];
  if (first === undefined || to === at || house?.kind !== "digits" || gapBefore(text, to) !== " ") return undefined;
  if (
    !/^\d{2,5}$/.test(house.text) ||
    /^[.,:/-]\d|^ ?(?:%|hs|pm|am|kg|g\b|ml|l\b|cm|pulgadas)/.test(text.folded.slice(house.end, house.end + 10))
  )
    return undefined;
  const followed = tails.test(text.folded.slice(house.end, house.end + 12));
  const line = gapBefore(text, at).includes("\n") && at > 0;
  const before = text.folded.slice(Math.max(0, first.start - 14), first.start);
  const led =
    /(?:^|[^a-z])(?:en|a|sobre|por|desde|domicilio:?|direccion:?|dir:?|obra de|es|queda en) $/.test(before) &&
    leads.test(before);
  const end = endOfAddress(text, house.end);
  // "San Martín 340, Tigre" needs no other word.
  const town =
    text.folded
      .slice(house.end, end)
      .replace(/^[, ]+/, "")
      .split(",")[0] ?? "";
  if (!followed && !line && !led && !isPlace(town)) return undefined;
  if (!followed && house.text.length === 2 && !led && !isPlace(town)) return undefined;
  return { start: first.start, end, confidence: followed ? 0.93 : 0.85 };
}
