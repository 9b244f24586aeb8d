import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";

/** The items of a file with one JSON object a line. */
export function readItems<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

export function readJson<T>(path: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path, "utf8")));
}

export function writeItems(path: string, items: readonly unknown[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, items.map((item) => `${JSON.stringify(item)}\n`).join(""));
}

/** Runs the scorer that lies beside the data: its output. */
export function runScorer(data: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(data, "score.mjs"), ...args], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`the scorer failed: ${done.stderr}`);
  return done.stdout;
}
