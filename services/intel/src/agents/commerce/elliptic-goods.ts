import { termsOf } from "@parley/nlu/catalog/terms";
import type { Known } from "../../known.ts";
import { actAt } from "./edit-words.ts";
import { namesTerms } from "./item-names.ts";
import type { Count } from "./read-counts.ts";
import type { Edit, Words } from "./read-edits.ts";

/** A count whose item is only hinted at by how it differs from the one before: "6 donas de chocolate y 6 de azúcar". */
export type Ellipsis = { quantity: number; said: string; before: string; act: Edit["act"] };

const mostWords = 4;

/** Counts that no item was named for, after an item that was. */
export function ellipsesIn({ text, mentions, blocked }: Words, rest: readonly Count[]): Ellipsis[] {
  return rest.flatMap((count) => {
    const before = mentions.findLast(({ to }) => to <= count.from);
    const said: string[] = [];
    for (const [at, token] of text.tokens.entries()) {
      if (at < count.to || said.length === mostWords) continue;
      if (token.kind !== "word" || blocked.has(at) || /^(?:y|and|,)$/.test(token.text)) break;
      if (mentions.some(({ from, to }) => from <= at && at < to)) return [];
      said.push(token.text);
    }
    // "3 cafés" after "2 conchas" are no conchas.
    const hints = /^(?:de|del|con|of|with)$/.test(said[0] ?? "") || /^ones?$/.test(said.at(-1) ?? "");
    const words = said.filter((word) => !/^(?:ones?|mas|more)$/.test(word)).join(" ");
    if (before === undefined || words === "" || !hints || count.article) return [];
    return [{ quantity: count.value, said: words, before: before.item, act: actAt(text.tokens, count.from) }];
  });
}

/** The only item of the same kind that is called so as well: its name begins like the other's. */
export function itemMeant({ said, before }: Ellipsis, { itemsById, business }: Known): string | undefined {
  const wanted = termsOf(said);
  const kinds = new Set(Object.values(itemsById.get(before)?.name ?? {}).flatMap((name) => termsOf(name)));
  const fits = business.catalog.items.filter(
    (item) =>
      item.id !== before &&
      namesTerms(item).some((terms) => {
        const others = terms.filter((term) => !wanted.includes(term));
        return (
          others.length < terms.length &&
          others.length > 0 &&
          wanted.every((term) => terms.includes(term)) &&
          others.every((term) => kinds.has(term))
        );
      }),
  );
  const [only] = fits;
  return fits.length === 1 ? only?.id : undefined;
}
