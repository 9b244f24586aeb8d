/** A run of text where it stands on a page; y grows upwards, sizes in points. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number };

const sameLine = 0.4;
const columnGap = 1.2;
const wordGap = 0.15;
const tall = 1.8;
// A letter's middle and a capital's height, of the size of its font.
const halfLetter = 0.35;
const capital = 0.7;

/**
 * The lines of a page top to bottom, runs left to right. Three spaces stand where there is a wide gap, so that rules can
 * tell columns; a small gap is one space.
 */
export function layoutLines(runs: readonly PlacedText[]): string[] {
  const visible = runs.filter(({ text }) => text.trim() !== "");
  const downwards = [...visible].sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: PlacedText[][] = [];
  let current: PlacedText[] = [];
  for (const run of downwards) {
    const first = current[0];
    const apart = first === undefined || first.y - run.y > sameLine * Math.max(Math.min(first.height, run.height), 1);
    if (apart && current.length > 0) {
      lines.push(current);
      current = [];
    }
    current.push(run);
  }
  if (current.length > 0) lines.push(current);
  return withTallOnes(lines).map(joinRuns);
}

/**
 * Large print beside small print has another baseline. A row of it takes in the one row of small print that stands within its
 * height and not above or below its own runs; of two such rows it takes none: they are a block of their own.
 */
function withTallOnes(rows: readonly PlacedText[][]): PlacedText[][] {
  const taken = new Set<PlacedText[]>();
  const joined = new Map<PlacedText[], PlacedText[]>();
  for (const [at, row] of rows.entries()) {
    const near = [rows[at - 1], rows[at + 1], rows[at - 2], rows[at + 2]].filter((other) => other !== undefined);
    const within = near.filter((other) => isTaller(row, other) && isBeside(row, other));
    const [only] = within;
    if (only === undefined || within.length > 1 || taken.has(only)) continue;
    taken.add(only);
    joined.set(row, [...row, ...only]);
  }
  return rows.filter((row) => !taken.has(row)).map((row) => joined.get(row) ?? row);
}

const heightOf = (row: readonly PlacedText[]) => Math.max(...row.map(({ height }) => height));
const baseOf = (row: readonly PlacedText[]) => Math.min(...row.map(({ y }) => y));

function isTaller(row: readonly PlacedText[], other: readonly PlacedText[]): boolean {
  const middle = baseOf(other) + heightOf(other) * halfLetter;
  return (
    heightOf(row) >= tall * heightOf(other) && middle > baseOf(row) && middle < baseOf(row) + heightOf(row) * capital
  );
}

function isBeside(row: readonly PlacedText[], other: readonly PlacedText[]): boolean {
  return row.every((one) => other.every(({ x, width }) => x >= one.x + one.width || x + width <= one.x));
}

function joinRuns(runs: PlacedText[]): string {
  let line = "";
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, height } of runs.sort((a, b) => a.x - b.x)) {
    const gap = x - end;
    const size = Math.max(height, 1);
    if (line !== "") line += gap > columnGap * size ? "   " : gap > wordGap * size && !line.endsWith(" ") ? " " : "";
    line += text;
    end = Math.max(end, x + width);
  }
  return line.trim();
}
