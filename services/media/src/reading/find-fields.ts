import { readFields } from "../fields/read-fields.ts";
import { readXmlFields } from "../fields/xml/read-xml-fields.ts";
import { parseXml } from "./adapters/xml-tree.ts";
import type { FieldFound } from "./read-result.ts";
import type { Read, ReadTask } from "./read-task.ts";

type Fields = Record<string, FieldFound>;

const documents = new Set<ReadTask["kind"]>(["image", "pdf", "docx", "xlsx", "text"]);
const maxFieldText = 200_000;

/** The answer of a reader with the fields of the document: exact ones of an electronic invoice, or what the text says. */
export function withFields(kind: ReadTask["kind"], { attached = [], ...read }: Read, bytes: Uint8Array): Read {
  // A picture's reader has looked for them itself: what it lacks decides whether it reads once more.
  if (read.status !== "ok" || read.fields !== undefined) return read;
  const sources = kind === "xml" ? [bytes] : attached;
  const exact = sources.map(fieldsOfXml).find((fields) => fields !== undefined);
  const readable = documents.has(kind) && read.scanned !== true && read.text !== undefined && read.text !== "";
  const found = readable ? fieldsOfText({ text: read.text ?? "", ...(read.lines ? { lines: read.lines } : {}) }) : {};
  const fields = { ...found, ...exact };
  return Object.keys(fields).length === 0 ? read : { ...read, fields };
}

/** The fields in the text of a document; `lines` when it was recognised in a picture. Never throws. */
export function fieldsOfText({
  text,
  lines,
}: {
  text: string;
  lines?: { text: string; confidence: number }[];
}): Fields {
  try {
    if (lines !== undefined) return readFields({ lines, ocr: true });
    const split = text.slice(0, maxFieldText).split("\n");
    return readFields({ lines: split.map((line) => ({ text: line })) });
  } catch {
    // A rule that fails on odd text must not cost the text.
    return {};
  }
}

function fieldsOfXml(source: Uint8Array): Fields | undefined {
  const root = parseXml(source);
  return root && readXmlFields(root);
}
