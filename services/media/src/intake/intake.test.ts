import { describe, expect, test } from "vitest";
import { fileTypeOf } from "./file-type.ts";
import { judgeFile } from "./judge-file.ts";
import { openZip } from "./open-zip.ts";
import { decodeText } from "./text-encoding.ts";
import { aZip } from "./zip.fixture.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const word = aZip({ name: "word/document.xml", bytes: "<w:document/>" });

test.each([
  ["jpeg", bytes("\xff\xd8\xff\xe0 …")],
  ["png", bytes("\x89PNG\r\n\x1a\n")],
  ["webp", bytes("RIFF\x04\0\0\0WEBPVP8 ")],
  ["unknown", bytes("JUNK\x04\0\0\0WEBPVP8 ")],
  ["wav", bytes("RIFF\x04\0\0\0WAVEfmt ")],
  ["heic", bytes("\0\0\0\x18ftypheic\0\0\0\0mif1heic")],
  ["m4a", bytes("\0\0\0\x18ftypM4A \0\0\0\0")],
  ["mp4", bytes("\0\0\0\x18ftypisom\0\0\0\0")],
  ["mp3", bytes("\xff\xfb\x90\x64\0\0")],
  ["aac", bytes("\xff\xf1\x50\x80\0\0")],
  ["pdf", bytes("%PDF-1.7\n")],
  ["pdf", bytes("\0rubbish before it\n%PDF-1.4\n")],
  ["docx", word],
  ["xlsx", aZip({ name: "xl/workbook.xml", bytes: "<workbook/>" })],
  ["zip", aZip({ name: "holiday.jpg", bytes: "…" })],
  ["html", bytes("  <!DOCTYPE html><script>…</script>")],
  ["svg", bytes('<?xml version="1.0"?><!-- … --><svg xmlns="…">')],
  ["xml", bytes('<?xml version="1.0"?><Invoice/>')],
  ["text", bytes("a\tb\r\n<3 hearts")],
  ["text", utf16("año;importe\n")],
  ["text", bytes("a\xf1o")],
  ["unknown", bytes("text with a \0 in it")],
  ["unknown", new Uint8Array()],
] as const)("%s is told by its bytes", (type, file) => {
  expect(fileTypeOf(file)).toBe(type);
});

describe("a file is read as what it is, if that is what it claims to be", () => {
  test.each([
    [word, docx, { status: "readable", kind: "docx" }],
    [bytes("a;b\n1;2"), "text/csv; charset=utf-8", { status: "readable", kind: "csv" }],
    [bytes("a;b\n1;2"), "application/vnd.ms-excel", { status: "readable", kind: "csv" }],
    [bytes("%PDF-1.7"), "application/octet-stream", { status: "readable", kind: "pdf" }],
    [bytes("%PDF-1.7"), "image/jpeg", { status: "type_mismatch", mimeType: "application/pdf" }],
    [word, "image/png", { status: "type_mismatch" }],
    [bytes("<svg>…"), "image/svg+xml", { status: "unsupported" }],
    [bytes("MZ\x90\0\x03"), "application/pdf", { status: "type_mismatch" }],
    [aZip({ name: "a", bytes: "" }), docx, { status: "corrupt" }],
    [new Uint8Array(), "image/jpeg", { status: "corrupt" }],
    [Buffer.alloc(26_000_000, "a"), "text/plain", { status: "too_large" }],
  ])("case %#", (file, claim, judgement) => {
    expect(judgeFile(file, claim)).toMatchObject(judgement);
  });
  test("an office file with a password is a container of another kind", () => {
    const locked = Buffer.concat([
      bytes("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(judgeFile(locked, docx)).toMatchObject({ status: "encrypted" });
  });
});

describe("a zip is judged before it is unpacked", () => {
  const zeros = Buffer.alloc(3_000_000);
  test("files come out by name, whatever the case", () => {
    const zip = openZip(aZip({ name: "word/Document.xml", bytes: "hello" }));
    expect(Buffer.from(zip.read("word/document.xml") ?? []).toString()).toBe("hello");
    expect(zip.read("missing")).toBeUndefined();
  });
  test.each([
    ["a file packed a thousand times", aZip({ name: "a", bytes: zeros }), /packed 200 times/],
    ["a total beyond the limit", aZip({ name: "a", bytes: "x", declaredBytes: 70_000_000 }), /unpacks to/],
    ["no directory", Buffer.from("PK\x03\x04 and then nothing"), /no zip directory/],
    ["a directory that is cut off", aZip({ name: "a", bytes: "x" }).subarray(33), /zip directory/],
  ])("%s is refused", (_case, file, reason) => {
    expect(() => openZip(file)).toThrow(reason);
  });
  test("thousands of entries are refused", () => {
    const files = Array.from({ length: 2_001 }, (_, n) => ({ name: `${n}`, bytes: "" }));
    expect(() => openZip(aZip(...files))).toThrow(/2001 zip entries/);
  });
  test("a file that is larger than declared is not unpacked any further", () => {
    const zip = openZip(aZip({ name: "a", bytes: zeros, declaredBytes: 1_000 }));
    expect(() => zip.read("a")).toThrow(/declared/);
  });
});

test("text is UTF-8, UTF-16 with its mark or Windows-1252", () => {
  expect(decodeText(Buffer.from("ñ"))).toEqual({ text: "ñ", encoding: "utf-8" });
  expect(decodeText(utf16("ñ"))).toMatchObject({ text: "ñ", encoding: "utf-16le" });
  expect(decodeText(bytes("\xf1 \x80"))).toEqual({ text: "ñ €", encoding: "windows-1252" });
  expect(decodeText(Buffer.from("ñ").subarray(0, 1), { cut: true })).toEqual({ text: "", encoding: "utf-8" });
});
