import { phrasePattern } from "../phrase-pattern.ts";

/** What the (folded) words of a turn say about its place in the dialogue. */

const corrects = phrasePattern(
  /^\*|\*$|\b(?:mejor|perdon|perdona|perdone|disculpa|me equivoque|equivocad[oa]|quise decir|queria decir|quiero decir|digo|corrijo|correccion|cambi[aeo](?:lo|la|le|me|melo|mela|mele)?|cambie(?:lo|la|me|mos)|cambiemos|en (?:vez|lugar) de|en realidad|al final|que sean?|hagamos|hagamosl[oa]|ponle|ponele|pongale|ponme|pon(?:lo|la)|mas bien|resulta que|siempre (?:no|si|somos|vamos)|ahora somos|ya somos|no[,.]? (?:son|es|somos|era|eran|sean?)|sorry|actually|i meant?|meant to say|make (?:it|that|them)|change (?:it|that|to|the|my)|instead|rather|wait|scratch that|correction|my bad|my mistake|better make|turns out|we're now|we are now|oops|ups|i mean|let's (?:do|make|say)|can we (?:do|make|say)|could (?:we|you) make|not \w+[,.]? but)\b|(?:^|\W)(?:not|no) (?:an? |the |la |el |las |los )?\d/,
);
const strongly = phrasePattern(
  /^\*|\*$|^no\b|\b(?:perdon|perdona|perdone|me equivoque|quise decir|quiero decir|corrijo|no[,.]? mejor|mejor (?:que sean?|son|pon\w*|cambi\w*|hagamos)|en (?:vez|lugar) de|al final|ahora somos|ya somos|sorry|actually|i meant?|make (?:it|that|them)|instead|scratch that|correction|my bad|turns out|oops|i mean|change (?:it|that))\b|\d[^\d]{1,20}\b(?:not|no) (?:an? |the |la |el |las |los )?\d/,
);
/** Does the turn take something back? */
export function correctionCue(folded: string): "none" | "weak" | "strong" {
  if (!corrects.test(folded) && !/^no[,. ]+\S/.test(folded)) return "none";
  return strongly.test(folded) ? "strong" : "weak";
}

const declines = phrasePattern(
  /\b(?:no (?:lo )?(?:se|sabria|recuerdo|me acuerdo|estoy segur[oa])|ni idea|(?:todavia|aun) no (?:se|sabemos|lo|estoy|tengo)|no (?:lo|la|le|los|las) tengo|no tengo|no cuento con|no uso|(?:luego|despues|mas tarde|ahorita|al rato|en un rato|manana|ya) (?:te|le|les|os) (?:digo|aviso|confirmo|paso|mando|cuento)|(?:te|le|les|os) (?:digo|aviso|confirmo|paso|mando) (?:luego|despues|mas tarde|al rato|en un rato|manana|ahorita|en un momento|cuando)|dejam[ee] (?:ver|checar|revisar|pensar|preguntar|consultar|buscar)|dej[ae]me (?:ver|checar|revisar|pensar|preguntar|consultar|buscar|verlo)|deja (?:veo|checo|reviso|pregunto|busco|lo veo|lo checo)|un (?:momento|momentito|segundo|segundito|minuto|ratito|rato|toque)|espera(?:me|te|n)?|esperame|aguant\w+|aguarda\w*|permit\w+|prefiero no|no quiero (?:dar|decir)|me da igual|da igual|da lo mismo|lo que sea|cualquiera|el que sea|(?:lo )?(?:tengo|tendria) que (?:ver|checar|preguntar|consultar|pensar|buscar)|lo (?:busco|checo|veo|reviso|pregunto|consulto|pienso)|voy a (?:ver|checar|preguntar|buscar|consultar|pensar)|i (?:don't|dont|do not) (?:know|remember|have|want to|recall)|not sure|no idea|dunno|idk|no clue|can't (?:remember|find)|haven't (?:decided|got)|rather not|i'd prefer not|don't want to (?:give|say|share)|let me (?:check|see|think|ask|look|find)|(?:i'll|ill|i will|will) (?:check|ask|tell you|let you know|get back|confirm|send|look|find|think)|(?:hold|hang) on|one (?:sec|second|moment|min|minute)|just a (?:sec|second|moment|min|minute)|gimme a|give me a|brb|later|whichever|whatever|i don't mind|doesn't matter|either(?: is| one| works)?|any of them|skip|need to (?:check|ask|think|look)|have to (?:check|ask|think|look)|neither|none of|ningun[oa] de)\b/,
);
const asksBack = phrasePattern(
  /\b(?:(?:where|how) (?:do|can|would) i (?:find|see|get|check)|where (?:is|would) (?:that|it) (?:be)?|(?:donde|como) (?:lo|la|los|las)? ?(?:encuentro|veo|consigo|busco|saco|aparece|sale|esta ese)|why do you (?:need|ask|want)|para que (?:lo|la|quieren|necesitan|es)|por que (?:lo|la|necesitan|piden)|what do you mean|what(?:'s| is) (?:that|the difference)|que significa|a que te refieres|como asi|cual es la diferencia|(?:which|what) (?:one )?(?:do|would) you recommend|cual (?:me |nos )?(?:recom(?:iend|end)\w+|es mejor|conviene)|que (?:me |nos )?recom(?:iend|end)\w+|(?:cuales|que) (?:opciones|otras|otros|mas) (?:hay|tienen|tienes)|what (?:are|were) (?:the|my) options|anything else available|(?:tienen|hay|tenes|tienes) otr[oa]s?|(?:do you have|is there|any) (?:another|other|anything)|can you repeat|me repit\w+|cual era|which was)\b/,
);
/** Asks something about the question instead of answering it. */
export function asksAboutIt(folded: string): boolean {
  return asksBack.test(folded);
}

/** Puts a question off, or will not answer it. */
export function declined(folded: string): boolean {
  return declines.test(folded);
}

/** Names a value without giving it: "mi teléfono es". */
export function breaksOff(folded: string): boolean {
  return /(?:\b(?:es|son|seria|is|are|it's|its|to|a|en|el|la|de|para|por|the|at|in|for|and|y|mi|my)|[:,…]|\.\.\.)$/.test(
    folded.trim(),
  );
}

const thanksWords =
  /\b(?:gracias+|grax|grcs|grs|thx|thanks?|thank (?:you|u)|thankyou|tysm|ty|cheers|ta|much appreciated|appreciate it|appreciated|te (?:lo )?agradezco|le agradezco|se agradece|agradecid[oa]|muy amable|god bless|gracia|dhanyavaad|shukriya)\b|^(?:🙏|❤|🙌|\ufe0f)+$/u;
const byeWords =
  /\b(?:adios|chau+|chao+|bye+|goodbye|good night|buenas noches|hasta (?:luego|pronto|manana|entonces|la proxima|la vista|el \w+|ahora)|nos vemos|ahi nos vemos|see (?:you|u|ya)|cya|ttyl|talk (?:soon|later)|speak (?:soon|later|\w+day)|take care|cuidate|cuidese|que (?:este|tenga|pase)[ns]? (?:bien|buen\w*|un|una|lindo|excelente)|have a (?:good|great|nice|lovely)\b.*|buen (?:dia|finde)|linda? (?:tarde|noche|dia)|feliz (?:tarde|noche|dia)|i'm off|cheerio|ta-?ra|laters)\b/;
const ackWords =
  /\b(?:ok+(?:ay|ey|i|is)?|vale+|dale+|va+|listo|perfecto?|genial|super|joya|barbaro|excelente|great|perfect|awesome|cool|nice|lovely|brilliant|fab(?:ulous)?|amazing|fantastic|sweet|excellent|good|fine|got it|noted|understood|entendido|entiendo|enterad[oa]|anotado|de acuerdo|bueno|buenisimo|sale|orale|de una|done|alright|right|bien|muy bien|esta bien|todo bien|estupendo|fenomenal|chevere|bacano|padre|crack|un crack|sos lo mas|eres un sol|you'?re the best|legend|star|mate|amigo|amiga|bro|parce|wey|guey|veci|vecin[oa]|jefe|jefa|sir|madam|ma'am|linda|mi|que|muchas|mil|muchisimas|so|very|a|lot|much|for|your|the|help|por|la|el|todo|todos|su|tu|ayuda|atencion|igualmente|tambien|then|entonces|y|and|all|everyone|guys|team|you|equipo|eso|es|era|that's|thats|it|sorted|si|yes|yep|yeah|no|problem|ya|quedo|quedamos|asi|pues|ah|oh|jaja|haha|lol|again|de nuevo|nuevamente|xx?|x)\b|\p{Extended_Pictographic}|\ufe0f|\u200d/gu;

const thanksSaid = phrasePattern(thanksWords);
const byeSaid = phrasePattern(byeWords);
const firstWord = /[\p{L}\p{Nd}]/u;
const ackHere = new RegExp(ackWords.source, "uy");

/** A turn that only thanks, says goodbye or acknowledges. */
export function closingAct(folded: string): "thanks" | "goodbye" | "ack" | undefined {
  if (folded.length > 90 || folded.includes("?")) return undefined;
  const thanks = thanksSaid.test(folded);
  const bye = byeSaid.test(folded);
  // Most turns begin with another word, and need no further look.
  const first = folded.search(firstWord);
  ackHere.lastIndex = Math.max(0, first);
  if (!thanks && !bye && first >= 0 && !ackHere.test(folded)) return undefined;
  const left = folded.replace(thanksWords, " ").replace(byeWords, " ").replace(ackWords, " ");
  const words = left.match(/[\p{L}\p{Nd}]+/gu)?.length ?? 0;
  if (thanks)
    return words <= 3 && !/\d/.test(left)
      ? bye && words === 0 && /^\W*(?:adios|chau|bye)/.test(folded)
        ? "goodbye"
        : "thanks"
      : undefined;
  if (bye) return words <= 2 ? "goodbye" : undefined;
  return words === 0 ? "ack" : undefined;
}

const greetingWords =
  /^(?:(?:h+o+l+a+s?|holi+s?|buen(?:o|os|as|a)?(?: dias?| tardes?| noches?)?|buenas|que tal|que onda|que mas|como (?:estas?|estan|va|andan?|andas)|hi+|hello+|hey+|hiya|heya|yo|howdy|sup|g'?day|morning|good (?:morning|afternoon|evening|day)|namaste|saludos|alo|there|todos|a todos|team|amigos?|veci|vecin[oa]|everyone|guys|all|alguien|hay alguien(?: (?:ahi|por ahi))?|anyone there|you there|estan ahi|disculpe|mucho gusto|sir|ma'am|madam|mate)[\s,.!?¡¿👋😊🙂-]*)+$/u;
/** A turn that only greets. */
export function greets(folded: string): boolean {
  return folded.length <= 60 && greetingWords.test(folded);
}

const another = phrasePattern(
  /\b(?:otr[oa]s?|un[oa] mas|lo mismo|igual(?:es)?|another|one more|second|a separate|the same|same (?:again|for|thing)|(?:uno|una) (?:tambien )?para|tambien (?:quiero|quisiera|necesito|para|una?|otr[oa])|also (?:for|book|need|one|i)|one for|and for)\b/,
);
const somebody = phrasePattern(
  /\b(?:(?:para|pa|pal) (?:mi|mis|un|una|el|la|su|otr[oa]|nuestr[oa]) ?(?:\w+)|for (?:my|a|our|his|her|another) (?:\w+)|para (?:ella|el|ellos)|for (?:her|him|them))\b/,
);
const sameThing = phrasePattern(
  /\b(?:igual(?:es|ito)?|lo mismo|la misma|el mismo|same|identical|tambien|also|too|otr[oa]|another|one more|as well)\b/,
);
/** A second one of the same: for somebody else; `same`: with the same service unless it is said. */
export function anotherOne(folded: string): { another: boolean; same: boolean } {
  // "The other order" is one that exists.
  const again = another.test(folded) && !/\b(?:el|la|mi|tu|the|my) (?:otr[oa]|other)\b/.test(folded);
  const asks = again && (somebody.test(folded) || /\b(?:otr[oa]|another|one more|second|separate)\b/.test(folded));
  return { another: asks, same: asks && sameThing.test(folded) };
}
