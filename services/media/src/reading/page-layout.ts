/** A run of text where it stands on a page; y grows upwards, sizes in points. */
export type PlacedText = { text: string; x: number; y: number; width: number; height: number };

const sameLine = 0.4;
const columnGap = 1.2;
const wordGap = 0.15;

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
  return lines.map(joinRuns);
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
