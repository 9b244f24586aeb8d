import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../figure.ts";
import { type EntityScore, scoreEntities } from "./entities.ts";

const named = ["person", "location", "org"];
const deterministic = [
  ...["phone", "email", "url", "mention", "money", "datetime", "duration", "quantity", "number", "ordinal"],
  ...["percentage", "temperature", "age", "order_id", "product"],
];

type Measure = {
  id: string;
  /** Part of the file's name. */
  file: string;
  type: string;
  /** Goals; absent: not part of the goals. */
  f1?: number;
  value?: number;
  /** Of the best library, F1 / value. */
  library?: string;
};

const measures: readonly Measure[] = [
  { id: "E3", file: "phones", type: "phone", f1: 98.5, value: 98, library: "95.8 / 91.7" },
  { id: "E4", file: "fbtod.es", type: "datetime", f1: 92, library: "86.7" },
  { id: "E4", file: "fbtod.en", type: "datetime", f1: 90, library: "84.1" },
  { id: "E4", file: "restaurant8k", type: "datetime", f1: 88, library: "76.4" },
  { id: "E5", file: "recognizers.es", type: "datetime", value: 82, library: "62.9" },
  { id: "E5", file: "recognizers.en", type: "datetime", value: 82, library: "67.0" },
  { id: "E5", file: "duckling.es", type: "datetime", value: 85, library: "50.0" },
  { id: "E5", file: "duckling.en", type: "datetime", value: 70, library: "23.7" },
  { id: "E6", file: "recognizers.es", type: "money", f1: 93, library: "76.5" },
  { id: "E6", file: "recognizers.en", type: "money", f1: 95, library: "90.0" },
  { id: "E6", file: "duckling.es", type: "money", f1: 90, library: "44.4" },
  { id: "E6", file: "duckling.en", type: "money", f1: 90, library: "70.1" },
  { id: "E6", file: "nlupp", type: "money", f1: 95, library: "90.7" },
  { id: "E7", file: "recognizers.es", type: "number", f1: 95, library: "100" },
  { id: "E7", file: "recognizers.en", type: "number", f1: 95, library: "95.1" },
  { id: "E7", file: "recognizers.es", type: "percentage", f1: 95, library: "100" },
  { id: "E7", file: "recognizers.en", type: "percentage", f1: 95, library: "100" },
  { id: "E7", file: "recognizers.es", type: "ordinal", f1: 95 },
  { id: "E7", file: "recognizers.en", type: "ordinal", f1: 95 },
  { id: "E7", file: "recognizers.es", type: "quantity", f1: 95, library: "95.8" },
  { id: "E7", file: "recognizers.en", type: "quantity", f1: 95, library: "89.7" },
  { id: "E8", file: "restaurant8k", type: "person", f1: 75, library: "56.3" },
];

/** E1 to E8 of the goals. */
export function entityFigures(data: string, results: string): Figure[] {
  return [...chatFigures(data, results), ...publicFigures(data, results)];
}

function chatFigures(data: string, results: string): Figure[] {
  const files = readdirSync(join(data, "entities")).filter((name) => /^chat.*\.jsonl$/.test(name));
  return files.flatMap((file) => {
    const all = (types: readonly string[]) => scoreEntities(data, results, [file], types).reports[0]?.scores;
    const certain = lineOf(all(deterministic), "ALL");
    const every = lineOf(all([...deterministic, ...named]), "ALL");
    return [
      {
        id: "E1",
        measure: `${file}: deterministic types, micro-F1`,
        value: certain.f1,
        goal: 96,
        library: "60.2 (all types)",
      },
      {
        id: "E1",
        measure: `${file}: deterministic types, value right`,
        value: certain.value,
        goal: 96,
        library: "56.4 (all types)",
      },
      { id: "E2", measure: `${file}: all 18 types, micro-F1`, value: every.f1, goal: 90, library: "60.2" },
    ];
  });
}

function publicFigures(data: string, results: string): Figure[] {
  const files = [...new Set(measures.map(({ file }) => file))];
  const scores = new Map(files.map((file) => [file, scoreEntities(data, results, [file]).reports[0]?.scores]));
  return measures.flatMap(({ id, file, type, f1, value, library }) => {
    const line = lineOf(scores.get(file), type);
    const beside = library === undefined ? {} : { library };
    const figures: Figure[] = [];
    if (f1 !== undefined) figures.push({ id, measure: `${file}: ${type} F1`, value: line.f1, goal: f1, ...beside });
    if (value !== undefined) {
      figures.push({ id, measure: `${file}: ${type} value right`, value: line.value, goal: value, ...beside });
    }
    return figures;
  });
}

function lineOf(scores: readonly EntityScore[] | undefined, type: string): Pick<EntityScore, "f1" | "value"> {
  return scores?.find((line) => line.type === type) ?? { f1: Number.NaN, value: Number.NaN };
}
