import { expect, test } from "vitest";
import { tsvWords } from "./tsv-words.ts";

const header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
const row = (place: string, conf: string, text: string) =>
  `5\t${place.split(".").join("\t")}\t0\t0\t9\t9\t${conf}\t${text}`;

test("words of one line stay together, those of another block are another line", () => {
  const table = [header, row("1.1.1.1.1", "90", "a"), row("1.1.1.1.2", "80", "b"), row("1.2.1.1.1", "70", "c")];
  const lines = tsvWords(table.join("\r\n"));
  expect(lines?.map((words) => words.map(({ text }) => text))).toEqual([["a", "b"], ["c"]]);
});

test("rows that are cut off, empty or no words are passed over, and confidence stays within its bounds", () => {
  const table = [header, "5\t1", row("1.1.1.1.1", "x", "a"), row("1.1.1.1.2", "95", " "), row("1.1.1.1.3", "140", "c")];
  expect(tsvWords(table.join("\n"))).toEqual([[{ text: "c", confidence: 1 }]]);
});

test("a text that is no such table is none", () => {
  expect(tsvWords("TOTAL 48,00 EUR")).toBeUndefined();
  expect(tsvWords("level\ttext\n5\ta")).toBeUndefined();
});
