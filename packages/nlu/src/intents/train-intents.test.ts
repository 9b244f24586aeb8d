import { describe, expect, test } from "vitest";
import { createIntentClassifier } from "./classify-intent.ts";
import { trainIntents } from "./train-intents.ts";

const examples = [
  ...["hola", "buenas tardes", "hola buen día", "qué tal, buenas"].map((text) => ({ text, intent: "greeting" })),
  ...["cuánto cuesta la torta", "precio del pan", "qué precio tienen las medialunas", "cuánto sale el café"].map(
    (text) => ({
      text,
      intent: "price",
    }),
  ),
  ...["dónde está mi pedido", "cuándo llega mi pedido", "mi pedido no llegó", "estado de mi pedido"].map((text) => ({
    text,
    intent: "status",
  })),
];
const model = trainIntents(examples);
const classify = createIntentClassifier(model);

describe("a trained classifier", () => {
  test("knows a sentence it has not seen by its words and parts of words", () => {
    expect(classify("cuanto cuestan las tortas??")).toMatchObject({ name: "price" });
    expect(classify("y mi pedidoo cuando llega")).toMatchObject({ name: "status" });
  });

  test("gives shares that sum to one and alternatives in falling order", () => {
    const { confidence, alternatives } = classify("buenas, precio?");
    const shares = [confidence, ...alternatives.map((alternative) => alternative.confidence)];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  test("is less sure of words that no example has", () => {
    expect(classify("zzyzx qwrtp").confidence).toBeLessThan(classify("dónde está mi pedido").confidence);
  });

  test("accepts from its threshold on", () => {
    for (const text of ["hola", "precio del café", "xkcd blorp"]) {
      const { accepted, confidence } = classify(text);
      expect(accepted).toBe(confidence >= model.threshold);
    }
  });

  test("answers an empty text and one of signs only without being sure", () => {
    expect(classify("").confidence).toBeLessThan(0.7);
    expect(classify("…").confidence).toBeLessThan(0.7);
  });

  test("ignores what follows the first part of an endless text", () => {
    const long = `cuánto cuesta ${"el pan ".repeat(600)}`;
    expect(classify(`${long} mi pedido no llegó`)).toEqual(classify(long));
  });
});

test("the same examples give the same model", () => {
  expect(trainIntents(examples)).toEqual(model);
});

test("one intent alone cannot be told from another", () => {
  expect(() => trainIntents([{ text: "hola", intent: "greeting" }])).toThrow(RangeError);
});
