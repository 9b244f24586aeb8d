import type { CatalogItem, ItemOption } from "@parley/business/catalog";
import { foldName } from "@parley/business/fold-name";

/** The choices about an item that stand in some (folded) words, by option id; `own` are words of the item's name, which choose nothing. */
export function choicesIn(item: CatalogItem, around: string): Record<string, string> {
  const folded = ` ${foldName(around)} `;
  const names = [...Object.values(item.name), ...item.aliases].map(foldName).sort((a, b) => b.length - a.length);
  const named = names.find((name) => folded.includes(` ${name} `) || folded.includes(` ${name}s `));
  const rest = named === undefined ? folded : folded.replace(named, "");
  const made: Record<string, string> = {};
  for (const option of item.options) {
    const choice = choiceIn(option, rest);
    if (choice !== undefined) made[option.id] = choice;
  }
  return made;
}

/** The one choice of an option that the words name, the longest name first; plurals count. Undefined for none or several. */
export function choiceIn({ choices }: ItemOption, words: string): string | undefined {
  const folded = ` ${foldName(words)} `;
  const named = choices.flatMap(({ id, name, aliases }) =>
    [...Object.values(name), ...aliases, ...Object.values(name).map((one) => one.replace(/\(.*\)/, ""))]
      .map(foldName)
      .filter((spelling) => spelling !== "")
      .flatMap((spelling) => [spelling, spelling.replace(/o$/, "a"), `${spelling}s`, spelling.replace(/o$/, "as")])
      .map((spelling) => ({ id, spelling })),
  );
  const found = named.filter(({ spelling }) => folded.includes(` ${spelling} `));
  found.sort((a, b) => b.spelling.length - a.spelling.length);
  const [first] = found;
  // "one small, one large" chooses neither.
  const other = found.some(({ id, spelling }) => id !== first?.id && first?.spelling.includes(spelling) === false);
  return other ? undefined : first?.id;
}

/** The required option that is still to be chosen. */
export function missingOption(item: CatalogItem, choices: Readonly<Record<string, string>>): ItemOption | undefined {
  return item.options.find(({ id, required }) => required && choices[id] === undefined);
}
