import type { Token } from "../text.ts";
import { cardinalAt } from "./cardinal.ts";
import { numberWords } from "./number-lexicon.ts";
import { ordinalWords } from "./ordinal-lexicon.ts";

const scales = new Map<string, number>([
  ["milesimo", 1e3],
  ["millonesimo", 1e6],
  ["billonesimo", 1e12],
  ["thousandth", 1e3],
  ["millionth", 1e6],
  ["billionth", 1e9],
  ["trillionth", 1e12],
]);

/** Places beyond a thousand: "dosmilésimo tricentésimo séptimo", "tres millones milésimo primero", "three trillionth". */
export function greatOrdinalAt(tokens: readonly Token[], at: number): { value: number; to: number } | undefined {
  const count = cardinalAt(tokens, at);
  const from = count?.to ?? at;
  const scale = scaleAt(tokens[from]?.text ?? "");
  if (scale === undefined || count?.value === 1 || (count === undefined && scale.times === 1 && scale.value > 1e5))
    return undefined;
  // "dos mil millonésimo" counts millions; a thousandth adds to millions before it.
  const head = (count?.value ?? 1) * scale.times * scale.value;
  let value = count !== undefined && scale.value === 1e3 && count.value > 1e6 ? thousands(count.value) : head;
  let to = from + 1;
  let last = 1000;
  for (
    let next = ordinalWords.get(tokens[to]?.text ?? "");
    next !== undefined && next < last;
    next = ordinalWords.get(tokens[to]?.text ?? "")
  ) {
    value += next;
    last = next;
    to++;
  }
  return { value, to };
}

/** The last group below a million counts thousands. */
function thousands(value: number): number {
  const rest = value % 1e6;
  return value - rest + rest * 1000;
}

function scaleAt(word: string): { value: number; times: number } | undefined {
  const parts = /^([a-z]*?)(milesim|millonesim|billonesim)[oa]$/.exec(word);
  if (parts === null) {
    const value = scales.get(word);
    return value === undefined ? undefined : { value, times: 1 };
  }
  const [, stem = "", name = ""] = parts;
  const times = stem === "" ? 1 : (numberWords.get(stem)?.value ?? numberWords.get(stem.replace(/s$/, ""))?.value);
  const value = scales.get(`${name}o`);
  return times === undefined || value === undefined ? undefined : { value, times };
}
