import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { aPhoto, type PhotoStyle } from "./adapters/photo.fixture.ts";
import { greyPicture } from "./adapters/pictures.ts";
import { findText } from "./text-area.ts";

const bill = [
  "Panadería La Espiga",
  "Calle Mayor 12, Toledo",
  "2 Barra de pan 1,90",
  "1 Empanada 12,50",
  "TOTAL 14,40 EUR",
];
const found = async (picture: Buffer) => findText(await greyPicture(picture, 1600));

describe("where the text of a picture is", () => {
  test("a small receipt on a large page, dust left out", async () => {
    const page: PhotoStyle = { width: 1000, height: 1400, left: 300, top: 400, size: 16 };
    const speck = { input: { create: { width: 3, height: 3, channels: 3, background: "black" } } } as const;
    const dust = [...Array(40).keys()].map((at) => ({ ...speck, left: (at * 379) % 990, top: (at * 571) % 1390 }));
    const picture = await sharp(aPhoto(bill, page)).composite(dust).png().toBuffer();
    const area = (await found(picture))?.area ?? { left: 0, top: 0, width: 1, height: 1 };
    expect(area.left).toBeCloseTo(0.28, 1);
    expect(area.top).toBeCloseTo(0.28, 1);
    expect(area.width * area.height).toBeLessThan(0.08);
  });

  test("light letters on dark ground count as well", async () => {
    const area = (await found(aPhoto(bill, { paper: "#204060", ink: "#f0f0f0" })))?.area;
    expect(area?.width).toBeGreaterThan(0.4);
  });

  test.each([
    [0, "across"],
    [90, "sideways"],
    [180, "across"],
    [270, "sideways"],
  ])("turned by %i degrees its lines run %s", async (degrees, lines) => {
    expect(await found(await sharp(aPhoto(bill)).rotate(degrees).png().toBuffer())).toMatchObject({ lines });
  });

  test("nowhere, on a picture without letters", async () => {
    const plain = sharp({ create: { width: 300, height: 300, channels: 3, background: "#a98" } });
    expect(await found(await plain.png().toBuffer())).toBeUndefined();
    expect(await found(aPhoto(["OK"]))).toBeUndefined();
  });
});

test("noise made for the purpose is looked through to its end, and no direction is made up", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 80 } as const;
  const picture = sharp({ create: { width: 800, height: 800, channels: 3, background: "white", noise } });
  expect(findText(await greyPicture(await picture.png().toBuffer(), 1600))).toMatchObject({ lines: "unclear" });
});
