import type { Text } from "@parley/nlu/text";
import { wordsOf } from "../fold-name.ts";
import { remembered } from "../remembered.ts";
import type { Language } from "../translated.ts";

/** The words of a text that tell what it is about, cut to their stems, each once, in order; at most 60. */
export function stemsOf(text: string | Text, language: Language): string[] {
  const stems = new Set<string>();
  for (const word of wordsOf(text)) {
    const apostrophe = word.indexOf("'");
    const plain = apostrophe < 0 ? word : word.slice(0, apostrophe); // "what's" is "what"
    if (stopWords[language].has(plain)) continue;
    stems.add(stemOf[language](plain));
    if (stems.size >= mostStems) break;
  }
  return [...stems];
}

/** Stems of words that ask but do not say about what: "how much is …". */
export function askingStems(language: Language): ReadonlySet<string> {
  return new Set(stemsOf(askingWords[language], language));
}

/** Spanish as it sounds in America, for "ora", "estasionamiento", "haser". */
function sound(word: string): string {
  return word
    .replace(/c(?=[ei])|z/g, "s")
    .replace(/(?<!c)h/g, "")
    .replace(/ll/g, "y")
    .replace(/qu(?=[ei])|c(?!h)/g, "k");
}

/** A word without its endings; rough, as both sides are cut alike. */
function stem(word: string, language: Language): string {
  if (word.length < 4) return word;
  for (const ending of endings[language]) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) {
      const rest = word.slice(0, word.length - ending.length);
      // "shipp-ing" is of "ship".
      return /([bdglmnprt])\1$/.test(rest) && rest.length > 3 ? rest.slice(0, -1) : rest;
    }
  }
  return word;
}

const mostStems = 60;
/** Chats say the same few thousand words. */
const mostKept = 10_000;
const stemOf: Readonly<Record<Language, (word: string) => string>> = {
  es: remembered(mostKept, (word) => stem(sound(word), "es")),
  en: remembered(mostKept, (word) => stem(word, "en")),
};
const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ""));

/** Longest first. */
const endings: Readonly<Record<Language, readonly string[]>> = {
  es: "imientos amientos imiento amiento aciones iciones ciones acion icion iendo ieron aremos ando aron amos emos imos aban cion idad ados adas idos idas arlo arla arlos arlas erlo irlo aba ado ada ido ida itos itas ito ita ara are ar er ir an en as es os is a o e i s"
    .split(" ")
    .map(sound)
    .sort((one, other) => other.length - one.length),
  en: "ations ation ments ment ings ing ied ies ied ed es ly er ers y e s"
    .split(" ")
    .sort((one, other) => other.length - one.length),
};

const askingWords: Readonly<Record<Language, string>> = {
  es: "cuanto cuantos cuanta cuesta cuestan costo precio vale donde cuando hora dia dias tiempo tarda ofrecen venden manejan aceptan dan sirve",
  en: "much many cost costs price where when long time days take takes offer sell accept use work",
};

const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  es: words(`el la los las lo un una unos unas de del al a en con por para que y o u e ni si se me te le les nos mi mis tu tus su sus es son
    ser era fue esta estan estoy este esto esa ese eso hay muy mas ya no pues asi tambien yo ella ellos usted ustedes nosotros aqui ahi
    hola buenas buenos buen dias tardes noches dia tarde noche disculpa disculpe perdon perdona oye oiga gracias favor porfa porfavor saber quisiera quiero
    queria pregunta duda consulta puedo puede puedes pueden podria podrian podemos tienen tiene tengo tienes hacen hace haces cual cuales como algun
    alguna algo x q k d xq pls plis amigo amiga ok va bueno hey sobre`),
  en: words(`the a an of to in on at for with by from and or but if it its is are was be been am do does did i you we they he she my your our
    their me us them this that these those there here have has had can could would will shall should may might please thanks thank hi hello hey
    good morning afternoon evening sorry excuse know want wanted like question ask about any some just so not no yes ok u ur pls what which how im ive id
    get got tell let`),
};
