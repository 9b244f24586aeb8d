import { units } from "../entities/unit-lexicon.ts";

/** Multiplier and English unit of a count that was asked for: docenas = 12 unit. */
export type ImpliedUnit = { unit: string; times: number };

/** What the unit lexicon cannot know from single words. Folded. */
const phrases: readonly (readonly [RegExp, string, number?])[] = [
  [/\b(?:metros? cuadrados|m2|mts2|square met(?:er|re)s?|sqm)\b/, "square_meter"],
  [/\b(?:square (?:feet|foot|footage)|sq ?ft|pies cuadrados)\b/, "square_foot"],
  [/\b(?:metros? cubicos|m3|cubic met(?:er|re)s?)\b/, "cubic_meter"],
  [/\b(?:centenas?|cientos|hundreds?)\b/, "unit", 100],
  [
    /\b(?:gente|cuant[oa]s (?:son|seran|van|vienen|sois|serian|somos|vendran|irian)|how many (?:of you|are you|will you be|are coming))\b/,
    "person",
  ],
  [/\b(?:noches?|nights?)\b/, "night"],
];

const flats =
  /\b(?:pis[ol]s?|depto|departamento|apartamento|apto|casa|local|terreno|lote|superficie|area|habitacion|cuarto|salon|oficina|flat|house|room|apartment|floor|lawn|garden|property|office|roof|techo|pared(?:es)?|pintar|patio)\b/;

/** The unit that a question's (folded) words imply for a bare number; `unit` (pieces) when they name none. */
export function impliedUnit(asked: string, slot: string): ImpliedUnit {
  const phrase = phrases.find(([pattern]) => pattern.test(asked));
  if (phrase !== undefined) return { unit: phrase[1], times: phrase[2] ?? 1 };
  const counted = /\b(?:cuant[oa]s?|how many|how much|cantidad de|numero de|number of)\b(.*)/.exec(asked)?.[1] ?? "";
  const named = unitIn(counted) ?? unitIn(asked);
  if (named?.unit === "meter" && (flats.test(asked) || areaSlot.test(slot))) return { unit: "square_meter", times: 1 };
  if (named?.unit === "foot" && areaSlot.test(slot)) return { unit: "square_foot", times: 1 };
  if (named !== undefined) return named;
  if (/people|guests|person|pax|party/i.test(slot)) return { unit: "person", times: 1 };
  if (/weight|peso/i.test(slot)) return { unit: "kilogram", times: 1 };
  return { unit: areaSlot.test(slot) ? "square_meter" : "unit", times: 1 };
}

const areaSlot = /area|surface|superficie|size|m2|sqm/i;

const everyWord = /\p{L}+/gu;

function unitIn(words: string): ImpliedUnit | undefined {
  for (const word of words.match(everyWord) ?? []) {
    const unit = units.get(word);
    // "can you" and "a set of" are no counts, single letters only stand behind digits.
    if (unit !== undefined && unit.only !== "letter" && !/^(?:can|bar|set|case|pie|par|nos|cup|pers)$/.test(word))
      return { unit: unit.name, times: unit.times };
  }
  return undefined;
}

/** Of an age: months and weeks when the question asks for them. */
export function impliedAgeUnit(asked: string): string {
  if (/\b(?:meses|months?)\b/.test(asked) && !/\b(?:anos|years?)\b/.test(asked)) return "month";
  if (/\b(?:semanas|weeks?)\b/.test(asked)) return "week";
  return "year";
}

/** The ISO 8601 designator of a bare count of time, "PT{n}H" as `["PT", "H"]`. */
export function impliedDuration(asked: string): readonly [string, string] {
  if (/\b(?:noches?|nights?|dias?|days?)\b/.test(asked)) return ["P", "D"];
  if (/\b(?:semanas?|weeks?)\b/.test(asked)) return ["P", "W"];
  if (/\b(?:meses|mes|months?)\b/.test(asked)) return ["P", "M"];
  if (/\b(?:anos?|years?)\b/.test(asked)) return ["P", "Y"];
  if (/\b(?:minutos?|minutes?|mins?)\b/.test(asked)) return ["PT", "M"];
  return ["PT", "H"];
}
