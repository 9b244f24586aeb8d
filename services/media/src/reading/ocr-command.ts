import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { places } from "../places.ts";
import { commandWords, filledIn } from "../sandbox/command-line.ts";
import { makeOwnFolder } from "../sandbox/own-folder.ts";
import { type ProgramEnding, runProgram } from "../sandbox/run-program.ts";
import { type RecognisedText, tidyText } from "./tidy-line.ts";
import { tsvWords } from "./tsv-words.ts";

/** Variables of reading photos with a program. Without OCR_COMMAND the engine that comes with Parley reads them. */
export const ocrVariables = {
  /** A program with its words: `tesseract {image} stdout -l {languages} --psm 6 tsv`. It answers TSV or plain text on stdout. */
  OCR_COMMAND: z.string().default(""),
  /** As the program names them. */
  OCR_LANGUAGES: z.string().default("spa+eng"),
  /** For one picture; then the engine that comes with Parley reads it. */
  OCR_TIMEOUT_MS: z.coerce.number().int().positive().max(120_000).default(20_000),
  /** Pictures read at a time. */
  OCR_AT_ONCE: z.coerce.number().int().positive().max(64).default(2),
};
const OcrConfig = z.object(ocrVariables);
export type OcrConfig = z.infer<typeof OcrConfig>;

/** What a program read, or why it did not. */
export type CommandReading = ({ kind: "read" } & RecognisedText) | { kind: "failed"; reason: string };

/** A program that reads pictures (PNG, grey, upright); never throws. */
export type OcrCommand = {
  name: string;
  read: (png: Uint8Array, signal?: AbortSignal) => Promise<CommandReading>;
};

const mostBytes = 4_000_000;
const maxWaiting = 200;
// Tesseract's threads wait for one another by spinning: on a busy machine that took five times the CPU of one thread.
const oneThread = { OMP_THREAD_LIMIT: "1" };
// Plain text says nothing of how sure it is: enough to be used, not enough to be called sure.
const plainConfidence = 0.75;

/** The program that is set up; undefined for none. */
export function openOcrCommand(config: OcrConfig): OcrCommand | undefined {
  const template = commandWords(config.OCR_COMMAND);
  if (template.length === 0) return undefined;
  const place = places(config.OCR_AT_ONCE, maxWaiting);
  return {
    name: `command ${template[0]?.split("/").at(-1) ?? ""}`,
    read: async (png, outer) => {
      const leave = await place();
      if (leave === undefined) return { kind: "failed", reason: "too many pictures wait for the program" };
      const deadline = AbortSignal.timeout(config.OCR_TIMEOUT_MS);
      const signal = outer === undefined ? deadline : AbortSignal.any([outer, deadline]);
      try {
        return readingOf(await runOn(png, template, config.OCR_LANGUAGES, signal));
      } catch (failure) {
        return { kind: "failed", reason: failure instanceof Error ? failure.message.slice(0, 200) : "failed" };
      } finally {
        leave();
      }
    },
  };
}

async function runOn(png: Uint8Array, template: readonly string[], languages: string, signal: AbortSignal) {
  const folder = await makeOwnFolder("ocr");
  try {
    const image = join(folder, "picture.png");
    await writeFile(image, png);
    const argv = template.map((word) => filledIn(word, { image, languages }));
    return await runProgram(argv, folder, { signal, mostBytes, env: oneThread });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readingOf(ended: ProgramEnding): CommandReading {
  if (ended.kind !== "done") return { kind: "failed", reason: ended.reason };
  const words = tsvWords(ended.output) ?? plainWords(ended.output);
  return { kind: "read", ...tidyText(words) };
}

function plainWords(text: string) {
  const lines = text.split(/\r?\n|\f/).map((line) => line.trim().split(/\s+/));
  return lines.map((words) => words.map((word) => ({ text: word, confidence: plainConfidence })));
}
