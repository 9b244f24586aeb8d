import { SaxesParser } from "saxes";
import type { XmlElement } from "../../fields/xml/xml-element.ts";

const limits = { characters: 8_000_000, elements: 200_000, depth: 100 };

type Open = { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] };

/**
 * The elements of an XML document. No DTD and with it no entities of its own: a document that brings one is refused,
 * as is one that is not well-formed or beyond the limits (`undefined`).
 */
export function parseXml(source: Uint8Array | string): XmlElement | undefined {
  const text = typeof source === "string" ? source : decode(source);
  if (text === undefined || text.length > limits.characters) return undefined;
  const top: Open = { name: "", attributes: {}, text: "", children: [] };
  const open: Open[] = [top];
  let count = 0;
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("a DTD is not accepted");
  });
  parser.on("opentag", ({ name, attributes }) => {
    count += 1;
    if (count > limits.elements || open.length > limits.depth) throw new Error("too many elements");
    const plain = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const);
    open.push({ name: localName(name), attributes: Object.fromEntries(plain), text: "", children: [] });
  });
  const append = (run: string) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += run;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.on("closetag", () => {
    const done = open.pop();
    if (done !== undefined) open.at(-1)?.children.push({ ...done, text: done.text.replaceAll(/\s+/g, " ").trim() });
  });
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  return top.children[0];
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** UTF-8 unless the declaration or a byte order mark says otherwise. */
function decode(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const wide = head.startsWith("ÿþ") ? "utf-16le" : head.startsWith("þÿ") ? "utf-16be" : undefined;
  const label = wide ?? /^[^>]*encoding=["']([\w-]{1,40})["']/.exec(head)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label)
      .decode(bytes)
      .replace(/^\uFEFF/, "")
      .trimStart();
  } catch {
    return undefined;
  }
}
