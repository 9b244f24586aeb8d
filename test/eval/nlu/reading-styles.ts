import type { ReadingStyle } from "@parley/nlu/reading-style";

/** The public sets mark other things than our conventions; each family of files is read in its own style. */
const styles: readonly (readonly [string, ReadingStyle])[] = [
  ["fbtod", { datetime: { lengths: "datetime", vague: true, repeats: true } }],
  ["restaurant8k", { datetime: { parts: "apart" } }],
];

/** The style of a file by the start of its name; undefined: our own conventions. */
export function styleOf(file: string): ReadingStyle | undefined {
  return styles.find(([family]) => file.startsWith(family))?.[1];
}
