import { type OpenZip, openZip } from "../intake/open-zip.ts";
import { attribute, readXml } from "./adapters/xml-events.ts";
import { maxTextLength, type Read } from "./read-task.ts";
import { readSheet } from "./sheet-rows.ts";
import { dateStyles } from "./sheet-styles.ts";

const maxSheets = 100;
const maxStrings = 500_000;

type SheetPart = { name: string; path: string };

/** The sheets of an XLSX as lines with tabs between the cells; at most 10,000 rows and 200 columns of each. */
export async function readXlsx(bytes: Uint8Array): Promise<Read> {
  const zip = openZip(bytes);
  const parts = sheetParts(zip);
  if (parts.length === 0) return { status: "corrupt", reason: "no sheets in it" };
  const strings = sharedStrings(zip.read(pathOf(zip, "sharedStrings.xml")));
  const dates = dateStyles(zip.read(pathOf(zip, "styles.xml")));
  const sheets: Read["sheets"] = [];
  let text = "";
  for (const { name, path } of parts.slice(0, maxSheets)) {
    const part = zip.read(path);
    if (part === undefined || text.length >= maxTextLength) continue;
    const sheet = readSheet(part, { strings, dates, maxLength: maxTextLength - text.length });
    sheets.push({ name: name.slice(0, 100), rows: sheet.lines.length, columns: sheet.columns });
    if (sheet.lines.length > 0) text += `${parts.length > 1 ? `${name}\n` : ""}${sheet.lines.join("\n")}\n\n`;
  }
  return { status: "ok", text: text.trim().slice(0, maxTextLength), sheets };
}

function sheetParts(zip: OpenZip): SheetPart[] {
  const targets = new Map<string, string>();
  const relations = zip.read("xl/_rels/workbook.xml.rels");
  if (relations !== undefined) {
    readXml(relations, {
      open: (_name, attributes) => {
        const target = attribute(attributes, "Target") ?? "";
        targets.set(attributes.Id ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
      },
      close: () => {},
      text: () => {},
    });
  }
  const parts: SheetPart[] = [];
  const workbook = zip.read("xl/workbook.xml");
  if (workbook !== undefined) {
    readXml(workbook, {
      open: (name, attributes) => {
        const path = targets.get(attribute(attributes, "id") ?? "");
        if (name === "sheet" && path !== undefined) parts.push({ name: attributes.name ?? "", path });
      },
      close: () => {},
      text: () => {},
    });
  }
  if (parts.length > 0) return parts;
  // A workbook whose index is broken still has its sheets.
  return zip.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)).map((path) => ({ name: "", path }));
}

function pathOf(zip: OpenZip, file: string): string {
  return zip.names.find((name) => name.toLowerCase() === `xl/${file.toLowerCase()}`) ?? `xl/${file}`;
}

function sharedStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let [current, inText, phonetic] = ["", false, false];
  readXml(part, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") phonetic = true;
      inText = name === "t" && !phonetic;
    },
    close: (name) => {
      if (name === "si") strings.push(current);
      if (name === "rPh") phonetic = false;
      inText = false;
    },
    text: (text) => {
      if (inText) current += text;
    },
    done: () => strings.length >= maxStrings,
  });
  return strings;
}
