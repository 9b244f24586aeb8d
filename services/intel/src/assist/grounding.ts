import { stemsOf } from "@parley/business/retrieval/stems";
import type { Language } from "@parley/business/translated";
import { foldWord } from "@parley/nlu/text";

export type Grounds = { passages: readonly string[]; question: string; language: Language };

/** Least shares of a sentence's words that come from the passages or the question, and from the passages. */
const knownShare = 0.6;
const statedShare = 0.4;

/**
 * Whether an answer says only what the passages say, as far as words can tell: its links stand in them, the
 * figures and days of each sentence in one of theirs, so do most of its words, and it denies only what its nearest one there denies.
 * It does not find every false answer: figures of one sentence may change places.
 */
export function isGrounded(answer: string, { passages, question, language }: Grounds): boolean {
  const source = passages.join("\n").toLowerCase();
  if (!linksOf(answer).every((link) => source.includes(link))) return false;
  const known = passages.flatMap(sentencesOf).map((sentence) => said(sentence, language));
  const asked = new Set(stemsOf(question, language));
  return sentencesOf(answer).every((sentence) => isSupported(said(sentence, language), known, asked));
}

type Said = {
  stems: readonly string[];
  facts: readonly string[];
  denies: boolean;
  opening: "yes" | "no" | undefined;
};

function said(sentence: string, language: Language): Said {
  // "No, we are closed": the first word answers the question and denies nothing of the rest.
  const [whole = "", word] = opener.exec(sentence) ?? [];
  const statement = sentence.slice(whole.length);
  const opening = word === undefined ? undefined : /^no$/i.test(word) ? "no" : "yes";
  return {
    stems: stemsOf(statement, language),
    facts: factsOf(statement),
    denies: denial.test(statement),
    opening,
  };
}

const opener = /^[¡\s]*(no|sí|si|yes)\s*[,.;:!]\s*/iu;

const denial =
  /(?<![\p{L}])(?:no|nunca|jamás|ni|sin|tampoco|ningun[oa]?|ningún|not|never|without|neither|nor|none|cannot|\p{L}+n['’]t)(?![\p{L}])/iu;

function isSupported(sentence: Said, known: readonly Said[], asked: ReadonlySet<string>): boolean {
  const { stems, facts, denies, opening } = sentence;
  // All in one: "Sundays" from here and "18:00" from there would be a new fact.
  if (!known.some((other) => facts.every((fact) => other.facts.includes(fact)))) return false;
  if (stems.length < 2) return true;
  const all = new Set(known.flatMap((sentence) => sentence.stems));
  const stated = stems.filter((stem) => all.has(stem));
  const either = stems.filter((stem) => all.has(stem) || asked.has(stem));
  if (stated.length < stems.length * statedShare || either.length < stems.length * knownShare) return false;
  return nearest(stated, known).some(
    (other) =>
      other.denies === denies && (opening === undefined || other.opening === undefined || other.opening === opening),
  );
}

/** The sentences that share most words. */
function nearest(stems: readonly string[], known: readonly Said[]): Said[] {
  const shared = known.map((sentence) => stems.filter((stem) => sentence.stems.includes(stem)).length);
  const most = Math.max(...shared);
  return known.filter((_, index) => shared[index] === most);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;:])\s+|\n+/).filter((sentence) => sentence.trim() !== "");
}

/** Figures without leading zeros, and numbers and days in words; full hours are not told apart from others ("8" is "08:00"). */
function factsOf(text: string): string[] {
  const folded = foldWord(text);
  const figures = [...folded.matchAll(/\d+/g)].map(([digits]) => digits.replace(/^0+/, ""));
  const words = [...folded.matchAll(/[a-z]+/g)].map(([word]) => word.replace(/(?<=sabado|domingo|day)s$/, ""));
  return [...figures.filter((digits) => digits !== ""), ...words.filter((word) => factWords.has(word))];
}

const factWords = new Set(
  (
    "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta " +
    "noventa cien ciento mil medio media doble mitad gratis free two three four five six seven eight nine ten eleven twelve fifteen twenty thirty " +
    "forty fifty sixty seventy eighty ninety hundred thousand half double lunes martes miercoles jueves viernes sabado domingo monday tuesday " +
    "wednesday thursday friday saturday sunday siempre nunca always never"
  ).split(" "),
);

function linksOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/\S*(?:@|:\/\/|www\.|\.(?:com|net|org|mx|es|ar|co)\b)\S*/g)].map(([link]) =>
    link.replace(/^[("'<]+|[)"'>.,;:!?]+$/g, ""),
  );
}
