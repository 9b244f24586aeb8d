import type { Entity } from "../entity.ts";
import { phrasePattern } from "../phrase-pattern.ts";
import { foldWord } from "../text.ts";
import type { Clause } from "./clauses.ts";

/** Questions that offer a value: "¿puede ser a las 8?", "could you do Friday?". */
const proposes = phrasePattern(
  /\b(?:puede ser|podria ser|se puede|se podria|puedes|podes|podrias|podrian|pueden|podemos|podriamos|te (?:va|viene|sirve|queda)|le (?:va|viene|queda|sirve)|les (?:va|queda)|can (?:you|we|i) (?:do|make|have|come|get|book|say)|could (?:you|we|i)|would|how about|what about|que tal|estaria bien|esta bien|is .{1,20} (?:ok|okay|fine|possible|good|free|available)|works?|hay (?:a|para|el)|tienen (?:a|para|el|algo)|tenes (?:a|para|el|algo)|tienes (?:a|para|el|algo)|tendran|mejor|reserv\w+|agend\w+|cita|turno|mesa|book|table|appointment|haircut|hueco|hora para|can i (?:get|order|have)|could i (?:get|order|have)|may i|quiero|quisiera|me (?:das|da|dan|pones|mandas?|mandan|traes|traeis|guardais?|apartas?|separas?|llevan?)|cambi\w+|mov(?:er|emos|emoslo|elo)|pas(?:ar|amos|arlo|arla)|move|change|switch|swap|make it|do you have anything|anything|(?:have|got|hay|tienen|tienes|tenes|teneis) (?:a |an |any |un[oa]? |algun\w* )?(?:rooms?|space|spot|court|class|habitaci\w+|cuartos?|lugar|sitio|espacio|cancha|pista|clase|cupo|huecos?|disponibilidad|availability))\b/,
);

const small = new Set(
  "a al el la los las de del en por para que y o e si es son tipo como unos unas the at on in for of to or and is it about around maybe ok okay then pm am hs h hrs please pls porfa favor hoy".split(
    " ",
  ),
);

/** Entities that may be values: those of statements, of proposals, and of a bare value with a question mark. */
export function usableEntities(entities: readonly Entity[], clauses: readonly Clause[], original: string): Entity[] {
  return entities.filter((entity) => {
    const clause = clauses.find(({ start, end }) => entity.start >= start && entity.start < end);
    if (clause === undefined || !clause.question) return true;
    return proposes.test(clause.folded) || isBare(clause, entities, original);
  });
}

/** Nothing but values and small words. */
function isBare(clause: Clause, entities: readonly Entity[], original: string): boolean {
  let rest = "";
  let from = clause.start;
  for (const { start, end } of entities) {
    if (start < from || end > clause.end) continue;
    rest += `${original.slice(from, start)} `;
    from = end;
  }
  rest += original.slice(from, clause.end);
  return saysNothing(foldWord(rest));
}

const everyWord = /\p{L}+/gu;

/** Small words only. */
export function saysNothing(folded: string): boolean {
  return (folded.match(everyWord) ?? []).every((word) => small.has(word));
}
