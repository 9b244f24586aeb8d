import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { prepareZXingModule, type WriterOptions, writeBarcode } from "zxing-wasm/writer";
import { readCodes } from "./codes.ts";
import { greyPicture } from "./pictures.ts";

type Format = NonNullable<WriterOptions["format"]>;

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm"));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
});

/** A PNG of a code, in a white margin. */
async function aCode(format: Format, text: string): Promise<Buffer> {
  const { image } = await writeBarcode(text, { format, scale: 4 });
  if (image === null) throw new Error("no code was drawn");
  const png = Buffer.from(await image.arrayBuffer());
  return sharp(png)
    .flatten({ background: "white" })
    .extend({ ...margins(40), background: "white" })
    .png()
    .toBuffer();
}

const margins = (size: number) => ({ top: size, bottom: size, left: size, right: size });
const codesIn = async (picture: Buffer) => readCodes(await greyPicture(picture, 1200));

describe("a code in a picture", () => {
  test.each<[Format, string]>([
    ["QRCode", "https://example.org/pedido/17?mesa=4"],
    ["EAN13", "4006381333931"],
    ["Code128", "ALB-2026/0042"],
  ])("%s is read", async (format, text) => {
    expect(await codesIn(await aCode(format, text))).toEqual([{ format, text }]);
  });

  test("is read as a photo shows it: turned, small, in shades and packed as JPEG", async () => {
    const code = await aCode("QRCode", "mesa 4");
    const photo = sharp(code).rotate(17, { background: "#ddd" }).blur(1).linear(0.6, 50).jpeg({ quality: 60 });
    expect(await codesIn(await photo.toBuffer())).toMatchObject([{ text: "mesa 4" }]);
  });

  test("is found beside another one", async () => {
    const [one, other] = [await aCode("QRCode", "first"), await aCode("EAN13", "4006381333931")];
    const sheet = sharp({ create: { width: 1000, height: 600, channels: 3, background: "white" } });
    const photo = await sheet
      .composite([
        { input: one, left: 10, top: 10 },
        { input: other, left: 400, top: 250 },
      ])
      .png()
      .toBuffer();
    expect((await codesIn(photo)).map(({ text }) => text).sort()).toEqual(["4006381333931", "first"]);
  });

  test("is none when half of it is torn off", async () => {
    const code = await aCode("QRCode", "https://example.org/pedido/17");
    const { width = 0, height = 0 } = await sharp(code).metadata();
    const half = { left: 0, top: 0, width, height: Math.floor(height / 2) };
    expect(await codesIn(await sharp(code).extract(half).png().toBuffer())).toEqual([]);
  });

  test("whose check digit is wrong is none", async () => {
    const code = await aCode("EAN13", "4006381333931");
    const { width = 0, height = 0 } = await sharp(code).metadata();
    const blot = await sharp({ create: { width: 30, height, channels: 3, background: "black" } })
      .png()
      .toBuffer();
    const blotted = sharp(code).composite([{ input: blot, left: Math.floor(width / 3), top: 0 }]);
    expect(await codesIn(await blotted.png().toBuffer())).toEqual([]);
  });

  test("a picture without one has none", async () => {
    const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: "#89a" } });
    expect(await codesIn(await plain.jpeg().toBuffer())).toEqual([]);
  });
});
