import sharp, { type Sharp } from "sharp";
import type { PictureArea } from "../text-area.ts";

/** Grey pixels, a byte each. */
export type GreyPicture = { pixels: Uint8Array; width: number; height: number };
export type Turn = 0 | 90 | 180 | 270;
/** How a picture is read: what part of it, and turned by how much. */
export type ReadingCopy = { area?: PictureArea; turn?: Turn };

const limits = { pixels: 50_000_000, seconds: 5 };
const thumbnailPixels = 320;
// Measured: 2,000 reads no better and takes longer, 1,700 reads worse; small pictures gain up to 2.5 times.
const longSide = 1800;
const maxEnlargement = 2.5;
// Thermal paper loses dots and scans gain some: this takes both away, and a stroke is wider at that size.
const dustSize = 3;
const whole: PictureArea = { left: 0, top: 0, width: 1, height: 1 };

// Memory counts more than speed here, and a child reads one picture at a time.
sharp.cache(false);
sharp.concurrency(1);

function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: limits.pixels, failOn: "error", pages: 1 }).timeout({
    seconds: limits.seconds,
  });
}

/** Width and height as shown (its EXIF orientation applied); throws for what is no picture. */
export async function pictureSize(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height, autoOrient } = await open(bytes).metadata();
  return { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height };
}

/** A WebP of at most 320 x 320 pixels. */
export async function thumbnailOf(bytes: Uint8Array): Promise<Uint8Array> {
  const fitted = open(bytes)
    .autoOrient()
    .resize({ ...box(thumbnailPixels), fit: "inside", withoutEnlargement: true });
  return fitted.webp({ quality: 70, effort: 2 }).toBuffer();
}

/**
 * The picture, or what an area of it shows, for reading text: upright and turned by `turn` degrees more, its long side
 * 1,800 pixels.
 */
export async function greyForReading(
  bytes: Uint8Array,
  { area = whole, turn = 0 }: ReadingCopy = {},
): Promise<GreyPicture> {
  const { width, height } = await pictureSize(bytes);
  const part = pixelsOf(area, { width, height });
  const side = Math.round(Math.min(longSide, Math.max(part.width, part.height) * maxEnlargement));
  const grey = open(bytes).autoOrient().extract(part).flatten({ background: "white" }).greyscale();
  const scaled = await pixelsIn(grey.resize({ ...box(side), fit: "inside", kernel: "lanczos3" }).median(dustSize));
  return turn === 0 ? scaled : pixelsIn(sharpOf(scaled).rotate(turn));
}

/** Grey pixels as PNG. */
export async function pngOf(picture: GreyPicture): Promise<Uint8Array> {
  return sharpOf(picture).png({ compressionLevel: 1 }).toBuffer();
}

/** The picture in grey pixels, its long side at most `side`. */
export async function greyPicture(bytes: Uint8Array, side: number): Promise<GreyPicture> {
  const upright = open(bytes).autoOrient().flatten({ background: "white" }).greyscale();
  const scaled = upright.resize({ ...box(side), fit: "inside", withoutEnlargement: true });
  return pixelsIn(scaled);
}

async function pixelsIn(picture: Sharp): Promise<GreyPicture> {
  const { data, info } = await picture.toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

function sharpOf({ pixels, width, height }: GreyPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

function pixelsOf({ left, top, width, height }: PictureArea, picture: { width: number; height: number }) {
  const [x, y] = [Math.floor(left * picture.width), Math.floor(top * picture.height)];
  return {
    ...{ left: Math.min(x, picture.width - 1), top: Math.min(y, picture.height - 1) },
    width: Math.max(1, Math.min(picture.width - x, Math.ceil(width * picture.width))),
    height: Math.max(1, Math.min(picture.height - y, Math.ceil(height * picture.height))),
  };
}

function box(side: number) {
  return { width: side, height: side };
}
