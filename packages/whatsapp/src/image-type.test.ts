import { expect, test } from "vitest";
import { imageTypeOf } from "./image-type.ts";

test.each([
  ["\xff\xd8\xff\xe0", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n", "image/png"],
  ["RIFF....WEBPVP8 ", "image/webp"],
  ["GIF89a", "image/gif"],
  ["\0\0\0\x20ftypavif", "image/avif"],
  ["\0\0\0\x20ftypheic", "image/heic"],
  ["<svg xmlns=", undefined],
  ["%PDF-1.7", undefined],
  ["", undefined],
])("%j is %s", (head, type) => {
  expect(imageTypeOf(Buffer.from(head, "latin1"))).toBe(type);
});
