import { type PageLine, type PageText, pageLines } from "./page-lines.ts";

/** A page from one text, a line each. */
export function aPage(text: string, options: { ocr?: boolean } = {}): PageText {
  return { lines: text.split("\n").map((line) => ({ text: line })), ...options };
}

/** The only line of a text, as the rules see it. */
export function aLine(text: string): PageLine {
  const [line] = pageLines(aPage(text));
  if (line === undefined) throw new Error("a line without text");
  return line;
}
