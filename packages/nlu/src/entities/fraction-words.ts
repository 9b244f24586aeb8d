import type { Token } from "../text.ts";
import { numberWords } from "./number-lexicon.ts";
import { ordinalWords } from "./ordinal-lexicon.ts";

const own = new Map<string, number>(
  (
    [
      [2, "half halves medio medios media medias"],
      [3, "third thirds tercio tercios"],
      [4, "quarter quarters fourth fourths cuarto cuartos"],
      [100, "hundredth hundredths centesimo centesimos centesima centesimas centavo"],
      [1000, "thousandth thousandths milesimo milesimos milesima milesimas"],
      [1e6, "millionth millionths millonesimo millonesimos millonesima millonesimas"],
      [1e9, "billionth billionths"],
      [1e12, "trillionth trillionths billonesimo billonesimos billonesima billonesimas"],
    ] as const
  ).flatMap(([value, words]) => words.split(" ").map((word): [string, number] => [word, value])),
);

export type Denominator = { value: number; to: number; plural: boolean };

/** What a fraction is of: "fifths", "twenty-firsts", "quintos", "veintiunavos", "dosmilésimos". */
export function denominatorAt(tokens: readonly Token[], at: number): Denominator | undefined {
  const word = tokens[at]?.text ?? "";
  const single = oneWord(word);
  if (single !== undefined) return { value: single, to: at + 1, plural: word.endsWith("s") };
  const ten = numberWords.get(word);
  if (ten?.kind === "scale" || ten?.kind === "times-hundred") {
    const of = oneWord(tokens[at + 1]?.text ?? "");
    return of === undefined || of >= ten.value
      ? undefined
      : { value: ten.value + of, to: at + 2, plural: (tokens[at + 1]?.text ?? "").endsWith("s") };
  }
  if (ten?.kind !== "ten") return undefined;
  const unit = tokens[at + 1]?.text === "-" ? at + 2 : at + 1;
  const text = tokens[unit]?.text ?? "";
  const value = ordinalWords.get(text) ?? ordinalWords.get(text.replace(/s$/, ""));
  return value === undefined || value > 9 || !/(?:st|nd|rd|th)s?$/.test(text)
    ? undefined
    : { value: ten.value + value, to: unit + 1, plural: text.endsWith("s") };
}

function oneWord(word: string): number | undefined {
  const known = own.get(word);
  if (known !== undefined) return known;
  if (/^(?:primer|first|segund|second|tercer)/.test(word)) return undefined;
  const ordinal = ordinalWords.get(word) ?? ordinalWords.get(word.replace(/s$/, ""));
  if (ordinal !== undefined && ordinal > 2) return ordinal;
  const parts = /^([a-z]+?)(avos?|avas?|milesim[oa]s?|millonesim[oa]s?)$/.exec(word);
  if (parts === null) return undefined;
  const [, stem = "", ending = ""] = parts;
  const count = (numberWords.get(stem) ?? numberWords.get(`${stem}a`) ?? numberWords.get(`${stem}e`))?.value;
  if (count === undefined) return undefined;
  return ending.startsWith("av") ? count : count * (ending.startsWith("mile") ? 1000 : 1e6);
}
