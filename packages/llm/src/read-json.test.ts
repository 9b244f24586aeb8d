import { expect, test } from "vitest";
import { readJson } from "./read-json.ts";

test.each([
  ['{"a":1}', { a: 1 }],
  ['Here you are:\n```json\n{"a": 1}\n```\nAnything else?', { a: 1 }],
  ["{'a': 'it\\'s', b: [1, 2,], }", { a: "it's", b: [1, 2] }],
  ['{"a": 1 // one\n}', { a: 1 }],
  ['<think>maybe {"a": 2}</think>\n{"a": 1}', { a: 1 }],
])("reads %s", (text, value) => expect(readJson(text)).toEqual(value));

test.each(["", "blue", '{"answer":"We are open until', "}{"])("there is no object in %j", (text) =>
  expect(readJson(text)).toBeUndefined(),
);

test("a hostile answer costs little and breaks nothing", () => {
  const hostile = [
    "[".repeat(20_000),
    '{"a":'.repeat(10_000),
    '"\\'.repeat(20_000),
    "{'".repeat(20_000),
    "/*".repeat(20_000),
  ];
  for (const text of hostile) {
    const startedAt = performance.now();
    readJson(`{${text}}`);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  }
});
