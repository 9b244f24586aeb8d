import type { CatalogItem, ItemOption } from "@parley/business/catalog";
import { foldName } from "@parley/business/fold-name";
import { onceFor } from "../once-for.ts";
import { foldedNames } from "./item-names.ts";

/** The choices about an item that stand in some (folded) words, by option id; `own` are words of the item's name, which choose nothing. */
export function choicesIn(item: CatalogItem, around: string): Record<string, string> {
  const made: Record<string, string> = {};
  if (item.options.length === 0) return made;
  const folded = ` ${foldName(around)} `;
  const named = foldedNames(item).find((name) => folded.includes(` ${name} `) || folded.includes(` ${name}s `));
  const rest = named === undefined ? folded : ` ${foldName(folded.replace(named, ""))} `;
  for (const option of item.options) {
    const choice = chosenIn(option, rest);
    if (choice !== undefined) made[option.id] = choice;
  }
  return made;
}

/** The one choice of an option that the words name, the longest name first; plurals count. Undefined for none or several. */
export function choiceIn(option: ItemOption, words: string): string | undefined {
  return chosenIn(option, ` ${foldName(words)} `);
}

/** `folded` stands between two spaces. */
function chosenIn(option: ItemOption, folded: string): string | undefined {
  const found = spellingsOf(option).filter(({ padded }) => folded.includes(padded));
  const [first] = found;
  // "one small, one large" chooses neither.
  const other = found.some(({ id, spelling }) => id !== first?.id && first?.spelling.includes(spelling) === false);
  return other ? undefined : first?.id;
}

/** How each choice of an option is said, the longest first. */
const spellingsOf = onceFor(({ choices }: ItemOption) =>
  choices
    .flatMap(({ id, name, aliases }) =>
      [...Object.values(name), ...aliases, ...Object.values(name).map((one) => one.replace(/\(.*\)/, ""))]
        .map(foldName)
        .filter((spelling) => spelling !== "")
        .flatMap((spelling) => [spelling, spelling.replace(/o$/, "a"), `${spelling}s`, spelling.replace(/o$/, "as")])
        .map((spelling) => ({ id, spelling, padded: ` ${spelling} ` })),
    )
    .sort((a, b) => b.spelling.length - a.spelling.length),
);

/** The required option that is still to be chosen. */
export function missingOption(item: CatalogItem, choices: Readonly<Record<string, string>>): ItemOption | undefined {
  return item.options.find(({ id, required }) => required && choices[id] === undefined);
}
