import type { ReadResult } from "./reading/read-result.ts";
import { ReadAnswer, type ReadTask } from "./reading/read-task.ts";
import type { Sandbox, SandboxEnding } from "./sandbox/sandbox.ts";

/** What was read, before anybody knows how long it took. */
export type Unclocked = Omit<ReadResult, "ms">;

/** How a task ended; `scanned`: the document's text is in its pictures. */
export type TaskEnding = { result: Unclocked; scanned: boolean };

type Input = { bytes: Uint8Array; signal: AbortSignal | undefined };

// Time of one step, ms: an OCR page takes seconds on a busy machine, a broken document can take for ever. Starting a child
// and loading what it needs has its own time.
const timeouts: Record<ReadTask["kind"], number> = {
  ...{ image: 45_000, page: 15_000, scan: 30_000, pdf: 15_000, docx: 15_000, xlsx: 15_000 },
  ...{ csv: 15_000, text: 5_000, xml: 5_000, opus: 30_000, fields: 5_000 },
  ...{ copy: 10_000, thumbnail: 10_000 },
};

/** What reads each kind, as results name it. */
export const engines: Record<ReadTask["kind"], string> = {
  ...{ image: "tesseract.js 7.0.0", page: "pdfjs 5.6.205", scan: "pdfjs 5.6.205, tesseract.js 7.0.0" },
  ...{ pdf: "unpdf 1.7.0", docx: "parley", xlsx: "parley", csv: "csv-parse 7.0.3", text: "parley", xml: "parley" },
  ...{ opus: "ogg-opus-decoder 1.7.5", fields: "parley", copy: "parley", thumbnail: "parley" },
};

/** Has a child of `pool` do one step; never throws. */
export async function runTask(pool: Sandbox, task: ReadTask, { bytes, signal }: Input): Promise<TaskEnding> {
  const ending = await pool.run({ task, bytes, timeoutMs: timeouts[task.kind] }, signal);
  return resultOf(ending, engines[task.kind]);
}

function resultOf(ending: SandboxEnding, engine: string): TaskEnding {
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
      return ended("memory", "more memory than a reader may take");
    case "timeout":
      return ended("timeout", "took too long");
    // The three that say nothing of the file: it is read again when it comes again.
    case "unavailable":
      return ended("timeout", ending.reason.slice(0, 300));
    case "busy":
      return ended("timeout", "too many files wait");
    case "aborted":
      return ended("timeout", "given up");
  }
}
