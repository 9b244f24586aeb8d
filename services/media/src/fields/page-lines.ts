/** What a reader gives: one visual line, columns apart by three spaces or a tab. `confidence` 0..1 where OCR says so. */
export type PageText = { lines: readonly { text: string; confidence?: number }[]; ocr?: boolean };

/** A run of text within a line, with the columns before it counted: `start` and `end` are places in the line. */
export type Cell = { text: string; folded: string; start: number; end: number };

/**
 * One line as the rules see it: `folded` has the same length as `text`, lower case and without
 * accents; `index` counts lines that are not blank, `number` all lines from 1.
 */
export type PageLine = {
  index: number;
  number: number;
  text: string;
  folded: string;
  cells: readonly Cell[];
  confidence: number;
};

// These rules run in the service itself: the worst page made for the purpose must not hold it up.
const maxLines = 600;
const maxLineLength = 300;

/** The lines of a page for the rules: blank ones dropped, long ones cut, both ends of a very long document kept. */
export function pageLines({ lines }: PageText): PageLine[] {
  const full = lines
    .map((line, at) => ({ ...line, number: at + 1, text: tidy(line.text) }))
    .filter((line) => line.text !== "");
  // Names and numbers stand at the beginning, totals at the end: the middle of a long document has neither.
  const kept = full.length <= maxLines ? full : [...full.slice(0, maxLines - 200), ...full.slice(-200)];
  return kept.map(({ text, confidence, number }, index) => {
    const folded = fold(text);
    return { index, number, text, folded, cells: cellsOf(text, folded), confidence: confidence ?? 1 };
  });
}

/** Lower case without accents, one character for one: places in the result are places in the text. */
export function fold(text: string): string {
  let folded = "";
  for (let at = 0; at < text.length; at += 1) {
    const plain = text.charAt(at).normalize("NFD").charAt(0).toLowerCase();
    folded += plain.length === 1 ? (lookAlikes[plain] ?? plain) : text.charAt(at);
  }
  return folded;
}

/** The cell of a line at a place, and its position among the cells. */
export function cellAt(line: PageLine, place: number): { cell: Cell; position: number } | undefined {
  const position = line.cells.findIndex((cell) => place >= cell.start && place < cell.end);
  const cell = line.cells[position];
  return cell === undefined ? undefined : { cell, position };
}

const lookAlikes: Record<string, string> = {
  "’": "'",
  "`": "'",
  "´": "'",
  "−": "-",
  "–": "-",
  "—": "-",
  ł: "l",
  ø: "o",
};

function tidy(text: string): string {
  const cut = text
    .slice(0, maxLineLength)
    .replaceAll(/[\u00a0\u202f\u2009]/g, " ")
    .trim();
  // Spaced-out headings: "I N V O I C E".
  return cut.replaceAll(/(?<![\p{L}\d])\p{L}(?: \p{L}(?![\p{L}\d])){3,}/gu, (spaced) => spaced.replaceAll(" ", ""));
}

function cellsOf(text: string, folded: string): Cell[] {
  const cells: Cell[] = [];
  for (const { 0: run, index } of text.matchAll(/[^\s\t](?:[^\t ]| {1,2}(?=[^ \t]))*/g)) {
    const end = index + run.length;
    cells.push({ text: run, folded: folded.slice(index, end), start: index, end });
  }
  return cells;
}
