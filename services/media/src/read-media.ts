import { availableParallelism } from "node:os";
import { systemTimers } from "@parley/llm/timers";
import { type FileKind, judgeFile } from "./intake/judge-file.ts";
import { fieldsOfText } from "./reading/find-fields.ts";
import type { ReadResult } from "./reading/read-result.ts";
import { ReadAnswer, type ReadTask } from "./reading/read-task.ts";
import type { Isolation } from "./sandbox/isolation.ts";
import { openSandbox, type Sandbox, type SandboxEnding } from "./sandbox/sandbox.ts";
import { decodeNotes } from "./speech/decode-note.ts";
import { createTranscriber, type TranscriberOptions } from "./speech/transcribe-note.ts";

/** Changes when the same bytes would be read differently: results of an older engine are read anew. */
export const engineVersion = "2026-11-21";

export type MediaFile = { bytes: Uint8Array; mimeType: string; language?: string | undefined };

export type MediaReader = {
  /** Reads one file; never throws. `mimeType` is what the sender says it is, `language` what the chat is written in. */
  read: (file: MediaFile, signal?: AbortSignal) => Promise<ReadResult>;
  stop: () => Promise<void>;
  /** Highest resident memory any child has had, bytes. */
  peakRssBytes: () => number;
};

export type MediaReaderSettings = {
  isolation: Isolation;
  clock: { now: () => number };
  photoChildren?: number;
  /** How voice notes become text; by default they are checked and stay untranscribed. */
  speech?: Omit<TranscriberOptions, "decode">;
};

type Pools = { documents: Sandbox; drawing: Sandbox; photos: Sandbox };

// Time of one step, ms: an OCR page takes seconds on a busy machine, a broken document can take for ever.
const timeouts: Record<ReadTask["kind"], number> = {
  ...{ image: 45_000, page: 15_000, scan: 30_000, pdf: 15_000, docx: 15_000, xlsx: 15_000 },
  ...{ csv: 15_000, text: 5_000, xml: 5_000, opus: 30_000 },
};
const noEngine = { timers: systemTimers, atOnce: 2, maxWaiting: 200 };
const maxScanMs = 90_000;
const maxScanPages = 10;
const maxWaiting = 200;
const engines: Record<ReadTask["kind"], string> = {
  ...{ image: "tesseract.js 7.0.0", page: "pdfjs 5.6.205", scan: "pdfjs 5.6.205, tesseract.js 7.0.0" },
  ...{ pdf: "unpdf 1.7.0", docx: "parley", xlsx: "parley", csv: "csv-parse 7.0.3", text: "parley", xml: "parley" },
  opus: "ogg-opus-decoder 1.7.5",
};

/** Opens the children that read files; they start with the first file. */
export function openMediaReader({ isolation, clock, photoChildren, speech }: MediaReaderSettings): MediaReader {
  const child = {
    program: new URL("./reading/child-main.ts", import.meta.url),
    isolation,
    // It is looked at every 50 ms: a bomb passes the bound by some 70 MB before it is killed, and must stay under 600 MB.
    ...{ maxRssBytes: 480_000_000, maxHeapMb: 384, watchEveryMs: 50, startTimeoutMs: 20_000 },
    ...{ maxWaiting, recycleAfter: 100, idleMs: 60_000 },
  };
  const pools: Pools = {
    documents: openSandbox({ ...child, children: 1 }),
    drawing: openSandbox({ ...child, children: 1, idleMs: 10_000 }),
    photos: openSandbox({ ...child, children: photoChildren ?? Math.max(1, availableParallelism() - 1) }),
  };
  const all = Object.values(pools);
  const transcriber = createTranscriber({ ...(speech ?? noEngine), decode: decodeNotes(pools.documents) });
  return {
    read: async ({ bytes, mimeType, language }, signal) => {
      const startedAt = clock.now();
      const judged = judgeFile(bytes, mimeType);
      const read = async (): Promise<Result> => {
        if (judged.status !== "readable") return { status: judged.status, reason: judged.reason, engine: "parley" };
        const { kind, type } = judged;
        if (kind === "audio") return transcriber.transcribe({ bytes, type, language }, signal);
        return readKind(pools, { kind, bytes, signal, clock });
      };
      const result = await read();
      return { ...result, ms: Math.max(0, clock.now() - startedAt) };
    },
    stop: async () => {
      await Promise.all(all.map((pool) => pool.stop()));
    },
    peakRssBytes: () => Math.max(...all.map((pool) => pool.peakRssBytes())),
  };
}

type Unread = {
  kind: Exclude<FileKind, "audio">;
  bytes: Uint8Array;
  signal: AbortSignal | undefined;
  clock: MediaReaderSettings["clock"];
};
type Result = Omit<ReadResult, "ms">;

async function readKind(pools: Pools, file: Unread): Promise<Result> {
  const { kind, bytes, signal } = file;
  const first = await runTask(kind === "image" ? pools.photos : pools.documents, { kind }, { bytes, signal });
  if (kind !== "pdf" || first.result.status !== "ok" || !first.scanned) return first.result;
  const lines = await readScanned(pools, file, first.result.pages ?? 1);
  const text = lines.lines?.map((line) => line.text).join("\n") ?? "";
  // What little text the file has is better than nothing.
  if (text === "") return { ...first.result, ...lines };
  const fields = fieldsOfText({ text, ...lines });
  return { ...first.result, ...lines, text, fields: { ...fields, ...first.result.fields }, engine: engines.scan };
}

/** The pages of a PDF drawn and recognised, as far as the time goes; a page that fails is left out. */
async function readScanned(pools: Pools, { bytes, signal, clock }: Unread, pages: number) {
  const read: Pick<ReadResult, "lines" | "thumbnail"> = {};
  const until = clock.now() + maxScanMs;
  for (let page = 1; page <= Math.min(pages, maxScanPages) && clock.now() < until; page += 1) {
    const drawn = await runTask(pools.drawing, { kind: "page", page }, { bytes, signal });
    const picture = drawn.result.thumbnail;
    // A file that kills the child on its first page would do so on each.
    if (drawn.result.status === "memory" || drawn.result.status === "timeout") break;
    if (picture === undefined) continue;
    const scan = await runTask(pools.photos, { kind: "scan" }, { bytes: picture, signal });
    if (scan.result.thumbnail !== undefined) read.thumbnail ??= scan.result.thumbnail;
    if (scan.result.lines !== undefined) read.lines = [...(read.lines ?? []), ...scan.result.lines].slice(0, 5_000);
  }
  return read;
}

type Input = { bytes: Uint8Array; signal: AbortSignal | undefined };

async function runTask(pool: Sandbox, task: ReadTask, { bytes, signal }: Input) {
  const ending = await pool.run({ task, bytes, timeoutMs: timeouts[task.kind] }, signal);
  return resultOf(ending, engines[task.kind]);
}

function resultOf(ending: SandboxEnding, engine: string): { result: Result; scanned: boolean } {
  const ended = (status: ReadResult["status"], reason: string) => ({
    result: { status, reason, engine },
    scanned: false,
  });
  switch (ending.kind) {
    case "done": {
      const answer = ReadAnswer.safeParse(ending.answer);
      if (!answer.success) return ended("corrupt", "an answer of unknown form");
      const { scanned = false, durationS: _duration, ...read } = answer.data;
      const thumbnail = ending.bytes.byteLength > 0 ? { thumbnail: ending.bytes } : {};
      return { result: { ...read, ...thumbnail, engine }, scanned };
    }
    case "failed":
      return ended("corrupt", ending.reason);
    case "died":
      return ended("corrupt", `the reader died: ${ending.reason}`);
    case "memory":
      return ended("memory", "more than 512 MB");
    case "timeout":
      return ended("timeout", "took too long");
    case "busy":
      return ended("timeout", "too many files wait");
    case "aborted":
      return ended("timeout", "given up");
  }
}
