import { wordSet } from "../identifiers/word-set.ts";
import type { Candidate, Recognizer } from "../recognizer.ts";
import type { Text, Token } from "../text.ts";
import { wordMark } from "../word-marks.ts";
import { firstNameKind } from "./first-names.ts";
import {
  capitalsFrom,
  gapBefore,
  isCapital,
  isNeverName,
  isNeverNamed,
  isSentenceStart,
  isShouting,
  phraseOf,
} from "./name-words.ts";
import { knownOrgs, longestOrgFrom, orgEnds, orgForms, orgHeads } from "./org-words.ts";
import { isPlace } from "./place-names.ts";

const beginsOrg = wordMark((word) => longestOrgFrom(word) > 0 || orgHeads.has(word));

/** Companies, shops, schools, clubs, banks and couriers: by the word for what they are, by their legal form, by name. */
export const orgRecognizer: Recognizer = {
  name: "org",
  scan: (text, _context, found) => {
    const shouting = isShouting(text);
    for (let at = 0; at < text.tokens.length; at++) {
      const token = text.tokens[at];
      if (token?.kind !== "word") continue;
      if ((token.marks & beginsOrg) === 0 && (shouting || !isCapital(text, token))) continue;
      const org =
        known(text, at) ??
        (shouting ? undefined : (headed(text, at) ?? ended(text, at) ?? announced(text, at) ?? coined(text, at)));
      if (org !== undefined) found(org);
    }
  },
};

function org(text: Text, from: number, to: number, confidence: number): Candidate | undefined {
  const first = text.tokens[from];
  const last = text.tokens[to - 1];
  if (first === undefined || last === undefined || to <= from) return undefined;
  const value = text.original.slice(text.originalIndex(first.start), text.originalIndex(last.end));
  return { type: "org", start: first.start, end: last.end, value, confidence, source: "cue", rank: 4 };
}

function known(text: Text, at: number): Candidate | undefined {
  const most = longestOrgFrom(text.tokens[at]?.text ?? "");
  for (let words = most; words > 0; words--) {
    const phrase = phraseOf(text, at, at + words);
    const kind = knownOrgs.get(phrase);
    if (
      kind === undefined ||
      /[\n,;!?]/.test(text.folded.slice(text.tokens[at]?.start, text.tokens[at + words - 1]?.end))
    )
      continue;
    const token = text.tokens[at];
    // Names that are words as well ("galicia", "axis") need their capital.
    if (kind === "word" && (token === undefined || !isProperName(text, token))) continue;
    return org(text, at, at + words, 0.85);
  }
  return undefined;
}

/** A capital; of a short name ("UPS", beside "ups!") only capitals. */
function isProperName(text: Text, token: Token): boolean {
  const typed = text.original.slice(text.originalIndex(token.start), text.originalIndex(token.end));
  return token.text.length > 4 ? isCapital(text, token) : typed === typed.toUpperCase();
}

/** "Panadería La Paloma", "grupo Lindero". */
function headed(text: Text, at: number): Candidate | undefined {
  const token = text.tokens[at];
  if (token === undefined || !orgHeads.has(token.text)) return undefined;
  let from = at + 1;
  // "colegio de la Salle", "banco del Sur"
  for (let skipped = 0; skipped < 2 && /^(?:de|del|la|los|las|el)$/.test(text.tokens[from]?.text ?? ""); skipped++) {
    const next = text.tokens[from];
    if (next === undefined || isCapital(text, next)) break;
    from++;
  }
  if (!/^ ?$/.test(gapBefore(text, from))) return undefined;
  const next = text.tokens[from];
  if (next?.kind !== "word" || !isCapital(text, next)) return undefined;
  const begin = /^(?:el|la|los|las|the|san|santa|don|dona|mi|tu|de|del|casa|mundo|rincon)$/.test(next.text)
    ? from + 1
    : from;
  const to = capitalsFrom(text, begin, 4);
  // "envíos CDMX" go there.
  if (movers.has(token.text) && isPlace(phraseOf(text, begin, to))) return undefined;
  return to > begin ? org(text, at, withForm(text, schoolNumber(text, token.text, to)), 0.88) : undefined;
}

const movers = wordSet(
  "envios transportes fletes mudanzas viajes encomiendas cargas acarreos trasteos turismo hoteles",
);
const schools = wordSet(
  "escuela secundaria primaria preparatoria colegio liceo instituto jardin conalep cecyt preescolar",
);

/** "Secundaria Técnica 14", "Escuela N° 12". */
function schoolNumber(text: Text, head: string, to: number): number {
  if (!schools.has(head)) return to;
  let at = to;
  while (at < to + 3 && /^(?:n|no|num|nro|[.°º#o])$/.test(text.tokens[at]?.text ?? "")) at++;
  const digits = text.tokens[at];
  return digits?.kind === "digits" && digits.text.length < 5 && /^ ?$/.test(gapBefore(text, at)) ? at + 1 : to;
}

/** Takes in a legal form after a name: "SL", "S.A. de C.V.", "Pvt Ltd". */
function withForm(text: Text, to: number): number {
  const rest = text.folded.slice(text.tokens[to - 1]?.end ?? 0, (text.tokens[to - 1]?.end ?? 0) + 24);
  const form = orgForms.exec(rest)?.[0];
  if (form === undefined) return to;
  const end = (text.tokens[to - 1]?.end ?? 0) + form.length;
  let last = to;
  while (text.tokens[last] !== undefined && (text.tokens[last]?.end ?? 0) <= end) last++;
  return last;
}

/** "Maple Grove School", "Quickfoot Couriers", "Harbour Labs LLC": back from the last word over capitals. */
function ended(text: Text, at: number): Candidate | undefined {
  const token = text.tokens[at];
  if (token === undefined || !isCapital(text, token)) return undefined;
  const byEnd = orgEnds.has(token.text);
  const withLegal = byEnd ? at + 1 : withForm(text, at + 1);
  if (!byEnd && withLegal === at + 1) return undefined;
  let from = at;
  const mostBack = 4;
  while (from > 0 && at - from < mostBack && /^ ?$/.test(gapBefore(text, from))) {
    const before = text.tokens[from - 1];
    // "St. Agnes High School"
    if (before?.text === "." && text.tokens[from - 2]?.text === "st" && isCapitalAt(text, from - 2)) {
      from -= 2;
      break;
    }
    const joins =
      before?.text === "&" || (/^(?:y|and|of|de|del|la|los)$/.test(before?.text ?? "") && isCapitalAt(text, from - 2));
    if (
      !joins &&
      (before?.kind !== "word" || !isCapital(text, before) || (isNeverNamed(before) && isSentenceStart(text, from - 1)))
    )
      break;
    if (!joins && isNeverName(before?.text ?? "") && !describing.test(before?.text ?? "")) break;
    from--;
  }
  if (byEnd && from === at) return undefined;
  return org(text, from, withForm(text, byEnd ? at + 1 : withLegal), 0.85);
}

/** Words that begin a name as well as a sentence. */
const describing =
  /^(?:el|la|los|las|the|blue|green|red|black|white|golden|gold|silver|big|little|happy|sunny|bright|new|old|good|best|fresh|great|grand|royal|national|central|city|home|quick|fast|easy|clear|high|north|south|east|west|star|sun|sweet|smart|green|rapid|rapida|rapido|united|first)$/;

function isCapitalAt(text: Text, at: number): boolean {
  const token = text.tokens[at];
  return token?.kind === "word" && isCapital(text, token);
}

/** Wallets, networks, devices and family names that are written with a capital inside. */
const notCoined = wordSet(
  `whatsapp cashapp mastercard photoshop wordpress truecaller sharechat bookmyshow mobikwik freecharge googlemaps youtube paypal linkedin tiktok facetime mercadopago phonepe googlepay applepay samsungpay amazonpay bhimupi airpods macbook playstation daviplata facebook
  snapchat wechat icloud onlyfans airbnb airtag chromecast firestick powerpoint thinkpad galaxybuds pinterest duolingo javascript powerbank masterclass`,
);
const carries =
  /^(?:(?:inter|trans|servi|redi|mega|super|flash|rapi|express|tele|multi|global)(?:entregas?|paquetes?|envios?|courier|carga|express|cargo|parcels?)|(?:envi|paque|mensaj|entreg)[a-z]{2,7}(?:express|rapid[ao]|ya|facil))$/;

const camelCase = /^\p{Lu}\p{Ll}{2,11}\p{Lu}\p{Ll}{2,11}$/u;

/** "MueblesOlmo", "PetZone", "Servientregas del Norte": a name made up of words. */
function coined(text: Text, at: number): Candidate | undefined {
  const token = text.tokens[at];
  if (token === undefined || !isCapital(text, token) || notCoined.has(token.text)) return undefined;
  const typed = text.original.slice(text.originalIndex(token.start), text.originalIndex(token.end));
  const camel = camelCase.test(typed);
  if (/^(?:black|cyber|super|hotsale|buenfin|prime)/.test(token.text)) return undefined;
  if (!camel && !carries.test(token.text)) return undefined;
  const before = text.tokens[at - 1]?.text ?? "";
  if (/[@#_/.]/.test(before) && gapBefore(text, at) === "") return undefined;
  return org(text, at, withForm(text, Math.max(capitalsFrom(text, at, 4), at + 1)), 0.75);
}

const announcing =
  /(?:^|[^a-z])(?:empresa|compania|company|marca|firma|startup|ong|consultora|de parte de|somos de|somos|trabajo (?:en|para)|work (?:at|for)|company called|on behalf of|we are|we're) $/;
const personFrom =
  /(?:soy|habla|llamo|this is|i'm|im|i am|name is|friend|amig[oa]) (?!la |el |un |una |los |las |the |a )[a-z']+(?: [a-z']+)? (?:de|from) $/;
const small = wordSet("logistics");

/** "la empresa X", "somos X", "this is Ana from X". */
function announced(text: Text, at: number): Candidate | undefined {
  const token = text.tokens[at];
  if (token === undefined || !isCapital(text, token) || isNeverNamed(token) || small.has(token.text)) return undefined;
  const before = text.folded.slice(Math.max(0, token.start - 48), token.start);
  const strong = announcing.test(before);
  if (!strong && !personFrom.test(before)) return undefined;
  const to = capitalsFrom(text, at, 4);
  if (to === at || isPlace(phraseOf(text, at, to)) || isPlace(token.text)) return undefined;
  if (firstNameKind(token.text) !== "none" && to - at <= 2) return undefined;
  if (to - at === 1 && /de parte de $/.test(before)) return undefined;
  return org(text, at, withForm(text, to), strong ? 0.75 : 0.6);
}
