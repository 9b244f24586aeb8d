import { describe, expect, test } from "vitest";
import { createEntityExtractor } from "./extract-entities.ts";
import type { ReadingStyle } from "./reading-style.ts";
import { createRecognizers } from "./recognizers.ts";

const extract = createEntityExtractor(createRecognizers());

/** Wednesday the 14th of October 2026, 10:00. */
function read(text: string, style?: ReadingStyle, region = "US"): string[] {
  const context = {
    atMs: Date.UTC(2026, 9, 14, 10),
    timeZone: "UTC",
    region,
    ...(style === undefined ? {} : { style }),
  };
  return extract(text, context).map(({ type, text: found, value }) => `${type} ${found} = ${JSON.stringify(value)}`);
}

describe("the style of dates", () => {
  test.each<[string, ReadingStyle["datetime"], string[]]>([
    ["come at 8pm tomorrow", { parts: "apart" }, ['datetime 8pm = "T20:00"', 'datetime tomorrow = "2026-10-15"']],
    ["come at 8pm tomorrow", {}, ['datetime 8pm tomorrow = "2026-10-15T20:00"']],
    ["at 7 in the evening", { parts: "apart" }, ['datetime 7 in the evening = "T19:00"']],
    ["wake me in 25 minutes", { lengths: "datetime" }, ['datetime 25 minutes = "PT25M"']],
    ["llámame dentro de 3 horas", { distances: "datetime" }, ['datetime dentro de 3 horas = "2026-10-14T13:00"']],
    ["what is open now", { vague: true }, ['datetime now = "now"']],
    ["qué hay ahora mismo", { vague: true }, ['datetime ahora mismo = "ahora mismo"']],
    ["ring at 7am every day", { repeats: true }, ['datetime 7am every day = "T07:00"']],
    [
      "sales of the third quarter of 2025",
      { periods: "fromNow" },
      ['datetime third quarter of 2025 = "2025-07-01/2025-10-01"'],
    ],
    ["los 4 próximos meses", { periods: "fromNow" }, ['datetime 4 próximos meses = "2026-10-15/2027-02-15"']],
    ["los 4 próximos meses", { periods: "aligned" }, ['datetime 4 próximos meses = "2026-11-01/2027-03-01"']],
    ["thanksgiving 2027", { periods: "fromNow" }, ['datetime thanksgiving 2027 = "2027-11-25"']],
    ["pascua 2027", { periods: "fromNow" }, ['datetime pascua 2027 = "2027-03-28"']],
    ["6 days before christmas", { periods: "fromNow" }, ['datetime 6 days before christmas = "2026-12-19"']],
    [
      "from March 2025 to June 2026",
      { periods: "fromNow" },
      ['datetime from March 2025 to June 2026 = "2025-03/2026-06"'],
    ],
  ])("«%s» with %j", (text, datetime, expected) => {
    expect(read(text, { datetime: datetime ?? {} })).toEqual(expected);
  });

  test("without a style vague times and repeats are nothing", () => {
    expect(read("now, later and daily")).toEqual([]);
  });
});

describe("the style of amounts", () => {
  test.each<[string, number]>([
    ["four sevenths", 4 / 7],
    ["dos quintos", 0.4],
    ["six and a quarter", 6.25],
    ["5 million and a half", 5_500_000],
    ["3 over 8", 0.375],
    ["uno sobre cuatro", 0.25],
    ["7e3", 7000],
    ["2^5", 32],
    ["nueve con cinco", 9.5],
    ["four dozen", 48],
    ["7 thousand 2 hundred and 12", 7212],
    ["cuatro billones doscientos mil millones quinientos", 4_200_000_000_500],
    ["5 432 100", 5_432_100],
  ])("«%s» is a number in mathematics", (text, value) => {
    const [found] = extract(text, {
      atMs: 0,
      timeZone: "UTC",
      region: "US",
      style: { amounts: { mathematics: true, counters: "number" } },
    });
    expect(found?.text).toBe(text);
    expect(found?.value).toBeCloseTo(value, 9);
  });

  test("fractions of a percent, places from the end and pounds follow their switches", () => {
    expect(read("cuatro novenos por ciento", { amounts: { mathematics: true } })).toEqual([
      "percentage cuatro novenos por ciento = 0.444444444444444",
    ]);
    expect(read("we want the penultimate", { amounts: { relativeOrdinals: true } })).toEqual([
      'ordinal penultimate = "end-1"',
    ]);
    expect(read("30 pounds", { amounts: { pounds: "money" } })).toEqual([
      'money 30 pounds = {"amount":30,"currency":"GBP"}',
    ]);
    expect(read("I paid 30", { amounts: { bareMoney: false } })).toEqual(["number 30 = 30"]);
    expect(read("the dollar fell", { amounts: { unitsAlone: true } })).toHaveLength(1);
  });
});
