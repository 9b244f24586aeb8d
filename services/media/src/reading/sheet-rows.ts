import { readXml } from "./adapters/xml-events.ts";
import { dateText } from "./sheet-styles.ts";

export type SheetContext = { strings: readonly string[]; dates: ReadonlySet<number>; maxLength: number };

const maxRows = 10_000;
const maxColumns = 200;

type Cell = { column: number; type: string; style: number; value: string };

/** The rows of a worksheet that have anything in them, cells by tabs. Far-away cells are left out, not made room for. */
export function readSheet(part: Uint8Array, context: SheetContext): { lines: string[]; columns: number } {
  const lines: string[] = [];
  let [columns, written, inValue] = [0, 0, false];
  let row: string[] = [];
  let next = 0;
  let cell: Cell | undefined;
  readXml(part, {
    open: (name, attributes) => {
      if (name === "row") [row, next] = [[], 0];
      if (name === "c") {
        const column = columnOf(attributes.r) ?? next;
        next = column + 1;
        cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? -1), value: "" };
      }
      if (name === "v" || name === "t") inValue = true;
    },
    close: (name) => {
      if (name === "v" || name === "t") inValue = false;
      if (name === "c" && cell !== undefined) {
        const shown = cell.column < maxColumns ? shownAs(cell, context) : "";
        if (shown !== "") row[cell.column] = shown;
        cell = undefined;
      }
      if (name !== "row" || row.length === 0) return;
      const line = Array.from(row, (shown) => shown ?? "").join("\t");
      columns = Math.max(columns, row.length);
      written += line.length;
      lines.push(line);
    },
    text: (text) => {
      if (inValue && cell !== undefined) cell.value += text;
    },
    done: () => lines.length >= maxRows || written >= context.maxLength,
  });
  return { lines: lines.slice(0, maxRows), columns };
}

function shownAs({ type, style, value }: Cell, { strings, dates }: SheetContext): string {
  if (type === "s") return oneLine(strings[Number(value)] ?? "");
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n") return oneLine(value);
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return oneLine(value);
  if (dates.has(style)) return dateText(number);
  // 0.1 + 0.2 in a cell is shown as 0.3.
  return String(Number(number.toPrecision(15)));
}

/** `AB12` is column 27 (from 0). */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
