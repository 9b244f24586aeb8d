import { foldWord } from "@parley/nlu/text";

const onlyCount =
  /^\W*(?:(?:si|claro|ok|va|dale|yes|yeah|sure)\W+)?(?:(?:agrega(?:me)?|ponme|dame|quiero|que sean|mandame|add|give me|i'll (?:take|have)|i want|make it)\W+)?(\d{1,3})(?:\W+(?:por ?favor|porfa|please|pls|gracias|thanks|de es[oa]s|of (?:those|them)|piezas?|pieces))*\W*$/;

/** "agrega 3", "sí, 3 por favor": so many of what was shown. */
export function offeredCount(text: string): number | undefined {
  const count = Number(onlyCount.exec(foldWord(text).slice(0, 80))?.[1] ?? 0);
  return count === 0 ? undefined : count;
}
