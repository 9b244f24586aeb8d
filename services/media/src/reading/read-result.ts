/** How the reading of a file ended. Everything but `ok` is final, too: the turn goes on without the text. */
export type ReadStatus =
  | "ok"
  | "encrypted"
  | "corrupt"
  | "too_large"
  | "timeout"
  | "unsupported"
  | "memory"
  | "type_mismatch"
  | "untranscribed";

/** A field of a document: its value, how sure it is (0..1) and where it was found ("line 12", "xml ExchangedDocument/ID"). */
export type FieldFound = { value: unknown; confidence: number; where: string };

/** What was read from one file. `text` at most 1 MB, `thumbnail` a WebP of at most 320 px, `ms` the time it took. */
export type ReadResult = {
  status: ReadStatus;
  reason?: string;
  text?: string;
  lines?: { text: string; confidence: number }[];
  transcript?: {
    text: string;
    language?: string;
    durationS: number;
    segments: { startS: number; endS: number; text: string; confidence?: number }[];
  };
  fields?: Record<string, FieldFound>;
  codes?: { format: string; text: string }[];
  pages?: number;
  sheets?: { name: string; rows: number; columns: number }[];
  width?: number;
  height?: number;
  thumbnail?: Uint8Array;
  engine: string;
  ms: number;
};
