import { commonWords } from "../catalog/common-words.ts";
import { type Candidate, nothingAt } from "../recognizer.ts";
import type { Text } from "../text.ts";
import { wordSet } from "./word-set.ts";

/** Words of a vehicle, behind which a plate may stand. */
export const vehicleWords =
  wordSet(`coche carro auto moto camioneta furgoneta vehiculo taxi uber troca camion car van truck vehicle bike scooter cab
  reg registration plate plates placa placas patente patentes matricula chapa dominio`);
const named = wordSet("reg registration plate plates placa placas patente patentes matricula chapa dominio");

/** Spain, Argentina old and new, Colombia, Mexico, Great Britain, India, the United States. */
const plate =
  /^(?:\d{4}[ -]?[a-z]{3}|[a-z]{2}[ -]?\d{3}[ -]?[a-z]{2}|[a-z]{3}[ -]?\d{2,4}(?:[ -]?[a-z]|-\d{2})?|[a-z]{2}\d{2} ?[a-z]{3}|[a-z]{2}[ -]?\d{1,2}[ -]?[a-z]{1,3}[ -]?\d{4}|\d[a-z]{3}\d{3})(?![a-z\d])/;

const nearest = 28;

/** "coche 4471 KLM", "patente AC 123 BD": what stands behind a vehicle word at token `at`; in capitals unless the word names a plate. */
export function plateAfter(text: Text, at: number): Candidate | undefined {
  const cue = text.tokens[at];
  if (cue === undefined) return undefined;
  for (let index = at + 1; index < at + 5; index++) {
    const token = text.tokens[index];
    if (token === undefined || token.start - cue.end > nearest) return undefined;
    if (token.kind === "sign") {
      if (!".:º°#-(,".includes(token.text)) return undefined;
      continue;
    }
    const found = plate.exec(text.folded.slice(token.start, token.start + 14))?.[0];
    if (found === undefined) continue;
    // "placas 2000 con todo"
    if (commonWords.has(/[a-z]{3,}/.exec(found)?.[0] ?? "")) return undefined;
    const end = token.start + found.length;
    const typed = text.original.slice(text.originalIndex(token.start), text.originalIndex(end));
    return named.has(cue.text) || typed === typed.toUpperCase() ? nothingAt(token.start, end) : undefined;
  }
  return undefined;
}
