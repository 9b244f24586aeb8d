import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { type MediaReader, openMediaReader } from "@parley/media-service/read-media";
import { aPhoto } from "@parley/media-service/reading/adapters/photo.fixture";
import type { ReadResult } from "@parley/media-service/reading/read-result";
import { probeIsolation } from "@parley/media-service/sandbox/isolation";
import { z } from "zod";
import type { Figure } from "../figure.ts";
import { readJson } from "../files.ts";
import { childCpuSeconds } from "./child-cpu.ts";
import { characterErrorRate, folded, plainWordF1, wordF1 } from "./text-score.ts";
import { thumbnailFigures } from "./thumbnails.ts";

const office = "application/vnd.openxmlformats-officedocument";
const mimeTypes: Record<string, string> = {
  ...{ ".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", ".svg": "image/svg+xml" },
  ...{ ".pdf": "application/pdf", ".csv": "text/csv", ".txt": "text/plain", ".ogg": "audio/ogg" },
  ...{ ".docx": `${office}.wordprocessingml.document`, ".xlsx": `${office}.spreadsheetml.sheet` },
};
const Lines = z.array(z.object({ file: z.string(), lines: z.array(z.string()) }));
const Words = z.array(z.object({ file: z.string(), expect: z.string(), words: z.array(z.string()).default([]) }));

/** One file as it was read, for the report of a folder. */
export type FileRead = { file: string; result: ReadResult };
export type FolderRead = {
  files: FileRead[];
  cpuSeconds: number;
  startSeconds: number;
  peakRssMb: number;
  serviceRssMb: number;
};

export type ReadingReport = { figures: Figure[]; reads: Map<string, FolderRead> };

/** Reads the folders of `data` (photos-es, receipts, invoices, office, pdf-awkward) and `hostile`, as far as they are there, or `only` one. */
export async function readingFigures(data: string, hostile: string | undefined, only?: string): Promise<ReadingReport> {
  const reads = new Map<string, FolderRead>();
  const figures: Figure[] = [];
  const parts: readonly [folder: string, path: string, score: (read: FolderRead, path: string) => Figure[]][] = [
    ["photos-es", join(data, "photos-es"), (read, path) => photoFigures(read, path, { id: "O1", cer: 0.02 })],
    ["receipts", join(data, "receipts"), (read, path) => photoFigures(read, path, { id: "O2", cer: 0.15 })],
    ["invoices", join(data, "invoices"), (read) => [p95("D1", "PDF text, p95 s", read)]],
    ["office", join(data, "office"), officeFigures],
    ["pdf-awkward", join(data, "pdf-awkward"), (read) => survival("S1", "pdf-awkward", read)],
    ["hostile", hostile ?? "", (read) => survival("S2", "hostile", read)],
  ];
  for (const [folder, path, score] of parts) {
    if (path === "" || !existsSync(path) || (only !== undefined && only !== folder)) continue;
    const read = await readFolder(path);
    reads.set(folder, read);
    figures.push(...score(read, path));
  }
  if (existsSync(join(data, "photos-es")) && (only === undefined || only === "thumbnails"))
    figures.push(...(await thumbnailFigures(data)));
  return { figures, reads };
}

async function readFolder(path: string): Promise<FolderRead> {
  const names = readdirSync(path).filter((name) => mimeTypes[extname(name)] !== undefined);
  const isolation = await probeIsolation();
  const reader = openMediaReader({ isolation, clock: { now: () => performance.now() }, photoChildren: 1 });
  const starting = childCpuSeconds();
  // A child serves a hundred files: what its start takes is a figure of its own.
  await reader.read({ bytes: aPhoto(["warm"]), mimeType: "image/png" });
  const before = childCpuSeconds();
  const files: FileRead[] = [];
  let serviceRssMb = 0;
  for (const file of names) {
    files.push({ file, result: await readOne(reader, join(path, file)) });
    serviceRssMb = Math.max(serviceRssMb, process.memoryUsage.rss() / 1e6);
  }
  const cpuSeconds = childCpuSeconds() - before;
  await reader.stop();
  return { files, cpuSeconds, startSeconds: before - starting, peakRssMb: reader.peakRssBytes() / 1e6, serviceRssMb };
}

function readOne(reader: MediaReader, path: string): Promise<ReadResult> {
  return reader.read({ bytes: readFileSync(path), mimeType: mimeTypes[extname(path)] ?? "" });
}

function photoFigures(read: FolderRead, path: string, { id, cer }: { id: string; cer: number }): Figure[] {
  const truths = new Map(readJson(join(path, "gt.json"), Lines).map(({ file, lines }) => [file, lines.join(" ")]));
  const pairs = read.files.map(({ file, result }) => ({ truth: truths.get(file) ?? "", text: result.text ?? "" }));
  const folder = path.slice(path.lastIndexOf("/") + 1);
  return [
    {
      id,
      measure: `${folder}: CER`,
      value: mean(pairs.map((p) => characterErrorRate(p.truth, p.text))),
      goal: cer,
      bound: true,
    },
    { id, measure: `${folder}: word F1`, value: mean(pairs.map((p) => wordF1(p.truth, p.text))), goal: 0.75 },
    {
      ...{ id, measure: `${folder}: word F1, letters and digits only`, goal: 0.75 },
      value: mean(pairs.map((p) => plainWordF1(p.truth, p.text))),
    },
    { id, measure: `${folder}: CPU s a photo`, value: read.cpuSeconds / read.files.length, goal: 2, bound: true },
    { id, measure: `${folder}: CPU s of a child's start`, value: read.startSeconds, goal: 10, bound: true },
    { id, measure: `${folder}: slowest photo s`, value: Math.max(...seconds(read)), goal: 20, bound: true },
    { id, measure: `${folder}: peak MB of a child`, value: read.peakRssMb, goal: 350, bound: true },
  ];
}

function officeFigures(read: FolderRead, path: string): Figure[] {
  const truths = readJson(join(path, "gt.json"), Words).filter(({ expect }) => expect === "text");
  const texts = new Map(read.files.map(({ file, result }) => [file, folded(result.text ?? "")]));
  const found = truths.flatMap(({ file, words }) =>
    words.map((word) => texts.get(file)?.includes(folded(word)) === true),
  );
  const share = (100 * found.filter(Boolean).length) / found.length;
  return [{ id: "D2", measure: "office: words found, %", value: share, goal: 97 }, p95("D2", "office, p95 s", read)];
}

function survival(id: string, folder: string, read: FolderRead): Figure[] {
  const total = read.files.length;
  const typed = read.files.filter(({ result }) => result.status !== "ok" || result.text !== undefined).length;
  return [
    { id, measure: `${folder}: ended typed, of ${total}`, value: typed, goal: total },
    { id, measure: `${folder}: slowest s`, value: Math.max(...seconds(read)), goal: 120, bound: true },
    { id, measure: `${folder}: peak MB of a child`, value: read.peakRssMb, goal: 600, bound: true },
    { id, measure: `${folder}: MB of the service`, value: read.serviceRssMb, goal: 300, bound: true },
  ];
}

function p95(id: string, measure: string, read: FolderRead): Figure {
  const sorted = seconds(read).sort((a, b) => a - b);
  return { id, measure, value: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN, goal: 1.5, bound: true };
}

function seconds({ files }: FolderRead): number[] {
  return files.map(({ result }) => result.ms / 1000);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
