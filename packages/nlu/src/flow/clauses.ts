import type { Entity } from "../entity.ts";
import { beginningAt, beginningsOf, mayBeginWith } from "../phrase-beginnings.ts";
import type { Text } from "../text.ts";

/** A part of a text between stops; offsets are those of the original. */
export type Clause = {
  start: number;
  end: number;
  /** Folded, without the stop at its end. */
  folded: string;
  question: boolean;
};

/** Characters and clauses of a text that the flow looks at: a longer text is no short answer. */
const mostLooked = 600;
const mostClauses = 24;

const stops = new Set(Array.from(".!?;¿¡\n", (sign) => sign.charCodeAt(0)));
const [comma, space, questionMark] = [44, 32, 63];
const breakers =
  /^(?:pero|oye|oiga|oigan|but|btw|by the way|por cierto|y de paso|de paso|also|ademas|otra cosa|una pregunta|una consulta|one more thing|quick question)\b/;
const breakerBeginnings = beginningsOf(breakers.source);
const interrogative =
  /^(?:(?:oye|oiga|che|y|and|also|hm+|mm+|oh|pero|but|so|hey|hola|ok|disculpa|perdon|sorry|una pregunta|quick question)[, ]+)*(?:(?:a|de|en|por|para|hasta|desde|con) )?(?:que (?:hora|dia|precio|valor|horario|tal|tan|incluye|lleva|trae|colores|tallas|formas|metodos|opciones|otr[oa]s|es|son|pasa|necesit\w+|hay|tienen|cuesta|dias|zonas?)|cual(?:es)?|cuant[oa]s?|cto|donde|quien(?:es)?|por que|como (?:es|son|hago|funciona|puedo|pago|llego|se|lo|te|le|va|seria|hacemos)|cuando (?:llega|sale|es|abren|puedo|estaria|me|lo|la|seria)|tienen|tienes|tenes|teneis|hay|hacen|haceis|abren|abris|cierran|aceptan|acepta|aceptas|aceptais|venden|manejan|puedo|podria|se puede|pueden|puedes|podes|podeis|me pueden|me podes|me puede|what|what's|whats|how|where|when|which|who|why|do (?:you|u|i|we|they)|does|did|can (?:i|you|u|we)|could (?:i|you|u|we)|is (?:there|it|the|that|this)|are (?:you|u|there|they|the)|will (?:it|you|they|the)|would (?:it|you)|any (?:chance|idea|parking))\b/;

/** A text in clauses; a clause is never cut inside an entity. */
export function clausesOf(text: Text, entities: readonly Entity[]): Clause[] {
  const clauses: Clause[] = [];
  const limit = Math.min(text.folded.length, mostLooked);
  let from = 0;
  for (let index = 0; index < limit && clauses.length < mostClauses; index++) {
    const code = text.folded.charCodeAt(index);
    // Most signs are letters.
    if (code >= 97 && code <= 122) continue;
    const stands =
      code === comma || code === space
        ? from < index && breaksBehind(text.folded, index)
        : stops.has(code) && endsClause(text.folded, index);
    if (!stands || isInEntity(text.originalIndex(index), entities)) continue;
    const clause = clauseOf(text, from, index, code === questionMark);
    if (clause !== undefined) clauses.push(clause);
    from = index + 1;
  }
  const last = from < limit && clauses.length < mostClauses ? clauseOf(text, from, limit, false) : undefined;
  if (last !== undefined) clauses.push(last);
  return clauses;
}

function clauseOf(text: Text, from: number, to: number, asked: boolean): Clause | undefined {
  const folded = text.folded.slice(from, to);
  const leading = folded.length - folded.trimStart().length;
  const trimmed = folded.trim();
  if (trimmed === "") return undefined;
  const start = text.originalIndex(from + leading);
  const end = text.originalIndex(from + leading + trimmed.length);
  return { start, end, folded: trimmed, question: asked || interrogative.test(trimmed) };
}

function isInEntity(at: number, entities: readonly Entity[]): boolean {
  return entities.some(({ start, end }) => at > start && at < end);
}

function isOther(folded: string, at: number): boolean {
  return breakerBeginnings !== undefined && !mayBeginWith(breakerBeginnings, beginningAt(folded, at));
}

/** Of a text behind a comma or space. */
const looked = 24;

/** One of the breakers begins behind a comma or space. */
function breaksBehind(folded: string, index: number): boolean {
  let next = index + 1;
  while (next < index + looked && folded.charCodeAt(next) === space) next++;
  const code = folded.charCodeAt(next);
  if (code > space && code < 128 && isOther(folded, next)) return false;
  return breakers.test(folded.slice(index + 1, index + looked).trimStart());
}

/** "1.250" and "st.john" go on after their point; a street's "Av. Sur" is left to the entities. */
function endsClause(folded: string, index: number): boolean {
  const sign = folded[index];
  if (sign !== ".") return true;
  const next = folded[index + 1];
  return next === undefined || next === " " || next === "\n" || next === ".";
}

const lead =
  /^(?:(?:a+h+|e+h+|o+h+|u+y|a+y|m[mh]+|h+m+|e+m+|u+m+|u+h+|er+|pues|pos|pus|bueno pues|y|e|and|so|well|then|entonces|este|a ver|oye|oiga|che|hola|holi|buenas(?: tardes| noches)?|buen(?:os)? dias?|hey|hi|hello|hiya|good (?:morning|afternoon|evening)|disculpa|disculpe|mira|mire|ja(?:ja)+|lol|haha+|cierto|verdad|right|ok(?:ay|ey|i)?|vale|listo|claro|perfecto|genial|great|perfect|thanks|thank you|gracias|si|yes|yeah|yep|sure|sorry|perdon)(?=[\s,.:!…-]|$)[\s,.:!…-]*)+/;

/** The part of a folded text after "ah sí," and the like: its offset. */
export function afterLead(folded: string): number {
  return lead.exec(folded)?.[0].length ?? 0;
}
