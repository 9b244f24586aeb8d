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
  const text = ` ${foldName(said.slice(0, 1000))} `;
  const found = wordsOf(categories).find(({ words }) => words.some((one) => text.includes(` ${one} `)))?.category;
  return { category: found ?? categories.at(-1), fits: found !== undefined };
}

/** The words of each category, folded. */
const wordsOf = onceFor((categories: readonly Category[]) =>
  categories.map((category) => ({ category, words: Object.values(category.words).flat().map(foldName) })),
);

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
