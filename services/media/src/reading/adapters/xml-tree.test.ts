import { describe, expect, test } from "vitest";
import { parseXml } from "./xml-tree.ts";

test("elements come without prefix, their text in one line, references and CDATA resolved", () => {
  expect(parseXml('<n:a xmlns:n="x" n:k="v">\n Fish &amp;\n <![CDATA[<chips>]]> &#233;<b/></n:a>')).toEqual({
    ...{ name: "a", attributes: { n: "x", k: "v" }, text: "Fish & <chips> é" },
    children: [{ name: "b", attributes: {}, text: "", children: [] }],
  });
});

test("the declared encoding is used", () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>ñ</a>', "latin1");
  expect(parseXml(latin)?.text).toBe("ñ");
  expect(parseXml(Buffer.from("\uFEFF<a>ñ</a>", "utf8"))?.text).toBe("ñ");
  expect(parseXml(Buffer.from("\uFEFF<a>ñ</a>", "utf16le"))?.text).toBe("ñ");
});

describe("what is refused", () => {
  test.each([
    ["a DTD with an entity", '<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>'],
    ["a DTD that names a file", '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'],
    ["an unknown entity", "<a>&nope;</a>"],
    ["elements nested without end", "<a>".repeat(5_000)],
    ["a document cut off", "<a><b></b>"],
    ["no XML at all", "invoice 12"],
    ["an unknown encoding", Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>')],
  ])("%s", (_what, source) => {
    expect(parseXml(source)).toBeUndefined();
  });
});
