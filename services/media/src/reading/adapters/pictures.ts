import sharp from "sharp";

/** Grey pixels, a byte each. */
export type GreyPicture = { pixels: Uint8Array; width: number; height: number };

const limits = { pixels: 50_000_000, seconds: 5 };
const thumbnailPixels = 320;
// Measured: the recognition is best and cheapest with the long side at 2,000; small pictures gain up to 2.5 times.
const longSide = 2000;
const maxEnlargement = 2.5;

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

/** The picture as PNG for reading text: upright, grey, its long side 2,000 pixels, turned by `turn` degrees more. */
export async function pngForReading(bytes: Uint8Array, turn: 0 | 90 | 180 | 270 = 0): Promise<Uint8Array> {
  const { width, height } = await pictureSize(bytes);
  const side = Math.round(Math.min(longSide, Math.max(width, height) * maxEnlargement));
  const upright = open(bytes).autoOrient().flatten({ background: "white" }).greyscale();
  const scaled = upright.resize({ ...box(side), fit: "inside", kernel: "lanczos3" });
  const png = await scaled.png({ compressionLevel: 1 }).toBuffer();
  return turn === 0 ? png : sharp(png).rotate(turn).png({ compressionLevel: 1 }).toBuffer();
}

/** The picture in grey pixels, its long side at most `side`. */
export async function greyPicture(bytes: Uint8Array, side: number): Promise<GreyPicture> {
  const upright = open(bytes).autoOrient().flatten({ background: "white" }).greyscale();
  const scaled = upright.resize({ ...box(side), fit: "inside", withoutEnlargement: true });
  const { data, info } = await scaled.raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

function box(side: number) {
  return { width: side, height: side };
}
