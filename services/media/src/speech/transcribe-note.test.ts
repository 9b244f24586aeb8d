import { expect, test } from "vitest";
import type { Audio, Heard, SpeechEngine } from "./speech-engine.ts";
import { createTranscriber, type DecodedNote, type TranscriberOptions } from "./transcribe-note.ts";
import { sampleRate } from "./wav.ts";

const timers = { now: () => 0, after: () => () => {} };
const ogg = { bytes: Buffer.from("a note"), type: "ogg" } as const;

function tone(seconds: number): Int16Array {
  return Int16Array.from({ length: seconds * sampleRate }, (_, at) => (at % 40 < 20 ? 4_000 : -4_000));
}

function heardOf(text: string): Heard {
  return { kind: "heard", text, language: "es", segments: [{ startS: 0, endS: 1, text }] };
}

function aTranscriber(answers: Heard[], options: Partial<TranscriberOptions> & { note?: DecodedNote } = {}) {
  const asked: { audio: Audio; language: string | undefined }[] = [];
  const engine: SpeechEngine = {
    name: "scripted",
    takes: new Set(["wav", "mp3"]),
    hear: async (audio, { language }) => {
      asked.push({ audio, language });
      return answers.shift() ?? { kind: "unavailable", reason: "no more answers" };
    },
  };
  const { note = { status: "ok", samples: tone(2) } } = options;
  const transcriber = createTranscriber({
    ...{ engine, decode: async () => note, timers, atOnce: 1, maxWaiting: 0 },
    ...options,
  });
  return { ...transcriber, asked };
}

test("a note becomes text with its language, length and times", async () => {
  const { transcribe, asked } = aTranscriber([heardOf("quiero pedir cita")]);
  expect(await transcribe({ ...ogg, language: "es-MX" })).toEqual({
    ...{ status: "ok", engine: "scripted", text: "quiero pedir cita" },
    transcript: {
      ...{ text: "quiero pedir cita", language: "es", durationS: 2 },
      segments: [{ startS: 0, endS: 1, text: "quiero pedir cita" }],
    },
  });
  expect(asked).toMatchObject([{ language: "es", audio: { type: "wav", durationS: 2 } }]);
});

test("without an engine a good note stays untranscribed, a broken one is still called broken", async () => {
  const { transcribe } = aTranscriber([], { engine: undefined });
  expect(await transcribe(ogg)).toEqual({ status: "untranscribed", reason: "no engine is set up", engine: "none" });
  const broken = aTranscriber([], { engine: undefined, note: { status: "corrupt", reason: "noise" } });
  expect(await broken.transcribe(ogg)).toMatchObject({ status: "corrupt", reason: "noise" });
});

test("silence is not given to an engine that would make something up", async () => {
  const { transcribe, asked } = aTranscriber([], { note: { status: "ok", samples: new Int16Array(32_000) } });
  expect(await transcribe(ogg)).toMatchObject({ status: "untranscribed", reason: "silence" });
  expect(asked).toEqual([]);
});

test("a kind the engine takes goes as it is, any other stays untranscribed", async () => {
  const { transcribe, asked } = aTranscriber([heardOf("hola, buenas")]);
  expect(await transcribe({ ...ogg, type: "mp3" })).toMatchObject({ status: "ok", text: "hola, buenas" });
  expect(asked).toMatchObject([{ audio: { type: "mp3" } }]);
  expect(await transcribe({ ...ogg, type: "amr" })).toMatchObject({ reason: "the engine takes no amr" });
});

test("a long note goes in stretches whose times go on", async () => {
  const note = { status: "ok", samples: tone(150) } as const;
  const { transcribe, asked } = aTranscriber([heardOf("la primera parte"), heardOf("la segunda parte")], { note });
  const { text, transcript } = await transcribe(ogg);
  expect(text).toBe("la primera parte la segunda parte");
  expect(transcript?.durationS).toBe(150);
  expect(transcript?.segments.at(1)?.startS).toBeGreaterThan(99);
  expect(asked.map(({ language }) => language)).toEqual([undefined, "es"]);
});

test("half a transcript is none: when one stretch fails the note stays untranscribed", async () => {
  const note = { status: "ok", samples: tone(150) } as const;
  const { transcribe } = aTranscriber([heardOf("la primera parte")], { note });
  expect(await transcribe(ogg)).toMatchObject({ status: "untranscribed", reason: "unavailable: no more answers" });
});

test.each([
  ["nothing", heardOf("")],
  ["a film's end", heardOf("Subtítulos realizados por la comunidad de Amara.org")],
])("an answer that is %s is no transcript", async (_, heard) => {
  const { transcribe } = aTranscriber([heard]);
  expect(await transcribe(ogg)).toMatchObject({
    status: "untranscribed",
    reason: "nothing that somebody can have said",
  });
});

test("more notes than may wait stay untranscribed at once", async () => {
  const { transcribe } = aTranscriber([heardOf("la primera")]);
  const [first, second] = await Promise.all([transcribe(ogg), transcribe(ogg)]);
  expect([first?.status, second?.reason]).toEqual(["ok", "too many notes wait"]);
});

test("a decoder that throws ends the note, not the service", async () => {
  const { transcribe } = aTranscriber([], { decode: () => Promise.reject(new Error("gone")) });
  expect(await transcribe(ogg)).toMatchObject({ status: "untranscribed", reason: "gone" });
});
