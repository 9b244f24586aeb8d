import { type Language, languages } from "./business.ts";
import { stopWords, wordsOf } from "./words.ts";

/** Evidence for each language from the chat's earlier messages; fades, so a person may switch. */
export type LanguagePrior = { es: number; en: number };
export const noPrior: LanguagePrior = { es: 0, en: 0 };

export type LanguageGuess = { code: Language; confidence: number; prior: LanguagePrior };

const spanishSigns = /[ñ¿¡]/;
const spanishAccents = /[áéíóúü]/;
/** How much of what was known before counts against one new message. */
const fade = 0.5;
const mostPrior = 6;

/**
 * The language of a text by its grammar words and characters, with the chat's earlier messages as a prior. Without any
 * evidence the first of `offered`, at confidence 0.5. The prior comes back unchanged (same reference) without new evidence.
 */
export function guessLanguage(
  text: string,
  words: readonly string[],
  prior: LanguagePrior,
  offered: readonly Language[],
): LanguageGuess {
  const evidence = evidenceOf(text, words);
  const fresh = evidence.es + evidence.en > 0;
  const next = fresh ? { es: round(prior.es * fade + evidence.es), en: round(prior.en * fade + evidence.en) } : prior;
  const [first = "es"] = offered;
  let code: Language = first;
  for (const other of offered) if (next[other] > next[code]) code = other;
  const all = languages.reduce((sum, language) => sum + next[language], 0);
  // One pseudo-count for each language: little evidence is little confidence.
  const confidence = round((next[code] + 1) / (all + languages.length));
  return { code, confidence, prior: next };
}

function evidenceOf(text: string, words: readonly string[]): LanguagePrior {
  const evidence = { es: 0, en: 0 };
  if (spanishSigns.test(text)) evidence.es += 3;
  else if (spanishAccents.test(text)) evidence.es += 2;
  for (const word of words) {
    const spanish = stopWords.es.has(word) || telling.es.has(word);
    const english = stopWords.en.has(word) || telling.en.has(word);
    if (spanish !== english) evidence[spanish ? "es" : "en"] += 1;
  }
  return { es: Math.min(evidence.es, mostPrior), en: Math.min(evidence.en, mostPrior) };
}

// Short chat messages often hold no grammar word at all.
const telling = {
  es: new Set(
    wordsOf(
      "buenos buenas dias tardes noches favor precio precios cuanto cuesta horario abren cierran abierto pedido pedir comprar envio envian domicilio pago pagar tarjeta efectivo donde estan ubicacion direccion menu ayuda cambio devolucion factura persona hablar hoy manana vale claro",
    ),
  ),
  en: new Set(
    wordsOf(
      "good morning afternoon evening price prices much cost open close hours order buy delivery deliver ship shipping pay payment card cash address located location menu help return refund invoice person speak today tomorrow ok yes sure",
    ),
  ),
};

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
