import { expect, test } from "vitest";
import { createEntityExtractor } from "../extract-entities.ts";
import { customRecognizer } from "./custom-entity.ts";
import { compilePattern, PatternError } from "./safe-pattern.ts";

const context = { atMs: 0, timeZone: "UTC", region: "ES" };

test("a listed value is found by its aliases, plurals and small typing errors", () => {
  const extract = createEntityExtractor([
    customRecognizer({
      type: "zone",
      values: [{ value: "terraza", aliases: ["afuera", "patio exterior"] }, { value: "salón" }],
    }),
  ]);
  const values = ["en la terrasa", "mejor afuera", "el salon", "un patio exterior"].map(
    (text) => extract(text, context)[0]?.value,
  );
  expect(values).toEqual(["terraza", "terraza", "salón", "terraza"]);
});

test("a pattern finds its value as typed, whatever the case, and not inside a longer word", () => {
  const extract = createEntityExtractor([customRecognizer({ type: "plate", patterns: ["[a-z]{3}-?\\d{3}"] })]);
  expect(extract("mi carro KLM-204 y xabc123456", context).map(({ type, value }) => [type, value])).toEqual([
    ["plate", "KLM-204"],
  ]);
});

test.each(["(a", "(?=x)y", "(.)\\1", "a*", "a".repeat(501), "(x{1,900}){1,900}"])(
  "the pattern %s is refused with a reason",
  (pattern) => {
    expect(() => compilePattern(pattern, "entity `plate`")).toThrow(PatternError);
    expect(() => compilePattern(pattern, "entity `plate`")).toThrow(/entity `plate`/);
  },
);

test.each(["(a+)+$", "(a|aa)+b", "(\\w+\\s?)*x", "([a-z]+)*1"])("no text makes %s slow", (pattern) => {
  const before = process.cpuUsage();
  compilePattern(`y${pattern}`)("a".repeat(4095));
  compilePattern(`a${pattern}`)("a".repeat(4095));
  const { user, system } = process.cpuUsage(before);
  expect(user + system).toBeLessThan(200_000);
});
