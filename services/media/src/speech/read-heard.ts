import { z } from "zod";
import { heardLanguage } from "./languages.ts";
import type { Heard, HeardSegment } from "./speech-engine.ts";

const maxSegments = 5_000;
const number = z.number().nullish();
const Said = z.looseObject({
  text: z.string(),
  language: z.string().nullish(),
  segments: z
    .array(
      z.looseObject({
        ...{ start: z.number(), end: z.number(), text: z.string() },
        ...{ avg_logprob: number, no_speech_prob: number, compression_ratio: number },
      }),
    )
    .nullish(),
});
const CommandSaid = z.looseObject({
  result: z.looseObject({ language: z.string().nullish() }).nullish(),
  transcription: z.array(z.looseObject({ offsets: z.object({ from: z.number(), to: z.number() }), text: z.string() })),
});

/** Reads an answer of the form of OpenAI's (json or verbose_json) or of whisper-cli's; `malformed` is anything else. */
export function readHeard(answer: unknown): Heard {
  const said = Said.safeParse(answer);
  if (said.success) {
    const segments = (said.data.segments ?? []).slice(0, maxSegments).map(segmentOf);
    return heard(said.data.text, said.data.language, segments);
  }
  const command = CommandSaid.safeParse(answer);
  if (!command.success) return { kind: "malformed", reason: "an answer of unknown form" };
  const segments = command.data.transcription
    .slice(0, maxSegments)
    .map(({ offsets, text }) => ({ startS: offsets.from / 1_000, endS: offsets.to / 1_000, text: text.trim() }));
  return heard(segments.map(({ text }) => text).join(" "), command.data.result?.language, segments);
}

function heard(text: string, language: string | null | undefined, segments: HeardSegment[]): Heard {
  const code = heardLanguage(language ?? undefined);
  return { kind: "heard", text: text.trim(), segments, ...(code === undefined ? {} : { language: code }) };
}

type SaidSegment = NonNullable<z.infer<typeof Said>["segments"]>[number];

function segmentOf({ start, end, text, ...figures }: SaidSegment): HeardSegment {
  const segment: HeardSegment = { startS: start, endS: end, text: text.trim() };
  const { avg_logprob: log, no_speech_prob: silence, compression_ratio: compression } = figures;
  if (typeof log === "number") {
    segment.logProbability = log;
    segment.confidence = Math.exp(Math.min(0, log));
  }
  if (typeof silence === "number") segment.noSpeech = silence;
  if (typeof compression === "number") segment.compression = compression;
  return segment;
}
