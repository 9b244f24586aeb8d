import { availableParallelism } from "node:os";
import { systemTimers } from "@parley/llm/timers";
import { judgeFile } from "./intake/judge-file.ts";
import { readDocument } from "./read-document.ts";
import type { OcrCommand } from "./reading/ocr-command.ts";
import type { ChildRole } from "./reading/prepare-child.ts";
import type { ReadResult } from "./reading/read-result.ts";
import type { Unclocked } from "./run-task.ts";
import type { Isolation } from "./sandbox/isolation.ts";
import { openSandbox, type Sandbox } from "./sandbox/sandbox.ts";
import { decodeNotes } from "./speech/decode-note.ts";
import { createTranscriber, type TranscriberOptions } from "./speech/transcribe-note.ts";

/** Changes when the same bytes would be read differently: results of an older engine are read anew. */
export const engineVersion = "2026-11-21.2";

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
  /** A program that reads photos and scans; without it children do. */
  ocr?: OcrCommand | undefined;
};

const noEngine = { timers: systemTimers, atOnce: 2, maxWaiting: 200 };
const maxWaiting = 200;
// After a cold start of the machine, with others that read from the same disk, loading takes many seconds.
const startTimeoutMs = 60_000;

/** Opens the children that read files; they start with the first file. */
export function openMediaReader({ isolation, clock, photoChildren, speech, ocr }: MediaReaderSettings): MediaReader {
  const pools = openPools(isolation, photoChildren ?? Math.max(1, availableParallelism() - 1));
  const all = Object.values(pools);
  const transcriber = createTranscriber({ ...(speech ?? noEngine), decode: decodeNotes(pools.voice) });
  return {
    read: async ({ bytes, mimeType, language }, signal) => {
      const startedAt = clock.now();
      const judged = judgeFile(bytes, mimeType);
      const read = async (): Promise<Unclocked> => {
        if (judged.status !== "readable") return { status: judged.status, reason: judged.reason, engine: "parley" };
        const { kind, type } = judged;
        if (kind === "audio") return transcriber.transcribe({ bytes, type, language }, signal);
        return readDocument(pools, { kind, bytes, signal, clock, ocr });
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

/** A pool for each kind of work: a PDF that takes its 15 s holds up no voice note. */
function openPools(isolation: Isolation, photoChildren: number): Record<ChildRole, Sandbox> {
  const child = {
    program: new URL("./reading/child-main.ts", import.meta.url),
    isolation,
    // A bomb passes the bound before somebody looks, by some 20 MB, on a busy machine by 100: it must stay under 600 MB.
    ...{ maxRssBytes: 460_000_000, maxHeapMb: 384, watchEveryMs: 25, startTimeoutMs },
    ...{ maxWaiting, recycleAfter: 100, idleMs: 60_000 },
  };
  const pool = (role: ChildRole, children: number, idleMs = child.idleMs) =>
    openSandbox({ ...child, role, children, idleMs });
  return {
    documents: pool("documents", 1),
    drawing: pool("drawing", 1, 10_000),
    photos: pool("photos", photoChildren),
    voice: pool("voice", 1),
  };
}
