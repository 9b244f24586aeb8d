import { expect, test } from "vitest";
import { heardLanguage, languageHint } from "./languages.ts";
import { isSilent, splitSpeech } from "./split-speech.ts";
import { sampleRate, samplesOf, wavOf } from "./wav.ts";

const loud = (seconds: number) => new Int16Array(seconds * sampleRate).fill(3_000);

test("a note of two minutes stays whole, a longer one is cut in its pause", () => {
  expect(splitSpeech(loud(120))).toHaveLength(1);
  const samples = loud(200).fill(0, 110 * sampleRate, 111 * sampleRate);
  const [first, second] = splitSpeech(samples);
  expect(second?.startS).toBeGreaterThanOrEqual(110);
  expect(second?.startS).toBeLessThanOrEqual(111);
  expect((first?.samples.length ?? 0) + (second?.samples.length ?? 0)).toBe(samples.length);
});

test("noise of a quiet line is silence, a single click is not", () => {
  const quiet = Int16Array.from({ length: 16_000 }, (_, at) => (at % 7) - 3);
  expect(isSilent(quiet)).toBe(true);
  expect(isSilent(quiet.fill(9_000, 8_000, 8_300))).toBe(false);
});

test("a WAV holds its samples after 44 bytes", () => {
  const samples = Int16Array.from([0, 1, -1, 32_767, -32_768]);
  const wav = wavOf(samples);
  expect(samplesOf(wav.subarray(44))).toEqual(samples);
  expect(Buffer.from(wav).readUInt32LE(24)).toBe(16_000);
});

test.each([
  ["es-MX", "es"],
  ["EN_us", "en"],
  ["xx", undefined],
  ["", undefined],
  [undefined, undefined],
])("the hint %s is given on as %s", (hint, code) => {
  expect(languageHint(hint)).toBe(code);
});

test.each([
  ["spanish", "es"],
  ["English", "en"],
  ["castilian", "es"],
  ["pt", "pt"],
  ["klingon", undefined],
])("%s is the language %s", (said, code) => {
  expect(heardLanguage(said)).toBe(code);
});
