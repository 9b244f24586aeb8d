import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { openMediaReader } from "../read-media.ts";
import { probeIsolation } from "../sandbox/isolation.ts";
import { aPhoto } from "./adapters/photo.fixture.ts";
import { openOcrCommand } from "./ocr-command.ts";

const isolation = await probeIsolation();
const clock = { now: () => 0 };
const reader = openMediaReader({ isolation, clock, photoChildren: 1 });
afterAll(() => reader.stop());

const bill = [
  ...["Panadería La Espiga S.L.", "Calle Mayor 12, Toledo", "Fecha 05/03/2026", "2 Barra de pan\t1,90"],
  ...["1 Empanada de atún\t12,50", "Base imponible\t13,09", "IVA 10%\t1,31", "TOTAL EUR\t14,40"],
];
const short = [...bill.slice(0, 1), ...bill.slice(4, 5), ...bill.slice(-1)];
const read = async (photo: Sharp) => reader.read({ bytes: await photo.jpeg().toBuffer(), mimeType: "image/jpeg" });

describe("the text of a photo", { timeout: 60_000 }, () => {
  test("is read line by line, and its fields found", async () => {
    const { status, text, fields } = await read(sharp(aPhoto(bill, { size: 18 })));
    expect(status).toBe("ok");
    expect(text?.split("\n")).toEqual(bill.map((line) => line.replace("\t", " ")));
    expect(fields).toMatchObject({ total: { value: 14.4 }, vendor: { value: "Panadería La Espiga S.L." } });
  });

  test.each([90, 180, 270])("is read when the photo lies turned by %i degrees", async (degrees) => {
    expect((await read(sharp(aPhoto(short)).rotate(degrees))).text).toContain("TOTAL EUR 14,40");
  });

  test.each([
    [3, 180],
    [6, 270],
    [8, 90],
  ])("is read when the phone says how it was held (EXIF %i)", async (orientation, degrees) => {
    // A phone that was turned stores the picture the other way and says how to turn it back.
    const photo = sharp(await sharp(aPhoto(short)).rotate(degrees).png().toBuffer())
      .withMetadata({ orientation })
      .jpeg();
    const { text, width = 0, height = 0 } = await read(photo);
    expect(text).toContain("TOTAL EUR 14,40");
    expect(width).toBeGreaterThan(height);
  });

  test("is read where it is a small part of a large page", async () => {
    const page = aPhoto(bill, { width: 1000, height: 1400, left: 330, top: 500, size: 13 });
    expect((await read(sharp(page))).text).toContain("TOTAL EUR 14,40");
  });
});

describe("with a program that reads photos", { timeout: 60_000 }, () => {
  const fixture = fileURLToPath(new URL("./program.fixture.mjs", import.meta.url));
  const readWith = async (deed: string) => {
    const command = `"${process.execPath}" "${fixture}" ${deed} {image} {languages}`;
    const ocr = openOcrCommand({
      ...{ OCR_COMMAND: command, OCR_LANGUAGES: "spa", OCR_TIMEOUT_MS: 20_000, OCR_AT_ONCE: 1 },
    });
    const photos = openMediaReader({ isolation, clock, photoChildren: 1, ocr });
    onTestFinished(() => photos.stop());
    return photos.read({ bytes: aPhoto(short), mimeType: "image/png" });
  };

  test("the text is the program's, with fields and a thumbnail", async () => {
    const { text, fields, engine, thumbnail, width } = await readWith("text");
    expect({ text, engine, width }).toEqual({
      text: "Taberna del Puerto\nTOTAL 48,00 EUR",
      engine: expect.stringContaining("command node"),
      width: 700,
    });
    expect(fields).toMatchObject({ total: { value: 48 } });
    expect(Buffer.from(thumbnail ?? []).toString("latin1", 8, 12)).toBe("WEBP");
  });

  test.each([
    ["fail", "the program ended with 3"],
    ["noise", "hardly readable"],
  ])("a photo is read all the same when it does this: %s", async (deed, reason) => {
    const { status, text, reason: said, engine } = await readWith(deed);
    expect(status).toBe("ok");
    expect(text).toContain("TOTAL EUR 14,40");
    expect([said, engine]).toEqual([expect.stringContaining(reason), expect.stringContaining("tesseract.js")]);
  });
});
