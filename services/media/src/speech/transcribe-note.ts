import type { Timers } from "@parley/llm/timers";
import type { FileType } from "../intake/file-type.ts";
import { places } from "../places.ts";
import type { ReadResult, ReadStatus } from "../reading/read-result.ts";
import { believeSegments } from "./believe-segments.ts";
import { languageHint } from "./languages.ts";
import type { SpeechMetrics } from "./metrics.ts";
import type { Audio, Heard, HeardSegment, SpeechEngine } from "./speech-engine.ts";
import { isSilent, type Stretch, splitSpeech } from "./split-speech.ts";
import { sampleRate, wavOf } from "./wav.ts";

/** A voice note as it came. `language`: what the chat is written in, when that is known. */
export type VoiceNote = { bytes: Uint8Array; type: FileType; language?: string | undefined };

/** 16 kHz mono samples, or why there are none. */
export type DecodedNote = { status: "ok"; samples: Int16Array } | { status: Exclude<ReadStatus, "ok">; reason: string };

export type TranscriberOptions = {
  /** Absent: notes are checked and kept, but not transcribed. */
  engine?: SpeechEngine | undefined;
  decode: (bytes: Uint8Array, signal: AbortSignal) => Promise<DecodedNote>;
  timers: Timers;
  /** Notes at a time, and how many more may wait. */
  atOnce: number;
  maxWaiting: number;
  /** For a whole note, ms, by its length. */
  deadlineMs?: (durationS: number) => number;
  metrics?: SpeechMetrics | undefined;
};

export type Transcribed = Omit<ReadResult, "ms">;

// Three minutes for what is not decoded here, and so has no known length.
const usualDeadlineMs = (durationS: number) => Math.max(60_000, durationS * 3_000);
const unknownLengthS = 60;

/** The service that turns voice notes into text. Never throws and never makes words up: what is doubtful is left out. */
export function createTranscriber(options: TranscriberOptions) {
  const place = places(options.atOnce, options.maxWaiting);
  return {
    transcribe: async (note: VoiceNote, signal?: AbortSignal): Promise<Transcribed> => {
      const startedAt = options.timers.now();
      const leave = await place();
      const result = leave === undefined ? untranscribed("too many notes wait") : await inTime(options, note, signal);
      leave?.();
      options.metrics?.noteSeconds.observe(
        { outcome: result.status },
        Math.max(0, options.timers.now() - startedAt) / 1_000,
      );
      return { ...result, engine: options.engine?.name ?? "none" };
    },
  };
}

type Ended = Omit<Transcribed, "engine">;

async function inTime(options: TranscriberOptions, note: VoiceNote, outer: AbortSignal | undefined): Promise<Ended> {
  const deadline = new AbortController();
  const signal = outer === undefined ? deadline.signal : AbortSignal.any([outer, deadline.signal]);
  const within = (durationS: number) =>
    options.timers.after((options.deadlineMs ?? usualDeadlineMs)(durationS), () => deadline.abort());
  let takeBack = within(unknownLengthS);
  try {
    if (note.type !== "ogg") return await listen(options, note, { audio: asItIs(note), signal });
    const decoded = await options.decode(note.bytes, signal);
    if (decoded.status !== "ok") return decoded;
    takeBack();
    takeBack = within(decoded.samples.length / sampleRate);
    options.metrics?.audioSeconds.inc(decoded.samples.length / sampleRate);
    if (isSilent(decoded.samples)) return untranscribed("silence");
    return await listen(options, note, { audio: splitSpeech(decoded.samples), signal });
  } catch (failure) {
    return untranscribed(failure instanceof Error ? failure.message.slice(0, 200) : "failed");
  } finally {
    takeBack();
  }
}

type Listening = { audio: readonly (Stretch | Audio)[]; signal: AbortSignal };

async function listen({ engine }: TranscriberOptions, note: VoiceNote, what: Listening): Promise<Ended> {
  if (engine === undefined) return untranscribed("no engine is set up");
  if (note.type !== "ogg" && !engine.takes.has(note.type)) return untranscribed(`the engine takes no ${note.type}`);
  const segments: HeardSegment[] = [];
  let language = languageHint(note.language);
  let heardIn: string | undefined;
  let lengthS = 0;
  for (const piece of what.audio) {
    const { startS, audio } = audioOf(piece);
    if ("samples" in piece && isSilent(piece.samples)) continue;
    const heard = await engine.hear(audio, { language, signal: what.signal });
    if (heard.kind !== "heard") return untranscribed(`${heard.kind}: ${heard.reason}`);
    heardIn ??= heard.language;
    language ??= heard.language;
    for (const segment of segmentsOf(heard, audio.durationS)) {
      segments.push({ ...segment, startS: startS + segment.startS, endS: startS + segment.endS });
    }
    lengthS = Math.max(lengthS, startS + (audio.durationS ?? segments.at(-1)?.endS ?? 0));
  }
  const believed = believeSegments(segments);
  if (believed.length === 0) return untranscribed("nothing that somebody can have said");
  const spoken = heardIn ?? language;
  return {
    status: "ok",
    text: believed.map(({ text }) => text).join(" "),
    transcript: {
      text: believed.map(({ text }) => text).join(" "),
      ...(spoken === undefined ? {} : { language: spoken }),
      durationS: lengthS,
      segments: believed.map(({ startS, endS, text, confidence }) => ({
        ...{ startS, endS, text },
        ...(confidence === undefined ? {} : { confidence }),
      })),
    },
  };
}

function audioOf(piece: Stretch | Audio): { startS: number; audio: Audio } {
  if (!("samples" in piece)) return { startS: 0, audio: piece };
  const durationS = piece.samples.length / sampleRate;
  return { startS: piece.startS, audio: { bytes: wavOf(piece.samples), type: "wav", durationS } };
}

/** Of an engine that says no times, all it said is one segment. */
function segmentsOf({ text, segments }: Extract<Heard, { kind: "heard" }>, durationS = 0): readonly HeardSegment[] {
  if (segments.length > 0 || text === "") return segments;
  return [{ startS: 0, endS: durationS, text }];
}

function asItIs({ bytes, type }: VoiceNote): Audio[] {
  return [{ bytes: new Uint8Array(bytes), type }];
}

function untranscribed(reason: string): Ended {
  return { status: "untranscribed", reason };
}
