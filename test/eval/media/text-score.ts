/** Edit distance per character of the truth, after folding of case and white space; 0 is perfect. */
export function characterErrorRate(truth: string, read: string): number {
  const [wanted, got] = [[...folded(truth)], [...folded(read)]];
  return wanted.length === 0 ? 0 : editDistance(wanted, got) / wanted.length;
}

/** F1 over the bags of words (between spaces): what was read, in whatever order. */
export function wordF1(truth: string, read: string): number {
  return bagF1(folded(truth).split(" "), folded(read).split(" "));
}

/** The same where a word is a run of letters and digits: a colon that stands apart or not is no difference. */
export function plainWordF1(truth: string, read: string): number {
  const words = (text: string) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return bagF1(words(truth), words(read));
}

function bagF1(wanted: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of got) {
    const count = left.get(word) ?? 0;
    if (count > 0) hits += 1;
    left.set(word, count - 1);
  }
  return hits === 0 ? 0 : (2 * hits) / (wanted.length + got.length);
}

/** As the scores see text: NFC, lower case, single spaces. */
export function folded(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

function editDistance(a: readonly string[], b: readonly string[]): number {
  let before = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, wanted] of a.entries()) {
    const line = new Uint32Array(b.length + 1);
    line[0] = row + 1;
    for (const [column, got] of b.entries()) {
      const replaced = (before[column] ?? 0) + (wanted === got ? 0 : 1);
      line[column + 1] = Math.min(replaced, (before[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1);
    }
    before = line;
  }
  return before.at(-1) ?? 0;
}
