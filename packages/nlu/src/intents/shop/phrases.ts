import { createRandom } from "../random.ts";

/** Fillers by slot name. */
export type Slots = Readonly<Record<string, readonly string[]>>;

/**
 * The sentences a phrase stands for: `(a|b)` is one of them (an empty one leaves nothing), `{slot}` a filler. At most `most` different
 * ones, spread over the alternatives, the same at every call. Throws `RangeError` for a slot without fillers.
 */
export function expandPhrase(phrase: string, slots: Slots, most: number): string[] {
  const random = createRandom(phrase.length * 7919 + (phrase.codePointAt(1) ?? 0));
  const pick = (options: readonly string[]) => options[Math.floor(random() * options.length)] ?? "";
  const found = new Set<string>();
  for (let attempt = 0; attempt < most * 3 && found.size < most; attempt++) {
    const chosen = phrase.replace(/\(([^()]*)\)/g, (_, options: string) => pick(options.split("|")));
    found.add(tidy(fill(fill(chosen, slots, pick), slots, pick)));
  }
  return [...found];
}

/** Fillers may hold slots themselves, one level deep. */
function fill(text: string, slots: Slots, pick: (options: readonly string[]) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const options = slots[slot];
    if (options === undefined || options.length === 0) throw new RangeError(`no fillers for the slot ${slot}`);
    return pick(options);
  });
}

function tidy(text: string): string {
  return text
    .replace(/ +/g, " ")
    .replace(/ ([,?!.])/g, "$1")
    .replace(/[ ,]+$/, "")
    .trim();
}
