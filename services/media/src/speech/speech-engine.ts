import type { FileType } from "../intake/file-type.ts";

/** What an engine gets: a file of a type it takes. `durationS` is unknown for what is not decoded here. */
export type Audio = { bytes: Uint8Array<ArrayBuffer>; type: FileType; durationS?: number };

/** A piece of what was said. Confidence 0..1; the others are Whisper's own figures about itself. */
export type HeardSegment = {
  startS: number;
  endS: number;
  text: string;
  confidence?: number;
  noSpeech?: number;
  logProbability?: number;
  compression?: number;
};

/** How listening ended. `unavailable`: the engine, not this file, is at fault; another time may go better. */
export type Heard =
  | { kind: "heard"; text: string; language?: string; segments: HeardSegment[] }
  | { kind: "rejected" | "unavailable" | "timeout" | "malformed"; reason: string };

/** Turns speech into text; never throws. `language` is a code the engine knows, absent for "find out". */
export type SpeechEngine = {
  name: string;
  /** Types it takes as they are. */
  takes: ReadonlySet<FileType>;
  hear: (audio: Audio, how: { language: string | undefined; signal: AbortSignal }) => Promise<Heard>;
};
