import { expect, test } from "vitest";
import { beginningAt, beginningsOf, mayBeginWith } from "./phrase-beginnings.ts";
import { phrasePattern } from "./phrase-pattern.ts";

const texts = [
  "",
  "no",
  "quiero hablar con alguien",
  "ya no lo quiero, gracias",
  "cancelalo por favor",
  "que cancelen el pedido",
  "i'd like 2 of them",
  "es el 5to",
  "*perdon",
  "mi pedido p-1042 ya llego",
  "lo_quiero",
  "vale?",
  "precancelar",
  "un cafe",
];

test.each([
  /\b(?:ya no (?:lo |la )?(?:quiero|necesito)|cancel(?:a|o|en|al[oa])?)\b/,
  /^\*|\b(?:perdon|digo)\b|\d[^\d]{1,9}\bno\b/,
  /\b(?:cancel\w*|que [a-f]\w+|v+ale)\b/,
  /\b(?:i'd|we'd) like (?:\d|a)|\b(?:\d+(?:to|ta)|p-?\d{3,8})\b/,
  /\b[^x]o\b/,
  /\b(?:no|un)?\b.{0,3}llego/,
  /(?<![a-z])el\b|\bun (?=cafe)/,
])("%s fits the same texts as when every place is tried", (pattern) => {
  const phrases = phrasePattern(pattern);
  expect(texts.filter((text) => phrases.test(text))).toEqual(texts.filter((text) => pattern.test(text)));
});

test("how a match begins is known from the source", () => {
  const found = beginningsOf("#?\\b(?:P|BK)-?\\d{3,8}\\b");
  const may = (text: string) => found && mayBeginWith(found, beginningAt(text, 0));
  expect(["p-1042", "#bk12", "bk-7", "p10", "#", "pan", "b1", "1042"].map(may)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(found).toMatchObject({ needsDigit: true, inWord: false });
});

test.each(["a*", "(?i)x", "(?P<n>x)", "\\pL+", "[[:alpha:]]x", "\\Qa\\E", "(a)\\1", "(a"])(
  "%s is left to the engine that runs it",
  (source) => {
    expect(beginningsOf(source)).toBeUndefined();
  },
);
