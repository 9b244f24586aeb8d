import { z } from "zod";

/**
 * What a child is asked to do with the bytes it gets. `page` draws a page (from 1) of a PDF, `scan` reads the drawing, `fields`
 * takes `RecognisedLines` as JSON. `copy` makes a picture ready for a program that reads it, and reads its codes.
 */
export const ReadTask = z.object({
  kind: z.enum([
    "image",
    "pdf",
    "page",
    "scan",
    "docx",
    "xlsx",
    "csv",
    "text",
    "xml",
    "opus",
    "fields",
    "copy",
    "thumbnail",
  ]),
  page: z.int().positive().exactOptional(),
});
export type ReadTask = z.infer<typeof ReadTask>;

/** Lines as they were recognised in a picture; `confidence` 0..1. */
export const RecognisedLines = z.array(z.object({ text: z.string(), confidence: z.number() })).max(5_000);

/** What a child answers; the bytes beside it are a picture: a thumbnail or a drawn page. It is not trusted: sizes are checked here. */
export const ReadAnswer = z.object({
  status: z.enum(["ok", "encrypted", "corrupt", "too_large", "timeout", "unsupported"]),
  reason: z.string().max(500).exactOptional(),
  text: z.string().max(1_000_000).exactOptional(),
  lines: RecognisedLines.exactOptional(),
  codes: z
    .array(z.object({ format: z.string(), text: z.string() }))
    .max(50)
    .exactOptional(),
  pages: z.number().exactOptional(),
  /** Pages that are pictures of text. */
  scanned: z.boolean().exactOptional(),
  fields: z
    .record(z.string(), z.object({ value: z.unknown(), confidence: z.number(), where: z.string() }))
    .exactOptional(),
  sheets: z
    .array(z.object({ name: z.string(), rows: z.number(), columns: z.number() }))
    .max(500)
    .exactOptional(),
  /** Length of a sound, seconds. */
  durationS: z.number().exactOptional(),
  width: z.number().exactOptional(),
  height: z.number().exactOptional(),
});
export type ReadAnswer = z.infer<typeof ReadAnswer>;

/** A reader's answer, XML documents attached to a PDF (such as Factur-X), and perhaps a picture or samples (16 kHz mono, signed 16 bit). For a broken file a reader may throw anything. */
export type Read = ReadAnswer & { attached?: Uint8Array[]; picture?: Uint8Array; samples?: Uint8Array };

const Segment = z.object({
  startS: z.number(),
  endS: z.number(),
  text: z.string(),
  confidence: z.number().exactOptional(),
});
const Transcript = z.object({
  text: z.string(),
  language: z.string().exactOptional(),
  durationS: z.number(),
  segments: z.array(Segment),
});

/** A result as it is kept; its thumbnail lies beside. */
export const ReadResultJson = ReadAnswer.omit({ scanned: true, durationS: true }).extend({
  status: z.enum([
    ...(["ok", "encrypted", "corrupt", "too_large", "timeout"] as const),
    ...(["unsupported", "memory", "type_mismatch", "untranscribed"] as const),
  ]),
  transcript: Transcript.exactOptional(),
  engine: z.string(),
  ms: z.number(),
});

/** Text kept of one file, characters. */
export const maxTextLength = 1_000_000;
