import { imageTypeOf } from "@parley/whatsapp/image-type";
import sharp from "sharp";
import { expect, test } from "vitest";
import { toJpeg } from "./to-jpeg.ts";

const drawn = () =>
  sharp({ create: { width: 60, height: 40, channels: 4, background: { r: 200, g: 20, b: 20, alpha: 0.5 } } });

test.each(["webp", "gif", "avif"] as const)("a %s becomes a JPEG of the same size", async (format) => {
  const jpeg = await toJpeg(await drawn().toFormat(format).toBuffer());
  expect(imageTypeOf(jpeg)).toBe("image/jpeg");
  expect(await sharp(jpeg).metadata()).toMatchObject({ width: 60, height: 40 });
});

test("a large picture is made smaller", async () => {
  const png = await sharp({ create: { width: 4000, height: 2000, channels: 3, background: "#888" } })
    .png()
    .toBuffer();
  expect(await sharp(await toJpeg(png)).metadata()).toMatchObject({ width: 2560, height: 1280 });
});

test.each([
  ["no picture", Buffer.from("hello")],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ["nothing", Buffer.alloc(0)],
])("%s is refused", async (_, bytes) => {
  await expect(toJpeg(bytes)).rejects.toMatchObject({ name: "PermanentError", code: "media.corrupt" });
});

test("a picture that breaks off is refused", async () => {
  const whole = await sharp({ create: { width: 400, height: 400, channels: 3, background: "#888" } })
    .webp()
    .toBuffer();
  await expect(toJpeg(whole.subarray(0, whole.length / 2))).rejects.toMatchObject({ code: "media.corrupt" });
});
