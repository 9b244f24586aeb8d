/** Counts of one field or of all: a wrong value is both a miss and a false find. */
export type Counts = { hit: number; wrong: number; missed: number };

/** What is compared: the truth as written in the data, the value as found. */
export type Compare = (truth: unknown, found: unknown) => boolean;

export function f1({ hit, wrong, missed }: Counts): number {
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + 2 * wrong + missed);
}

export function sumOf(counts: Iterable<Counts>): Counts {
  const all = { hit: 0, wrong: 0, missed: 0 };
  for (const { hit, wrong, missed } of counts) {
    all.hit += hit;
    all.wrong += wrong;
    all.missed += missed;
  }
  return all;
}

const letters = (value: unknown) =>
  String(value)
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, "");

/** Letters and digits are the same. */
export const sameText: Compare = (truth, found) => letters(truth) === letters(found);

/** The same name, one perhaps with a legal form or a branch more, or up to a fifth of the letters misread. */
export const sameName: Compare = (truth, found) => {
  const [one, other] = [letters(truth), letters(found)];
  if (other.length < 3) return false;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.includes(short) && short.length >= Math.min(4, long.length)) return true;
  return distance(one, other) <= 0.2 * Math.max(one.length, other.length);
};

export const sameAmount: Compare = (truth, found) =>
  typeof found === "number" && Math.abs(Number(truth) - found) < 0.005;

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const change = (row[to - 1] ?? 0) + (one.charAt(at - 1) === other.charAt(to - 1) ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
