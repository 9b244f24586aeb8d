const ellipsis = "…";
/** A word's border before this part of the text would leave too little of it. */
const leastPart = 0.5;

/** At most `most` UTF-16 units, cut at a word and ended by "…"; never half a character. */
export function shorten(text: string, most: number): string {
  const whole = text.replace(/\s+/g, " ").trim();
  if (whole.length <= most) return whole;
  const room = most - ellipsis.length;
  const border = whole.lastIndexOf(" ", room);
  if (border >= room * leastPart) return whole.slice(0, border).replace(/[\s,;:.-]+$/, "") + ellipsis;
  const last = whole.charCodeAt(room - 1);
  const splitsCharacter = last >= 0xd800 && last <= 0xdbff;
  return whole.slice(0, splitsCharacter ? room - 1 : room).trimEnd() + ellipsis;
}
