import type { Recognised } from "./tidy-line.ts";

const columns = ["level", "page_num", "block_num", "par_num", "line_num", "conf", "text"] as const;
const wordLevel = "5";
const mostWords = 100_000;

/** The words of Tesseract's TSV, line by line with their confidence; undefined for a text that is no such table. */
export function tsvWords(text: string): Recognised[][] | undefined {
  const [header = "", ...rows] = text.split(/\r?\n/, mostWords);
  const names = header.split("\t");
  const [level, page, block, paragraph, line, confidence, word] = columns.map((name) => names.indexOf(name));
  if ([level, page, block, paragraph, line, confidence, word].includes(-1)) return undefined;
  const lines = new Map<string, Recognised[]>();
  for (const row of rows) {
    const cells = row.split("\t");
    const cell = (at: number | undefined) => (at === undefined ? "" : (cells[at] ?? ""));
    const [read, sure] = [cell(word).trim(), Number(cell(confidence))];
    if (cell(level) !== wordLevel || read === "" || !Number.isFinite(sure)) continue;
    const place = [page, block, paragraph, line].map(cell).join(".");
    const words = lines.get(place) ?? [];
    lines.set(place, words);
    words.push({ text: read, confidence: Math.min(1, Math.max(0, sure / 100)) });
  }
  return [...lines.values()];
}
