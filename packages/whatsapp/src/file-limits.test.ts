import { expect, test } from "vitest";
import { checkFile, maxDocumentBytes, maxImageBytes } from "./file-limits.ts";

test.each([
  ["image", "image/jpeg", maxImageBytes],
  ["image", "image/png", 1],
  ["document", "application/pdf", maxDocumentBytes],
  ["document", "text/plain; charset=utf-8", 10],
  ["document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 10],
] as const)("WhatsApp takes %s of type %s", (kind, mimeType, sizeBytes) => {
  expect(() => checkFile({ kind, mimeType, sizeBytes })).not.toThrow();
});

test.each([
  ["a large picture", "image", "image/jpeg", maxImageBytes + 1, "media.too-large"],
  ["a large document", "document", "application/pdf", maxDocumentBytes + 1, "media.too-large"],
  ["a WebP as a picture", "image", "image/webp", 10, "media.unsupported"],
  ["a drawing that is a program", "image", "image/svg+xml", 10, "media.unsupported"],
  ["a program", "document", "application/x-msdownload", 10, "media.unsupported"],
  ["nobody knows what", "document", "", 10, "media.unsupported"],
  ["nothing", "document", "application/pdf", 0, "media.unsupported"],
] as const)("%s is refused with its own code", (_, kind, mimeType, sizeBytes, code) => {
  expect(() => checkFile({ kind, mimeType, sizeBytes })).toThrow(
    expect.objectContaining({ name: "PermanentError", code }),
  );
});
