const space = 0x20;

/**
 * Words as one text, sorted, a space behind each: what `holdsBeginning` looks through. By way of bytes, because a joined string
 * may be kept as its pieces, and those hold the texts they are from.
 */
export function sortWords(words: Iterable<string>): string {
  const sorted = [...words].sort();
  return sorted.length === 0 ? "" : Buffer.from(`${sorted.join(" ")} `).toString("utf8");
}

/**
 * Whether one of the sorted words begins so; with a space at the end of `beginning`, whether one is so. By halves: a search may
 * have to ask 100,000 items, and to look through all of their words took 100 ms.
 */
export function holdsBeginning(words: string, beginning: string): boolean {
  let low = 0;
  let high = words.length;
  while (low < high) {
    let start = (low + high) >>> 1;
    while (start > low && words.charCodeAt(start - 1) !== space) start -= 1;
    const order = compareAt(words, start, beginning);
    if (order === 0) return true;
    if (order > 0) high = start;
    else low = words.indexOf(" ", start) + 1;
  }
  return false;
}

/** Of the word that starts there: 0 when it begins so, else before (negative) or behind it in the order. A space is below all signs of words. */
function compareAt(words: string, start: number, beginning: string): number {
  for (let at = 0; at < beginning.length; at += 1) {
    const order = words.charCodeAt(start + at) - beginning.charCodeAt(at);
    if (order !== 0) return order;
  }
  return 0;
}
