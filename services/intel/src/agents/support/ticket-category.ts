import { foldName } from "@parley/business/fold-name";
import { type Support, type Urgency, urgencies } from "@parley/business/support";
import { onceFor } from "../once-for.ts";
import { isAngry, type SupportTurn } from "./support-turn.ts";

type Category = Support["categories"][number];

/** Whatever the category, this cannot wait. */
const urgentWords =
  /\b(?:urgente|urgencia|emergencia|hospital|ambulancia|intoxic\w+|alergi\w+|profeco|demand(?:a|ar|are)|denunci\w+|abogado|urgent|emergency|lawyer|sue|police|poison\w*|allergic)\b/;

/** The category whose words the text has, the first that fits; the last one takes what fits none. */
export function categoryOf(said: string, { known }: SupportTurn): { category: Category | undefined; fits: boolean } {
  const { categories } = known.business.support;
  const text = foldName(said.slice(0, 1000)).split(" ").map(rootOf);
  const found = wordsOf(categories).find(({ phrases }) => phrases.some((phrase) => says(text, phrase)))?.category;
  return { category: found ?? categories.at(-1), fits: found !== undefined };
}

/** The words of each category, folded to what gender, number and "-ísimo" leave of them. */
const wordsOf = onceFor((categories: readonly Category[]) =>
  categories.map((category) => ({
    category,
    phrases: Object.values(category.words)
      .flat()
      .map((phrase) => foldName(phrase).split(" ").map(rootOf)),
  })),
);

/** "frío", "fría" and "friísimos" are one. */
function rootOf(word: string): string {
  const plain = word.length > 7 ? word.replace(/isim[oa]s?$/, "o") : word;
  return plain.length > 3 ? plain.replace(/(?:[oa]s?|s)$/, "") : plain;
}

/** Words that may stand between those of a phrase: "charged me twice". */
const mostBetween = 2;

function says(text: readonly string[], [first = "", ...others]: readonly string[]): boolean {
  for (let from = text.indexOf(first); from >= 0; from = text.indexOf(first, from + 1)) {
    let at = from;
    const all = others.every((word) => {
      const next = text.slice(at + 1, at + 2 + mostBetween).indexOf(word);
      at += next + 1;
      return next >= 0;
    });
    if (all) return true;
  }
  return false;
}

/** The urgency of the category, raised by anger and by words. */
export function urgencyOf(category: Category | undefined, said: SupportTurn): Urgency {
  const usual = category?.urgency ?? "normal";
  if (urgentWords.test(said.read.folded)) return "urgent";
  return isAngry(said.turn) ? raised(usual) : usual;
}

/** One step more urgent. */
export function raised(urgency: Urgency): Urgency {
  return urgencies[Math.min(urgencies.indexOf(urgency) + 1, urgencies.length - 1)] ?? "urgent";
}
