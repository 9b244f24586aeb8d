import { type OpenZip, openZip } from "../intake/open-zip.ts";
import { attribute, readXml } from "./adapters/xml-events.ts";
import { maxTextLength, type Read } from "./read-task.ts";

// Of each picture of a thing the document offers (for old and new programs), one is read.
const skipped = new Set(["Fallback", "instrText", "delText", "del", "moveFrom"]);
const notes = /^word\/(header|footer|footnotes|endnotes|comments)\d*\.xml$/i;

/** The text of a DOCX: paragraphs as lines, table cells apart by tabs, then headers, footers and notes. */
export async function readDocx(bytes: Uint8Array): Promise<Read> {
  const zip = openZip(bytes);
  const main = mainPart(zip);
  const body = zip.read(main);
  if (body === undefined) return { status: "corrupt", reason: "no document in it" };
  let text = partText(body, maxTextLength);
  for (const name of zip.names.filter((name) => notes.test(name) && name !== main)) {
    const part = zip.read(name);
    if (part === undefined || text.length >= maxTextLength) continue;
    // A broken footer is no reason to lose the document.
    text += `\n${textOrNothing(part, maxTextLength - text.length)}`;
  }
  return {
    status: "ok",
    text: text
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim()
      .slice(0, maxTextLength),
  };
}

function mainPart(zip: OpenZip): string {
  const relations = zip.read("_rels/.rels");
  let target = "word/document.xml";
  if (relations === undefined) return target;
  const open = (name: string, attributes: Record<string, string>) => {
    const type = attribute(attributes, "Type") ?? "";
    if (name === "Relationship" && type.endsWith("/officeDocument")) target = attribute(attributes, "Target") ?? target;
  };
  readXml(relations, { open, close: () => {}, text: () => {} });
  return target.replace(/^\//, "");
}

function textOrNothing(part: Uint8Array, length: number): string {
  try {
    return partText(part, length);
  } catch {
    return "";
  }
}

function partText(part: Uint8Array, length: number): string {
  const pieces: string[] = [];
  let [written, inText, skipping] = [0, 0, 0];
  const write = (piece: string) => {
    pieces.push(piece);
    written += piece.length;
  };
  readXml(part, {
    open: (name) => {
      if (skipped.has(name)) skipping += 1;
      if (name === "t") inText += 1;
      if (skipping > 0) return;
      if (name === "tab") write("\t");
      if (name === "br" || name === "cr") write("\n");
      if (name === "noBreakHyphen") write("-");
    },
    close: (name) => {
      if (skipped.has(name)) skipping -= 1;
      if (name === "t") inText -= 1;
      if (skipping > 0) return;
      if (name === "p") write("\n");
      if (name === "tc") write("\t");
      if (name === "tr") write("\n");
    },
    text: (text) => {
      if (inText > 0 && skipping === 0) write(text);
    },
    done: () => written >= length,
  });
  // A cell ends with its paragraph: the tab belongs on the same line.
  return pieces.join("").replaceAll("\n\t", "\t").replaceAll("\t\n", "\n");
}
