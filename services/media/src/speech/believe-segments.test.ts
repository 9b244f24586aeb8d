import { expect, test } from "vitest";
import { believeSegments } from "./believe-segments.ts";
import type { HeardSegment } from "./speech-engine.ts";

function segment(text: string, figures: Partial<HeardSegment> = {}): HeardSegment {
  return { startS: 0, endS: 5, text, ...figures };
}
const texts = (...segments: HeardSegment[]) => believeSegments(segments).map(({ text }) => text);

test.each([
  "Gracias por ver el video.",
  "¡Suscríbete al canal!",
  "Thanks for watching!",
  "Subtitles by the Amara.org community",
  "[Música]",
  " ... ",
])("%s is what models say when nobody speaks", (text) => {
  expect(texts(segment(text))).toEqual([]);
});

test.each([
  "Gracias por ver mi pedido tan rápido",
  "Muchas gracias",
  "no no no, que sea mañana",
  "la música estaba muy alta anoche",
  "¿Cómo me suscribo al canal de novedades?",
])("%s is something people say", (text) => {
  expect(texts(segment(text))).toEqual([text]);
});

test("a thank-you is doubted only where the model heard no speech", () => {
  expect(texts(segment("Gracias.", { noSpeech: 0.5 }))).toEqual([]);
});

test("what the model itself takes for noise is left out, what it is sure of stays", () => {
  expect(texts(segment("bueno", { noSpeech: 0.7, logProbability: -1.2 }))).toEqual([]);
  expect(texts(segment("bueno", { noSpeech: 0.7, logProbability: -0.3 }))).toEqual(["bueno"]);
});

test("a model that is stuck is not believed", () => {
  expect(texts(segment("el pan de la casa ".repeat(12), { endS: 60 }))).toEqual([]);
  expect(texts(...Array.from({ length: 6 }, () => segment("mañana a las diez")))).toHaveLength(2);
});

test("more words than a mouth can say in the time are not believed", () => {
  const many = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce";
  expect(texts(segment(many, { endS: 1 }))).toEqual([]);
  expect(texts(segment(many, { endS: 6 }))).toEqual([many]);
});
