/** Finds known words within a small edit distance: one slip, two from eight letters. Swapped neighbours are one slip. */
export type Spelling = { nearest: (word: string) => string | undefined };

const shortest = 4;
const longest = 20;
const twoSlipsFrom = 8;
/** Chats say the same words again and again. */
const mostRemembered = 5_000;

/** Words by what is left of them after taking out letters (the symmetric deletion method): look-ups need no search. */
export function createSpelling(words: Iterable<string>): Spelling {
  const known = new Set<string>();
  const byRest = new Map<string, string | string[]>();
  for (const word of words) {
    if (known.has(word) || !isSpellable(word)) continue;
    known.add(word);
    for (const rest of rests(word)) {
      const others = byRest.get(rest);
      if (others === undefined) byRest.set(rest, word);
      else if (typeof others === "string") byRest.set(rest, [others, word]);
      else if (others.length < 40) others.push(word);
    }
  }
  // Empty where nothing is near.
  const remembered = new Map<string, string>();
  return {
    nearest: (word) => {
      if (!isSpellable(word)) return undefined;
      let nearest = remembered.get(word);
      if (nearest === undefined) {
        if (remembered.size >= mostRemembered) remembered.clear();
        nearest = known.has(word) ? word : (search(word) ?? "");
        remembered.set(word, nearest);
      }
      return nearest === "" ? undefined : nearest;
    },
  };

  function search(word: string): string | undefined {
    const most = word.length >= twoSlipsFrom ? 2 : 1;
    let best: string | undefined;
    let bestDistance = most + 1;
    for (const rest of rests(word)) {
      if (bestDistance <= 1) break;
      const found = byRest.get(rest);
      for (const other of typeof found === "string" ? [found] : (found ?? [])) {
        // People slip within a word, seldom at its beginning.
        if (other[0] !== word[0] && Math.min(other.length, word.length) < 7) continue;
        const allowed = Math.min(most, other.length >= twoSlipsFrom ? 2 : 1, bestDistance - 1);
        const distance = editDistance(word, other, allowed);
        if (distance <= allowed) {
          best = other;
          bestDistance = distance;
        }
      }
    }
    return best;
  }
}

function isSpellable(word: string): boolean {
  return word.length >= shortest && word.length <= longest && word >= "a";
}

/** The word, and the word without one letter, or without two from eight letters. */
function rests(word: string): string[] {
  const found = [word];
  for (let index = 0; index < word.length; index++) {
    // Taking either of two equal neighbours leaves the same.
    if (word[index] === word[index - 1]) continue;
    const once = word.slice(0, index) + word.slice(index + 1);
    found.push(once);
    if (word.length < twoSlipsFrom) continue;
    for (let second = index; second < once.length; second++) found.push(once.slice(0, second) + once.slice(second + 1));
  }
  return found;
}

const rows = [0, 1, 2].map(() => new Uint8Array(longest + 2));

/** Optimal string alignment of words up to 20 letters; anything above `most` is `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > longest) return most + 1;
  let [before = rows[0], previous = before, current = before] = rows;
  if (before === undefined || previous === undefined || current === undefined) return most + 1;
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? most + 1;
}
