import { expect, test } from "vitest";
import { aFile, png } from "./files.fixture.ts";
import { fitFile, maxSourceImageBytes } from "./fit-file.ts";

const never = () => Promise.reject(new Error("needs no JPEG"));
const asked = (bytes: Uint8Array) => async () => bytes;

test("a picture and a document that WhatsApp takes stay as they are", async () => {
  expect(await fitFile(aFile(), never)).toEqual({ bytes: png, mimeType: "image/png", filename: "a.png" });
  const read = async () => ({ bytes: png, mimeType: "application/pdf" });
  expect(await fitFile(aFile({ kind: "document", read }), never)).toMatchObject({ mimeType: "application/pdf" });
});

test.each([
  ["a WebP", "image/webp", 10],
  ["a GIF", "image/gif", 10],
  ["an AVIF", "image/avif", 10],
  ["a PNG above 5 MB", "image/png", 6 * 1_048_576],
])("%s goes as JPEG", async (_, mimeType, size) => {
  const read = async () => ({ bytes: Buffer.alloc(size), mimeType });
  const fitted = await fitFile(aFile({ read }), asked(Buffer.from("jpeg")));
  expect(fitted).toMatchObject({ bytes: Buffer.from("jpeg"), mimeType: "image/jpeg" });
});

test("a picture that stays too large, or is larger than anybody sends, is refused", async () => {
  const read = async () => ({ bytes: Buffer.alloc(10), mimeType: "image/webp" });
  const large = asked(Buffer.alloc(5 * 1_048_576 + 1));
  await expect(fitFile(aFile({ read }), large)).rejects.toMatchObject({ code: "media.too-large" });
  const huge = aFile({ sizeBytes: maxSourceImageBytes + 1, read: never });
  await expect(fitFile(huge, never)).rejects.toMatchObject({ code: "media.too-large" });
});

test("what is neither is refused by its type", async () => {
  const read = async () => ({ bytes: Buffer.from("<svg/>"), mimeType: "image/svg+xml" });
  await expect(fitFile(aFile({ read }), never)).rejects.toMatchObject({ code: "media.unsupported" });
});
