import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createEntityExtractor } from "@parley/nlu/extract-entities";
import { createRecognizers } from "@parley/nlu/recognizers";
import { expect, test } from "vitest";
import { z } from "zod";
import { contextOf } from "./eval/nlu/entities.ts";

// Written for this project by somebody who knew the conventions, not the program: a guard, not a measure.
const folder = fileURLToPath(new URL("./fixtures/understanding/", import.meta.url));
const Item = z.looseObject({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  scope: z.array(z.string()),
  ref: z.string(),
  tz: z.string(),
  region: z.string(),
  entities: z.array(z.looseObject({ type: z.string(), start: z.number(), end: z.number(), value: z.unknown() })),
});
const named = new Set(["person", "location", "org"]);

const items = readFileSync(`${folder}messages.jsonl`, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => Item.parse(JSON.parse(line)));
const extract = createEntityExtractor(createRecognizers());

type Span = { type: string; start: number; end: number };
const same = (a: Span) => (b: Span) => a.type === b.type && a.start === b.start && a.end === b.end;

/** Micro-F1 by type and exact span, in percent. */
function f1(wanted: (type: string) => boolean): number {
  let right = 0;
  let all = 0;
  for (const item of items) {
    const gold = item.entities.filter(({ type }) => wanted(type));
    const found = extract(item.text, contextOf(item)).filter(({ type }) => wanted(type));
    right += gold.filter((entity) => found.some(same(entity))).length;
    all += gold.length + found.length;
  }
  return (200 * right) / all;
}

test("messages of another writer are read as well as ever: types by grammar", () => {
  expect(f1((type) => !named.has(type))).toBeGreaterThan(94);
});

test("and with persons, places and organisations", () => {
  expect(f1(() => true)).toBeGreaterThan(91);
});
