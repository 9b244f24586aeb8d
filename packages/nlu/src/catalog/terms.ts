import { wordSet } from "../identifiers/word-set.ts";
import { foldWord, readText, type Text, type Token } from "../text.ts";
import { wordMark } from "../word-marks.ts";
import { commonWords } from "./common-words.ts";

/** A word or number of a name in the form in which names are compared, with its place among the tokens of its text. */
export type Term = {
  readonly stem: string;
  readonly token: number;
  /** An everyday word, which nobody writes for a name by mistake. */
  readonly common: boolean;
};

/** Words that names are compared without. */
export const stopWords =
  wordSet(`de del d la el las los lo un una unos unas y e con en para pa por al a the of with and in for n an o or
  sin su mi tu este esta ese esa`);

const numberWords = new Map<string, string>(
  Object.entries({
    cero: "0",
    dos: "2",
    tres: "3",
    cuatro: "4",
    cinco: "5",
    seis: "6",
    siete: "7",
    ocho: "8",
    nueve: "9",
    diez: "10",
    doce: "12",
    zero: "0",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
    ten: "10",
    twelve: "12",
  }),
);

const units = new Map<string, string>(
  Object.entries({
    lt: "l",
    lts: "l",
    ltr: "l",
    ltrs: "l",
    litro: "l",
    litros: "l",
    liter: "l",
    liters: "l",
    litre: "l",
    litres: "l",
    kilo: "kg",
    kilos: "kg",
    kgs: "kg",
    kilogramos: "kg",
    gr: "g",
    grs: "g",
    gramo: "g",
    gramos: "g",
    grams: "g",
    gms: "g",
    minuto: "min",
    minutos: "min",
    mins: "min",
    minute: "min",
    minutes: "min",
    pieza: "pz",
    piezas: "pz",
    pzas: "pz",
    pzs: "pz",
    pcs: "pz",
    piece: "pz",
    pieces: "pz",
    ml: "ml",
    cc: "cc",
    cm: "cm",
    plaza: "plaza",
    plazas: "plaza",
    seater: "plaza",
  }),
);

/** Units of a size in a name ("15 kg"): customers leave them out. */
export const sizeUnits: ReadonlySet<string> = new Set([...units.values(), "l", "kg", "g", "oz", "lb", "m", "w", "v"]);

/** Plural and gender folded away, number words as digits, units in one spelling: "nórdicos" and "nordica" are one. */
export function stemOf(word: string): string {
  const known = numberWords.get(word) ?? units.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || word < "a") return word;
  let stem = word;
  if (stem.endsWith("ces")) stem = `${stem.slice(0, -3)}z`;
  else if (stem.endsWith("ies")) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith("es") && !/[aeiou]es$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith("s") && !stem.endsWith("ss")) stem = stem.slice(0, -1);
  if (stem.length > 3 && /[aeo]$/.test(stem)) stem = stem.slice(0, -1);
  // "pays" is the plural of "pay", which is too short to be folded.
  return stem.length > 3 && stem.endsWith("y") ? `${stem.slice(0, -1)}i` : stem;
}

/** The terms of a name or a query. */
export function termsOf(name: string): string[] {
  const text = readText(name);
  const stems = text.tokens.filter(({ kind }) => kind !== "sign").map(({ text: word }) => word);
  const kept = stems.filter((word) => !stopWords.has(word));
  return (kept.length === 0 ? stems : kept).map((word) => stemOf(foldWord(word)));
}

type Phrases = readonly (readonly Term[])[];
let last: { text: Text; phrases: Phrases } | undefined;

/** Which terms of a text may belong to one name: a line end, a comma or another stop sign, or three stop words part them. */
export function phrasesOf(text: Text): Phrases {
  // The catalog and every list of the business ask for the same, one after the other.
  if (last?.text !== text) last = { text, phrases: readPhrases(text) };
  return last.phrases;
}

function readPhrases(text: Text): Term[][] {
  const phrases: Term[][] = [];
  let phrase: Term[] = [];
  let stops = 0;
  for (let at = 0; at < text.tokens.length; at++) {
    const token = text.tokens[at];
    if (token === undefined) break;
    if (startsLine(text, at) || (token.kind === "sign" && parts(text, at, token))) {
      if (phrase.length > 0) phrases.push(phrase);
      phrase = [];
      stops = 0;
    }
    if (token.kind === "sign") continue;
    if ((token.marks & stopMark) !== 0) {
      stops++;
      if (stops < 3) continue;
      if (phrase.length > 0) phrases.push(phrase);
      phrase = [];
      stops = 0;
    } else {
      stops = 0;
      phrase.push({ stem: rememberedStem(token.text), token: at, common: (token.marks & commonMark) !== 0 });
    }
  }
  if (phrase.length > 0) phrases.push(phrase);
  return phrases;
}

const stopMark = wordMark((word) => stopWords.has(word));
const commonMark = wordMark((word) => commonWords.has(word));

const stems = new Map<string, string>();
const mostRemembered = 4_000;
const longestRemembered = 40;

/** Chats say the same words again and again. */
function rememberedStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostRemembered) stems.clear();
  const stem = stemOf(word);
  if (word.length <= longestRemembered) stems.set(word, stem);
  return stem;
}

function startsLine({ tokens, folded }: Text, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  const previousEnd = tokens[at - 1]?.end ?? 0;
  // A single space is what mostly stands between words.
  if (start === previousEnd || (start === previousEnd + 1 && folded.charCodeAt(previousEnd) === 32)) return false;
  return folded.slice(previousEnd, start).includes("\n");
}

function parts(text: Text, at: number, { text: sign }: Token): boolean {
  return !"-/.'\"&".includes(sign) || endsSentence(text, at);
}

function endsSentence(text: Text, at: number): boolean {
  const token = text.tokens[at];
  const next = text.tokens[at + 1];
  return token?.text === "." && (next === undefined || next.start > token.end);
}
