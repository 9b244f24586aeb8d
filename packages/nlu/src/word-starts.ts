import { beginningAt, beginnings as beginningCount } from "./phrase-beginnings.ts";

/** Up to 31 patterns that are asked about the same texts: which of them may begin with each three signs, a bit each. */
export type StartTable = { readonly masks: Int32Array; size: number };

/** The words of a text where a pattern of a table may begin. */
export type WordStarts = {
  readonly places: readonly number[];
  /** Of each place, the bits of the patterns; and of all places together. */
  readonly masks: readonly number[];
  readonly all: number;
};

const tables: StartTable[] = [];
const mostInTable = 31;

/** Enters a pattern by the beginnings of its matches, one bit each (`Beginnings.bits`); gives its table and its bit there. */
export function enterStarts(bits: Uint8Array): { table: StartTable; bit: number } {
  let table = tables.at(-1);
  if (table === undefined || table.size === mostInTable) {
    table = { masks: new Int32Array(beginningCount), size: 0 };
    tables.push(table);
  }
  const bit = 1 << table.size++;
  for (let beginning = 0; beginning < beginningCount; beginning++)
    if (((bits[beginning >> 3] ?? 0) & (1 << (beginning & 7))) !== 0)
      table.masks[beginning] = (table.masks[beginning] ?? 0) | bit;
  return { table, bit };
}

let last: { folded: string; starts: Map<StartTable, WordStarts> } = { folded: "", starts: new Map() };

/** One pass over a text for all patterns of a table that are asked about it in a row. */
export function wordStartsOf(folded: string, table: StartTable): WordStarts {
  if (folded !== last.folded) last = { folded, starts: new Map() };
  let starts = last.starts.get(table);
  if (starts === undefined) {
    starts = findStarts(folded, table);
    last.starts.set(table, starts);
  }
  return starts;
}

function findStarts(folded: string, { masks: masksOf }: StartTable): WordStarts {
  const places: number[] = [];
  const masks: number[] = [];
  let all = 0;
  let before = false;
  for (let at = 0; at < folded.length; at++) {
    const inside = isWordCode(folded.charCodeAt(at));
    const mask = inside && !before ? (masksOf[beginningAt(folded, at)] ?? 0) : 0;
    if (mask !== 0) {
      places.push(at);
      masks.push(mask);
      all |= mask;
    }
    before = inside;
  }
  return { places, masks, all };
}

/** As `\w` sees it. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95;
}
