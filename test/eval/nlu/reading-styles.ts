import type { ReadingStyle } from "@parley/nlu/reading-style";

/** The public sets mark other things than our conventions; each family of files is read in its own style. */
const styles: readonly (readonly [string, ReadingStyle])[] = [
  ["fbtod", { datetime: { lengths: "datetime", vague: true, repeats: true } }],
  [
    "recognizers",
    {
      amounts: {
        mathematics: true,
        counters: "number",
        relativeOrdinals: true,
        bareMoney: false,
        unitsAlone: true,
      },
      datetime: { lengths: "duration", vague: true, repeats: true, distances: "datetime", periods: "fromNow" },
    },
  ],
  [
    "duckling",
    {
      amounts: { mathematics: true, pounds: "money", bareMoney: false },
      datetime: { vague: true, distances: "datetime", periods: "aligned" },
    },
  ],
  ["restaurant8k", { datetime: { parts: "apart" } }],
];

/** The style of a file by the start of its name; undefined: our own conventions. */
export function styleOf(file: string): ReadingStyle | undefined {
  return styles.find(([family]) => file.startsWith(family))?.[1];
}
