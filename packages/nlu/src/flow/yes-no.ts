import { phrasePattern } from "../phrase-pattern.ts";
import { afterLead, type Clause } from "./clauses.ts";

const yesThoughNo =
  /^(?:no hay (?:problema|drama|lio|pedo|bronca|falla)|no problem|no prob|no worries|no pasa nada|no me molesta|no tengo (?:problema|drama|inconveniente)|i don't mind|don't mind|sin (?:problema|drama|lio)s?|por que no|why not|como no|no faltaba mas|ok no hay)\b/;
const noThoughYes =
  /^(?:claro que no|por supuesto que no|of course not|obvio (?:que )?no|pues no|creo que no|yo creo que no|i don't think so|i guess not|mejor no|not really|la verdad (?:que )?no|ahora no|ahorita no|por ahora no|de momento no|todavia no|aun no|not yet|not now|not today|para nada|en absoluto|absolutely not|definitely not|que va|ni hablar|tampoco|si no)\b/;
const noStart =
  /^(?:no+|nop+|nope|nel|nah+|na|nao|negativo|negative|nada|nothing|ningun[oa]?|none|never ?mind|dejalo|dejala|dejelo|deja asi|dejemoslo asi|don't|dont|do not|please don't|not|rather not|i'd rather not|mejor lo dej\w+)(?=[\s,.!:;…👎❌🙏-]|$)/u;
const yesStart =
  /^(?:s+i+|sip+i?|see+|sep|seh|simon|clar[oi]+|dale+|va+|vale+|okey?|oki+s?|okay|ok+|sale+|listo|perfecto|perfect|correcto|exacto|exactamente|de acuerdo|por supuesto|obvio|desde luego|venga|bueno|buenisimo|adelante|confirmo|confirmado|confirmada|confirmadisimo|confirmamos|asi es|eso es|eso mismo|andale|orale|arre|aja|esta (?:bien|perfecto|genial)|me (?:parece|sirve|va|viene|queda|gusta|late)(?: \w+)?|de una|hagale|hagalo|hazlo|hacelo|hacedlo|genial|barbaro|joya|estupendo|fenomenal|excelente|buena|con gusto|encantad[oa]|afirmativo|por favor|porfa(?:vor|s)?|porfis|plis|quiero|me encantaria|te lo agradezco|yes+|yep+|yeah*|yea|yup+|ye|ya+|yah|yas|aye|y|sure+|of course|absolutely|definitely|certainly|totally|please|pls|plz|go (?:ahead|for it)|do it|do that|sounds? (?:good|great|perfect|fine|lovely)|great|fine|fab|lovely|brilliant|cool|works|that works|that(?:'s| is|s)? (?:fine|ok|okay|good|great|perfect|right|correct|works)|that'?d be|that would be|it is|it does|i (?:do|would|am|will|think so|guess so|confirm)|we (?:do|would|are|will)|works for me|correct|right|exactly|alright|all good|confirmed?|deal|done|agreed|haan?|ji|indeed|creo que si|yo creo que si|i think so|con todo gusto|ahora si|ahora ya si|eso si|tambien)(?=[\s,.!:;…👍🙏🙌-]|$)/u;
const lateYes = /^(?:\p{L}+ ){1,4}(?:si|yes)(?:[,.! ]*$|,)/u;
const yesSign = /^[👍👌✅🙌🆗💯🤝]/u;
const noSign = /^[👎❌🚫🙅]/u;

const dropWords = phrasePattern(
  /\b(?:cancel\w*|anul\w*|elimin\w*|borr\w*|quit\w*|drop\w*|remov\w*|delet\w*|devolv\w*|devuelv\w*|return\w*|baja)\b/,
);
const keepWords = phrasePattern(
  /\b(?:keep|leave (?:it|them|that)|mant[eu]n\w*|mantien\w*|conserv\w*|(?:me |nos )?l[oae]s? qued\w*|me qued\w*|quedatel\w*|dejal[oae]s?|dejel[oae]s?|dejenl[oae]s?|dejaml[oae]s?|deja(?:mos)?l[oae] asi|l[oae]s? dej[oae]\w*|(?:guard|apart|reserv|separ)(?:a|e)(?:r|n|d)?(?:me|nos)?l[oae]s?|(?:put|set) (?:it|them|one|that) aside|hold (?:it|them|one|that)|sig[ao] con|still want|still need)\b/,
);
const negated = phrasePattern(/\b(?:no|not|don't|dont|do not|nunca|never|sin)\b/);
const enough = phrasePattern(
  /\b(?:(?:eso|esto|asi|con eso|solo eso|nomas eso|eso nomas) (?:es|seria|fue|esta|estaria|queda|estamos)? ?(?:todo|bien|perfecto|listo|bueno|suficiente)|es todo|seria todo|nada mas|mas nada|(?:solo|solamente|nomas|unicamente) (?:eso|esto)|eso nomas|con eso|that(?:'s| is|s|ll be|'ll be| will be) (?:all|it|everything|enough)|that'?ll do|nothing else|just (?:that|this)|only that|i'?m (?:good|ok|okay|fine|all set|done)|we'?re (?:good|ok|fine|all set|done)|all set|all good|all done|no more|nope)\b/,
);
/** "Anything else?": enough means no. */
const asksForMore = phrasePattern(
  /\b(?:algo mas|alguna otra|otra cosa|algo adicional|alguna cosa|mas cosas|anything (?:else|more)|something else|what else|any more|all for today|se te ofrece|puedo ayudar\w*|can i help)\b/,
);

/** What a turn says to a yes-or-no question that was asked with these (folded) words; undefined if neither. */
export function yesOrNo(clauses: readonly Clause[], asked: string): "yes" | "no" | undefined {
  const more = asksForMore.test(asked);
  for (const clause of clauses) {
    if (
      clause.question &&
      !/^(?:si|no|ok|yes|dale|va|vale|please|por favor|por que no|why not|como no)\b/.test(clause.folded)
    )
      continue;
    const verdict = verdictOf(clause.folded, asked, more);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

function verdictOf(folded: string, asked: string, more: boolean): "yes" | "no" | undefined {
  if (more && enough.test(folded)) return "no";
  const plain = withoutFiller(folded);
  const rest = folded.slice(afterLead(folded));
  const byVerb = more ? undefined : verbVerdict(rest === "" ? plain : rest, asked);
  if (byVerb !== undefined) return byVerb;
  if (yesThoughNo.test(plain)) return "yes";
  if (noThoughYes.test(plain) || noThoughYes.test(rest)) return "no";
  if (conditional(plain)) return undefined;
  // "y la funda sí, guárdamela": the yes stands behind what it is about.
  if (lateYes.test(plain) && !negated.test(plain)) return "yes";
  const late = /^(?:ok(?:ay|ey)?|bueno|gracias|thanks|vale|right|pues)[\s,.]+(.*)$/.exec(plain)?.[1];
  if (late !== undefined && noStart.test(late)) return "no";
  if (noStart.test(plain) || noSign.test(plain)) return "no";
  if (yesStart.test(plain) || yesSign.test(plain)) return "yes";
  return undefined;
}

const filler =
  /^(?:(?:a+h+|e+h+|o+h+|u+y|a+y|m[mh]+|h+m+|e+m+|u+m+|u+h+|er+|pues|pos|pus|y|and|so|well|then|entonces|este|a ver|oye|oiga|che|hola|hey|hi|hello|disculpa|mira|ja(?:ja)+|lol|haha+|jaja|but|pero|perdon|sorry)(?=[\s,.:!…-]|$)[\s,.:!…-]*)+/;

function withoutFiller(folded: string): string {
  const rest = folded.replace(filler, "");
  return rest === "" ? folded : rest;
}

/** "si puedes" and "si hay" set a condition. */
function conditional(folded: string): boolean {
  return /^si (?:se|hay|tienen|tienes|tenes|puede[sn]?|pueden|podes|quieres|gustas|fuera|quedan?|tuvier\w+|hubier\w+|llego|alcanz\w+|no)\b/.test(
    folded,
  );
}

/** "no, wait, keep it": the no stands by itself. In English a bare no never denies a verb. */
const plainNo =
  /^(?:no+|nope|nah)(?:[\s,.!;]+(?:wait|espera\w*|mejor|please|por favor|gracias|thanks?|actually|i'd rather|better)|\s*[,.!;]|(?= (?:keep|leave|don't|cancel)\b))+/;

const leaves = /\b(?:leave|leaving|left|drop(?:ping)?|dej\w+)\b/;
const waits = /\b(?:wait(?:ing)?|stay(?:ing)?|esper\w+|me quedo|nos quedamos)\b/;

/** "I'll wait there" after "will you leave the car?" is a no. */
function waitVerdict(folded: string, asked: string): "yes" | "no" | undefined {
  if (!/^(?:then |entonces |pues |ok )?(?:i'll|i will|we'll|i'd|i can|yo |lo |la |voy a|prefiero|mejor )/.test(folded))
    return undefined;
  const [asksLeave, asksWait] = [leaves.test(asked), waits.test(asked)];
  const [saysLeave, saysWait] = [leaves.test(folded), waits.test(folded)];
  if (asksLeave === asksWait || saysLeave === saysWait || negated.test(folded)) return undefined;
  return asksLeave === saysLeave ? "yes" : "no";
}

/** "leave it" after "still want to cancel?" is a no; the verb of the question itself is a yes. */
function verbVerdict(folded: string, asked: string): "yes" | "no" | undefined {
  const drops = dropWords.test(folded);
  const keeps = keepWords.test(folded);
  if (drops === keeps) return waitVerdict(folded, asked);
  const not = negated.test(folded.replace(plainNo, ""));
  const askedDrop = dropWords.test(asked);
  const askedKeep = /\b(?:keep|hold|apart\w*|guard\w*|mant\w*|dej\w*|save|reserv\w*|confirm\w*)\b/.test(asked);
  if (!askedDrop && !askedKeep) return undefined;
  const wantsDrop = drops !== not;
  return wantsDrop === askedDrop ? "yes" : "no";
}
