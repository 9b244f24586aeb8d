import type { Metrics } from "@parley/telemetry/metrics";
import { Counter, Gauge, Histogram } from "prom-client";

export type SpeechMetrics = ReturnType<typeof createSpeechMetrics>;

/** What is counted of voice notes. */
export function createSpeechMetrics({ registry }: Pick<Metrics, "registry">) {
  const registers = [registry];
  return {
    noteSeconds: new Histogram({
      name: "parley_voice_note_seconds",
      help: "From a voice note to its transcript, with waiting, by how it ended",
      labelNames: ["outcome"],
      buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
      registers,
    }),
    audioSeconds: new Counter({
      name: "parley_voice_audio_seconds_total",
      help: "Length of the voice notes that were decoded",
      registers,
    }),
    breakerOpen: new Gauge({
      name: "parley_voice_engine_open",
      help: "1 while the engine is left alone because it failed too often",
      registers,
    }),
  };
}
