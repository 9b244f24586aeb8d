import { type Lexicon, readLexicon } from "./lexicon.ts";
import { ownEnglish } from "./lexicon-en.ts";
import { negativeSpanish } from "./lexicon-es-negative.ts";
import { spanishPhrases } from "./lexicon-es-phrases.ts";
import { positiveSpanish } from "./lexicon-es-positive.ts";
import { spanishEndings } from "./spanish-endings.ts";
import { vaderLexicon } from "./vader-lexicon.ts";

/** How a language builds opinions; all words folded. */
export type Grammar = {
  readonly lexicon: Lexicon;
  readonly negators: ReadonlySet<string>;
  /** Factors of the word that follows (or of the one before, "feliz feliz"). */
  readonly degrees: ReadonlyMap<string, number>;
  /** What comes after weighs more than what came before. */
  readonly contrasts: ReadonlySet<string>;
  /** What a shop's things and people are expected to do: bad only when negated ("no llegó"). */
  readonly expected: ReadonlySet<string>;
  readonly thanks: ReadonlySet<string>;
};

const spanish: Grammar = {
  lexicon: readLexicon(
    [{ source: positiveSpanish }, { source: negativeSpanish, sign: -1 }, { source: spanishPhrases }],
    spanishEndings,
  ),
  negators: setOf(
    "no nunca jamas ni sin tampoco nadie ningun ninguna ninguno nada not apenas dejo dejaron dejar falta",
  ),
  degrees: degreesOf({
    1.3: "muy re super mega ultra hiper tan tanto tanta bien demasiado demasiada bastante mucho mucha muchos muchas muchisimo muchisima sumamente totalmente completamente absolutamente realmente verdaderamente extremadamente increiblemente especialmente sobremanera harto cantidad mazo menuda menudo vaya tremendo tremenda puro pura puto puta verdadero verdadera gran todo toda siempre remil recontra archi",
    0.6: "poco poca algo medio casi apenas ligeramente levemente relativamente menos tal vez quizas quiza parece supuestamente",
  }),
  contrasts: setOf("pero aunque sino embargo excepto salvo lastima"),
  expected: setOf(
    "llega llego llegan llegaron llegado llegue llegar llegaba funciona funciono funcionan funcionaba funcionado funcionar anda andan andaba prende prenden prendio prendia enciende encienden encendio carga cargan cargaba sirve sirven sirvio servido suena suenan sono enfria calienta cierra responde responden respondio respondieron respondido contesta contestan contesto contestaron contestado contestas contestais atiende atienden atendio atendieron atendido avisa avisan aviso avisaron avisado resuelve resuelven resolvio resolvieron resuelto solucionan soluciono solucionaron solucionado entrega entregan entrego entregaron entregado aparece aparecio aparecen manda mandan mando mandaron mandado envia envian envio enviaron enviado recibo recibi recibido recibimos devuelven devolvieron devuelto reembolsan reembolsaron reembolsado cumple cumplen cumplio cumplieron ayuda ayudan ayudo ayudaron coincide corresponde viene vino vinieron trae trajo trajeron incluye incluyeron deja dejan",
  ),
  thanks: setOf("gracias graciass"),
};

const english: Grammar = {
  lexicon: readLexicon([{ source: vaderLexicon }, { source: ownEnglish }], new Set(["s", "ed", "ing", "ly"])),
  negators: setOf(
    "no not never none nobody nothing nor neither without hardly barely cannot cant can't dont don't doesnt doesn't didnt didn't isnt isn't wasnt wasn't arent aren't werent weren't wont won't wouldnt wouldn't shouldnt shouldn't couldnt couldn't hasnt hasn't havent haven't hadnt hadn't aint ain't",
  ),
  degrees: degreesOf({
    1.3: "very really so super extremely absolutely totally completely incredibly highly deeply truly too such especially particularly quite most utterly thoroughly entirely insanely bloody damn fucking freaking fricking hella proper well always genuinely honestly",
    0.6: "slightly somewhat bit little kinda kind sort sorta almost barely less marginally occasionally partly fairly maybe perhaps supposedly",
  }),
  contrasts: setOf("but however although though except yet"),
  expected: setOf(
    "arrived arrive arriving received delivered shipped dispatched updated working worked responded replied answered refunded credited resolved solved fixed helped included loading turned",
  ),
  thanks: setOf("thanks thank thx tnx ty thnx"),
};

const signsOnly: Grammar = {
  lexicon: readLexicon([], new Set()),
  negators: new Set(),
  degrees: new Map(),
  contrasts: new Set(),
  expected: new Set(),
  thanks: new Set(),
};

/** Languages other than es and en have no words here: emoji and punctuation speak alone. */
export function grammarOf(language: string): Grammar {
  if (language === "es") return spanish;
  return language === "en" ? english : signsOnly;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

function degreesOf(lists: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([factor, list]) => list.split(" ").map((word) => [word, Number(factor)])),
  );
}
