import { SaxesParser } from "saxes";

/** What a reader of XML hears; names come without their prefix. `done` ends the reading early. */
export type XmlListener = {
  open: (name: string, attributes: Record<string, string>) => void;
  close: (name: string) => void;
  text: (text: string) => void;
  done?: () => boolean;
};

const chunkBytes = 65_536;
const maxDepth = 200;

/** Reads XML piece by piece. No entity is ever expanded or fetched; what is not well-formed throws. */
export function readXml(bytes: Uint8Array, { open, close, text, done }: XmlListener): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("error", (failure) => {
    throw failure;
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) throw new Error("XML nested too deeply");
    open(localName(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    close(localName(name));
  });
  parser.on("text", text);
  parser.on("cdata", text);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    if (done?.()) return;
    parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** An attribute by its name without prefix: writers differ in the prefixes they choose. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
