import type { Entity } from "../entity.ts";
import { foldWord } from "../text.ts";

/** What a number counts, by the noun behind it or the name of a slot. Folded. */
const nouns: readonly (readonly [string, RegExp])[] = [
  ["night", /\b(?:noches?|nights?)\b/],
  ["day", /\b(?:dias?|days?)\b/],
  ["hour", /\b(?:horas|hours?)\b/],
  ["child", /\b(?:nin[oa]s?|kids?|child(?:ren)?|chic[oa]s?|peques?|infantes?|bebes?|hij[oa]s?|menores)\b/],
  ["adult", /\b(?:adult[oa]?s?|mayores|grown-?ups?)\b/],
  [
    "people",
    /\b(?:personas?|people|guests?|pax|invitad[oa]s?|comensales|huespedes|party|of us|gente|asistentes|attendees|alumn[oa]s?|students?)\b/,
  ],
  ["room", /\b(?:habitacion(?:es)?|cuartos?|rooms?|recamaras?|piezas|ambientes?|bedrooms?|dormitorios?)\b/],
  ["bath", /\b(?:banos?|bath(?:room)?s?)\b/],
  ["pet", /\b(?:mascotas?|perr[oa]s?|gat[oa]s?|pets?|dogs?|cats?)\b/],
  ["bag", /\b(?:maletas?|bultos?|bags?|suitcases?|valijas?|equipaje)\b/],
  ["time", /\b(?:veces|times|sesiones|sessions|clases|classes)\b/],
  ["copy", /\b(?:copias?|copies|copy)\b/],
  ["page", /\b(?:paginas?|hojas?|pages?|sheets?)\b/],
];

/** What is counted where words name it, undefined if they do not. */
export function countedIn(words: string): string | undefined {
  return nouns.find(([, pattern]) => pattern.test(words))?.[0];
}

/** What a slot counts, by its name: "kids", "num_nights", "guestCount". */
export function countedBySlot(slot: string): string | undefined {
  return countedIn(foldWord(slot.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_-]/g, " ")));
}

/** What an entity of a text counts: "2 nights", "3 of us". */
export function countedByEntity({ start, end }: Entity, original: string): string | undefined {
  const words = foldWord(original.slice(start, end + 24));
  return countedIn(/^[^,.;\n]{0,60}?(?=[,.;\n]| y | and |$)/.exec(words)?.[0] ?? "");
}
