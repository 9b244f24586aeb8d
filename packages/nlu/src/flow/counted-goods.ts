import type { Entity } from "../entity.ts";
import { foldWord } from "../text.ts";
import { slotTypeOf } from "./fit-entity.ts";

/** The pieces of "2 empanadas", "que sean dos pizzas", "ok keep 2" for the one slot of a form that takes a quantity. */
export function countedGoods(
  form: Readonly<Record<string, string>>,
  said: { original: string; entities: readonly Entity[]; free: readonly Entity[] },
  { correction, accepted }: { correction: boolean; accepted: boolean },
): Record<string, string> {
  const slots = Object.keys(form).filter((slot) => slotTypeOf(form[slot] ?? "") === "quantity");
  const [slot] = slots;
  const numbers = said.free.filter(({ type }) => type === "number");
  const [number] = numbers;
  if (slot === undefined || slots.length > 1 || number === undefined || numbers.length > 1) return {};
  if (typeof number.value !== "number" || !Number.isInteger(number.value)) return {};
  const product = said.entities.some(
    ({ type, start }) =>
      type === "product" && start >= number.end && /^ (?:de )?$/.test(said.original.slice(number.end, start)),
  );
  const before = foldWord(said.original.slice(0, number.start));
  const after = foldWord(said.original.slice(number.end, number.end + 30));
  const goods =
    correction && nextNoun.test(after) && !/^ (?:mejor|please|instead|personas?|people|guests?)\b/.test(after);
  const keeps =
    accepted &&
    takes.test(before) &&
    /^(?: (?:de|of|please|pls|for|para|porfa\w*|por favor|unidades|pieces)\b.*|[\s.!,]*)$/u.test(after);
  return product || goods || keeps ? { [slot]: `${number.value} unit` } : {};
}

const nextNoun = /^ \p{L}{4,}/u;
const takes =
  /\b(?:keep|hold|reserve|send|take|want|make it|(?:guard|apart|separ|reserv|mand|pon|dej|traig|envi)\w*|me llevo|quiero|dame|deme|need)(?: (?:me|us|aside|just|solo))? $/;
