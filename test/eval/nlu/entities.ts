import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Entity } from "@parley/nlu/entity";
import { createEntityExtractor, type EntityExtractor } from "@parley/nlu/extract-entities";
import { type CatalogName, createRecognizers } from "@parley/nlu/recognizers";
import { z } from "zod";
import { readItems, readJson, runScorer, writeItems } from "../files.ts";
import { styleOf } from "./reading-styles.ts";
import { valueInNotation } from "./value-styles.ts";

const Item = z.looseObject({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  scope: z.array(z.string()),
  ref: z.string().optional(),
  tz: z.string().optional(),
  region: z.string().optional(),
  requested: z.union([z.string(), z.array(z.string())]).nullish(),
  entities: z.array(z.looseObject({ type: z.string(), start: z.number(), end: z.number(), value: z.unknown() })),
});
export type EntityItem = z.infer<typeof Item>;

export const Catalog = z.array(
  z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) }),
);

/** A line of the scorer's table, per type and `ALL`; figures in percent. */
export type EntityScore = { type: string; gold: number; precision: number; recall: number; f1: number; value: number };
export type EntityReport = { file: string; scores: EntityScore[]; exact: number };

export type Miss = { id: string; text: string; missed: unknown[]; wrong: unknown[]; ref: string | undefined };

/** Scores the extractor on every file of `<data>/entities` whose name contains one of `wanted`; `types` narrows each item's scope. */
export function scoreEntities(
  data: string,
  results: string,
  wanted: readonly string[],
  types?: readonly string[],
): { reports: EntityReport[]; misses: Map<string, Miss[]> } {
  const folder = join(data, "entities");
  const files = readdirSync(folder).filter(
    (name) => name.endsWith(".jsonl") && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
  );
  const misses = new Map<string, Miss[]>();
  const reports = files.map((file) => {
    // Some ids stand twice in a file, and the scorer goes by id.
    const unique = readItems(join(folder, file), Item).map((item, index) => ({ ...item, id: `${item.id}/${index}` }));
    const items = unique.map((item) =>
      types === undefined
        ? item
        : {
            ...item,
            scope: item.scope.filter((type) => types.includes(type)),
            entities: item.entities.filter(({ type }) => types.includes(type)),
          },
    );
    // The second catalog holds the first.
    const larger = !file.startsWith("chat-authored") && existsSync(join(folder, "catalog-b.json"));
    const catalog = larger ? "catalog-b.json" : "catalog.json";
    const extract = extractorFor(folder, catalog);
    const style = styleOf(file);
    const styled = style === undefined ? {} : { style };
    const found = items.map((item) => ({
      id: item.id,
      entities: extract(item.text, { ...contextOf(item), ...styled }),
    }));
    const gold = join(results, `${file}.gold`);
    const predicted = join(results, `${file}.predicted`);
    writeItems(gold, items);
    writeItems(
      predicted,
      found.map(({ id, entities }, index) => ({
        id,
        entities: entities.map((entity) => ({
          ...entity,
          value: valueInNotation(file, entity, { lang: items[index]?.lang ?? "en", ref: items[index]?.ref }),
        })),
      })),
    );
    misses.set(file, missesOf(items, found));
    return { file, ...parseScores(runScorer(data, ["entities", gold, predicted])) };
  });
  return { reports, misses };
}

function extractorFor(folder: string, catalog: string): EntityExtractor {
  const names: CatalogName[] = readJson(join(folder, catalog), Catalog);
  return createEntityExtractor(createRecognizers({ catalog: names }));
}

/** Files without a zone are read in UTC: their times are then local times as they stand. */
export function contextOf({ lang, ref, tz, region, requested }: EntityItem) {
  const timeZone = tz ?? "UTC";
  return {
    atMs: ref === undefined ? Date.UTC(2026, 8, 16, 10) : localMs(ref, timeZone),
    timeZone,
    region: region ?? (lang === "es" ? "ES" : "US"),
    language: lang,
    ...(requested === undefined || requested === null ? {} : { requested: [requested].flat() }),
  };
}

/** Unix ms of a wall-clock time such as `2026-10-06T10:15:00` in a zone. */
export function localMs(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local.slice(0, 19)}${local.length > 10 ? "" : "T00:00:00"}Z`);
  const wall = (ms: number) => {
    const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(ms);
    return Date.parse(`${parts.replace(" ", "T")}Z`);
  };
  const guess = asUtc - (wall(asUtc) - asUtc);
  return guess - (wall(guess) - asUtc);
}

function parseScores(output: string): { scores: EntityScore[]; exact: number } {
  const scores = [...output.matchAll(/^(\S+)\s+gold (\d+) P (\S+) R (\S+) F1 (\S+) value (\S+)$/gm)].map(
    ([, type = "", gold, precision, recall, f1, value]) => ({
      type,
      gold: Number(gold),
      precision: Number(precision),
      recall: Number(recall),
      f1: Number(f1),
      value: Number(value),
    }),
  );
  return { scores, exact: Number(/exact (\S+)/.exec(output)?.[1]) };
}

/** For people who work on the extractor: what differs, by plain comparison of type and text (stricter than the scorer). */
function missesOf(items: readonly EntityItem[], found: readonly { id: string; entities: Entity[] }[]): Miss[] {
  return items.flatMap((item, index) => {
    const inScope = (found[index]?.entities ?? []).filter(({ type }) => item.scope.includes(type));
    const same = (a: { type: string; start: number; end: number; value?: unknown }, b: typeof a) =>
      a.type === b.type && a.start === b.start && a.end === b.end && valueText(a.value) === valueText(b.value);
    const missed = item.entities.filter((gold) => !inScope.some((entity) => same(gold, entity)));
    const wrong = inScope.filter((entity) => !item.entities.some((gold) => same(gold, entity)));
    if (missed.length + wrong.length === 0) return [];
    const brief = (entity: { type: string; start: number; end: number; value?: unknown }) =>
      `${entity.type} «${item.text.slice(entity.start, entity.end)}» = ${JSON.stringify(entity.value)}`;
    return [{ id: item.id, text: item.text, ref: item.ref, missed: missed.map(brief), wrong: wrong.map(brief) }];
  });
}

function valueText(value: unknown): string {
  if (typeof value === "object" && value !== null && "amount" in value) {
    const unit = "currency" in value ? value.currency : "unit" in value ? value.unit : "";
    return `${String(value.amount)} ${String(unit)}`.trim();
  }
  return String(value);
}
