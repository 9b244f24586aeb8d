import { wordSet } from "../identifiers/word-set.ts";
import type { Candidate, Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { wordMark } from "../word-marks.ts";
import {
  type AddressFound,
  bareAddress,
  beginsCode,
  englishAddress,
  flatAddress,
  isAddressWord,
  spanishAddress,
  streetWords,
} from "./address.ts";
import { endOfAddress } from "./address-parts.ts";
import { firstNameKind } from "./first-names.ts";
import { capitalsFrom, gapBefore, isCapital, isNeverNamed, isShouting, phraseOf } from "./name-words.ts";
import { orgHeads } from "./org-words.ts";
import { doubtfulPlaces, isPlace, longestPlaceFrom } from "./place-names.ts";

/** Addresses, areas, cities, stations, hotels and other places with a name. */
export const locationRecognizer: Recognizer = {
  name: "location",
  scan: (text, { region }, found) => {
    const shouting = isShouting(text);
    let covered = 0;
    let digits = false;
    for (let at = 0; at < text.tokens.length; at++) {
      const token = text.tokens[at];
      if (token === undefined || token.kind === "sign") continue;
      digits ||= token.kind === "digits";
      if (token.start < covered) continue;
      const place = placeAt(text, at, region, shouting);
      if (place === undefined) continue;
      found(location(text, place));
      covered = place.end;
    }
    if (digits) for (const match of text.folded.matchAll(postcode)) found(location(text, postcodeAt(match, region)));
  },
};

/** A British postcode alone is a place. */
const postcode = /(?<![a-z\d#-])[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}(?![a-z\d-])/g;

function postcodeAt(match: RegExpExecArray, region: string): AddressFound {
  return { start: match.index, end: match.index + match[0].length, confidence: region === "GB" ? 0.9 : 0.4 };
}

function location(text: Text, { start, end, confidence }: AddressFound): Candidate {
  const typed = text.original.slice(text.originalIndex(start), text.originalIndex(end));
  return {
    type: "location",
    start,
    end,
    value: typed.replace(/,?\s*\n\s*/g, ", "),
    confidence,
    source: "cue",
    rank: confidence >= 0.93 ? 4 : 2,
  };
}

function placeAt(text: Text, at: number, region: string, shouting: boolean): AddressFound | undefined {
  const token = text.tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "digits") return numbered(text, at, region);
  const capital = isCapital(text, token) && !shouting;
  if (!capital && (token.marks & beginsPlace) === 0 && !beginsCode(text, token)) return undefined;
  const flat = flatAddress(text, at);
  if (flat !== undefined) return flat;
  if (capital && orgHeads.has(token.text) && !heads.has(token.text) && !streetWords.has(token.text)) return undefined;
  return (
    spanishAddress(text, at, region) ??
    englishAddress(text, at) ??
    (capital ? bareAddress(text, at, region) : undefined) ??
    headed(text, at) ??
    ended(text, at, capital) ??
    listed(text, at, capital) ??
    (capital ? (cityAndState(text, at) ?? announced(text, at)) : undefined)
  );
}

const suffix =
  /^[a-d]? (?:[a-z0-9.'-]+ ){1,4}(?:st|street|ave|avenue|rd|road|blvd|boulevard|ln|lane|dr|drive|ct|court|pl|place|way|terrace|ter|close|crescent|gardens|grove|square|sq|hwy|highway|pkwy|parkway|cottages?|mews|row|hill|walk|rise|view|circle|cir|trail|broadway|quay|wharf|marg|parade|arcade|yard)(?![a-z])/;

/** "31 Birch Terrace", "la 72 con 11". */
function numbered(text: Text, at: number, region: string): AddressFound | undefined {
  const token = text.tokens[at];
  if (token === undefined) return undefined;
  const rest = text.folded.slice(token.end, token.end + 70);
  const street = suffix.exec(rest);
  if (street !== null && token.text.length <= 5) {
    const end = token.end + street[0].length;
    for (let index = at + 1; index < at + 8; index++) {
      if (text.tokens[index]?.end !== end) continue;
      const found = englishAddress(text, index);
      return found !== undefined && found.start <= token.start ? found : undefined;
    }
  }
  if (/^(?:st|nd|rd|th) floor, /.test(rest)) {
    const end = endOfAddress(text, token.end + rest.indexOf(","));
    if (text.folded.slice(token.end, end).split(",").length > 2) return { start: token.start, end, confidence: 0.9 };
  }
  if (/^(?:\/\d{1,3})?, /.test(rest) && (region === "IN" || text.folded[token.start - 1] === "#")) {
    const end = endOfAddress(text, token.end);
    const segments = text.folded.slice(token.end, end).split(",").length;
    if (segments > 2)
      return { start: token.start - (text.folded[token.start - 1] === "#" ? 1 : 0), end, confidence: 0.88 };
  }
  const corner =
    /^ ?[a-d]? con (?:(?:calle|cl|cra|carrera|av) )?\d{1,3}[a-d]?(?: (?:sur|norte))?(?![\d%]| ?(?:mil|pesos|kg|de))/.exec(
      rest,
    );
  if (region !== "CO" || corner === null || token.text.length > 3 || text.tokens[at - 1]?.text !== "la")
    return undefined;
  return { start: token.start, end: token.end + corner[0].length, confidence: 0.85 };
}

const heads =
  wordSet(`metro estacion terminal aeropuerto hotel hostal hostel motel colonia col barrio fraccionamiento fracc residencial urbanizacion edificio
  torre centro plaza parque hospital estadio teatro museo salon hacienda finca quinta playa mercado puerto conjunto unidad condominio mall galerias
  galeria shopping club casa villa vereda corregimiento pueblo municipio partido localidad comuna alcaldia delegacion cine arena auditorio palacio
  polideportivo cc hall portal metrobus transmilenio airbnb rancho ejido isla santuario catedral basilica cementerio velatorio poligono zona`);
const beginsPlace = wordMark((word) => isAddressWord(word) || heads.has(word) || longestPlaceFrom(word) > 0);
const looseHeads = wordSet(
  "centro plaza club casa villa torre puerto portal zona cc arena mercado partido hall unidad cine isla palacio quinta finca",
);

/** "metro Balderas", "Col. Roma", "Hotel Las Palmas". */
function headed(text: Text, at: number): AddressFound | undefined {
  const token = text.tokens[at];
  if (token === undefined || !heads.has(token.text)) return undefined;
  let from = at + 1;
  if (text.tokens[from]?.text === "." && gapBefore(text, from) === "") from++;
  while (
    from < at + 4 &&
    /^(?:de|del|la|las|los|el|comercial|industrial|vacacional)$/.test(text.tokens[from]?.text ?? "")
  )
    from++;
  const next = text.tokens[from];
  if (next?.kind !== "word" || !/^ ?$/.test(gapBefore(text, from))) return undefined;
  const named = isCapital(text, next) && !isNeverNamed(next);
  const to = named ? capitalsFrom(text, from, 4) : isPlace(next.text) ? from + 1 : from;
  if (
    to === from ||
    (looseHeads.has(token.text) &&
      !isCapital(text, token) &&
      !/comercial/.test(text.folded.slice(token.end, next.start)))
  )
    return undefined;
  if (token.text === "col" && text.tokens[at + 1]?.text !== "." && !named) return undefined;
  const end = text.tokens[to - 1]?.end ?? next.end;
  return {
    start: token.start,
    end: endOfAddress(text, end),
    confidence: /^(?:hotel|hospital|club|casa|villa)$/.test(token.text) ? 0.86 : 0.9,
  };
}

const ends = wordSet(
  "station airport mall hotel hall arcade park hospital stadium theatre theater church hub market beach village bridge tower towers plaza square heights apartments residency society estate inn resort motel nagar vihar colony enclave puram layout gardens campus terminal junction",
);
const generic = wordSet("hub");

/** "Leeds station", "Grand Central Station", "Shivaji Nagar". */
function ended(text: Text, at: number, capital: boolean): AddressFound | undefined {
  const token = text.tokens[at];
  if (!capital || token === undefined || isNeverNamed(token)) return undefined;
  const to = capitalsFrom(text, at, 4);
  const last = text.tokens[to - 1];
  const after = text.tokens[to];
  const inside = last !== undefined && to - at > 1 && ends.has(last.text);
  const lower =
    after?.kind === "word" &&
    gapBefore(text, to) === " " &&
    /^(?:station|airport|mall|hotel|hall|nagar|market|beach|metro)$/.test(after.text);
  if (!inside && !lower) return undefined;
  if (inside && generic.has(last.text)) return undefined;
  const end = inside ? last.end : (after?.end ?? token.end);
  return { start: token.start, end: endOfAddress(text, end), confidence: 0.82 };
}

const towards =
  /(?:^|[^a-z])(?:en|a|hasta|hacia|desde|para|pa|por|de|del|la de|in|to|from|near|at|around|for|outside|centro de|cerca de|ciudad de|zona de) (?:el |la |los |las |the )?$/;
const going =
  /(?:^|[^a-z])(?:vivo|vivimos|vive|viven|resid\w{1,3}|est[oa]y?|estamos|estan|estais|esta|ando|andamos|queda|quedan|ubicad[oa]s?|envi\w{0,5}|envio?s?|mand\w{1,4}|llega\w{0,2}|llegan|repart\w{1,4}|entreg\w{1,5}|despach\w{1,4}|domicilios?|viaj\w{1,4}|llevar\w{0,2}|llevan|abri\w{1,4}|abren|sucursal|sede|tienda|local|cobertura|cubren|flete|delivery|paso|pasan|van|voy|live|living|based|located|deliver\w{0,3}|ship\w{0,4}|moving|moved|visiting|branch|store|office|courier|stuck|post|send|sending|staying|heading|driving|come|coming|area)(?: \w{1,12}){0,2} (?:en|a|hasta|por|para|de|pa|in|to|from|near|at|around) (?:el |la |los |las |the )?$/;

/** "Dayton, OH 45402". */
function cityAndState(text: Text, at: number): AddressFound | undefined {
  const token = text.tokens[at];
  const last = text.tokens[capitalsFrom(text, at, 3) - 1];
  if (token === undefined || last === undefined || isNeverNamed(token)) return undefined;
  const rest = /^, [a-z]{2},? \d{5}(?:-\d{4})?(?!\d)/.exec(text.folded.slice(last.end, last.end + 18))?.[0];
  return rest === undefined ? undefined : { start: token.start, end: last.end + rest.length, confidence: 0.93 };
}

/** A place of the gazetteer; doubtful ones, and those without a capital, need a word that leads there. */
function listed(text: Text, at: number, capital: boolean): AddressFound | undefined {
  const token = text.tokens[at];
  const most = token === undefined ? 0 : longestPlaceFrom(token.text);
  if (token === undefined || most === 0) return undefined;
  for (let words = most; words > 0; words--) {
    const last = text.tokens[at + words - 1];
    if (last?.kind !== "word" || /[\n,;!?]/.test(text.folded.slice(token.start, last.end))) continue;
    const phrase = phraseOf(text, at, at + words);
    if (!isPlace(phrase)) continue;
    const before = text.folded.slice(Math.max(0, token.start - 44), token.start);
    const led = towards.test(before);
    const strongly = led && going.test(before);
    const doubtful = doubtfulPlaces.has(phrase) || firstNameKind(phrase) !== "none";
    if (doubtful && !(capital ? led : strongly)) continue;
    if (!doubtful && !capital && phrase.length < 5 && !led) continue;
    if (nameGoesOn(text, at, words, capital) && !strongly) continue;
    const end = endOfPlace(text, last.end);
    return {
      start: token.start,
      end,
      confidence: strongly ? 0.93 : led ? 0.88 : doubtful ? 0.6 : capital ? 0.8 : 0.65,
    };
  }
  return undefined;
}

/** "Santiago Pérez" is a person; "Madrid Río" a place of its own. */
function nameGoesOn(text: Text, at: number, words: number, capital: boolean): boolean {
  const next = text.tokens[at + words];
  const doubtful = doubtfulPlaces.has(text.tokens[at]?.text ?? "");
  return (
    capital &&
    doubtful &&
    next?.kind === "word" &&
    gapBefore(text, at + words) === " " &&
    isCapital(text, next) &&
    !isNeverNamed(next)
  );
}

/** "Dallas, Texas", "Salta capital", "Albany, NY 12203". */
function endOfPlace(text: Text, end: number): number {
  const stop =
    /^ (?:(?:metro|railway|bus|train|tube) )?(?:station|airport|bus stand|metro)(?![a-z])/.exec(
      text.folded.slice(end, end + 24),
    )?.[0] ?? "";
  if (stop !== "") return end + stop.length;
  const capitalCity = /^ (?:capital|centro|norte|sur|city)(?![a-z])/.exec(text.folded.slice(end, end + 9))?.[0] ?? "";
  const to = end + (capitalCity.trim() === "capital" ? capitalCity.length : 0);
  const rest = text.folded.slice(to, to + 30);
  return /^, [a-z]|^,? c\.?p\.? ?\d|^ [a-z]{2} \d{5}|^ \d{5,6}(?!\d)|^ \(\w?\d{4}/.test(rest)
    ? endOfKnown(text, to)
    : to;
}

function endOfKnown(text: Text, end: number): number {
  const next = endOfAddress(text, end);
  const added = text.folded.slice(end, next).replace(/^[, ]+/, "");
  const first = added.split(",")[0] ?? "";
  return isPlace(first) || /\d{4,}/.test(added) || /^[a-z]{2}$/.test(first) ? next : end;
}

/** Who asks where they deliver names a town, though people are called like it: "hacen envíos a Leticia?". */
const service =
  /(?:^|[^a-z])(?:(?:envios?|domicilios?|despachos?|entregas?|cobertura|sucursal(?:es)?|sedes?|tiendas?) (?:a|en|hasta|para)|(?:envian|despachan|reparten|entregan) (?:a|en|hasta)|do (?:you|u|y'all|they) (?:ship|deliver) to|(?:shipping|delivery|branch|store) (?:to|in)) $/;

/** A capitalised word nobody has listed, where only a place can stand: "vivo en Parla". */
function announced(text: Text, at: number): AddressFound | undefined {
  const token = text.tokens[at];
  if (token === undefined || isNeverNamed(token) || orgHeads.has(token.text)) return undefined;
  const before = text.folded.slice(Math.max(0, token.start - 44), token.start);
  if (!towards.test(before)) return undefined;
  const strongly = going.test(before);
  const inside = /(?:^|[^a-z])(?:en|in) (?:el |la |los |las |the )?$/.test(before);
  if (!strongly && !inside) return undefined;
  const to = capitalsFrom(text, at, 4);
  if (to === at || (firstNameKind(token.text) !== "none" && !service.test(before))) return undefined;
  const end = text.tokens[to - 1]?.end ?? token.end;
  const typed = text.original.slice(text.originalIndex(token.start), text.originalIndex(end));
  // "in the ATM", "due to COVID"
  if (typed.length <= 6 && typed === typed.toUpperCase()) return undefined;
  if (/(?:^|[^a-z])(?:soy|somos|from) (?:\w+ )?(?:de |from )?$/.test(before)) return undefined;
  return { start: token.start, end: endOfPlace(text, end), confidence: strongly ? 0.8 : 0.6 };
}
