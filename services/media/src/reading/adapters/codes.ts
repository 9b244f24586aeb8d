import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { GreyPicture } from "./pictures.ts";

const maxCodes = 10;
const maxCodeLength = 4_096;

let prepared: Promise<void> | undefined;

/** The QR codes and barcodes of a picture. */
export async function readCodes({ pixels, width, height }: GreyPicture): Promise<{ format: string; text: string }[]> {
  prepared ??= prepare();
  await prepared;
  // Four bytes at a time: one by one this took as long as the search itself.
  const rgba = new Uint32Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) rgba[at] = (pixels[at] ?? 0) * 0x01010101;
  const image = { data: new Uint8ClampedArray(rgba.buffer), width, height, colorSpace: "srgb" } as const;
  const found = await readBarcodes(image, { maxNumberOfSymbols: maxCodes, tryHarder: true });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text }) => ({ format: String(format), text: text.slice(0, maxCodeLength) }));
}

/** The library's default is to fetch its code from a public server. */
async function prepare(): Promise<void> {
  const path = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const wasm = await readFile(path);
  const wasmBinary = new Uint8Array(wasm).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}
