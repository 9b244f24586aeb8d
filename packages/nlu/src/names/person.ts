import { wordSet } from "../identifiers/word-set.ts";
import type { Candidate, ReadContext, Recognizer } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { wordMark } from "../word-marks.ts";
import { firstNameKind, isSurname } from "./first-names.ts";
import {
  gapBefore,
  isCapital,
  isNeverName,
  isNeverNamed,
  isSentenceStart,
  isShouting,
  phraseOf,
} from "./name-words.ts";
import { orgHeads } from "./org-words.ts";
import { type Cue, cueOf } from "./person-cues.ts";
import { doubtfulPlaces, isPlace } from "./place-names.ts";

const titles = wordSet(
  "don dona sr sra srta sres senor senora senorita dr dra mr mrs ms miss mx prof profe lic ing arq sir shri smt mister doctor doctora profesor profesora licenciado licenciada ingeniero ingeniera arquitecto arquitecta professor maestra",
);

const beginsName = wordMark((word) => titles.has(word) || firstNameKind(word) !== "none");

/** Names of people: after words that announce one, after titles, and first names of the regions covered. */
export const personRecognizer: Recognizer = {
  name: "person",
  scan: (text, context, found) => {
    const shouting = isShouting(text);
    const bare = bareAnswer(text, context);
    if (bare !== undefined) found(bare);
    for (let at = 0; at < text.tokens.length; at++) {
      const token = text.tokens[at];
      if (token?.kind !== "word") continue;
      const capital = !shouting && isCapital(text, token);
      if (!capital && (token.marks & beginsName) === 0) continue;
      if (titles.has(token.text)) {
        const titled = withTitle(text, at, shouting);
        if (titled !== undefined) {
          found(titled.candidate);
          at = titled.to - 1;
        }
        continue;
      }
      const owner = capital ? ownerAt(text, at) : undefined;
      if (owner !== undefined) {
        found(owner);
        continue;
      }
      if (!capital && firstNameKind(token.text) === "none") continue;
      const name = nameAt(text, at, capital);
      if (name === undefined) continue;
      const confidence = confidenceOf(text, at, name, cueOf(text, at));
      if (confidence === 0) continue;
      found(person(text, at, name.to, confidence));
      at = name.to - 1;
    }
  },
};

/** Shops and brands called like people. */
const shopNames = wordSet("wendy's denny's arby's carl's levi's kellogg's harry's joe's domino's macy's kiehl's");

/** "Maddie's party", "Jake's here". */
function ownerAt(text: Text, at: number): Candidate | undefined {
  const token = text.tokens[at];
  if (token === undefined || !token.text.endsWith("'s") || shopNames.has(token.text)) return undefined;
  const next = text.tokens[at + 1];
  if (firstNameKind(token.text.slice(0, -2)) !== "sure" || (next?.kind === "word" && isCapital(text, next)))
    return undefined;
  const end = token.end - 2;
  const value = text.original.slice(text.originalIndex(token.start), text.originalIndex(end));
  return { type: "person", start: token.start, end, value, confidence: 0.75, source: "cue", rank: 3 };
}

type Name = { to: number; words: number; capital: boolean; known: boolean; family: boolean };

const mostWords = 4;
const particles = wordSet("de del la las los van von da dos san bin al y");

/** The name whose first word is token `at`; undefined when that word cannot begin one. */
function nameAt(text: Text, at: number, capital: boolean): Name | undefined {
  const first = text.tokens[at];
  if (
    first === undefined ||
    first.text.length < 2 ||
    (isNeverNamed(first) &&
      !(capital && (firstNameKind(first.text) !== "none" || (isSurname(first.text) && isTitled(text, at)))))
  )
    return undefined;
  const name: Name = { to: at + 1, words: 1, capital, known: firstNameKind(first.text) !== "none", family: false };
  for (let index = at + 1; name.words < mostWords; index++) {
    const token = text.tokens[index];
    if (token === undefined) break;
    const gap = gapBefore(text, index);
    if (token.text === "-" && gap === "" && text.tokens[index + 1]?.start === token.end) continue;
    if (!/^ ?$/.test(gap) || token.kind !== "word") break;
    if (particles.has(token.text) && !isCapital(text, token)) {
      const opens = index === name.to;
      if (index - name.to >= 2 || token.text === "y" || (opens && /^(?:el|la|las|los)$/.test(token.text))) break;
      continue;
    }
    if (!goesOn(text, index, name)) break;
    name.to = index + 1;
    name.words++;
    name.family ||= isSurname(token.text);
    name.known ||= firstNameKind(token.text) === "sure";
  }
  return name;
}

/** "Dr. Reyes" is no feast. */
function isTitled(text: Text, at: number): boolean {
  const before = text.tokens[at - 1]?.text ?? "";
  return titles.has(before === "." ? (text.tokens[at - 2]?.text ?? "") : before);
}

function goesOn(text: Text, at: number, name: Name): boolean {
  const token = text.tokens[at];
  const isJoined = text.tokens[at - 1]?.text === "-" && isSurname(token?.text ?? "");
  if (token === undefined || (isNeverNamed(token) && !isJoined) || orgHeads.has(token.text)) return false;
  if (name.capital && isCapital(text, token)) {
    const particle = text.tokens[at - 1]?.text;
    // "Ana de Bogotá" is from there; "Juan de la Cruz" is called so.
    return (
      !(particle === "de" && (!isSurname(token.text) || isPlace(token.text) || isPlace(phraseOf(text, at, at + 2)))) &&
      token.text.length > 1
    );
  }
  if (text.tokens[at - 1]?.text !== undefined && particles.has(text.tokens[at - 1]?.text ?? ""))
    return isSurname(token.text) && !isPlace(token.text);
  return (isSurname(token.text) || firstNameKind(token.text) === "sure") && !loose.has(token.text);
}

/** First words of towns: "Villa de Leyva", "Puerto Madero". */
const placeHeads = wordSet("villa puerto rio cerro monte valle isla playa lomas cabo bahia ciudad pueblo aguas laguna");

const institutions = wordSet(
  "school college university academy institute hospital church bank club nursery clinic pharmacy",
);

/** Family names that are words: no names where nothing is capitalised. */
const loose =
  wordSet(`blanco bueno rojas flores mesa calle casas cruz leal caro campo campos puerta puente plaza rey reyes rico rubio prieto nieto
  duro ramos ros rosas torres fuentes cuevas paredes arenas lagos rios prado palacio palacios palma pino sierra serrano valle vega vera vivas
  grande mayor mayo mora moran luna sol salas sanz torre costa cerda barba barco bello bravo burgos castillo conde corona cortes cuesta
  duque espejo estrella franco guerra hurtado iglesias infante jara jurado llanos macias madrid marin mata mazo medina mena merino mina molina
  montes moreno morales moya nava negrete noguera parra paz pena perea pastor posada quintana redondo romo rosario rueda santa santos seco
  segura tapia toro valencia vaquero vela verdugo vidal viera villa long black brown green gray grey white young king baker cook cooper fisher
  price rice rose ross read reed stone wood woods west day cross dean field ford fox french green hall hill lane love may park parks page perry
  power ray rich sharp short small snow street summer swift walker ward wall waters wells winter wise banks ball bell berry best bird bond booth bush
  butler carter case chambers chase church clay cole coin cut carpenter daniels gardener gardner garden gold good grant hart head hunt hunter hope
  mason miller mills myers nice noble north parsons piper pool porter potter roman root rush sale sales sands shepherd singer singh? skinner slater
  song spring steel strong taylor turner wang watts weaver webb weber wheeler wolf kim lee lim lynch jain das dev lal mane nair pai puri rana rane rao raut sen
  shah shinde suri vaidya pillai oliver amador alba alegre alto amaya arce`);

function confidenceOf(text: Text, at: number, name: Name, cue: Cue): number {
  const first = text.tokens[at]?.text ?? "";
  const kind = firstNameKind(first);
  if (isPlace(first) && !doubtfulPlaces.has(first) && kind === "none" && !(cue === "strong" && name.words > 1))
    return 0;
  if (placeHeads.has(first) && cue !== "strong") return 0;
  // "Jefferson Middle School"
  for (let index = at + 1; index < name.to; index++)
    if (institutions.has(text.tokens[index]?.text ?? "") && name.capital) return 0;
  if (!name.capital) {
    if (cue === "strong") return name.known ? 0.85 : 0;
    if (kind !== "sure" || loose.has(first)) return 0;
    return cue === "medium" && first.length >= 4 ? 0.7 : name.family && name.words > 1 ? 0.7 : 0;
  }
  if (cue === "strong") return kind !== "none" ? 0.95 : 0.85;
  if (cue === "place") return kind === "sure" && !isPlace(first) && name.words > 1 ? 0.5 : 0;
  if (cue === "medium") {
    if (kind === "sure" || (kind === "doubtful" && !isPlace(first))) return 0.88;
    return name.family && name.words > 1 ? 0.7 : kind === "doubtful" && name.family ? 0.7 : 0;
  }
  if (kind === "sure") return isSentenceStart(text, at) && name.words === 1 ? 0.6 : 0.75;
  if (kind === "doubtful" && name.family) return 0.6;
  return isWholeLine(text, at, name.to) && name.known && name.words > 1 ? 0.6 : 0;
}

function isWholeLine(text: Text, at: number, to: number): boolean {
  return gapBefore(text, at).includes("\n") && (text.tokens[to] === undefined || gapBefore(text, to).includes("\n"));
}

function withTitle(text: Text, at: number, shouting: boolean): { candidate: Candidate; to: number } | undefined {
  let next = at + 1;
  if (text.tokens[next]?.text === "." && gapBefore(text, next) === "") next++;
  // "Sra. Dra. Elizondo"
  if (titles.has(text.tokens[next]?.text ?? "") && gapBefore(text, next) === " ") {
    next++;
    if (text.tokens[next]?.text === "." && gapBefore(text, next) === "") next++;
  }
  const token = text.tokens[next];
  if (token?.kind !== "word" || !/^ ?$/.test(gapBefore(text, next))) return undefined;
  const capital = !shouting && isCapital(text, token);
  if (!capital && firstNameKind(token.text) === "none" && !isSurname(token.text)) return undefined;
  const name = nameAt(text, next, capital);
  if (name === undefined) return undefined;
  const candidate = person(text, next, name.to, 0.93);
  const start = text.tokens[at]?.start ?? candidate.start;
  // "Mr Pemberton's hire"
  const owns = text.folded.slice(start, candidate.end).endsWith("'s") ? 2 : 0;
  const value = String(candidate.value).slice(0, owns === 0 ? undefined : -owns);
  return { candidate: { ...candidate, start, end: candidate.end - owns, value }, to: name.to };
}

/** "Oluwaseun Adeyemi" after "what name?". */
function bareAnswer(text: Text, { requested }: ReadContext): Candidate | undefined {
  if (!(requested?.some((slot) => /name|nombre|person/.test(slot)) ?? false)) return undefined;
  const words = text.tokens.filter(({ kind }) => kind === "word");
  const other = text.tokens.some(
    ({ kind, text: sign }) => kind === "digits" || (kind === "sign" && !".-,!".includes(sign)),
  );
  if (
    other ||
    words.length === 0 ||
    words.length > mostWords ||
    words.some(({ text: word }) => isNeverName(word) && !particles.has(word))
  )
    return undefined;
  return person(text, 0, text.tokens.findLastIndex(({ kind }) => kind === "word") + 1, 0.9);
}

function person(text: Text, from: number, to: number, confidence: number): Candidate {
  const start = text.tokens[from]?.start ?? 0;
  const end = text.tokens[to - 1]?.end ?? start;
  const value = text.original.slice(text.originalIndex(start), text.originalIndex(end));
  return { type: "person", start, end, value, confidence, source: "cue", rank: 3 };
}
