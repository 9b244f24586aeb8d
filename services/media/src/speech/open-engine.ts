import { createBreaker } from "@parley/llm/breaker";
import { systemTimers } from "@parley/llm/timers";
import { z } from "zod";
import { type FileType, fileTypes } from "../intake/file-type.ts";
import { commandWords } from "../sandbox/command-line.ts";
import { commandEngine } from "./command-engine.ts";
import { httpEngine } from "./http-engine.ts";
import type { SpeechMetrics } from "./metrics.ts";
import type { SpeechEngine } from "./speech-engine.ts";

const isFileType = (name: string): name is FileType => fileTypes.some((type) => type === name);

/** Variables of the transcription. Without TRANSCRIBE_URL and TRANSCRIBE_COMMAND voice notes stay untranscribed. */
export const speechVariables = {
  /** Base of an OpenAI-compatible server, up to and with `/v1`. Goes before TRANSCRIBE_COMMAND. */
  TRANSCRIBE_URL: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).default(""),
  TRANSCRIBE_API_KEY: z.string().default(""),
  TRANSCRIBE_MODEL: z.string().min(1).default("whisper-1"),
  /** A program with its words: `whisper-cli -m model.bin -l {language} -f {audio} -oj -of {output}`. */
  TRANSCRIBE_COMMAND: z.string().default(""),
  /** What the engine takes beside WAV; other kinds stay untranscribed. Voice notes (Ogg Opus) always become WAV. */
  TRANSCRIBE_FORMATS: z
    .string()
    .default("mp3,m4a,mp4")
    .transform((names) => names.split(",").map((name) => name.trim().toLowerCase()))
    .pipe(z.array(z.string().refine((name) => name === "" || isFileType(name), "no type of file that is known"))),
  /** Notes transcribed at a time. */
  TRANSCRIBE_AT_ONCE: z.coerce.number().int().positive().max(64).default(2),
};
const SpeechConfig = z.object(speechVariables);
export type SpeechConfig = z.infer<typeof SpeechConfig>;

/** The engine that is set up; undefined for none. */
export function openSpeechEngine(config: SpeechConfig, metrics?: SpeechMetrics): SpeechEngine | undefined {
  const takes = new Set<FileType>(["wav", ...config.TRANSCRIBE_FORMATS.filter(isFileType)]);
  const words = commandWords(config.TRANSCRIBE_COMMAND);
  if (config.TRANSCRIBE_URL === "") return words.length === 0 ? undefined : commandEngine(words, takes);
  return httpEngine({
    url: config.TRANSCRIBE_URL,
    apiKey: config.TRANSCRIBE_API_KEY,
    model: config.TRANSCRIBE_MODEL,
    takes,
    timers: systemTimers,
    attempts: 3,
    backoffMs: 1_000,
    breaker: createBreaker({
      ...{ failures: 5, windowMs: 60_000, openMs: 30_000 },
      now: systemTimers.now,
      onState: (state) => metrics?.breakerOpen.set(state === "closed" ? 0 : 1),
    }),
  });
}
