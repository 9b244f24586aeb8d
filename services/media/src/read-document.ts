import type { FileKind } from "./intake/judge-file.ts";
import { linesOf, readWithCommand } from "./read-with-command.ts";
import type { OcrCommand } from "./reading/ocr-command.ts";
import type { ReadResult } from "./reading/read-result.ts";
import { engines, runTask, type Unclocked } from "./run-task.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";

export type Pools = { documents: Sandbox; drawing: Sandbox; photos: Sandbox };

/** A file whose type is known, but nothing else. */
export type Unread = {
  kind: Exclude<FileKind, "audio">;
  bytes: Uint8Array;
  signal: AbortSignal | undefined;
  clock: { now: () => number };
  /** Reads pictures in place of the engine in the child, which stands in for it when it fails. */
  ocr?: OcrCommand | undefined;
};

const maxScanMs = 90_000;
const maxScanPages = 10;
const maxScanLines = 5_000;

/** Reads everything but sound; a PDF without text as what it shows. Never throws. */
export async function readDocument(pools: Pools, file: Unread): Promise<Unclocked> {
  const { kind, bytes, signal } = file;
  if (kind === "image") return readPhoto(pools, file);
  const first = await runTask(pools.documents, { kind }, { bytes, signal });
  if (kind !== "pdf" || first.result.status !== "ok" || !first.scanned) return first.result;
  const { thumbnail, lines = [] } = await readPages(pools, file, first.result.pages ?? 1);
  const scanned = { ...first.result, ...(thumbnail === undefined ? {} : { thumbnail }) };
  const text = lines.map((line) => line.text).join("\n");
  // What little text the file has is better than nothing.
  if (text === "") return scanned;
  const fields = { ...(await fieldsOf(pools, lines, signal)), ...first.result.fields };
  return { ...scanned, lines, text, fields, engine: engines.scan };
}

/** A photo as the program reads it that is set up, otherwise as a child does, with the reason for that. */
async function readPhoto(pools: Pools, { bytes, signal, ocr }: Unread): Promise<Unclocked> {
  const photo = { bytes, signal };
  const read = ocr === undefined ? undefined : await readWithCommand(pools, ocr, photo);
  if (typeof read === "object") {
    const fields = await fieldsOf(pools, read.lines ?? [], signal);
    return Object.keys(fields).length === 0 ? read : { ...read, fields };
  }
  const { result } = await runTask(pools.photos, { kind: "image" }, photo);
  return read === undefined || result.status !== "ok" ? result : { ...result, reason: read.slice(0, 300) };
}

type Pages = Pick<ReadResult, "lines" | "thumbnail">;

/** The pages of a PDF drawn and recognised, as far as the time goes; a page that fails is left out. */
async function readPages(pools: Pools, { bytes, signal, clock, ocr }: Unread, pages: number): Promise<Pages> {
  const read: Pages = {};
  const until = clock.now() + maxScanMs;
  for (let page = 1; page <= Math.min(pages, maxScanPages) && clock.now() < until; page += 1) {
    const drawn = await runTask(pools.drawing, { kind: "page", page }, { bytes, signal });
    const picture = drawn.result.thumbnail;
    // A file that kills the child on its first page would do so on each.
    if (drawn.result.status === "memory" || drawn.result.status === "timeout") break;
    if (picture === undefined) continue;
    const byCommand = ocr === undefined ? undefined : await linesOf(ocr, picture, signal);
    const task = typeof byCommand === "object" ? "thumbnail" : "scan";
    const scan = await runTask(pools.photos, { kind: task }, { bytes: picture, signal });
    if (scan.result.thumbnail !== undefined) read.thumbnail ??= scan.result.thumbnail;
    const lines = typeof byCommand === "object" ? byCommand.lines : scan.result.lines;
    if (lines !== undefined) read.lines = [...(read.lines ?? []), ...lines].slice(0, maxScanLines);
  }
  return read;
}

/** Rules over a hostile page take up to a second: they run in a child, too. Without their answer there are no fields. */
async function fieldsOf({ documents }: Pools, lines: NonNullable<Pages["lines"]>, signal: AbortSignal | undefined) {
  const bytes = Buffer.from(JSON.stringify(lines));
  const { result } = await runTask(documents, { kind: "fields" }, { bytes, signal });
  return result.fields ?? {};
}
