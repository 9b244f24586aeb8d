import { parse } from "csv-parse/sync";
import { z } from "zod";
import { decodeText } from "../../intake/text-encoding.ts";
import { maxTextLength, type Read } from "../read-task.ts";

const limits = { rows: 10_000, columns: 200, recordBytes: 1_000_000, characters: 8_000_000 };
const Rows = z.array(z.array(z.string()));

/** A table as lines with tabs between the cells. What no CSV rule fits is text all the same. */
export async function readCsv(bytes: Uint8Array): Promise<Read> {
  const decoded = decodeText(bytes);
  if (decoded === undefined) return { status: "corrupt", reason: "no text" };
  const text = decoded.text.slice(0, limits.characters);
  const rows = rowsOf(text);
  if (rows === undefined) return { status: "ok", text: text.slice(0, maxTextLength) };
  const lines = rows.map((row) => row.slice(0, limits.columns).map(oneLine).join("\t"));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    status: "ok",
    text: lines.join("\n").slice(0, maxTextLength),
    sheets: [{ name: "csv", rows: rows.length, columns }],
  };
}

function rowsOf(text: string): string[][] | undefined {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      bom: true,
      max_record_size: limits.recordBytes,
      to: limits.rows,
    });
    return Rows.parse(parsed);
  } catch {
    return undefined;
  }
}

/** The sign that stands most evenly in the first lines: semicolons are common where the comma is the decimal sign. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/, 20);
  const evenness = (sign: string) => {
    const counts = lines.filter((line) => line !== "").map((line) => line.split(sign).length - 1);
    const first = counts[0] ?? 0;
    return first === 0 ? 0 : counts.filter((count) => count === first).length * 1000 + first;
  };
  const [best] = [";", "\t", "|", ","].sort((a, b) => evenness(b) - evenness(a));
  return best !== undefined && evenness(best) > 0 ? best : ",";
}

function oneLine(cell: string): string {
  return cell.replaceAll(/\s+/g, " ").trim();
}
