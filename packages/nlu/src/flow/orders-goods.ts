import type { Entity } from "../entity.ts";
import { foldWord } from "../text.ts";

const between =
  /^[\s,.x×]*(?:(?:de|del|d|of|more|mas|x|pzas?|piezas?|orden(?:es)?|cajas?|boxes|docenas?|dozen|the) ?)*$/;
const verb =
  /(?:^|\W)(?:agreg\w+|anad\w+|sum[ae]\w*|ponm?e|pon|ponle|dame|deme|denme|quiero|quisiera|mandame|add|give me|get me|i want|i'll have|i'd like)(?: (?:un[oa]?s?|an?|some|el|la|los|las|otr[oa]s?|another|more|mas))*\s*$/;

/** A turn that tells goods with a count ("2 cuernitos"), or asks for them with a verb ("agrega un té"), and asks nothing. */
export function ordersGoods(original: string, entities: readonly Entity[], asks: boolean): boolean {
  if (asks) return false;
  const counts = entities.filter(({ type }) => type === "number" || type === "quantity");
  return entities.some(({ type, start }) => {
    if (type !== "product") return false;
    if (verb.test(foldWord(original.slice(Math.max(0, start - 40), start)))) return true;
    return counts.some((count) => count.end <= start && between.test(foldWord(original.slice(count.end, start))));
  });
}
