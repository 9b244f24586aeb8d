import { describe, expect, test } from "vitest";
import { aZip } from "../intake/zip.fixture.ts";
import { readInChild } from "./read-in-child.ts";

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
const aDocx = (body: string, ...more: { name: string; bytes: string }[]) =>
  aZip(
    { name: "word/document.xml", bytes: `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>` },
    ...more,
  );

describe("DOCX", () => {
  test("paragraphs are lines, cells are apart by tabs, footers follow", async () => {
    const table = `<w:tbl><w:tr>${cell("Mesa")}${cell("4")}</w:tr><w:tr>${cell("Silla")}${cell("12")}</w:tr></w:tbl>`;
    const footer = { name: "word/footer1.xml", bytes: `<w:ftr xmlns:w="w">${paragraph("page 1")}</w:ftr>` };
    const { text } = await readInChild({ kind: "docx" }, aDocx(`${paragraph("Pedido &amp; precio")}${table}`, footer));
    expect(text).toBe("Pedido & precio\nMesa\t4\nSilla\t12\n\npage 1");
  });
  test("deleted text and the second copy of a text box are left out", async () => {
    const box = `<mc:Choice>${paragraph("box")}</mc:Choice><mc:Fallback>${paragraph("box")}</mc:Fallback>`;
    const body = `<w:del><w:r><w:t>old</w:t></w:r></w:del>${box}`;
    expect((await readInChild({ kind: "docx" }, aDocx(body))).text).toBe("box");
  });
  test.each([
    ["an entity of its own", '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>', "corrupt"],
    ["an unending nest", "<d>".repeat(5_000), "corrupt"],
  ])("%s is not followed", async (_case, xml, status) => {
    expect(await readInChild({ kind: "docx" }, aZip({ name: "word/document.xml", bytes: xml }))).toMatchObject({
      status,
    });
  });
  test("a bomb ends typed", async () => {
    const bomb = aZip({ name: "word/document.xml", bytes: Buffer.alloc(8_000_000, " ") });
    expect(await readInChild({ kind: "docx" }, bomb)).toMatchObject({ status: "too_large" });
  });
});

const relations = '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>';
const aXlsx = (rows: string) =>
  aZip(
    {
      name: "xl/workbook.xml",
      bytes: '<workbook xmlns:r="r"><sheets><sheet name="Stock" r:id="r1"/></sheets></workbook>',
    },
    { name: "xl/_rels/workbook.xml.rels", bytes: relations },
    {
      name: "xl/sharedStrings.xml",
      bytes: "<sst><si><t>Tor</t></si><si><r><t>nillo</t></r><r><t> M4</t></r></si></sst>",
    },
    {
      name: "xl/styles.xml",
      bytes: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    { name: "xl/worksheets/s.xml", bytes: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
  );

describe("XLSX", () => {
  test("strings, numbers, dates and truth values are shown as a person sees them", async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c r="B2" s="1"><v>46347</v></c><c r="C2" t="b"><v>1</v></c></row>' +
      '<row r="3"><c t="inlineStr"><is><t>in line</t></is></c></row>';
    expect(await readInChild({ kind: "xlsx" }, aXlsx(rows))).toMatchObject({
      status: "ok",
      text: "Tor\t\tnillo M4\n0.3\t2026-11-21\tTRUE\nin line",
      sheets: [{ name: "Stock", rows: 3, columns: 3 }],
    });
  });
  test("a cell at the far end of the sheet makes no room", async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row><c r="A1"><v>7</v></c></row>';
    expect(await readInChild({ kind: "xlsx" }, aXlsx(far))).toMatchObject({ text: "7" });
  });
});

test.each([
  ["nombre;importe\nMuñoz;1.234,56", "nombre\timporte\nMuñoz\t1.234,56"],
  ['a,b\n"x, y",2', "a\tb\nx, y\t2"],
  ["a\tb\n1\t2", "a\tb\n1\t2"],
])("a CSV is read with the separator it uses: %j", async (csv, text) => {
  expect(await readInChild({ kind: "csv" }, Buffer.from(csv))).toMatchObject({ status: "ok", text });
});
