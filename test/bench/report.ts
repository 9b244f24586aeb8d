import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Row = Record<string, string | number>;

/** Columns as wide as their content, one line a row; columns are those of all rows in order of first appearance. */
export function formatTable(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => formatCell(row[column])))];
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) => line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")).join("\n");
}

function formatCell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return Number.isInteger(value) || Math.abs(value) >= 1_000 ? String(Math.round(value)) : value.toPrecision(3);
}

/** A table for rows of one kind: those with the same two leading columns, such as a run's loads and its processes. */
export function formatTables(rows: readonly Row[]): string {
  const tables = new Map<string, Row[]>();
  for (const row of rows) {
    const kind = Object.keys(row).slice(0, 2).join();
    tables.set(kind, [...(tables.get(kind) ?? []), row]);
  }
  return [...tables.values()].map(formatTable).join("\n\n");
}

export function writeResults(name: string, results: unknown): void {
  const directory = fileURLToPath(new URL("../../test-results/", import.meta.url));
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}${name}.json`, `${JSON.stringify(results, undefined, 2)}\n`);
}

/** One line that is overwritten on a terminal, a line of its own elsewhere. */
export function progress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
  else console.log(text);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function latencyColumns(milliseconds: readonly number[]): Row {
  return {
    "p50 ms": percentile(milliseconds, 0.5),
    "p95 ms": percentile(milliseconds, 0.95),
    "p99 ms": percentile(milliseconds, 0.99),
  };
}
